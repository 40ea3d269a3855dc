import { DateTime } from 'luxon';

/** The Ombudsman takes a matter within a year (ombudsmandsloven § 13, stk. 3); a year is a year, not 365 days. */
const YEAR = { years: 1 } as const;

/** Whether the last thing that is known to have happened lies more than a year back; false where no day is known. */
export function isLongAgo(days: readonly (string | null)[], today: DateTime): boolean {
  const last = days.filter((day) => day !== null).sort().at(-1);
  return last !== undefined && last < (today.minus(YEAR).toISODate() ?? '');
}
