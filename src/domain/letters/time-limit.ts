import type { LetterReading } from './letter-reading';
import type { TimeLimit } from './appeal-deadline';

const NUMBERS = ['nul', 'en', 'to', 'tre', 'fire', 'fem', 'seks', 'syv', 'otte', 'ni', 'ti', 'elleve', 'tolv'];
const NUMBERS_EN = ['zero', 'one', 'two', 'three', 'four', 'five', 'six', 'seven', 'eight', 'nine', 'ten', 'eleven', 'twelve'];

/** Words for a number in a time limit, both spellings of one among them. */
function numberIn(word: string): number | null {
  if (/^\d{1,4}$/.test(word)) return Number(word);
  const place = Math.max(NUMBERS.indexOf(word === 'én' || word === 'et' || word === 'ét' ? 'en' : word), NUMBERS_EN.indexOf(word));
  return place > 0 ? place : null;
}

const LIMIT = /(?<![\p{L}\p{N}])(\d{1,4}|[\p{L}]{2,6})\s+(uger?|weeks?|dage?|days?|måneder?|maaneder?|mdr|months?|år|years?)s?(?!\p{L})/giu;

/**
 * The time limit that a text states; null when it states none.
 *
 * @example timeLimitIn('inden fire uger') // { weeks: 4 }
 */
export function timeLimitIn(text: string): TimeLimit | null {
  for (const [, number = '', unit = ''] of text.toLocaleLowerCase('da').matchAll(LIMIT)) {
    const count = numberIn(number);
    if (count === null || count === 0) continue;
    if (/^(?:uge|week)/.test(unit)) return { weeks: count };
    if (/^(?:dag|day)/.test(unit)) return { days: count };
    return { months: /^(?:år|year)/.test(unit) ? count * 12 : count };
  }
  return null;
}

/** The time that a letter gives for appealing; null when it states a date, or nothing. */
export function timeOf({ deadlineDays, deadlineText }: LetterReading['appeal']): TimeLimit | null {
  const stated = deadlineText === null ? null : timeLimitIn(deadlineText);
  if (deadlineDays !== null) return stated && 'weeks' in stated && stated.weeks * 7 === deadlineDays ? stated : { days: deadlineDays };
  return stated;
}

/** A time limit in words, in both languages: "fire uger", "four weeks". */
export function timeInWords(time: TimeLimit): { readonly da: string; readonly en: string } {
  const [count, da, en] = 'weeks' in time ? [time.weeks, ['uge', 'uger'], ['week', 'weeks']] as const : 'days' in time ? [time.days, ['dag', 'dage'], ['day', 'days']] as const : [time.months, ['måned', 'måneder'], ['month', 'months']] as const;
  const one = count === 1 ? 0 : 1;
  return { da: `${count === 1 ? 'en' : (NUMBERS[count] ?? count)} ${da[one]}`, en: `${NUMBERS_EN[count] ?? count} ${en[one]}` };
}
