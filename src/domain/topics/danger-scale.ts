/** The probability of danger that a score stands for. */
export function probabilityOf(score: number, { slope, offset }: { readonly slope: number; readonly offset: number }): number {
  return 1 / (1 + Math.exp(-(slope * score + offset)));
}
