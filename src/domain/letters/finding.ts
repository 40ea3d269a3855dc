import type { TimeLimit } from './appeal-deadline';
import type { AppealBody, LetterReading } from './letter-reading';
import type { Effect } from './letter-words';
import type { SeenLetter } from './seen-letter';

/** What a finding tells. */
export type FindingOf =
  | { readonly of: 'kind'; readonly kind: LetterReading['kind']; readonly title: boolean }
  | { readonly of: 'effect'; readonly effect: Effect; readonly title: boolean }
  | { readonly of: 'date'; readonly day: number; readonly month: number; readonly year: number | null; readonly iso: string | null }
  | { readonly of: 'time-limit'; readonly time: TimeLimit }
  | { readonly of: 'citation'; readonly law: string; readonly section: string; readonly subsection: string | null; readonly procedure: boolean }
  | { readonly of: 'case-number'; readonly value: string }
  | { readonly of: 'letter-date'; readonly iso: string }
  | { readonly of: 'authority'; readonly value: string }
  | { readonly of: 'department'; readonly value: string }
  | { readonly of: 'body'; readonly slug: AppealBody; readonly aside: boolean }
  | { readonly of: 'amount'; readonly value: string }
  | { readonly of: 'clock'; readonly value: string }
  | { readonly of: 'term'; readonly id: string };

/** One thing found in a letter: where, and how much it counts. */
export type Finding<Kind extends FindingOf['of'] = FindingOf['of']> = Extract<FindingOf, { of: Kind }> & {
  /** Offsets in the raw text. */
  readonly start: number;
  readonly end: number;
  /** The sentence it stands in; -1 when in none. */
  readonly sentence: number;
  /** How much it counts against others of its kind. */
  readonly certainty: number;
};

/** Finds one thing. */
export type Extractor = (letter: SeenLetter) => Finding[];

/** The findings of one kind, in order of the text. */
export function findingsOf<Kind extends FindingOf['of']>(findings: readonly Finding[], of: Kind): Finding<Kind>[] {
  const isOf = (finding: Finding): finding is Finding<Kind> => finding.of === of;
  return findings.filter(isOf);
}
