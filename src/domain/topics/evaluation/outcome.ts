import type { Phrase } from '../phrase';
import type { Recognition, Topic } from '../topic';

/** What a recogniser that never saw a phrase's writer made of the phrase. */
export interface Outcome {
  readonly phrase: Phrase;
  readonly read: Recognition;
}

/** Whether the topic was read rightly; danger is judged by itself, see `danger-figures`. */
export const isRight = ({ phrase, read }: Outcome): boolean => phrase.topic === read.topic;

/** All topics that were thought of, the chosen one first. */
export const readingsOf = ({ read }: Outcome): Topic[] => [read.topic, ...read.alternatives.map(({ topic }) => topic)];
