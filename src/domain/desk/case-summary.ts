import { unreadMessages, type CaseRecord } from '../cases/desk-file';
import type { HandoffCase } from '../cases/handoff-case';
import { redFlags, type FlagWords, type RedFlag } from './red-flags';

/** A case as a line of the list, with what it is searched by. */
export interface CaseSummary {
  readonly reference: string;
  /** ISO with offset. */
  readonly createdAt: string;
  readonly status: HandoffCase['status'];
  readonly round: HandoffCase['round'];
  readonly instance: 'first' | 'second';
  readonly subject: HandoffCase['subject'];
  readonly title: string | null;
  readonly name: string | null;
  readonly department: string | null;
  readonly nextDeadline: string | null;
  /** When the department's statement is due; null while none is awaited. */
  readonly statementDue: string | null;
  /** ISO with offset: when it was closed; null while it is open. */
  readonly closedAt: string | null;
  readonly unread: number;
  readonly flags: readonly RedFlag[];
  /** All that a search looks into, in small letters. */
  readonly sought: string;
}

/** Second instance: the department has answered, or an investigation has begun. */
export const instanceOf = ({ round, complaint }: HandoffCase): 'first' | 'second' => (round !== 'first' || complaint?.firstInstance === false ? 'second' : 'first');

export const departmentOf = ({ department, complaint }: HandoffCase): string | null => department ?? complaint?.department ?? null;

export function summaryOf(record: CaseRecord, words: FlagWords): CaseSummary {
  const { handoff, desk } = record;
  const { reference, contact, onBehalfOf } = handoff;
  const department = departmentOf(handoff);
  return {
    reference,
    createdAt: handoff.createdAt,
    status: handoff.status,
    round: handoff.round,
    instance: instanceOf(handoff),
    subject: handoff.subject,
    title: desk.title,
    name: contact.name,
    department,
    nextDeadline: handoff.nextDeadline,
    statementDue: desk.statement !== null && desk.statement.receivedAt === null ? desk.statement.due : null,
    closedAt: handoff.status === 'closed' ? (desk.closedAt ?? handoff.createdAt) : null,
    unread: unreadMessages(record),
    flags: redFlags(handoff, words),
    sought: [reference, reference.replaceAll('-', ''), contact.name, onBehalfOf?.name, contact.phone?.replace(/^\+45/, ''), contact.phone, contact.email, department, desk.title, desk.journal].filter(Boolean).join(' ').toLocaleLowerCase('da'),
  };
}
