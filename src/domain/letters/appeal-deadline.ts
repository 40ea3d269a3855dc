import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import { holidayOn, type NamedDay } from '../hours/public-holidays';

/** A time limit as a letter states it: whole weeks, days or calendar months. */
export type TimeLimit = { readonly weeks: number } | { readonly days: number } | { readonly months: number };

/** A day that a time limit may not end on. */
export interface DayOff {
  /** ISO date. */
  readonly date: string;
  /** The public holiday; null when it is an ordinary Saturday or Sunday. */
  readonly holiday: NamedDay | null;
}

/** How the last day for appealing (klagefrist) was reckoned, so that it can be told step by step. */
export interface LastDay {
  /** The day the time runs from: the day of receipt, or of public notice. It is not counted itself. */
  readonly from: string;
  /** The day the time ends on by the calendar alone. */
  readonly unmoved: string;
  /** The last day. */
  readonly last: string;
  /** The days off that the end was moved over, in order; empty when it was not moved. */
  readonly movedOver: readonly DayOff[];
}

const iso = (day: DateTime): string => day.toISODate();

const dayOff = (day: DateTime): DayOff | null => {
  const holiday = holidayOn(iso(day));
  return holiday || day.weekday >= 6 ? { date: iso(day), holiday } : null;
};

/**
 * The last day of a time limit (L-4.4, L-4.5): the day it runs from is not counted; a month ends on the same day number, or on the month's
 * last day where there is none; an end on a Saturday, a Sunday or a public holiday moves to the next working day. 5 June, 24 and 31 December
 * move nothing: the earlier day is the safe one (contract § 1). Throws on a date that does not exist.
 *
 * @example lastDay({ from: '2026-11-27', time: { weeks: 4 } }).last // '2026-12-28': juledag, 2. juledag and a Sunday lie between
 */
export function lastDay({ from, time }: { readonly from: string; readonly time: TimeLimit }): LastDay {
  const unmoved = DateTime.fromISO(from, { zone: ZONE }).plus(time);
  const movedOver: DayOff[] = [];
  let day = unmoved;
  for (let off = dayOff(day); off; off = dayOff(day)) {
    movedOver.push(off);
    day = day.plus({ days: 1 });
  }
  return { from, unmoved: iso(unmoved), last: iso(day), movedOver };
}

/** A time limit in calendar days, as contract § 1 gives it; null for months, whose length varies. */
export function calendarDays(time: TimeLimit): number | null {
  if ('weeks' in time) return time.weeks * 7;
  return 'days' in time ? time.days : null;
}
