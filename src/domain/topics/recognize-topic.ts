import { dangerIn } from './danger';
import { hashedFeaturesOf } from './features';
import { languageOf } from './language';
import { leanOf } from './lean';
import { scoresOf, softmax, vectorOf } from './linear-model';
import { saysAnything } from './normalize';
import { secondWish } from './second-wish';
import type { Recognition, Topic, TopicContext, TopicGuess } from './topic';
import type { Thresholds, TopicModel } from './topic-model';

/** Readings told beside the chosen one. */
const ALTERNATIVES = 3;

/** A reading that is not sure gives way to "nothing of the kind" when that is at least this share as likely. */
const NEARLY_AS_LIKELY = 0.8;

/** A message that nothing was said before. */
const NO_CONTEXT: TopicContext = { letterRead: false, formActive: false };

/** Understands what people write. */
export interface Recognizer {
  /** From `sure` on a reading is answered; from `likely` on it is asked about; below, the topic is `unknown`. */
  readonly thresholds: Thresholds;
  /** What a message is about, given what was said before. Takes any text, of any length, in about a millisecond. */
  recognize(text: string, context?: TopicContext): Recognition;
}

/**
 * Makes a recogniser of a trained model.
 *
 * @example createRecognizer(model).recognize('Hvornår har I telefontid?').topic // 'hours.phone'
 */
export function createRecognizer(model: TopicModel): Recognizer {
  const { thresholds } = model;
  return {
    thresholds,
    recognize(text, context = NO_CONTEXT) {
      if (!saysAnything(text)) return { topic: 'unknown', confidence: 1, alternatives: [], danger: null, second: null, language: null };
      const scores = scoresFor(text, model);
      const guesses = guessesFrom(scores, model, leanOf(text, context));
      const danger = dangerIn(text, scores, model);
      const inDanger: TopicGuess = { topic: 'crisis', confidence: danger.probability };
      const ranked = danger.tier === 'sure' ? [inDanger, ...guesses] : guesses;
      const [first, ...rest] = understood(ranked, thresholds);
      const alternatives = danger.tier === 'suspected' ? [...rest, inDanger].sort(byConfidence) : rest;
      return {
        ...first,
        alternatives: alternatives.slice(0, ALTERNATIVES),
        danger: danger.tier,
        second: secondWish(text, first.topic, thresholds.sure, (part) => best(guessesFrom(scoresFor(part, model), model))),
        language: languageOf(text),
      };
    },
  };
}

/** One score a topic, and last that of danger. */
function scoresFor(text: string, { linear }: TopicModel): number[] {
  return scoresOf(linear, vectorOf(hashedFeaturesOf(text), linear.dictionary));
}

/** All topics but `crisis`, best first. */
function guessesFrom(scores: readonly number[], { topics, temperature }: TopicModel, lean: Partial<Record<Topic, number>> = {}): TopicGuess[] {
  const shares = softmax(topics.map((topic, row) => (scores[row] ?? 0) + (lean[topic] ?? 0)), temperature);
  return topics.map((topic, at) => ({ topic, confidence: shares[at] ?? 0 })).sort(byConfidence);
}

/** Below `likely`, or with "nothing of the kind" nearly as likely, nothing was understood; the guesses then stand as alternatives. */
function understood(ranked: readonly TopicGuess[], { sure, likely }: Thresholds): [TopicGuess, ...TopicGuess[]] {
  const first = best(ranked);
  const [second] = ranked.slice(1);
  if (first.topic !== 'crisis' && first.confidence < sure && second?.topic === 'unknown' && second.confidence >= NEARLY_AS_LIKELY * first.confidence) {
    return [second, first, ...ranked.slice(2)];
  }
  if (first.confidence >= likely) return [first, ...ranked.slice(1)];
  return [{ topic: 'unknown', confidence: 1 - first.confidence }, ...ranked.filter(({ topic }) => topic !== 'unknown')];
}

function best(ranked: readonly TopicGuess[]): TopicGuess {
  return ranked[0] ?? { topic: 'unknown', confidence: 1 };
}

function byConfidence(a: TopicGuess, b: TopicGuess): number {
  return b.confidence - a.confidence;
}
