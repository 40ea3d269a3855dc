import type { LinearModel } from './linear-model';
import type { Topic } from './topic';

/** From which confidence on a reading is answered (`sure`), or asked about (`likely`); below, nothing was understood. */
export interface Thresholds {
  readonly sure: number;
  readonly likely: number;
}

/** From which probability on danger is answered before all else (`sure`), or met with one quiet line (`suspected`). */
export interface DangerScale {
  readonly sure: number;
  readonly suspected: number;
  /** probability = 1 / (1 + exp(-(slope · danger - calm · wish + offset))), of the scores of danger and of the likeliest ordinary topic */
  readonly slope: number;
  readonly calm: number;
  readonly offset: number;
}

/** How phrases fared that training left out, all shares. */
export interface UnseenFigures {
  readonly accuracy: number;
  readonly macroF1: number;
  /** Danger, seen surely or suspected, by the model alone. */
  readonly dangerSeen: number;
  /** Harmless messages taken for danger surely. */
  readonly falseAlarms: number;
}

/** What training has learnt: scores of every topic but `crisis`, one row each, and of danger in the last row. */
export interface TopicModel {
  /** Hash of the phrases it was trained on: another hash of the phrases, and the model is stale. */
  readonly phrases: string;
  readonly topics: readonly Topic[];
  readonly linear: LinearModel;
  readonly temperature: number;
  readonly thresholds: Thresholds;
  readonly danger: DangerScale;
  readonly unseen: UnseenFigures;
}
