/** The features that are known, in ascending order of hash, each with its rarity: the rarer, the more it says. */
export interface Dictionary {
  readonly hashes: Int32Array;
  readonly rarity: Float64Array;
  /** Where to look a hash up: positions plus one, nought where nothing stands. A feature is at its hash's slot or soon after. */
  readonly slots: Int32Array;
}

/** A dictionary of hashes in ascending order. */
export function dictionaryFrom(hashes: Int32Array, rarity: Float64Array): Dictionary {
  // Half of the slots at most are taken, so that a look-up ends after a step or two.
  const slots = new Int32Array(2 ** Math.ceil(Math.log2(2 * hashes.length + 2)));
  hashes.forEach((hash, position) => {
    let at = hash & (slots.length - 1);
    while (slots[at] !== 0) at = (at + 1) & (slots.length - 1);
    slots[at] = position + 1;
  });
  return { hashes, rarity, slots };
}

/** Where a hash stands in the dictionary; below zero when it does not. */
export function positionOf(hash: number, { hashes, slots }: Dictionary): number {
  for (let at = hash & (slots.length - 1); ; at = (at + 1) & (slots.length - 1)) {
    const position = (slots[at] ?? 0) - 1;
    if (position < 0 || hashes[position] === hash) return position;
  }
}
