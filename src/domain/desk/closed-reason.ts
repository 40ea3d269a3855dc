import { DateTime } from 'luxon';
import { z } from 'zod';
import { unreadMessages, type CaseRecord } from '../cases/desk-file';

/** Why someone looks at a closed case (need to know, threat B8). */
export const ClosedReason = z.enum(['citizen-asked', 'authority-asked', 'access-request', 'correction', 'statistics']);
export type ClosedReason = z.infer<typeof ClosedReason>;

/** The work on a case does not end with the minute of its closing. */
const HOURS_AFTER = 24;

/** Whether a reason must be given first: the case is closed, nothing new has come, and nobody can still be busy with it. */
export function needsReason(record: CaseRecord, now: DateTime): boolean {
  const { handoff, desk } = record;
  if (handoff.status !== 'closed' || unreadMessages(record) > 0) return false;
  return now.diff(DateTime.fromISO(desk.closedAt ?? handoff.createdAt), 'hours').hours >= HOURS_AFTER;
}
