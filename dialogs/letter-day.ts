import { DateTime } from 'luxon';
import { ZONE } from '../src/domain/calendar';
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

/** She tells of getting something. */
export const RECEIVED = /(?<!\p{L})(?:fik|modtog|modtaget|fået|kom|lå|received|got|arrived)(?!\p{L})/iu;

/** That it was the letter that came: in a story other days are told as well, and a meeting's counted from would give too late a last day. */
const LETTER_CAME = /(?<!\p{L})(?:fik|modtog|modtaget|fået|received|got)(?: \p{L}+){0,5}? (?:brev\p{L}*|afgørelse\p{L}*|afslag\p{L}*|svar|besked|nej|det|den(?! \d)|letter|decision|refusal|it)(?!\p{L})|(?<!\p{L})(?:det|den|brev\p{L}*|afgørelse\p{L}*|afslag\p{L}*|it|letter|decision) (?:kom|lå|came|arrived)(?!\p{L})/iu;

/** The day that words say something came, ISO; null where they tell none, or one that lies ahead. @example "jeg fik det den 2. november" */
export function dayToldIn(text: string, now: DateTime): string | null {
  const clauses = text.split(CLAUSES).filter((clause) => /\d|\p{L}/u.test(clause));
  const told = clauses.length === 1 ? text : clauses.filter((clause) => LETTER_CAME.test(clause)).join(' ; ');
  if (!RECEIVED.test(told) && !LETTER_CAME.test(told)) return null;
  const day = readPastDay(hersOf(told), now.setZone(ZONE))?.date ?? null;
  return day !== null && day <= (now.setZone(ZONE).toISODate() ?? '') ? day : null;
}

/** What she answered to a question for a past day. */
export type DayAnswer =
  | { readonly kind: 'unknown' }
  | { readonly kind: 'unclear' }
  | { readonly kind: 'day'; readonly day: string; readonly sure: boolean }
  /** It lies ahead, or before the letter was written. */
  | { readonly kind: 'impossible'; readonly why: 'future' | 'before-letter' };

const NOT_KNOWN = /(?<!\p{L})(?:ved (?:jeg |det )?(?:desværre )?ikke|husker (?:jeg |det )?ikke|aner (?:det )?ikke|don.?t (?:know|remember)|not sure|no idea)(?!\p{L})/iu;

/** Another who may have got a letter of his own. */
const ANOTHER = /(?<!\p{L})(?:min|mit|hendes|hans|my|her|his) (?:mand|kone|kæreste|ægtefælle|samlever|eks|søn|datter|mor|far|husband|wife|partner|ex|son|daughter|mother|father)(?!\p{L})/iu;
const CLAUSES = /(?:,|;|\.\s|(?<!\p{L})(?:og|men|mens|and|but|while)(?!\p{L}))/iu;

/**
 * What she tells of her own day: each of two parents has a time limit of her or his own (trap 20), and another's later day must not stand
 * for hers. @example hersOf('jeg den 12. og min mand den 14.') // 'jeg den 12.'
 */
export function hersOf(text: string): string {
  if (!ANOTHER.test(text)) return text;
  return text.split(CLAUSES).filter((clause) => !ANOTHER.test(clause)).join(' ').trim();
}

/** Reads a past day. One that can't be is not taken: counted from it, the last day would be wrong. */
export function readDayAnswer(talk: Talk, letterDate: string | null): DayAnswer {
  const text = hersOf(talk.heard.text);
  if (NOT_KNOWN.test(text)) return { kind: 'unknown' };
  const now = talk.services.now().setZone(ZONE);
  const found = readPastDay(text, now);
  if (found === null) return { kind: 'unclear' };
  if (found.date > (now.toISODate() ?? '')) return { kind: 'impossible', why: 'future' };
  if (letterDate !== null && found.date < letterDate) return { kind: 'impossible', why: 'before-letter' };
  return { kind: 'day', day: found.date, sure: found.sure };
}
