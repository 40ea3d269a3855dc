import type { KeyedStore } from '../accounts/keyed-store';
import { AdviserError } from '../adviser-error';
import type { Now } from '../calendar';
import type { CaseRepository } from '../cases/case-repository';
import type { CaseRecord } from '../cases/desk-file';
import { reportRow } from './report-row';
import type { Tombstone } from './tombstone';

interface EraseParts {
  readonly cases: CaseRepository;
  readonly tombstones: KeyedStore<Tombstone>;
  readonly eraseConversation: (conversationId: string) => Promise<void>;
  /** A keyed hash of a reference, as hex digits: a tombstone cannot be traced to a case by who has not the key. */
  readonly hashReference: (reference: string) => string;
  /** What the content names: of a department or a topic that was typed freely nothing may be left. */
  readonly isNamed: (kind: 'department' | 'topic', name: string) => boolean;
  readonly now: Now;
}

/** Erases cases with the conversations they came from; what stays are figures. Run again after a crash it goes on where it stopped. */
export type EraseCases = (records: readonly CaseRecord[], because: Tombstone['because']) => Promise<void>;

export function createEraseCases({ cases, tombstones, eraseConversation, hashReference, isNamed, now }: EraseParts): EraseCases {
  const named = (kind: 'department' | 'topic', name: string | null): string | null => (name !== null && isNamed(kind, name) ? name : null);
  return async (records, because) => {
    for (const record of records) {
      const id = hashReference(record.handoff.reference);
      const row = reportRow(record);
      await tombstones.add(id, { ...row, department: named('department', row.department), topic: named('topic', row.topic), id, erasedAt: now().toMillis(), because }).catch((fault: unknown) => {
        if (!(fault instanceof AdviserError) || fault.code !== 'id-taken') throw fault;
      });
      for (const conversation of conversationsOf(record)) await eraseConversation(conversation);
    }
    // Last: while a case is there, an erase that was cut short can be begun again.
    await cases.remove(records.map(({ handoff }) => handoff.reference));
  };
}

/** The conversations that a case and the citizen's later words came from (`<conversation>:<form>:<run>`), and those in which it was told of. */
export function conversationsOf({ idempotencyKey, handoff, desk }: CaseRecord): string[] {
  const keys = [idempotencyKey, ...handoff.messages.flatMap(({ from, key }) => (from === 'citizen' ? key : []))];
  const cameFrom = keys.filter((key) => !key.startsWith('desk:')).map((key) => key.split(':').slice(0, -2).join(':'));
  return [...new Set([...cameFrom, ...desk.readIn].filter(Boolean))];
}
