import { z } from 'zod';
import { foldWords } from '../topics/said-words';

/** What can't wait for a complaint to be dealt with (adviser.md § 3, 13). `stops`: help that ends or was taken away. */
export const URGENT_NEEDS = ['food', 'home', 'child', 'stops'] as const;
export const UrgentNeed = z.enum(URGENT_NEEDS);
export type UrgentNeed = z.infer<typeof UrgentNeed>;

/** Beginnings of words, or phrases, that tell of a need; small letters. */
export const UrgentWords = z.record(UrgentNeed, z.array(z.string().regex(/^[\p{Ll}\d ]+$/u, 'is small letters, without signs')).min(1));
export type UrgentWords = z.infer<typeof UrgentWords>;

/**
 * The needs that her words tell of. A need found is a reason to say what can be done today, and decides nothing.
 *
 * @example urgentNeeds('Jeg har ikke råd til mad', words) // ['food']
 */
export function urgentNeeds(said: string, words: UrgentWords | null): UrgentNeed[] {
  if (words === null) return [];
  const folded = ` ${foldWords(said)}`;
  return URGENT_NEEDS.filter((need) => words[need].some((word) => folded.includes(` ${word}`)));
}
