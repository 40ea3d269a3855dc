import { DateTime } from 'luxon';
import { easterSunday } from '../hours/public-holidays';
import { foldWords, saysAny } from '../topics/said-words';
import { countOf, DOUBTFUL_WEEKDAYS, MONTH_WORDS, NAMED_DAYS, NEXT_MONTH, NEXT_WEEK, NOW_WORDS, ORDINAL_WORDS, RELATIVE_DAYS, SEASONS, THIS_MONTH, THIS_WEEK, UNKNOWN_DAYS, WEEKDAY_WORDS } from './day-words';

/** The time that a message asks about. Dates are ISO, Copenhagen days. */
export type AskedDay =
  | { readonly kind: 'now' }
  | { readonly kind: 'day'; readonly date: string }
  /** Monday to Sunday, Saturday and Sunday for a weekend; else a month or the days of a season, which have no number. */
  | { readonly kind: 'week'; readonly from: string; readonly to: string; readonly number: number | null }
  /** A date that the calendar does not have: 29 February 2027, 31 November. */
  | { readonly kind: 'no-such-day' }
  /** Days that nobody has told us: "i vinterferien". */
  | { readonly kind: 'unknown-days' };

type Reader = (text: string, folded: string, today: DateTime) => AskedDay | null;

/** In this order: what names a day exactly comes before what counts from today, and a week before a bare weekday. */
const READERS: readonly Reader[] = [namedDay, writtenDate, numericDate, weekdayOfMonth, weekNumber, weekdayOfWeek, relativeDay, daysAhead, week, weekend, season, month, weekday, dayOfMonth, unknownDays, now];

/**
 * The day or week that a message asks about; null when it names none. A date without a year is the next one, today
 * included; a weekday is the next one, today included.
 *
 * @example readDay('har I åbent på torsdag?', tuesday24November) // { kind: 'day', date: '2026-11-26' }
 */
export function readDay(text: string, today: DateTime): AskedDay | null {
  const folded = foldWords(text);
  const start = today.startOf('day');
  for (const read of READERS) {
    const found = read(text, folded, start);
    if (found) return found;
  }
  return null;
}

const NO_SUCH_DAY: AskedDay = { kind: 'no-such-day' };
const day = (date: DateTime): AskedDay => ({ kind: 'day', date: date.toISODate() });

function namedDay(_text: string, folded: string, today: DateTime): AskedDay | null {
  const found = NAMED_DAYS.find(([words]) => saysAny(folded, words));
  if (!found) return null;
  const [, when] = found;
  const thisYear = inYear(today.year, when, today);
  return day(thisYear < today ? inYear(today.year + 1, when, today) : thisYear);
}

/** A month-day, or so many days from Easter Sunday, of a year. */
const inYear = (year: number, when: string | number, { zoneName }: DateTime): DateTime =>
  typeof when === 'number' ? easterSunday(year).plus({ days: when }) : DateTime.fromISO(`${year}-${when}`, { zone: zoneName ?? undefined });

const MONTH_NAMES = MONTH_WORDS.flat().sort((a, b) => b.length - a.length).join('|');
const DAY_MONTH = new RegExp(`(?<![\\p{L}\\p{N}])(\\d{1,2})(?:st|nd|rd|th)?(?: of)? (${MONTH_NAMES})(?: (\\d{4}))?(?![\\p{L}\\p{N}])`, 'u');
const MONTH_DAY = new RegExp(`(?<![\\p{L}\\p{N}])(${MONTH_NAMES}) (\\d{1,2})(?:st|nd|rd|th)?(?: (\\d{4}))?(?![\\p{L}\\p{N}])`, 'u');

/** A day and month as they are written; the year only where it stands there. */
export interface WrittenDay {
  readonly day: number;
  readonly month: number;
  readonly year: string | undefined;
}

