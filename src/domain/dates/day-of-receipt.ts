import type { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import { readPastDay, type PastDay } from './read-past-day';

/** She tells of getting something. */
export const RECEIVED = /(?<!\p{L})(?:fik|modtog|modtaget|fået|kom|lå|received|got|arrived)(?!\p{L})/iu;

/** That it was the letter that came: in a story other days are told as well, and a meeting's counted from would give too late a last day. */
const LETTER_CAME = /(?<!\p{L})(?:fik|modtog|modtaget|fået|received|got)(?: \p{L}+){0,5}? (?:brev\p{L}*|afgørelse\p{L}*|afslag\p{L}*|svar|besked|nej|det|den(?! \d)|letter|decision|refusal|it)(?!\p{L})|(?<!\p{L})(?:det|den|brev\p{L}*|afgørelse\p{L}*|afslag\p{L}*|it|letter|decision) (?:kom|lå|came|arrived)(?!\p{L})/iu;

/** Another who may have got a letter of his own. */
const ANOTHER = /(?<!\p{L})(?:min|mit|hendes|hans|my|her|his) (?:mand|kone|kæreste|ægtefælle|samlever|eks|søn|datter|mor|far|husband|wife|partner|ex|son|daughter|mother|father)(?!\p{L})/iu;

/** The day she opened it, which is not the day it came. */
const OPENED = /(?<!\p{L})(?:åbned\p{L}*|åbnet|læste|læst|opdaged\p{L}*|så (?:det|den|brevet|mailen)|har (?:først )?set (?:det|den|brevet)|tjekkede|opened|noticed|(?:i|we) (?:only |first )?(?:read|saw|checked))(?!\p{L})/iu;

/** Between clauses; the full stop of "den 5. november" and "d. 5" ends none. */
const BORDER = /(?:,|;|(?<=\p{L}{3}|\d{4})\.\s|(?<!\p{L})(?:og|men|mens|and|but|while)(?!\p{L}))/iu;
const MONTH = 'jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec';
const DATE_ALONE = new RegExp(`^\\s*(?:(?:den|d\\.|on|the)\\s*)?(?:\\d{1,4}(?:st|nd|rd|th)?[./-]?\\s*(?:of\\s+)?)+(?:(?:${MONTH})\\p{L}*\\.?)?\\s*(?:\\d{4})?\\s*$`, 'iu');

/** What is said, clause by clause; a day set off by a comma ("fredag, den 30. oktober") stays with what is said of it. */
function clausesOf(text: string): string[] {
  const clauses: string[] = [];
  for (const clause of text.split(BORDER)) {
    if (!/\d|\p{L}/u.test(clause)) continue;
    if (clauses.length > 0 && DATE_ALONE.test(clause)) clauses.push(`${clauses.pop()} ${clause}`);
    else clauses.push(clause);
  }
  return clauses;
}

/**
 * What she tells of the day it came to her. Each of two parents has a time limit of her or his own (trap 20): another's later day must not
 * stand for hers. Nor may the day she opened it: what counts is when it was there for her (lov om Digital Post § 10).
 *
 * @example ofReceipt('jeg den 12. og min mand den 14.') // 'jeg den 12.'
 * @example ofReceipt('det kom d. 12, men jeg åbnede det først i går') // 'det kom d. 12'
 */
export function ofReceipt(text: string): string {
  if (!ANOTHER.test(text) && !OPENED.test(text)) return text;
  return clausesOf(text).filter((clause) => !ANOTHER.test(clause) && !tellsOfOpening(clause)).join(' ; ').trim();
}

/** Whether it is the day of opening alone that she tells. */
export const tellsOfOpening = (text: string): boolean => OPENED.test(text) && !RECEIVED.test(text);

const OR = /(?:,|;|(?<!\p{L})(?:og|eller|til|and|or|enten|either)(?!\p{L})|(?<=\d )to(?= \d)|(?<=\d\.?)\s?[–-]\s?(?=(?:den |d\. ?)?\d))/iu;
/** "Mellem den 12. og den 16. november": both are of November. */
const SHARED_MONTH = new RegExp(`(\\d{1,2})\\.?(\\s?(?:og|eller|til|and|or|to|–|-)\\s?(?:(?:den|the|d\\.)\\s?)?\\d{1,2}(?:\\.|st|nd|rd|th)?\\s((?:${MONTH})\\p{L}*))`, 'giu');
/** "Ikke den 12., den 16." */
const DENIED = /(?<!\p{L})(?:ikke|not) (?:(?:den|d\.|på|i|om|the|on) ?)?(?:\d{1,2}\.?(?:\s?(?:jan|feb|mar|apr|maj|may|jun|jul|aug|sep|okt|oct|nov|dec)\p{L}*)?|\p{L}{2,6}dags?|går|dag|yesterday|today)(?!\p{L})/giu;

/**
 * The day of receipt that words tell; null when none. Of a range or of several days the first, which is never sure: counted from a later
 * one the last day could be too late.
 *
 * @example readReceiptDay('mellem den 12. og den 16. november', now) // { date: '2026-11-12', sure: false }
 */
export function readReceiptDay(text: string, now: DateTime): PastDay | null {
  const told = ofReceipt(text).replace(DENIED, ' ').replace(SHARED_MONTH, '$1. $3 ;$2');
  const days = told.split(OR).flatMap((part) => readPastDay(part, now) ?? []).sort((a, b) => a.date.localeCompare(b.date));
  const [first] = days;
  return first === undefined ? null : { ...first, sure: days.every(({ date, sure }) => sure && date === first.date) };
}

/** The day that words say something came, ISO; null where they tell none, or one that lies ahead. @example "jeg fik det den 2. november" */
export function dayToldIn(text: string, now: DateTime): string | null {
  const clauses = clausesOf(text);
  const told = clauses.length === 1 ? text : clauses.filter((clause) => LETTER_CAME.test(clause)).join(' ; ');
  if (!RECEIVED.test(told) && !LETTER_CAME.test(told)) return null;
  const day = readReceiptDay(told, now.setZone(ZONE))?.date ?? null;
  return day !== null && day <= (now.setZone(ZONE).toISODate() ?? '') ? day : null;
}

/** This letter, and that it came to her. */
const THIS_CAME = /(?<!\p{L})(?:jeg|vi|i|we) (?:\p{L}+ )?(?:fik|modtog|har fået|got|received)(?: \p{L}+)? (?:det|den(?! \d)|brevet|afgørelsen|afslaget|it|the (?:letter|decision|refusal))(?!\p{L})|(?<!\p{L})(?:det|den|brevet|afgørelsen|it|the (?:letter|decision)) (?:\p{L}+ )?(?:kom|lå|came|arrived)(?!\p{L})/iu;
const SUPPOSED = /(?<!\p{L})(?:hvis|hvad nu|hvad med|havde (?:jeg|vi|det|den)|if|what about|had i)(?!\p{L})/iu;

/** Whether words tell that this very letter came: no other letter, nobody else's, nothing supposed. */
export const tellsOfThisLetter = (text: string): boolean => THIS_CAME.test(text) && !SUPPOSED.test(text) && !/(?<!\p{L})(?:nyt|nye|andet|anden|another|new)(?!\p{L})/iu.test(text);
