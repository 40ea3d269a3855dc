import { softmax } from './linear-model';
import type { Topic } from './topic';
import type { Thresholds } from './topic-model';

/** What models that never saw the phrase's writer (or manner) made of it. */
export interface Judged {
  readonly topic: Topic;
  readonly scores: readonly number[];
  readonly danger: number;
}

/** Readings just above `sure` are right at least this often; less sure ones are better asked about. */
const RIGHT_WHEN_SURE = 0.7;
/** So many readings are looked at together to tell how often those about as sure are right. */
const NEIGHBOURS = 200;
/** Readings below `likely` are right at most this often. */
const RIGHT_WHEN_UNLIKELY = 0.2;

/** The temperature at which confidence comes nearest to how often the reading is right (least log loss). */
export function fitTemperature(judged: readonly Judged[], topics: readonly Topic[]): number {
  const loss = (temperature: number) =>
    judged.reduce((sum, { scores, topic }) => sum - Math.log(softmax(scores, temperature)[topics.indexOf(topic)] ?? 1), 0);
  let best = 1;
  for (let temperature = 0.05; temperature < 2; temperature *= 1.02) if (loss(temperature) < loss(best)) best = temperature;
  return rounded(best);
}

/** The two thresholds, from how often readings of each confidence were right. */
export function fitThresholds(judged: readonly Judged[], topics: readonly Topic[], temperature: number): Thresholds {
  const readings = judged
    .map(({ scores, topic }) => {
      const shares = softmax(scores, temperature);
      const confidence = Math.max(...shares);
      return { confidence, right: topics[shares.indexOf(confidence)] === topic };
    })
    .sort((a, b) => b.confidence - a.confidence);
  return { sure: lowestSure(readings), likely: highestUnlikely(readings) };
}

function lowestSure(descending: readonly { confidence: number; right: boolean }[]): number {
  const width = Math.min(NEIGHBOURS, descending.length);
  let right = 0;
  let sure = 1;
  for (const [index, reading] of descending.entries()) {
    right += Number(reading.right) - Number(descending[index - width]?.right ?? false);
    if (index + 1 < width) continue;
    if (right / width < RIGHT_WHEN_SURE) break;
    sure = reading.confidence;
  }
  return rounded(sure);
}

function highestUnlikely(descending: readonly { confidence: number; right: boolean }[]): number {
  let right = 0;
  let likely = 0;
  descending.toReversed().forEach((reading, index) => {
    if (reading.right) right += 1;
    if (right / (index + 1) <= RIGHT_WHEN_UNLIKELY) likely = reading.confidence;
  });
  return rounded(likely);
}

/** Three figures are all that is known of these numbers, and hide the last bits in which machines may differ. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
