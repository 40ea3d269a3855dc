import { type Dictionary, dictionaryFrom } from './dictionary';
import type { HashedFeatures } from './features';

/** Rarity is kept in steps of 1/30, so that it fits a byte in the model file and training sees what will be read back. */
export const RARITY_STEPS = 30;

/** All features that any phrase has; rarity is the logarithm of how few have it. */
export function dictionaryOf(phrases: readonly HashedFeatures[]): Dictionary {
  const blocks = phrases.flatMap(({ words, characters, concepts }) => [words, characters, concepts]);
  const met = new Int32Array(blocks.reduce((sum, { length }) => sum + length, 0));
  let end = 0;
  for (const block of blocks) {
    met.set(block, end);
    end += block.length;
  }
  // Sorted, the times a feature was met stand together: several times faster than counting in a table.
  met.sort();
  let features = 0;
  for (let at = 0; at < met.length; at += 1) if (at === 0 || met[at] !== met[at - 1]) features += 1;
  const hashes = new Int32Array(features);
  const rarity = new Float64Array(features);
  for (let start = 0, position = 0; start < met.length; position += 1) {
    const hash = met[start] ?? 0;
    let next = start + 1;
    while (met[next] === hash) next += 1;
    hashes[position] = hash;
    rarity[position] = Math.min(255, Math.round(Math.log(1 + phrases.length / (next - start)) * RARITY_STEPS)) / RARITY_STEPS;
    start = next;
  }
  return dictionaryFrom(hashes, rarity);
}

/** The `most` features of the dictionary whose weights, over all rows, are the largest. */
export function strongest(dictionary: Dictionary, weights: Float32Array, most: number): Dictionary {
  const rows = weights.length / dictionary.hashes.length;
  const strength = (at: number) => weights.subarray(at * rows, (at + 1) * rows).reduce((sum, weight) => sum + weight ** 2, 0) * (dictionary.rarity[at] ?? 0) ** 2;
  const ranked = Array.from(dictionary.hashes.keys(), (at) => ({ at, strength: strength(at) }));
  ranked.sort((a, b) => b.strength - a.strength || a.at - b.at);
  const kept = ranked.slice(0, most).map(({ at }) => at).sort((a, b) => a - b);
  return dictionaryFrom(Int32Array.from(kept, (at) => dictionary.hashes[at] ?? 0), Float64Array.from(kept, (at) => dictionary.rarity[at] ?? 0));
}
