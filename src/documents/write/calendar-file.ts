import type { EventAttributes } from 'ics';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import { ZONE } from '../../domain/calendar';

/** An event for a citizen's own calendar. */
export interface CalendarEvent {
  /** Stays the same for the same event, so that fetching it twice gives one entry. */
  readonly uid: string;
  readonly title: string;
  readonly start: DateTime;
  readonly end: DateTime;
  readonly location?: string;
}

/** The last day for something, for a citizen's own calendar. */
export interface LastDay {
  /** Stays the same for the same matter, also when its day is computed anew: the entry is then moved, not doubled. */
  readonly uid: string;
  readonly title: string;
  /** ISO date. */
  readonly day: string;
  readonly description: string;
  /** What the reminders say, a week before and the day before, at nine in the morning. */
  readonly reminder: string;
}

/** Counted back from the midnight that begins the day: nine in the morning, seven days before and one day before. */
const REMINDERS = [
  { days: 6, hours: 15, before: true },
  { hours: 15, before: true },
];

/** The last day as an iCalendar file: the whole day, without time or zone, so that it is the same day wherever the telephone is. */
export function lastDayFile({ uid, title, day, description, reminder }: LastDay): string {
  if (!z.iso.date().safeParse(day).success) throw new AdviserError('bad-request', 'The last day is no day.', 'Hand in a date such as 2026-12-01.');
  const start = DateTime.fromISO(day, { zone: ZONE });
  return fileOf({
    uid,
    title,
    description,
    start: dateOf(start),
    // The end of a whole day is the day after it (RFC 5545, 3.6.1).
    end: dateOf(start.plus({ days: 1 })),
    // A deadline takes up no time: nobody is to be shown as busy.
    busyStatus: 'FREE',
    transp: 'TRANSPARENT',
    alarms: REMINDERS.map((trigger) => ({ action: 'display', description: reminder, trigger })),
    productId: 'vejviser',
    calName: title,
  });
}

const OCTETS = 75;

const dateOf = ({ year, month, day }: DateTime): [number, number, number] => [year, month, day];

/** The event as an iCalendar file (RFC 5545), times in UTC. */
export function calendarFile({ uid, title, start, end, location }: CalendarEvent): string {
  return fileOf({
    uid,
    title,
    start: start.toMillis(),
    end: end.toMillis(),
    startInputType: 'utc',
    startOutputType: 'utc',
    endInputType: 'utc',
    endOutputType: 'utc',
    productId: 'vejviser',
    calName: title,
    ...(location === undefined ? {} : { location }),
  });
}

function fileOf(event: EventAttributes): string {
  // Loaded where it is used: with what it checks events by, it is a thirtieth of a start.
  const { createEvent } = require('ics') as typeof import('ics');
  const { error, value } = createEvent(event);
  if (error || !value) throw new AdviserError('bad-request', 'The event is no calendar event.', 'Look at its title and times.', { cause: error });
  return folded(value);
}

/** Lines of at most 75 octets (RFC 5545, 3.1). The library counts letters, and an "å" has two octets. */
function folded(file: string): string {
  const lines = file.replaceAll(/\r\n[\t ]/g, '').split('\r\n');
  return lines.map((line) => {
    let octets = 0;
    return [...line].map((sign) => {
      octets += Buffer.byteLength(sign);
      if (octets <= OCTETS) return sign;
      octets = 1 + Buffer.byteLength(sign);
      return `\r\n ${sign}`;
    }).join('');
  }).join('\r\n');
}
