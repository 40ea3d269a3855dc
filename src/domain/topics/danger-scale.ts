import type { DangerScale } from './topic-model';

/**
 * The scores of a text that tell of danger: how much it sounds like danger, and how much like the ordinary wish it sounds most like.
 * "I går" sounds like little of either; "hvornår har I åbent" so much like a wish that a dangerous word in it weighs less.
 */
export interface DangerScores {
  readonly danger: number;
  readonly wish: number;
}

/** Splits scores, those of the ordinary topics first and that of danger last. */
export function dangerScores(scores: readonly number[]): DangerScores {
  return { danger: scores.at(-1) ?? 0, wish: Math.max(...scores.slice(0, -1)) };
}

/** The probability of danger that scores stand for. */
export function probabilityOf({ danger, wish }: DangerScores, { slope, calm, offset }: Pick<DangerScale, 'slope' | 'calm' | 'offset'>): number {
  return 1 / (1 + Math.exp(-(slope * danger - calm * wish + offset)));
}
