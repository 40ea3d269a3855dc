import type { Vector } from './linear-model';
import { seededRandom, shuffle } from './seeded-random';

/** How hard a wrong side of the line is held against the weights; found by leaving one writer's phrases out. */
const COST = 1;
const SEED = 20_261_124;

/** What is to be learnt: vectors, and for each the one row that it belongs to. */
export interface Lesson {
  readonly vectors: readonly Vector[];
  readonly rowOf: readonly number[];
  /** For each row, how many times dearer one that is missed is than a false alarm. */
  readonly missCost: readonly number[];
  readonly features: number;
  /** Times each phrase is looked at. */
  readonly rounds: number;
}

/**
 * Weights of linear support vector machines (squared hinge loss), one a row, each telling its own vectors from all others, by dual
 * coordinate descent: each phrase has one multiplier a row, moved in turn to its best value. All rows are learnt in one
 * pass, since the time goes into fetching weights: that of feature f in row r stands at `f * rows + r`.
 */
export function trainLinear({ vectors, rowOf, missCost, features, rounds }: Lesson): Float32Array {
  const rows = missCost.length;
  const weights = new Float32Array(features * rows);
  const multipliers = new Float64Array(vectors.length * rows);
  const order = Int32Array.from(vectors.keys());
  const random = seededRandom(SEED);
  const steps = new Float64Array(rows);
  const moved = new Int32Array(rows);
  for (let round = 0; round < rounds; round += 1) {
    shuffle(order, random);
    for (const at of order) {
      const vector = vectors[at];
      if (vector === undefined) continue;
      const products = productsWith(weights, vector, rows);
      let many = 0;
      for (let row = 0; row < rows; row += 1) {
        const mine = rowOf[at] === row;
        const side = mine ? 1 : -1;
        const slack = 1 / (2 * COST * (mine ? (missCost[row] ?? 1) : 1));
        const old = multipliers[at * rows + row] ?? 0;
        const better = Math.max(0, old - (side * (products[row] ?? 0) - 1 + slack * old) / (vector.squares + slack));
        if (better === old) continue;
        multipliers[at * rows + row] = better;
        steps[row] = (better - old) * side;
        moved[many] = row;
        many += 1;
      }
      if (many > 0) add(weights, vector, steps, moved.subarray(0, many));
    }
  }
  return weights;
}

/** Rows are summed up so many at a time, each in a number of its own: several times faster than in a list of sums. */
const AT_A_TIME = 5;

function productsWith(weights: Float32Array, { positions, values }: Vector, rows: number): Float64Array {
  const sums = new Float64Array(rows);
  for (let row = 0; row < rows; row += AT_A_TIME) {
    let [first, second, third, fourth, fifth] = [0, 0, 0, 0, 0];
    for (let index = 0; index < positions.length; index += 1) {
      // Beyond the last row stand those of the next feature: they are summed up in vain, and not kept.
      const at = (positions[index] ?? 0) * rows + row;
      const value = values[index] ?? 0;
      first += (weights[at] ?? 0) * value;
      second += (weights[at + 1] ?? 0) * value;
      third += (weights[at + 2] ?? 0) * value;
      fourth += (weights[at + 3] ?? 0) * value;
      fifth += (weights[at + 4] ?? 0) * value;
    }
    sums.set([first, second, third, fourth, fifth].slice(0, rows - row), row);
  }
  return sums;
}

function add(weights: Float32Array, { positions, values }: Vector, steps: Float64Array, moved: Int32Array): void {
  const rows = steps.length;
  for (let index = 0; index < positions.length; index += 1) {
    const start = (positions[index] ?? 0) * rows;
    const value = values[index] ?? 0;
    for (let at = 0; at < moved.length; at += 1) {
      const row = moved[at] ?? 0;
      weights[start + row] = (weights[start + row] ?? 0) + (steps[row] ?? 0) * value;
    }
  }
}
