import { DateTime } from 'luxon';
import { AdviserError } from '../adviser-error';
import { ZONE, type Now } from '../calendar';
import type { OpeningHours } from './opening-hours';
import { openingStatus } from './opening-status';

/** The opening hours at a moment, as contract § 2 publishes them. */
export interface HoursReport {
  readonly at: string;
  readonly channels: readonly {
    readonly id: string;
    readonly open: boolean;
    readonly closesAt: string | null;
    readonly opensAt: string | null;
    readonly closedBecause: string | null;
  }[];
}

export function hoursReport(hours: OpeningHours, at: DateTime): HoursReport {
  return {
    at: at.setZone(ZONE).toISO(),
    channels: hours.channels.map(({ id }) => {
      const { open, closesAt, opensAt, closedBecause } = openingStatus(hours, id, at);
      return { id, open, closesAt: closesAt?.toISO() ?? null, opensAt: opensAt?.toISO() ?? null, closedBecause: closedBecause?.da ?? null };
    }),
  };
}

const MOMENT = /^\d{4}-\d{2}-\d{2}([T ]\d{2}:\d{2}(:\d{2}(\.\d{1,3})?)?(Z|[+-]\d{2}:?\d{2})?)?$/;

/**
 * The moment that was asked about: ISO, Copenhagen time when no offset is given, now when nothing is.
 *
 * @throws AdviserError `bad-request` for anything else
 */
export function readMoment(asked: string | undefined, now: Now): DateTime {
  if (asked === undefined) return now();
  try {
    if (MOMENT.test(asked)) return DateTime.fromISO(asked.replace(' ', 'T'), { zone: ZONE });
  } catch {
    // A date that does not exist, such as 31 February: the same answer as for any other word.
  }
  throw new AdviserError('bad-request', '"at" is not a moment.', 'Give one such as 2026-11-24T10:00.');
}
