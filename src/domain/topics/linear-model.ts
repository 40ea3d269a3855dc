import { type Dictionary, positionOf } from './dictionary';
import type { HashedFeatures } from './features';

/** A text as positions in the dictionary and the weight of each. */
export interface Vector {
  readonly positions: Int32Array;
  readonly values: Float64Array;
  /** The sum of the squares of all values. */
  readonly squares: number;
}

/** One linear score a row (a topic, or danger) over the features of a dictionary. */
export interface LinearModel {
  readonly dictionary: Dictionary;
  readonly rows: number;
  /** Whole steps from -127 to 127; the weight of feature f in row r stands at `f * rows + r`. */
  readonly steps: Int8Array;
  /** How much one step weighs, a row. */
  readonly stepSize: readonly number[];
}

/** How long each block of features is made: concepts are few and coarse, and beside the words they only lean. */
const BLOCK_LENGTHS = { words: 1, characters: 1, concepts: 0.3 } as const;
const BLOCKS = ['words', 'characters', 'concepts'] as const;

/** The features of a text that the dictionary knows, each block at its own length. */
export function vectorOf(features: HashedFeatures, dictionary: Dictionary): Vector {
  const positions: number[] = [];
  const values: number[] = [];
  let known = 0;
  for (const name of BLOCKS) {
    const block = features[name];
    const start = positions.length;
    let squares = 0;
    for (const hash of block) {
      const position = positionOf(hash, dictionary);
      if (position < 0) continue;
      const rarity = dictionary.rarity[position] ?? 0;
      positions.push(position);
      values.push(rarity);
      squares += rarity * rarity;
    }
    if (squares === 0) continue;
    known += BLOCK_LENGTHS[name] ** 2;
    const length = Math.sqrt(squares) / BLOCK_LENGTHS[name];
    for (let index = start; index < values.length; index += 1) values[index] = (values[index] ?? 0) / length;
  }
  return { positions: Int32Array.from(positions), values: Float64Array.from(values), squares: known };
}

/** One score a row; above zero speaks for it. */
export function scoresOf(model: LinearModel, { positions, values }: Vector): number[] {
  const sums = new Float64Array(model.rows);
  for (let index = 0; index < positions.length; index += 1) {
    const at = (positions[index] ?? 0) * model.rows;
    const value = values[index] ?? 0;
    for (let row = 0; row < model.rows; row += 1) sums[row] = (sums[row] ?? 0) + (model.steps[at + row] ?? 0) * value;
  }
  return Array.from(sums, (sum, row) => sum * (model.stepSize[row] ?? 0));
}

/** Scores as probabilities that add up to 1; the higher the temperature, the more even. */
export function softmax(scores: readonly number[], temperature: number): number[] {
  const highest = Math.max(...scores);
  const powers = scores.map((score) => Math.exp((score - highest) / temperature));
  const sum = powers.reduce((total, power) => total + power, 0);
  return powers.map((power) => power / sum);
}
