import { FEWEST, packed, type LinearModel } from './linear-model';

/** Something that was labelled: its wordings, its class, and how much it counts. */
export interface Example {
  readonly wordings: ReadonlySet<string>;
  /** Null where it is of no class. */
  readonly of: string | null;
  readonly weight: number;
}

/** Steps of conjugate gradients: enough for the weights to stand still to a byte. */
const STEPS = 40;

/** Examples as rows of a sparse matrix, over the wordings that enough of them have. */
export interface Rows {
  readonly wordings: readonly string[];
  readonly rows: readonly (readonly number[])[];
  readonly scales: readonly number[];
}

/** Lays examples out; the same examples in the same order give the same rows. */
export function rowsOf(all: readonly ReadonlySet<string>[], inAtLeast: number): Rows {
  const counts = new Map<string, number>();
  for (const each of all) for (const wording of each) counts.set(wording, (counts.get(wording) ?? 0) + 1);
  const wordings = [...counts].filter(([wording, count]) => count >= inAtLeast && !wording.includes('|')).map(([wording]) => wording).sort();
  const places = new Map(wordings.map((wording, place) => [wording, place]));
  const rows = all.map((each) => [...each].flatMap((wording) => places.get(wording) ?? []));
  return { wordings, rows, scales: rows.map(({ length }) => 1 / Math.sqrt(Math.max(length, FEWEST))) };
}

/**
 * Weighted ridge regression of +1 (of the class) against −1 (not of it), by conjugate gradients; `heldBack` says how far weights are held
 * back. Gives a weight a class for each wording, a row a wording.
 */
export function ridge({ wordings, rows, scales }: Rows, labels: readonly { readonly of: string | null; readonly weight: number }[], classes: readonly string[], heldBack: number): Float64Array {
  const width = classes.length;
  const size = wordings.length;
  const weights = new Float64Array(size * width);
  classes.forEach((each, nth) => {
    const solution = oneClass(rows, scales, labels.map(({ of }) => (of === each ? 1 : -1)), labels.map(({ weight }) => weight), size, heldBack);
    solution.forEach((weight, place) => void (weights[place * width + nth] = weight));
  });
  return weights;
}

function oneClass(rows: readonly (readonly number[])[], scales: readonly number[], targets: readonly number[], counts: readonly number[], size: number, heldBack: number): Float64Array {
  /** Xᵀ·D·values */
  const back = (values: Float64Array): Float64Array => {
    const sum = new Float64Array(size);
    rows.forEach((row, at) => {
      const share = (values[at] ?? 0) * (counts[at] ?? 0) * (scales[at] ?? 0);
      if (share !== 0) for (const place of row) sum[place] = (sum[place] ?? 0) + share;
    });
    return sum;
  };
  const forth = (weights: Float64Array): Float64Array => Float64Array.from(rows, (row, at) => row.reduce((sum, place) => sum + (weights[place] ?? 0), 0) * (scales[at] ?? 0));
  const solution = new Float64Array(size);
  const rest = back(Float64Array.from(targets));
  let step = Float64Array.from(rest);
  let square = dot(rest, rest);
  for (let nth = 0; nth < STEPS && square > 0; nth++) {
    const image = back(forth(step)).map((value, at) => value + heldBack * (step[at] ?? 0));
    const by = square / (dot(step, image) || 1);
    for (let at = 0; at < size; at++) {
      solution[at] = (solution[at] ?? 0) + by * (step[at] ?? 0);
      rest[at] = (rest[at] ?? 0) - by * (image[at] ?? 0);
    }
    const next = dot(rest, rest);
    step = step.map((value, at) => (rest[at] ?? 0) + (next / square) * value);
    square = next;
  }
  return solution;
}

const dot = (one: Float64Array, other: Float64Array): number => one.reduce((sum, value, at) => sum + value * (other[at] ?? 0), 0);

/** How far rows speak for a class, given its weights. */
export const scoresOf = ({ rows, scales }: Rows, weights: Float64Array, width: number, nth: number): number[] =>
  rows.map((row, at) => row.reduce((sum, place) => sum + (weights[place * width + nth] ?? 0), 0) * (scales[at] ?? 0));

/** Learns a model from examples at once. */
export function learn(examples: readonly Example[], classes: readonly string[], inAtLeast: number, heldBack: number): LinearModel {
  const rows = rowsOf(examples.map(({ wordings }) => wordings), inAtLeast);
  return packed(classes, rows.wordings, ridge(rows, examples, classes, heldBack));
}
