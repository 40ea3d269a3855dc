import type { HashedFeatures } from './features';
import type { Dictionary } from './linear-model';

/** Rarity is kept in steps of 1/30, so that it fits a byte in the model file and training sees what will be read back. */
export const RARITY_STEPS = 30;

/** All features that any phrase has; rarity is the logarithm of how few have it. */
export function dictionaryOf(phrases: readonly HashedFeatures[]): Dictionary {
  const seen = new Map<number, number>();
  for (const { words, characters, concepts } of phrases) {
    for (const block of [words, characters, concepts]) for (const hash of block) seen.set(hash, (seen.get(hash) ?? 0) + 1);
  }
  const kept = [...seen].sort(([a], [b]) => a - b);
  const rarity = (times: number) => Math.min(255, Math.round(Math.log(1 + phrases.length / times) * RARITY_STEPS)) / RARITY_STEPS;
  return { hashes: Int32Array.from(kept, ([hash]) => hash), rarity: Float64Array.from(kept, ([, times]) => rarity(times)) };
}

/** The `most` features of the dictionary whose weights, over all rows, are the largest. */
export function strongest(dictionary: Dictionary, weights: Float32Array, most: number): Dictionary {
  const rows = weights.length / dictionary.hashes.length;
  const strength = (at: number) => weights.subarray(at * rows, (at + 1) * rows).reduce((sum, weight) => sum + weight ** 2, 0) * (dictionary.rarity[at] ?? 0) ** 2;
  const ranked = Array.from(dictionary.hashes.keys(), (at) => ({ at, strength: strength(at) }));
  ranked.sort((a, b) => b.strength - a.strength || a.at - b.at);
  const kept = ranked.slice(0, most).map(({ at }) => at).sort((a, b) => a - b);
  return { hashes: Int32Array.from(kept, (at) => dictionary.hashes[at] ?? 0), rarity: Float64Array.from(kept, (at) => dictionary.rarity[at] ?? 0) };
}
