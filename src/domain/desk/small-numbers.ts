/**
 * The counts of a table with the small ones hidden (null). Were one alone hidden, it could be reckoned from the total: then the
 * next smallest is hidden with it. Nought points to nobody and is shown.
 *
 * @example suppressed([20, 7, 2], 5) // [20, null, null]
 */
export function suppressed(counts: readonly number[], smallest: number): (number | null)[] {
  const small = counts.flatMap((count, place) => (count > 0 && count < smallest ? [place] : []));
  const hidden = new Set(small);
  if (small.length === 1) {
    const rest = counts.flatMap((count, place) => (count >= smallest ? [{ count, place }] : [])).sort((a, b) => a.count - b.count);
    if (rest[0]) hidden.add(rest[0].place);
  }
  return counts.map((count, place) => (hidden.has(place) ? null : count));
}
