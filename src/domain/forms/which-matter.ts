import { LetterOfComplaint, mattersAgainst } from '../complaints/complaint-answers';
import type { Answers } from './form';

/** All that the letter decides is complained of at once. */
export const WHOLE_LETTER = 'all';

/** The matters between which she is to choose, each by the letter's own words, and that it is all of them; empty where there is nothing to ask. */
export function matterOf({ letter }: Answers): readonly string[] {
  const kept = LetterOfComplaint.safeParse(letter).data;
  const matters = kept === undefined ? [] : mattersAgainst(kept);
  return matters.length < 2 ? [] : [...matters, WHOLE_LETTER];
}
