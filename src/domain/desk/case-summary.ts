import { unreadMessages, type CaseRecord } from '../cases/desk-file';
import type { HandoffCase } from '../cases/handoff-case';
import { awaitsAnswer } from './awaits-answer';
import { deadlineMetAt } from './deadline-met';
import { foldForSearch } from './case-query';
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
  /** What a complaint is over; null where there is none. */
  readonly about: NonNullable<HandoffCase['complaint']>['about'] | null;
  /** The kind and outcome of the letter that came along. */
  readonly letter: Pick<NonNullable<HandoffCase['letter']>, 'kind' | 'outcome'> | null;
  /** The beginning of what the citizen wrote; empty when she wrote nothing. */
  readonly gist: string;
  readonly name: string | null;
  readonly department: string | null;
  readonly nextDeadline: string | null;
  /** The day on which the complaint was sent in time, so that the last day is met; null while it is not. */
  readonly deadlineMetAt: string | null;
  /** When the department's statement is due; null while none is awaited. */
  readonly statementDue: string | null;
  /** ISO with offset: when it was closed; null while it is open. */
  readonly closedAt: string | null;
  readonly unread: number;
  /** The citizen wrote last, and nobody has answered or set it aside. */
  readonly awaitsAnswer: boolean;
  readonly flags: readonly RedFlag[];
  /** What its searches are hashed under in the audit log. */
  readonly searchKey: string;
  /** All that a search looks into, as `foldForSearch` compares it. */
  readonly sought: string;
}

/** Second instance: the department has answered, or an investigation has begun. */
export const instanceOf = ({ round, complaint }: HandoffCase): 'first' | 'second' => (round !== 'first' || complaint?.firstInstance === false ? 'second' : 'first');

/** As she or the adviser named it, else as her letter does. */
export const departmentOf = ({ department, complaint, letter }: HandoffCase): string | null => department ?? complaint?.department ?? letter?.department ?? null;

const GIST_LENGTH = 90;

/** The first words of what she wrote, cut between words. */
export function gistOf({ complaint, message }: HandoffCase, longest = GIST_LENGTH): string {
  const words = (complaint?.whatHappened ?? message ?? '').replace(/\s+/gu, ' ').trim();
  return words.length <= longest ? words : `${words.slice(0, words.lastIndexOf(' ', longest) > longest / 2 ? words.lastIndexOf(' ', longest) : longest)} …`;
}

/** The department's numbers of the case, as they are written and without what stands between the digits. */
const numbersOf = ({ complaint, letter }: HandoffCase): string[] => [complaint?.caseNumber, letter?.caseNumber].flatMap((number) => (number ? [number, number.replace(/[\s-]/gu, '')] : []));

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
    about: handoff.complaint?.about ?? null,
    letter: handoff.letter === null ? null : { kind: handoff.letter.kind, outcome: handoff.letter.outcome },
    gist: gistOf(handoff),
    name: contact.name,
    department,
    nextDeadline: handoff.nextDeadline,
    deadlineMetAt: deadlineMetAt(record),
    statementDue: desk.statement !== null && desk.statement.receivedAt === null ? desk.statement.due : null,
    closedAt: handoff.status === 'closed' ? (desk.closedAt ?? handoff.createdAt) : null,
    unread: unreadMessages(record),
    awaitsAnswer: awaitsAnswer(record),
    flags: redFlags(handoff, words),
    // Cases of before this key have another secret of their own, which goes with them as well.
    searchKey: desk.searchKey === '' ? record.idempotencyKey : desk.searchKey,
    sought: foldForSearch([reference, reference.replaceAll('-', ''), contact.name, onBehalfOf?.name, contact.phone?.replace(/^\+45/, ''), contact.phone, contact.email, department, desk.title, desk.journal, ...numbersOf(handoff), handoff.message, handoff.wish, handoff.complaint?.matter, handoff.complaint?.whatHappened, handoff.complaint?.wish].filter(Boolean).join(' ')),
  };
}
