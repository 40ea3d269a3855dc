import type { CaseRecord } from '../cases/desk-file';
import { departmentOf } from './case-summary';

/** A case for the municipality's case system (journal), whole; without what only the server needs. */
export interface CaseExport {
  readonly reference: string;
  /** When it came in, ISO with offset. */
  readonly receivedAt: string;
  /** Short, and without a name. */
  readonly subject: string;
  /** The number it was entered in the journal as; null while it is not. */
  readonly journal: string | null;
  readonly department: string | null;
  readonly case: CaseRecord['handoff'];
  readonly desk: Pick<CaseRecord['desk'], 'receivedBy' | 'kind' | 'topic' | 'outcome' | 'closedAt' | 'statement' | 'letters' | 'notes' | 'events'>;
}

export function caseExport({ handoff, desk }: CaseRecord, subject: string): CaseExport {
  const { receivedBy, kind, topic, outcome, closedAt, statement, letters, notes, events } = desk;
  return { reference: handoff.reference, receivedAt: handoff.createdAt, subject, journal: desk.journal, department: departmentOf(handoff), case: handoff, desk: { receivedBy, kind, topic, outcome, closedAt, statement, letters, notes, events } };
}
