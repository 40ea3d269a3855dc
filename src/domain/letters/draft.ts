import type { TimeLimit } from './appeal-deadline';
import type { Finding } from './finding';
import type { Guidance } from './guidance';
import type { LetterReading } from './letter-reading';
import type { SeenLetter } from './seen-letter';

/** The words of the letter that a field rests on. */
export interface Evidence {
  /** The field, as a path: `kind`, `appeal.deadline`, `legalBasis.0` … */
  readonly field: string;
  /** Offsets into the raw text. */
  readonly start: number;
  readonly end: number;
  readonly quote: string;
}

/** Why a field is doubtful, as a stable id for phrases. */
export type DoubtReason = 'weak' | 'contradiction' | 'date-and-time-limit-differ' | 'poor-reading' | 'no-letter' | 'which-body' | 'which-time-limit' | 'public-notice' | 'draft-alternatives';

/** A field that the reader is unsure of: show the quote and ask. */
export interface Doubt {
  readonly field: string;
  readonly quote: string;
  readonly why: DoubtReason;
}

/** What is known beside the letter. */
export interface Given {
  /** The day of receipt, ISO date. */
  readonly received?: string | undefined;
  /** Today, ISO date: then `appeal.late` is told. */
  readonly today?: string | undefined;
  /** The day of public notice, ISO date, where the time runs from that. */
  readonly noticed?: string | undefined;
  /** The text comes from a poor reading of a picture: what it did not give is not called missing. */
  readonly poor?: boolean | undefined;
}

/** From when the time to complain runs, and how it was reckoned. */
export interface AppealTime {
  readonly time: TimeLimit;
  /** What the time is counted from. */
  readonly from: 'receipt' | 'letter-date' | 'stated-event' | 'public-notice';
  /** ISO date; null when it is not known and must be asked for. */
  readonly day: string | null;
  /** A last day that the letter states beside the time, ISO date: of both the earlier is gone by. */
  readonly stated?: string | undefined;
}

/** A letter half read: what the refiners hand on to each other. */
export interface Draft {
  readonly reading: LetterReading;
  readonly evidence: readonly Evidence[];
  readonly doubts: readonly Doubt[];
  readonly appealTime: AppealTime | null;
}

/** What refiners look at. */
export interface Sight {
  readonly letter: SeenLetter;
  readonly findings: readonly Finding[];
  readonly guidance: Guidance;
  readonly given: Given;
}

/** Makes one judgement. */
export type Refiner = (draft: Draft, sight: Sight) => Draft;

/** Adds to what a draft says; `at` is the place in the letter that it rests on. */
export function say(draft: Draft, sight: Sight, reading: Partial<LetterReading>, field?: string, at?: { readonly start: number; readonly end: number } | null): Draft {
  const next = { ...draft, reading: { ...draft.reading, ...reading } };
  return field !== undefined && at ? { ...next, evidence: [...next.evidence, evidenceAt(sight, field, at)] } : next;
}

export function evidenceAt({ letter }: Sight, field: string, { start, end }: { readonly start: number; readonly end: number }): Evidence {
  return { field, start, end, quote: letter.raw.slice(start, end) };
}

export function doubt(draft: Draft, field: string, why: DoubtReason, quote = ''): Draft {
  return draft.doubts.some((each) => each.field === field && each.why === why) ? draft : { ...draft, doubts: [...draft.doubts, { field, why, quote }] };
}
