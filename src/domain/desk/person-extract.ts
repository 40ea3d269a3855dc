import type { AuditEntry } from '../audit/audit-entry';
import type { CaseRecord } from '../cases/desk-file';
import { caseExport, type CaseExport } from './case-export';

/** What is kept about one person, and when it was looked at and why (GDPR art. 15). Who looked is not told: dates and purposes are. */
export interface PersonExtract {
  /** ISO with offset. */
  readonly madeAt: string;
  readonly cases: readonly CaseExport[];
  readonly lookUps: readonly { readonly at: string; readonly action: string; readonly purpose: string; readonly reference: string }[];
}

interface ExtractParts {
  readonly records: readonly CaseRecord[];
  readonly entries: readonly AuditEntry[];
  readonly madeAt: string;
  /** A moment in milliseconds since 1970 as ISO with offset. */
  readonly iso: (at: number) => string;
  readonly subject: (record: CaseRecord) => string;
}

export function personExtract({ records, entries, madeAt, iso, subject }: ExtractParts): PersonExtract {
  const hers = new Set(records.map(({ handoff }) => handoff.reference));
  return {
    madeAt,
    cases: records.map((record) => caseExport(record, subject(record))),
    lookUps: entries.flatMap(({ at, action, purpose, references }) => references.filter((reference) => hers.has(reference)).map((reference) => ({ at: iso(at), action, purpose, reference }))),
  };
}