/** "den 24. december", "24 dec 2026", "December 24th"; else "24/12", "24.12.2026". Null where no day with its month is written. */
export const writtenDay = (text: string): WrittenDay | null => inWords(foldWords(text)) ?? inNumbers(text);

function inWords(folded: string): WrittenDay | null {
  const found = DAY_MONTH.exec(folded);
  if (found) return { day: Number(found[1]), month: monthOf(found[2]), year: found[3] };
  const turned = MONTH_DAY.exec(folded);
  return turned ? { day: Number(turned[2]), month: monthOf(turned[1]), year: turned[3] } : null;
}

/** "24/12", "24.12.2026", "5-1-27"; "1/2 time" and case numbers ("24/018233") are none. */
function inNumbers(text: string): WrittenDay | null {
  const found = /(?<![\p{L}\p{N}./-])(\d{1,2})\s?[/.-]\s?(\d{1,2})\.?(?:[/.-]\s?(\d{4}|\d{2}))?(?![\p{L}\p{N}]|[./-]\d|\s*(?:time|timer|dag|år|del|hour|pct|procent|kr)(?!\p{L}))/u.exec(text);
  if (!found || /kl\.?\s*$/iu.test(text.slice(0, found.index))) return null;
  return { day: Number(found[1]), month: Number(found[2]), year: found[3]?.length === 2 ? `20${found[3]}` : found[3] };
}

function writtenDate(_text: string, folded: string, today: DateTime): AskedDay | null {
  const written = inWords(folded);
  return written && (dated(written.day, written.month, written.year, today) ?? NO_SUCH_DAY);
}

function numericDate(text: string, _folded: string, today: DateTime): AskedDay | null {
  const written = inNumbers(text);
  if (!written) return null;
  // "24/18" may be anything; only what looks like a day and a month is a date that does not exist.
  const looksDated = written.day >= 1 && written.day <= 31 && written.month >= 1 && written.month <= 12;
  return dated(written.day, written.month, written.year, today) ?? (looksDated ? NO_SUCH_DAY : null);
}

/** "den 24.", "d. 5", "the 29th": a day of this month or the next. */
function dayOfMonth(text: string, _folded: string, today: DateTime): AskedDay | null {
  const found = /(?<![\p{L}\p{N}])(?:den|d\.)\s?(\d{1,2})\.?(?![\p{N}/:]|\s*(?:sal|tv|th|gang|time)(?!\p{L}))/iu.exec(text) ?? /(?<!\p{L})the (\d{1,2})(?:st|nd|rd|th)(?!\p{L}|\s+(?:floor|time|of))/iu.exec(text);
  if (!found) return null;
  for (const month of [today, today.plus({ months: 1 })]) {
    const date = dated(Number(found[1]), month.month, String(month.year), today);
    if (date?.kind === 'day' && date.date >= today.toISODate()) return date;
  }
  return null;
}

function monthOf(word: string | undefined): number {
  return MONTH_WORDS.findIndex((words) => words.includes(word ?? '')) + 1;
}

/** The date, or null where there is no such day. Without a year: the next one from today on. */
function dated(dayNumber: number, month: number, year: string | undefined, today: DateTime): AskedDay | null {
  const years = year === undefined ? [today.year, today.year + 1, today.year + 2, today.year + 3, today.year + 4] : [Number(year)];
  const zone = today.zoneName ?? undefined;
  for (const each of years) {
    const valid = month >= 1 && month <= 12 && dayNumber >= 1 && dayNumber <= (DateTime.fromObject({ year: each, month }, { zone }).daysInMonth ?? 0);
    if (!valid) continue;
    const date = DateTime.fromObject({ year: each, month, day: dayNumber }, { zone });
    if (year !== undefined || date >= today) return day(date);
  }
  return null;
}

