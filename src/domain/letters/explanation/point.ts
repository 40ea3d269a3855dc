import type { LetterReading } from '../letter-reading';
import type { AppealRule } from '../appeal-rule';
import type { AppealTime } from '../draft';
import type { Authority } from '../../directory/department';
import type { LawBook } from '../law-book';
import type { ReasonCue } from '../reason-cue';

/** What goes into a phrase: text as it is, words in both languages, a day (ISO) to be put in words, or another phrase. */
export type Value = string | { readonly da: string; readonly en: string } | { readonly day: string } | { readonly phrase: string };

/** One thing to say: a phrase of the content and what goes into it. */
export interface Point {
  readonly say: string;
  readonly values: Readonly<Record<string, Value>>;
}

export const point = (say: string, values: Point['values'] = {}): Point => ({ say, values });

/** The parts of an explanation, in the order in which they are told. */
export const PARTS = ['what', 'decided', 'why', 'law', 'action', 'route', 'deadline', 'sum', 'lacking', 'words'] as const;
export type Part = (typeof PARTS)[number];

/** An explanation: each part that has something to say, in order. */
export type Explanation = readonly { readonly part: Part; readonly points: readonly Point[] }[];

/** The day the letter came, ISO; `letter-date` when she does not know and the letter's own date stands in as the safe day. */
export interface ReceivedDay {
  readonly day: string;
  readonly how: 'told' | 'letter-date';
}

/** All that is known of one letter when it is explained. */
export interface LetterFacts {
  readonly reading: LetterReading;
  /** The letter's own words for a field (`has.reasons`, `outcome`), in the order they stand. */
  readonly quotes: Readonly<Record<string, readonly string[]>>;
  readonly received: ReceivedDay | null;
  /** The time that the letter gives, and what it runs from; null: it gives none, or a date. */
  readonly time: AppealTime | null;
  /** The day of public notice, ISO, where she told one. */
  readonly noticed: string | null;
  /** There is no letter at hand: it rests on what she told. */
  readonly told: boolean;
  /** The row of the law it falls under; null when none is known. */
  readonly rule: AppealRule | null;
  /** Copenhagen's day now, ISO. */
  readonly today: string;
}

/** What is known beside the letter. */
export interface LetterBooks {
  readonly laws: LawBook;
  readonly reasons: readonly ReasonCue[];
  readonly authorities: readonly Authority[];
  /** The municipality's name: letters of others are another's matter. */
  readonly home: string;
}

/** Whether the decision goes against her, wholly or partly: then reasons are owed (FVL § 22) and an appeal makes sense. */
export const goesAgainst = ({ kind, outcome }: LetterReading): boolean => kind === 'decision' && outcome !== 'granted';

/** The reading of a letter that says nothing of an appeal. */
export const NO_APPEAL: LetterReading['appeal'] = { possible: null, sendTo: null, body: null, deadlineText: null, deadlineDays: null, deadline: null };
