import { DateTime } from 'luxon';
import { ZONE } from '../calendar';

/** How near a last day is. */
export interface DeadlineChip {
  /** ISO date. */
  readonly date: string;
  /** Whole calendar days from today; 0 is today, negative when it has passed. */
  readonly days: number;
  readonly level: 'over' | 'urgent' | 'soon' | 'later';
}

/** A last day nearer than this is a red flag (domain/adviser § 4). */
const URGENT_DAYS = 7;
const SOON_DAYS = 21;

/** The last day as it looks from `now`; calendar days, so that a change to summer time counts for nothing. */
export function deadlineChip(date: string, now: DateTime): DeadlineChip {
  const days = Math.round(DateTime.fromISO(date, { zone: ZONE }).diff(now.setZone(ZONE).startOf('day'), 'days').days);
  return { date, days, level: days < 0 ? 'over' : days < URGENT_DAYS ? 'urgent' : days < SOON_DAYS ? 'soon' : 'later' };
}
