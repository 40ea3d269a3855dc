import { DateTime } from 'luxon';
import { readPastDay } from '../dates/read-past-day';
import { daysNamed } from '../dates/says-time';
import type { TimelineEntry } from './complaint';

/** So many dated lines an adviser takes in at a glance (adviser.md § 4). */
export const TIMELINE_AT_MOST = 8;

/** A sentence ends at a stop that a blank and a capital letter follow, or at a new line: "den 3. oktober" and "kl. 10" end none. */
const BETWEEN_SENTENCES = /(?<=[.!?…])\s+(?=[\p{Lu}"“»])|\n+/u;

/**
 * What happened as a timeline: each sentence that names a day begins an entry, what follows belongs to it; entries by day,
 * what has no day first. A sentence of several days stands at the first of them, and no day heads it. `when` (ISO, or as she
 * wrote it) dates the whole where no sentence does. Her words are parted, never changed.
 *
 * @example timelineOf('Den 3. oktober kom brevet. I går ringede jeg.', null, today)
 */
export function timelineOf(told: string, when: string | null, today: DateTime): TimelineEntry[] {
  const entries: Placed[] = [];
  for (const sentence of told.split(BETWEEN_SENTENCES).map((each) => each.trim()).filter((each) => each !== '')) {
    const at = dayIn(sentence, today);
    const last = entries.at(-1);
    if (last && at === null) last.text = `${last.text} ${sentence}`;
    else entries.push({ at, date: daysNamed(sentence) > 1 ? null : at, text: sentence });
  }
  const [only] = entries;
  if (when !== null && only && entries.every(({ at }) => at === null)) return [{ ...dated(when), text: only.text }];
  return merged(entries.sort((a, b) => (a.at ?? '').localeCompare(b.at ?? '')).map(({ date, text }) => ({ date, text })));
}

/** An entry with the day it is put at, which need not be the day that heads it. */
interface Placed {
  readonly at: string | null;
  readonly date: string | null;
  text: string;
}

/** A day that she gave, or the time in her words. */
const dated = (when: string): Pick<TimelineEntry, 'date' | 'asWritten'> => (/^\d{4}-\d{2}-\d{2}$/.test(when) ? { date: when } : { date: null, asWritten: when });

/** The day that a sentence names; null when it names none, or one that lies ahead. */
function dayIn(sentence: string, today: DateTime): string | null {
  const found = readPastDay(sentence, today);
  return found !== null && found.date <= (today.toISODate() ?? '') ? found.date : null;
}

/** More than a glance takes in: the last ones are told together. */
function merged(entries: readonly TimelineEntry[]): TimelineEntry[] {
  if (entries.length <= TIMELINE_AT_MOST) return [...entries];
  const rest = entries.slice(TIMELINE_AT_MOST - 1);
  return [...entries.slice(0, TIMELINE_AT_MOST - 1), { date: rest[0]?.date ?? null, text: rest.map(({ text }) => text).join(' ') }];
}

/** Whether what was told names a day, so that she need not be asked for it; the same whatever day it is. */
export const tellsWhen = (told: string): boolean => told.split(BETWEEN_SENTENCES).some((sentence) => dayIn(sentence, ANY_DAY) !== null);

/** A day on which every date without a year lies behind. */
const ANY_DAY = DateTime.fromISO('2028-12-31');
