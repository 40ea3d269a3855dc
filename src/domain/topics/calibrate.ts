import { softmax } from './linear-model';
import { probabilityOf } from './danger-scale';
import type { Topic } from './topic';
import type { DangerScale, Thresholds } from './topic-model';

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
/** Share of harmless messages, hard look-alikes among them, that `sure` danger and `suspected` danger may take in. */
const FALSE_ALARMS = { sure: 0.01, suspected: 0.12 };
/** However few the false alarms: nothing less likely than this counts. */
const LEAST_PROBABILITY = { sure: 0.5, suspected: 0.05 };

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

/** How danger scores become probabilities (logistic, least log loss), and its two thresholds. */
export function fitDanger(judged: readonly Judged[]): DangerScale {
  // Aiming a little short of 0 and 1 keeps the slope finite where a few phrases are told apart without a fault.
  const margin = 1 / (judged.length / 2 + 2);
  let [slope, offset] = [1, 0];
  for (let step = 0; step < 30; step += 1) {
    let [gs, go, ss, so, oo] = [0, 0, 1e-9, 0, 1e-9];
    for (const { danger, topic } of judged) {
      const probability = probabilityOf(danger, { slope, offset });
      const fault = (topic === 'crisis' ? 1 - margin : margin) - probability;
      const weight = probability * (1 - probability);
      gs += fault * danger;
      go += fault;
      ss += weight * danger * danger;
      so += weight * danger;
      oo += weight;
    }
    const determinant = ss * oo - so * so;
    [slope, offset] = [slope + (oo * gs - so * go) / determinant, offset + (ss * go - so * gs) / determinant];
  }
  const scale = { slope: rounded(slope), offset: rounded(offset) };
  const harmless = judged.filter(({ topic }) => topic !== 'crisis').map(({ danger }) => probabilityOf(danger, scale));
  harmless.sort((a, b) => b - a);
  const letIn = (share: number) => harmless[Math.floor(harmless.length * share)] ?? 1;
  return {
    ...scale,
    sure: rounded(Math.max(LEAST_PROBABILITY.sure, letIn(FALSE_ALARMS.sure))),
    suspected: rounded(Math.max(LEAST_PROBABILITY.suspected, letIn(FALSE_ALARMS.suspected))),
  };
}

/** Three figures are all that is known of these numbers, and hide the last bits in which machines may differ. */
function rounded(value: number): number {
  return Math.round(value * 1_000) / 1_000;
}
