import { FROM_AFAR, UNMISTAKABLE } from './danger-patterns';
import { dangerScores, probabilityOf } from './danger-scale';
import { hashedFeaturesOf } from './features';
import { scoresOf, vectorOf } from './linear-model';
import { normalize } from './normalize';
import { piecesOf } from './pieces';
import type { TopicModel } from './topic-model';

/** How much danger a message speaks of. */
export interface Danger {
  /** `sure` is answered before all else; `suspected` adds one quiet line; null: none seen. */
  readonly tier: 'sure' | 'suspected' | null;
  readonly probability: number;
}

/**
 * Danger to life or limb in a message: its own model beside unmistakable patterns, whichever sees more. A long text is looked at
 * piece by piece, so that the one sentence that matters does not drown.
 *
 * @param whole the scores of the whole text
 */
export function dangerIn(text: string, whole: readonly number[], model: TopicModel): Danger {
  const probability = Math.max(byModel(text, whole, model), byPattern(text, model));
  const { sure, suspected } = model.danger;
  return { tier: probability >= sure ? 'sure' : probability >= suspected ? 'suspected' : null, probability };
}

function byModel(text: string, whole: readonly number[], { linear, danger }: TopicModel): number {
  const pieces = piecesOf(text);
  const read = pieces.length === 1 ? [whole] : pieces.map((piece) => scoresOf(linear, vectorOf(hashedFeaturesOf(piece), linear.dictionary)));
  return Math.max(...read.map((scores) => probabilityOf(dangerScores(scores), danger)));
}

function byPattern(text: string, { danger }: TopicModel): number {
  const normalized = normalize(text);
  if (!UNMISTAKABLE.some((pattern) => pattern.test(normalized))) return 0;
  return FROM_AFAR.test(normalized) ? danger.suspected : 0.99;
}
