/** A share of a number of cases, with its interval of 95 % (Wilson), so that few cases are not taken for proof. */
export interface Share {
  readonly share: number;
  readonly of: number;
  readonly low: number;
  readonly high: number;
}

const Z = 1.96;

/**
 * The share of cases that are as `is` says.
 *
 * @example shareOf([1, 2, 3, 4], (n) => n > 1).share // 0.75
 */
export function shareOf<Case>(cases: readonly Case[], is: (each: Case) => boolean): Share {
  const of = cases.length;
  if (of === 0) return { share: 0, of, low: 0, high: 1 };
  const share = cases.filter(is).length / of;
  const square = Z ** 2 / of;
  const middle = (share + square / 2) / (1 + square);
  const half = (Z / (1 + square)) * Math.sqrt((share * (1 - share)) / of + square / (4 * of));
  return { share, of, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}
