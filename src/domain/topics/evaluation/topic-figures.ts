import { TOPICS, type Topic } from '../topic';
import { isRight, type Outcome, readingsOf } from './outcome';
import { shareOf } from './share';

/** How well one topic is known. */
export interface TopicScore {
  readonly topic: Topic;
  readonly precision: number;
  readonly recall: number;
  /** The harmonic mean of both. */
  readonly f1: number;
  readonly phrases: number;
}

/** How well topics are read, over some outcomes. */
export interface TopicFigures {
  readonly phrases: number;
  readonly accuracy: number;
  /** The mean of all topics' f1, so that a rare topic counts as much as a common one. */
  readonly macroF1: number;
  /** How often the right topic is among the first three. */
  readonly top3: number;
  /** How far confidence lies from how often the reading is right, on average over ten bins. */
  readonly calibrationError: number;
}

const FIRST = 3;
const BINS = 10;

/** The figures over all topics that occur. */
export function topicFigures(outcomes: readonly Outcome[]): TopicFigures {
  const scores = TOPICS.map((topic) => topicScore(outcomes, topic)).filter(({ phrases }) => phrases > 0);
  return {
    phrases: outcomes.length,
    accuracy: shareOf(outcomes, isRight).share,
    macroF1: scores.reduce((sum, { f1 }) => sum + f1, 0) / Math.max(1, scores.length),
    top3: shareOf(outcomes, (outcome) => readingsOf(outcome).slice(0, FIRST).includes(outcome.phrase.topic)).share,
    calibrationError: calibrationError(outcomes),
  };
}

/** How well one topic is known. */
export function topicScore(outcomes: readonly Outcome[], topic: Topic): TopicScore {
  const meant = outcomes.filter(({ phrase }) => phrase.topic === topic);
  const read = outcomes.filter((outcome) => outcome.read.topic === topic);
  const recall = shareOf(meant, isRight).share;
  const precision = shareOf(read, isRight).share;
  return { topic, precision, recall, f1: precision + recall === 0 ? 0 : (2 * precision * recall) / (precision + recall), phrases: meant.length };
}

function calibrationError(outcomes: readonly Outcome[]): number {
  const bins = Array.from({ length: BINS }, (_, bin) => outcomes.filter(({ read }) => Math.min(BINS - 1, Math.floor(read.confidence * BINS)) === bin));
  const faults = bins.map((bin) => Math.abs(bin.reduce((sum, outcome) => sum + outcome.read.confidence - (isRight(outcome) ? 1 : 0), 0)));
  return faults.reduce((sum, fault) => sum + fault, 0) / Math.max(1, outcomes.length);
}

/** Pairs of topics that were taken for each other, the most frequent first, each with an example. */
export function confusions(outcomes: readonly Outcome[]): { readonly meant: Topic; readonly read: Topic; readonly times: number; readonly example: string }[] {
  const pairs = new Map<string, Outcome[]>();
  for (const outcome of outcomes.filter((each) => !isRight(each))) {
    const key = `${outcome.phrase.topic} ${outcome.read.topic}`;
    pairs.set(key, [...(pairs.get(key) ?? []), outcome]);
  }
  return [...pairs.values()]
    .flatMap((faults) => (faults[0] ? [{ meant: faults[0].phrase.topic, read: faults[0].read.topic, times: faults.length, example: faults[0].phrase.text }] : []))
    .sort((a, b) => b.times - a.times);
}
