import { DateTime } from 'luxon';
import { foldWords, saysAny } from '../topics/said-words';
import { WEEKDAY_WORDS } from './day-words';
import { writtenDay } from './read-day';

/** A day that is over, or today. ISO, a Copenhagen day. `sure`: day and month were written, or today or yesterday was said. */
export interface PastDay {
  readonly date: string;
  readonly sure: boolean;
}

const RELATIVE: readonly (readonly [words: readonly string[], days: number])[] = [
  [['i forgårs', 'iforgårs', 'forgårs', 'day before yesterday'], 2],
  [['i går', 'igår', 'i gaar', 'yesterday'], 1],
  [['i dag', 'idag', 'today', 'i morges', 'this morning'], 0],
];
const COUNTS = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti'];
const COUNTS_EN = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten'];

/**
 * The past day that a message names: a letter has come on none that lies ahead. Without a year the last one, today included; a
 * weekday is the last one, today included; "i mandags" and "last Monday" are never today. Null when none is named. A year that is written stands, though the day lie ahead.
 *
 * @example readPastDay('jeg fik det først den 3.', wednesday25November) // { date: '2026-11-03', sure: false }
 */
export function readPastDay(text: string, now: DateTime): PastDay | null {
  const today = now.startOf('day');
  const folded = foldWords(text);
  const written = writtenDay(text);
  if (written) return lastOf(written.day, written.month, written.year, today);
  // "3 uger siden i dag" is three weeks ago.
  const before = ago(folded, today);
  if (before) return before;
  const relative = RELATIVE.find(([words]) => saysAny(folded, words));
  if (relative) return { date: today.minus({ days: relative[1] }).toISODate() ?? '', sure: true };
  // "Fredag den 13.": the number tells more.
  return dayOfMonth(text, today) ?? lastWeekday(folded, today);
}

function lastOf(day: number, month: number, year: string | undefined, today: DateTime): PastDay | null {
  const years = year === undefined ? [0, 1, 2, 3, 4].map((back) => today.year - back) : [Number(year)];
  for (const each of years) {
    const date = dateOf(each, month, day, today);
    if (date && (year !== undefined || date <= today)) return { date: date.toISODate() ?? '', sure: true };
  }
  return null;
}

/** "for tre dage siden", "en uge siden", "3 days ago". */
function ago(folded: string, today: DateTime): PastDay | null {
  const found = /(?<![\p{L}\p{N}])(\d{1,2}|\p{L}{2,5}) (dage?|days?|uger?|weeks?|måned(?:er)?|months?) (?:siden|ago)(?!\p{L})/u.exec(folded);
  if (!found) return null;
  const [, number = '', unit = ''] = found;
  const count = /^\d/.test(number) ? Number(number) : Math.max(COUNTS.indexOf(number), COUNTS_EN.indexOf(number));
  if (count < 0) return null;
  const back = unit.startsWith('m') ? { months: count } : { days: count * (/^[uw]/.test(unit) ? 7 : 1) };
  return { date: today.minus(back).toISODate() ?? '', sure: false };
}

/** A weekday that is spoken of as over: said on a Monday, "i mandags" is a week ago. */
const GONE_BY = /(?<!\p{L})(?:(?:man|tirs|ons|tors|fre|lør|søn)dags|(?:sidste|last) \p{L}+)(?!\p{L})/u;
/** "Forrige fredag" is the one before last to most, and never later than that. */
const BEFORE_LAST = /(?<!\p{L})(?:forrige \p{L}{2,5}dag|\p{L}{2,5}dag(?:en)? (?:før|for en uge siden)|the (?:\p{L}+day )?before last)(?!\p{L})/u;

function lastWeekday(folded: string, today: DateTime): PastDay | null {
  const words = folded.split(' ');
  const number = WEEKDAY_WORDS.findIndex((forms) => forms.some((form) => form.length > 3 && words.includes(form))) + 1;
  if (number === 0) return null;
  const back = (today.weekday - number + 7) % 7 || (GONE_BY.test(folded) || BEFORE_LAST.test(folded) ? 7 : 0);
  return { date: today.minus({ days: back + (BEFORE_LAST.test(folded) ? 7 : 0) }).toISODate() ?? '', sure: false };
}

const WEEKDAY = `(?:${WEEKDAY_WORDS.flat().filter((word) => word.length > 5).join('|')})`;
const DAY_NUMBER = new RegExp(`(?<![\\p{L}\\p{N}]|kl\\.? )(?:(?:den|d\\.?|the)\\s?(\\d{1,2})(?:\\.|st|nd|rd|th)?|(\\d{1,2})\\.|${WEEKDAY},?\\s(\\d{1,2})|(\\d{1,2})(?:st|nd|rd|th))(?![\\p{L}\\p{N}/:.]|\\s*(?:uger?|dage?|måned|weeks?|days?|months?|kr|gange))`, 'iu');

/** "den 3.", "d. 21", "the 3rd", "mandag 16": of this month or the last one that has such a day. */
function dayOfMonth(text: string, today: DateTime): PastDay | null {
  const found = DAY_NUMBER.exec(text);
  const day = Number(found?.slice(1).find((each) => each !== undefined) ?? 0);
  for (const back of [0, 1, 2]) {
    const month = today.startOf('month').minus({ months: back });
    const date = day === 0 ? null : dateOf(month.year, month.month, day, today);
    if (date && date <= today) return { date: date.toISODate() ?? '', sure: false };
  }
  return null;
}

function dateOf(year: number, month: number, day: number, { zoneName }: DateTime): DateTime | null {
  const zone = zoneName ?? undefined;
  if (month < 1 || month > 12 || day < 1 || day > (DateTime.fromObject({ year, month }, { zone }).daysInMonth ?? 0)) return null;
  return DateTime.fromObject({ year, month, day }, { zone });
}
