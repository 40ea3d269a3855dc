import { createHmac } from 'node:crypto';
import type { AuditAction } from '../domain/audit/audit-entry';
import type { AuditLog } from '../domain/audit/audit-log';
import type { Now } from '../domain/calendar';

/** What is put on record: codes and references; words are hashed under a key before they come near the log. */
export interface Recorded {
  readonly actor: string;
  readonly action: AuditAction;
  readonly references?: readonly string[];
  readonly purpose?: string;
  /** The words searched for, */
  readonly words?: readonly string[];
  /** and the keys of the cases that they found. */
  readonly searchKeys?: readonly string[];
}

/** Resolves once the entry is on the disk: what is asked for is shown after that. */
export type RecordAudit = (recorded: Recorded) => Promise<void>;

/** More references than these in one entry say no more than how many there were. */
const REFERENCES_AT_MOST = 100;

/** What opens cases one by one; a list shows many at once and is no reason to ask. */
const OPENS: ReadonlySet<AuditAction> = new Set(['read', 'print', 'export', 'extract']);

interface RecordParts {
  readonly audit: AuditLog;
  readonly key: Uint8Array;
  readonly now: Now;
  readonly onOpened: (actor: string, references: readonly string[]) => void;
}

export function createRecordAudit({ audit, key, now, onOpened }: RecordParts): RecordAudit {
  const hashed = (searchKey: string, word: string): string => createHmac('sha256', key).update(`audit-word\n${searchKey}\n${word}`).digest('hex').slice(0, 32);
  return async ({ actor, action, references = [], purpose = 'case-work', words = [], searchKeys = [] }) => {
    // Under the keys of the cases found: what is erased takes its key along. What found nobody is hashed under the desk's key alone.
    const keys = searchKeys.length === 0 ? [''] : searchKeys.slice(0, REFERENCES_AT_MOST);
    const kept = references.length <= REFERENCES_AT_MOST ? [...references] : [...references.slice(0, REFERENCES_AT_MOST), `+${references.length - REFERENCES_AT_MOST}`];
    await audit.append({ at: now().toMillis(), actor, action, references: kept, purpose, hashes: keys.flatMap((searchKey) => words.map((word) => hashed(searchKey, word))) });
    if (OPENS.has(action)) onOpened(actor, references);
  };
}
