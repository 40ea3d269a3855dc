import { DateTime } from 'luxon';
import { ZONE } from '../src/domain/calendar';
import { readReceiptDay, tellsOfOpening } from '../src/domain/dates/day-of-receipt';
import { readPastDay } from '../src/domain/dates/read-past-day';
import type { LetterMemory } from './letter-memory';
import type { Talk } from './talk';

/** How often a letter's own date is offered as a choice: only while it is near. */
const NEAR_DAYS = 10;

const DAYS = ['letter.today', 'letter.yesterday'] as const;
/** The choice of whoever does not know; see `written`. */
export const NOT_KNOWN_PHRASE = 'letter.unknown';

/** Asks for the day of receipt; the days that are likely can be pressed. */
export async function askReceived(talk: Talk, { reading: { letterDate } }: LetterMemory): Promise<void> {
  const now = talk.services.now().setZone(ZONE);
  const sent = letterDate === null ? null : DateTime.fromISO(letterDate, { zone: ZONE });
  const near = sent !== null && sent <= now && sent >= now.minus({ days: NEAR_DAYS }) && sent.toISODate() !== now.toISODate() && sent.toISODate() !== now.minus({ days: 1 }).toISODate();
  await talk.say('letter.received.ask', {}, { choices: [...DAYS.map((phrase) => written(talk, phrase)), ...(near && letterDate !== null ? [`=${talk.day(letterDate)}`] : []), written(talk, NOT_KNOWN_PHRASE), 'cancel'] });
}

/** A choice that is an answer only here: anywhere else its words may mean another thing. */
export const written = (talk: Talk, phrase: string): string => `=${talk.words(phrase)}`;

/** What she answered to a question for a past day. */
export type DayAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unclear' }
  /** It is the day she opened it, which may be later than the day it came. */
  | { readonly kind: 'opened' }
  | { readonly kind: 'day'; readonly day: string; readonly sure: boolean }
  /** It lies ahead, or before the letter was written. */
  | { readonly kind: 'impossible'; readonly why: 'future' | 'before-letter' };

/** "Det ved jeg ikke." */
export const NOT_KNOWN = /(?<!\p{L})(?:ved (?:jeg |det )?(?:desværre )?ikke|husker (?:jeg |det )?ikke|aner (?:det )?ikke|don.?t (?:know|remember)|not sure|no idea)(?!\p{L})/iu;

/** Reads a past day. One that can't be is not taken: counted from it, the last day would be wrong. */
export function readDayAnswer(talk: Talk, letterDate: string | null): DayAnswer {
  const { text } = talk.heard;
  if (NOT_KNOWN.test(text)) return { kind: 'unknown' };
  const now = talk.services.now().setZone(ZONE);
  const found = readReceiptDay(text, now);
  if (found === null) return tellsOfOpening(text) && readPastDay(text, now) !== null ? { kind: 'opened' } : { kind: 'unclear' };
  if (found.date > (now.toISODate() ?? '')) return { kind: 'impossible', why: 'future' };
  if (letterDate !== null && found.date < letterDate) return { kind: 'impossible', why: 'before-letter' };
  return { kind: 'day', day: found.date, sure: found.sure };
}
