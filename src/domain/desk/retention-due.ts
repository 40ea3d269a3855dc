import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import { unreadMessages, type CaseRecord } from '../cases/desk-file';

/** What the rules say of a closed case whose time has run. */
export interface RetentionVerdict {
  readonly record: CaseRecord;
  /** ISO date on which its time ran out. */
  readonly due: string;
  /** Why it stays all the same; null when it goes. */
  readonly kept: 'deadline' | 'unread' | null;
}

/** The day on which the time of a case has run that was closed at this moment; ISO date. */
export const retentionEnd = (closedAt: string, caseMonths: number): string => DateTime.fromISO(closedAt, { zone: ZONE }).plus({ months: caseMonths }).toISODate();

/**
 * The closed cases whose time has run (contract § 6): so many months after closing, never while a last day is still to come or a
 * message of the citizen is unread. An open case has no such time.
 */
export function retentionDue(records: readonly CaseRecord[], caseMonths: number, now: DateTime): RetentionVerdict[] {
  const today = now.setZone(ZONE).toISODate();
  return records.flatMap((record) => {
    const { handoff, desk } = record;
    if (handoff.status !== 'closed') return [];
    const due = retentionEnd(desk.closedAt ?? handoff.createdAt, caseMonths);
    if (due > today) return [];
    return [{ record, due, kept: handoff.nextDeadline !== null && handoff.nextDeadline >= today ? 'deadline' : unreadMessages(record) > 0 ? 'unread' : null }];
  });
}