/** "uge 52", "week 3"; a week that is over this year is next year's. */
function weekNumber(_text: string, folded: string, today: DateTime): AskedDay | null {
  const number = Number(/(?<!\p{L})(?:uge|ugen|week)(?: nr| no)? (\d{1,2})(?!\d)/u.exec(folded)?.[1] ?? 0);
  for (const year of [today.weekYear, today.weekYear + 1]) {
    if (number < 1 || number > DateTime.fromObject({ weekYear: year }, { zone: today.zoneName ?? undefined }).weeksInWeekYear) continue;
    const monday = DateTime.fromObject({ weekYear: year, weekNumber: number, weekday: 1 }, { zone: today.zoneName ?? undefined });
    if (monday.plus({ days: 6 }) >= today) return weekFrom(monday, number);
  }
  return null;
}

/** "torsdag i næste uge", "next Thursday week", "næste torsdag" when said with the week. */
function weekdayOfWeek(_text: string, folded: string, today: DateTime): AskedDay | null {
  const weekdayNumber = weekdayIn(folded);
  if (weekdayNumber === null) return null;
  const monday = today.startOf('week');
  if (saysAny(folded, NEXT_WEEK)) return day(monday.plus({ weeks: 1, days: weekdayNumber - 1 }));
  if (saysAny(folded, THIS_WEEK)) return day(monday.plus({ days: weekdayNumber - 1 }));
  return null;
}

function relativeDay(_text: string, folded: string, today: DateTime): AskedDay | null {
  const found = RELATIVE_DAYS.find(([words]) => saysAny(folded, words));
  return found ? day(today.plus({ days: found[1] })) : null;
}

function week(_text: string, folded: string, today: DateTime): AskedDay | null {
  if (saysAny(folded, NEXT_WEEK)) return weekFrom(today.startOf('week').plus({ weeks: 1 }), null);
  return saysAny(folded, THIS_WEEK) ? weekFrom(today.startOf('week'), null) : null;
}

/** "om 14 dage", "om to uger", "in 3 days"; with a weekday, "torsdag om 14 dage", that day of the week then. */
function daysAhead(_text: string, folded: string, today: DateTime): AskedDay | null {
  const found = /(?<!\p{L})(?:om|in) (\p{L}+|\d{1,3}) (dage?|days?|uger?|weeks?|måned(?:er)?|months?)(?!\p{L})/u.exec(folded);
  const count = countOf(found?.[1] ?? '');
  if (!found || count === null) return null;
  const [, , unit = ''] = found;
  const then = today.plus(unit.startsWith('m') ? { months: count } : { days: count * (/^[uw]/.test(unit) ? 7 : 1) });
  const weekdayNumber = weekdayIn(folded);
  return day(weekdayNumber === null ? then : then.startOf('week').plus({ days: weekdayNumber - 1 }));
}

/** "sidste torsdag i december", "the first Tuesday of March 2027"; null where the month has no such day. */
function weekdayOfMonth(_text: string, folded: string, today: DateTime): AskedDay | null {
  const words = folded.split(' ');
  const place = words.findIndex((word, at) => at > 0 && WEEKDAY_WORDS.some((forms) => forms.includes(word)) && ORDINAL_WORDS[words[at - 1] ?? ''] !== undefined);
  if (place < 0) return null;
  const span = monthIn(words.slice(place + 1).join(' '), today);
  if (span === null) return null;
  const which = ORDINAL_WORDS[words[place - 1] ?? ''] ?? 1;
  const weekdayNumber = WEEKDAY_WORDS.findIndex((forms) => forms.includes(words[place] ?? '')) + 1;
  for (const first of span.hasYear ? [span.first] : [span.first, span.first.plus({ years: 1 })]) {
    const start = first.plus({ days: (weekdayNumber - first.weekday + 7) % 7 });
    const count = Math.floor(((first.daysInMonth ?? 0) - start.day) / 7) + 1;
    if (which > count) return NO_SUCH_DAY;
    const date = start.plus({ weeks: which < 0 ? count - 1 : which - 1 });
    if (date >= today || span.hasYear) return day(date);
  }
  return null;
}

