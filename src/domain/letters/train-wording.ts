import type { LetterReading } from './letter-reading';
import { wordingsOf, type WordingModel } from './wording';

/** A letter whose kind is known. */
export interface KnownLetter {
  readonly text: string;
  readonly kind: LetterReading['kind'];
}

/** A wording that fewer letters have says more of these letters than of others. */
const IN_LETTERS = 3;
/** Of ridge regression: how far weights are held back. Found by leaving one writer's letters out. */
const HELD_BACK = 0.1;
const LARGEST_BYTE = 127;

/**
 * Learns from labelled letters what wordings speak for each kind, by ridge regression on unit vectors in its dual form: there are fewer
 * letters than wordings. The same letters in the same order give the same bytes.
 */
export function trainWording(letters: readonly KnownLetter[]): WordingModel {
  const each = letters.map(({ text }) => wordingsOf(text));
  const counts = new Map<string, number>();
  for (const wordings of each) for (const wording of wordings) counts.set(wording, (counts.get(wording) ?? 0) + 1);
  const wordings = [...counts].filter(([wording, count]) => count >= IN_LETTERS && !wording.includes('|')).map(([wording]) => wording).sort();
  const places = new Map(wordings.map((wording, place) => [wording, place]));
  const held = each.map((all) => [...all].flatMap((wording) => places.get(wording) ?? []).sort((a, b) => a - b));
  const lengths = held.map((all) => Math.sqrt(Math.max(all.length, 1)));
  const kinds = [...new Set(letters.map(({ kind }) => kind))].sort();

  const kernel = held.map((one, row) => held.map((other, column) => shared(one, other) / ((lengths[row] ?? 1) * (lengths[column] ?? 1)) + (row === column ? HELD_BACK : 0)));
  const targets = letters.map(({ kind }) => kinds.map((each) => (each === kind ? 1 : -1)));
  const shares = solve(kernel, targets);

  const weights = new Float64Array(wordings.length * kinds.length);
  held.forEach((all, row) => {
    for (const place of all) kinds.forEach((_, nth) => {
      const at = place * kinds.length + nth;
      weights[at] = (weights[at] ?? 0) + (shares[row]?.[nth] ?? 0) / (lengths[row] ?? 1);
    });
  });
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = largest / LARGEST_BYTE;
  const bytes = Int8Array.from(weights, (weight) => Math.round(weight / unit));
  return { kinds, unit, weights: Buffer.from(bytes.buffer).toString('base64'), wordings: wordings.join('|') };
}

/** How many numbers two sorted lists share. */
function shared(one: readonly number[], other: readonly number[]): number {
  let count = 0;
  for (let a = 0, b = 0; a < one.length && b < other.length; ) {
    const difference = (one[a] ?? 0) - (other[b] ?? 0);
    if (difference === 0) count += 1;
    if (difference <= 0) a += 1;
    if (difference >= 0) b += 1;
  }
  return count;
}

/** Solves A·X = B for a symmetric positive definite A, by Cholesky's decomposition. */
function solve(a: readonly (readonly number[])[], b: readonly (readonly number[])[]): number[][] {
  const size = a.length;
  const lower = a.map(() => new Float64Array(size));
  const at = (row: number, column: number): number => lower[row]?.[column] ?? 0;
  const put = (row: number, column: number, value: number): void => void (lower[row] ?? new Float64Array()).set([value], column);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let sum = a[row]?.[column] ?? 0;
      for (let nth = 0; nth < column; nth++) sum -= at(row, nth) * at(column, nth);
      put(row, column, row === column ? Math.sqrt(sum) : sum / at(column, column));
    }
  }
  const width = b[0]?.length ?? 0;
  const solution = b.map((row) => [...row]);
  for (let column = 0; column < width; column++) {
    const value = (row: number): number => solution[row]?.[column] ?? 0;
    const keep = (row: number, result: number): void => void solution[row]?.splice(column, 1, result);
    for (let row = 0; row < size; row++) {
      let sum = value(row);
      for (let nth = 0; nth < row; nth++) sum -= at(row, nth) * value(nth);
      keep(row, sum / at(row, row));
    }
    for (let row = size - 1; row >= 0; row--) {
      let sum = value(row);
      for (let nth = row + 1; nth < size; nth++) sum -= at(nth, row) * value(nth);
      keep(row, sum / at(row, row));
    }
  }
  return solution;
}
