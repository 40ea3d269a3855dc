/** Numbers from 0 to 1 that a seed decides (mulberry32): a run with the same seed draws the same. */
export function seededRandom(seed: number): () => number {
  let state = seed >>> 0;
  return () => {
    state = (state + 0x6d2b79f5) >>> 0;
    let mixed = Math.imul(state ^ (state >>> 15), state | 1);
    mixed ^= mixed + Math.imul(mixed ^ (mixed >>> 7), mixed | 61);
    return ((mixed ^ (mixed >>> 14)) >>> 0) / 4_294_967_296;
  };
}

export const pick = <Item>(random: () => number, items: readonly Item[]): Item => {
  const found = items[Math.floor(random() * items.length)];
  if (found === undefined) throw new Error('There is nothing to pick from.');
  return found;
};

/** A seed that was not given: drawn from the clock, and printed with the result. */
export const freshSeed = (): number => Date.now() % 1_000_000;
