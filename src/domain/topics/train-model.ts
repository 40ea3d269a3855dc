import { type Judged, fitTemperature, fitThresholds } from './calibrate';
import { type HashedFeatures, hashedFeaturesOf } from './features';
import type { Dictionary } from './dictionary';
import { fitDanger } from './fit-danger';
import { calibrates, type Fold, foldsOf } from './folds';
import { type LinearModel, type Vector, scoresOf, vectorOf } from './linear-model';
import type { Phrase } from './phrase';
import { TOPICS, type Topic } from './topic';
import type { TopicModel } from './topic-model';
import { dictionaryOf, strongest } from './train-dictionary';
import { trainLinear } from './train-linear';
import { unseenFigures } from './unseen-figures';

/** As many features as a model file of 1 MB has room for. */
const MOST_FEATURES = 57_000;
/** To overlook danger is dearer than to see it where there is none. */
const DANGER_COST = 3;
/** Times each phrase is looked at: more changes nothing that measuring could see; to choose features, a glance will do. */
const ROUNDS = 6;
const GLANCE = 2;
/** Steps a weight is kept in, each way; finer ones change no reading but make the file larger. */
const STEPS = 31;
/** The few weights beyond this share are cut to it, so that the steps of all others are fine enough. */
const UNCUT = 0.9995;

/** The topics that are told apart by their scores; danger has a row of its own. */
export const SCORED_TOPICS: readonly Topic[] = TOPICS.filter((topic) => topic !== 'crisis');

/** A phrase with its features found, so that they are found once. */
export interface Example extends Phrase {
  readonly features: HashedFeatures;
}

/**
 * Trains the recogniser: the same phrases, in the same order, give the same model to the last bit.
 *
 * @param hash of the phrases, kept in the model to tell when it is stale
 */
export function trainModel(phrases: readonly Phrase[], hash: string): TopicModel {
  const examples = examplesOf(phrases);
  return modelFrom(hash, trainScores(examples), foldsOf(examples).map(judgeFold));
}

/** The model of its two halves, which do not need each other: the scores, and what was judged unseen, fold by fold in their order. */
export function modelFrom(hash: string, linear: LinearModel, judged: readonly (readonly Judged[])[]): TopicModel {
  return { phrases: hash, topics: SCORED_TOPICS, linear, ...calibrate(judged.flat()) };
}

/** What a model that never saw them makes of the phrases of a fold. */
export function judgeFold({ phrases, others }: Fold<Example>): Judged[] {
  return judge(phrases, trainRoughly(others));
}

/** The phrases with their features found. */
export function examplesOf(phrases: readonly Phrase[]): Example[] {
  return phrases.map((phrase): Example => ({ ...phrase, features: hashedFeaturesOf(phrase.text) }));
}

/** The scores alone: learnt on all features, then once more on the strongest, then kept in whole steps. */
export function trainScores(examples: readonly Example[]): LinearModel {
  const everything = dictionaryOf(examples.map(({ features }) => features));
  const dictionary = strongest(everything, weigh(examples, everything, GLANCE), MOST_FEATURES);
  return inSteps(dictionary, weigh(examples, dictionary));
}

/** Without choosing the strongest features: for calibration it makes no difference, and takes half the time. */
function trainRoughly(examples: readonly Example[]): LinearModel {
  const dictionary = dictionaryOf(examples.map(({ features }) => features));
  return inSteps(dictionary, weigh(examples, dictionary));
}

/** What a model makes of phrases it never saw, as far as they count for calibration. */
export function judge(examples: readonly Example[], model: LinearModel): Judged[] {
  return examples.filter(calibrates).map(({ features, topic }) => {
    const scores = scoresOf(model, vectorOf(features, model.dictionary));
    return { topic, scores: scores.slice(0, -1), danger: scores.at(-1) ?? 0 };
  });
}

/** Confidence, thresholds, the scale of danger, and how well it went, from what was judged unseen. */
export function calibrate(judged: readonly Judged[]): Pick<TopicModel, 'temperature' | 'thresholds' | 'danger' | 'unseen'> {
  const ordinary = judged.filter(({ topic }) => topic !== 'crisis');
  const temperature = fitTemperature(ordinary, SCORED_TOPICS);
  const danger = fitDanger(judged);
  return { temperature, thresholds: fitThresholds(ordinary, SCORED_TOPICS, temperature), danger, unseen: unseenFigures(judged, SCORED_TOPICS, danger) };
}

function weigh(examples: readonly Example[], dictionary: Dictionary, rounds = ROUNDS): Float32Array {
  const danger = SCORED_TOPICS.length;
  return trainLinear({
    vectors: examples.map(({ features }): Vector => vectorOf(features, dictionary)),
    rowOf: examples.map(({ topic }) => (topic === 'crisis' ? danger : SCORED_TOPICS.indexOf(topic))),
    missCost: [...SCORED_TOPICS.map(() => 1), DANGER_COST],
    features: dictionary.hashes.length,
    rounds,
  });
}

function inSteps(dictionary: Dictionary, weights: Float32Array): LinearModel {
  const rows = SCORED_TOPICS.length + 1;
  const stepSize = Array.from({ length: rows }, (_, row) => {
    const sizes = Float64Array.from(dictionary.hashes.keys(), (at) => Math.abs(weights[at * rows + row] ?? 0)).sort();
    return (sizes[Math.ceil(sizes.length * UNCUT) - 1] || 1) / STEPS;
  });
  const steps = Int8Array.from(weights, (weight, at) => Math.max(-STEPS, Math.min(STEPS, Math.round(weight / (stepSize[at % rows] ?? 1)))));
  return { dictionary, rows, steps, stepSize };
}
