import { positionOf } from './dictionary';
import { featuresOf, hashOf, hashedFeaturesOf } from './features';
import { vectorOf } from './linear-model';
import type { Topic } from './topic';
import type { TopicModel } from './topic-model';

/** A feature of a message and how much it speaks for a topic; below zero, against it. */
export interface Evidence {
  readonly feature: string;
  readonly weight: number;
}

/** What in a message speaks most for a topic, and what most against it. */
export interface Explanation {
  readonly topic: Topic;
  readonly for: readonly Evidence[];
  readonly against: readonly Evidence[];
}

/** Says what in a message spoke for and against a topic, the `most` strongest of each, strongest first. */
export function explainTopic(text: string, topic: Topic, { linear, topics }: TopicModel, most = 8): Explanation {
  const row = topic === 'crisis' ? linear.rows - 1 : topics.indexOf(topic);
  const { words, characters, concepts } = featuresOf(text);
  const { positions, values } = vectorOf(hashedFeaturesOf(text), linear.dictionary);
  const names = new Map([...words, ...characters, ...concepts].map((feature) => [positionOf(hashOf(feature), linear.dictionary), feature]));
  const evidence = Array.from(positions, (position, at): Evidence => ({
    feature: names.get(position) ?? '',
    weight: (linear.steps[position * linear.rows + row] ?? 0) * (linear.stepSize[row] ?? 0) * (values[at] ?? 0),
  }));
  evidence.sort((a, b) => b.weight - a.weight);
  return { topic, for: evidence.slice(0, most).filter(({ weight }) => weight > 0), against: evidence.slice(-most).reverse().filter(({ weight }) => weight < 0) };
}
