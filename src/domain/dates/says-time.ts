import type { DateTime } from 'luxon';
import { foldWords } from '../topics/said-words';
import { MONTH_WORDS, WEEKDAY_WORDS } from './day-words';
import { readPastDay } from './read-past-day';

/** A stretch of time, or something that happened again and again: no single day dates it. */
const SPANS = /(?<!\p{L})(?:(?<!(?:dage?|uger?|måned(?:er)?|år|længe) )siden|since|fra .+ til|from .+ (?:to|until)|mellem|between|flere|mange|hver|hele|altid|ofte|gange|tit|løbende|several|many|every|always|often|times|throughout|indtil|until)/u;
const TIME = /(?<!\p{L})(?:dage?n?|uger?n?|uge|måned(?:er|en)?|år(?:et|ene)?|gang(?:e|en)?|forår(?:et)?|sommer(?:en|s)?|efterår(?:et)?|vinter(?:en)?|jul(?:en)?|påske(?:n)?|nytår|ferie(?:n)?|morgen(?:en)?|aften(?:en)?|nat(?:ten)?|formiddag(?:en)?|eftermiddag(?:en)?|nyligt?|lige|tidligere|sidste|forrige|days?|weeks?|months?|years?|spring|summer|autumn|fall|winter|christmas|easter|recently|last|ago|morning|evening|night|(?:19|20)\d\d)(?!\p{L})/u;
const NAMED: ReadonlySet<string> = new Set([...MONTH_WORDS.flat().filter((word) => word.length > 2), ...WEEKDAY_WORDS.flat().filter((word) => word.length > 3)]);

/** When something happened: an ISO day where one is meant, else her own words where they tell a time; null when they tell none. */
export type WhenTold = { readonly day: string } | { readonly asWritten: string };

/**
 * Reads when something happened. What is no single day stands as she wrote it: nothing is made exact that she left open.
 *
 * @example whenTold('siden marts 2026', today) // { asWritten: 'siden marts 2026' }
 */
export function whenTold(text: string, today: DateTime): WhenTold | null {
  const folded = foldWords(text);
  const spans = SPANS.test(`${folded} `);
  const found = readPastDay(text, today);
  if (found !== null && !spans && daysNamed(text) < 2) return found.date <= (today.toISODate() ?? '') ? { day: found.date } : null;
  const tells = found !== null || spans || TIME.test(folded) || folded.split(' ').some((word) => NAMED.has(word));
  return tells ? { asWritten: text.trim() } : null;
}

const MONTHS = MONTH_WORDS.flat().sort((a, b) => b.length - a.length).join('|');
const WEEKDAYS = WEEKDAY_WORDS.flat().filter((word) => word.length > 3).join('|');
const DATE = `\\d{1,2}\\.?(?:st|nd|rd|th)?(?: of)? (?:${MONTHS})\\.?(?: \\d{4})?|(?:${MONTHS}) \\d{1,2}(?:st|nd|rd|th)?(?!\\d)|\\d{1,2}[/.-]\\d{1,2}(?:[/.-]\\d{2,4})?`;
const DAY = new RegExp(`(?<![\\p{L}\\p{N}/.-])(?:(?:(?:i )?(?:${WEEKDAYS}),? )?(?:den |d\\. ?|the )?(?:${DATE})|(?:den|d\\.|the) ?\\d{1,2}\\.?(?![\\p{N}/:])|(?:i )?(?:${WEEKDAYS})|i (?:forgårs|går|dag|morges)|yesterday|today)(?!\\p{L})`, 'giu');

/** How many days a text names; "mandag den 2. november" is one. */
export const daysNamed = (text: string): number => new Set([...text.toLocaleLowerCase('da').matchAll(DAY)].map(([day]) => day.trim())).size;
