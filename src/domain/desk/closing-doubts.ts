import type { CaseRecord } from '../cases/desk-file';
import { awaitsAnswer } from './awaits-answer';
import { deadlineMetAt, forwardedOn } from './deadline-met';

/** What would be lost to the citizen if the case ended now. */
export type ClosingDoubt = 'deadline' | 'deadline-unsent' | 'unanswered';

/** What is still open in a case that is about to be closed or erased: a last day that is not met, a word that nobody answered. `today`: ISO date. */
export function closingDoubts(record: CaseRecord, today: string): ClosingDoubt[] {
  const { nextDeadline, complaint } = record.handoff;
  const runs = nextDeadline !== null && nextDeadline >= today && deadlineMetAt(record) === null;
  return [...(runs ? [complaint !== null && forwardedOn(record) === null ? ('deadline-unsent' as const) : ('deadline' as const)] : []), ...(awaitsAnswer(record) ? (['unanswered'] as const) : [])];
}
