import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import type { CaseRecord } from '../cases/desk-file';
import { departmentOf, instanceOf } from './case-summary';
import type { ReportRow } from './tombstone';

const day = (iso: string): DateTime => DateTime.fromISO(iso, { zone: ZONE }).startOf('day');
const daysBetween = (from: string, to: string): number => Math.max(0, Math.round(day(to).diff(day(from), 'days').days));

/** What the annual report counts of a case. */
export function reportRow({ handoff, desk }: CaseRecord): ReportRow {
  const { statement } = desk;
  return {
    received: day(handoff.createdAt).toISODate(),
    receivedBy: desk.receivedBy,
    department: departmentOf(handoff),
    topic: desk.topic,
    kind: desk.kind,
    isComplaint: handoff.complaint !== null,
    about: handoff.complaint?.about ?? null,
    instance: instanceOf(handoff),
    outcome: desk.outcome,
    days: desk.closedAt === null ? null : daysBetween(handoff.createdAt, desk.closedAt),
    statementDays: statement?.receivedAt ? daysBetween(statement.askedAt, statement.receivedAt) : null,
    missing: handoff.letter?.kind === 'decision' ? [...handoff.letter.missing] : [],
    terms: [...(handoff.letter?.terms ?? [])],
  };
}
