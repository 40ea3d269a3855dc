/**
 * Chance that can be repeated: numbers from 0 up to, not including, 1, the same for the same seed (an xorshift generator).
 * Training uses no other, so that the same phrases give the same bytes.
 */
export function seededRandom(seed: number): () => number {
  let state = seed | 0 || 1;
  return () => {
    state ^= state << 13;
    state ^= state >>> 17;
    state ^= state << 5;
    return (state >>> 0) / 2 ** 32;
  };
}

/** Puts `items` in a new order, in place. */
export function shuffle(items: Int32Array, random: () => number): void {
  for (let index = items.length - 1; index > 0; index -= 1) {
    const other = Math.floor(random() * (index + 1));
    [items[index], items[other]] = [items[other] ?? 0, items[index] ?? 0];
  }
}