const FULL_MONTHS = MONTH_WORDS.flatMap((words) => words.filter((word) => word.length > 4 || word === 'maj' || word === 'may' || word === 'juni' || word === 'juli' || word === 'june' || word === 'july'));
const IN_MONTH = new RegExp(`(?<!\\p{L})(?:i|in|of|hele|til|for|during) (${FULL_MONTHS.join('|')})(?: (\\d{4}))?(?![\\p{L}\\p{N}])`, 'u');

/** The first day of the month that is named with a word before it ("i maj", never "may I"); without a year one that is not over. */
function monthIn(folded: string, today: DateTime): { readonly first: DateTime; readonly hasYear: boolean } | null {
  const thisMonth = today.startOf('month');
  if (saysAny(folded, NEXT_MONTH)) return { first: thisMonth.plus({ months: 1 }), hasYear: true };
  if (saysAny(folded, THIS_MONTH)) return { first: thisMonth, hasYear: true };
  const found = IN_MONTH.exec(folded);
  if (!found) return null;
  const number = monthOf(found[1]);
  const year = found[2] === undefined ? today.year + (number < today.month ? 1 : 0) : Number(found[2]);
  return { first: DateTime.fromObject({ year, month: number, day: 1 }, { zone: today.zoneName ?? undefined }), hasYear: found[2] !== undefined };
}

function month(_text: string, folded: string, today: DateTime): AskedDay | null {
  const named = monthIn(folded, today);
  return named && { kind: 'week', from: named.first.toISODate(), to: named.first.endOf('month').toISODate(), number: null };
}

/** "mellem jul og nytår", "i påsken": one that is over is next year's. */
function season(_text: string, folded: string, today: DateTime): AskedDay | null {
  const found = SEASONS.find(([words]) => saysAny(folded, words));
  if (!found) return null;
  const [, from, to] = found;
  for (const year of [today.year - 1, today.year, today.year + 1]) {
    const first = inYear(year, from, today);
    const sameYear = inYear(year, to, today);
    const last = sameYear < first ? inYear(year + 1, to, today) : sameYear;
    if (last >= today) return { kind: 'week', from: first.toISODate(), to: last.toISODate(), number: null };
  }
  return null;
}

function unknownDays(_text: string, folded: string): AskedDay | null {
  return saysAny(folded, UNKNOWN_DAYS) ? { kind: 'unknown-days' } : null;
}

function weekend(_text: string, folded: string, today: DateTime): AskedDay | null {
  if (!saysAny(folded, ['weekenden', 'i weekenden', 'weekend', 'the weekend', 'weekends'])) return null;
  const saturday = today.startOf('week').plus({ days: 5 });
  return { kind: 'week', from: saturday.toISODate(), to: saturday.plus({ days: 1 }).toISODate(), number: null };
}

function weekday(_text: string, folded: string, today: DateTime): AskedDay | null {
  const number = weekdayIn(folded);
  return number === null ? null : day(today.plus({ days: (number - today.weekday + 7) % 7 }));
}

function now(_text: string, folded: string): AskedDay | null {
  return saysAny(folded, NOW_WORDS) ? { kind: 'now' } : null;
}

const weekFrom = (monday: DateTime, number: number | null): AskedDay => ({ kind: 'week', from: monday.toISODate(), to: monday.plus({ days: 6 }).toISODate(), number: number ?? monday.weekNumber });

/** The weekday named, 1 for Monday; null when none is. */
function weekdayIn(folded: string): number | null {
  const words = folded.split(' ');
  const place = words.findIndex((word, at) => {
    const known = WEEKDAY_WORDS.some((forms) => forms.includes(word));
    return known && (!DOUBTFUL_WEEKDAYS.has(word) || ['på', 'on', 'næste', 'next'].includes(words[at - 1] ?? ''));
  });
  return place < 0 ? null : WEEKDAY_WORDS.findIndex((forms) => forms.includes(words[place] ?? '')) + 1;
}
