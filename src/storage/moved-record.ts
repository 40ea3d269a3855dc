import { createHash } from 'node:crypto';
import type { AuditEntry } from '../domain/audit/audit-entry';
import type { PinAttempts } from '../domain/cases/case-repository';
import type { Upload } from '../domain/conversations/conversation-store';
import type { JsonObject } from '../domain/json';

/** A conversation with all that a store knows of it, for one store to hand to another. */
export interface WholeConversation {
  readonly id: string;
  readonly userId: string;
  readonly startedAt: number;
  readonly lastAt: number;
  readonly greeted: boolean;
  readonly state: JsonObject;
  readonly activities: readonly { readonly seq: number; readonly activity: JsonObject; /** A keyed hash of the client's own id. */ readonly clientKey: string | null }[];
  /** Messages that were answered, and where their replies are. */
  readonly answered: readonly { readonly answers: number; readonly firstSeq: number; readonly replies: number }[];
  readonly waiting: readonly number[];
}

/** One thing that moves from one store to another, as it is kept, with what a later version has added to it. */
export type MovedRecord =
  | { readonly kind: 'conversation'; readonly id: string; readonly value: WholeConversation }
  | { readonly kind: 'upload'; readonly id: string; readonly conversationId: string; readonly value: Upload }
  | { readonly kind: 'case'; readonly id: string; readonly value: JsonObject }
  | { readonly kind: 'pin-attempts'; readonly id: string; readonly value: PinAttempts }
  | { readonly kind: KeptKind; readonly id: string; readonly value: unknown }
  | { readonly kind: 'audit'; readonly id: string; readonly value: AuditEntry };

/** Things kept under an id, by their name in a store. */
export const KEPT_KINDS = ['account', 'session', 'api-token', 'tombstone', 'webhook-call', 'question', 'kept-form'] as const;
export type KeptKind = (typeof KEPT_KINDS)[number];

/** What there is of a kind: how many, and a hash over all of them, in whatever order they come. */
export interface Tally {
  readonly count: number;
  readonly hash: string;
}

/** The same for the same record, whichever store it comes from. */
export function hashOf(record: MovedRecord): string {
  const hash = createHash('sha256');
  if (record.kind !== 'upload') return hash.update(canonical([record.kind, record.id, record.value])).digest('hex');
  const { bytes, ...about } = record.value;
  return hash.update(canonical([record.kind, record.conversationId, about])).update(bytes).digest('hex');
}

/** Counts and hashes by kind. */
export async function tally(records: AsyncIterable<MovedRecord>): Promise<Map<MovedRecord['kind'], Tally>> {
  const hashes = new Map<MovedRecord['kind'], string[]>();
  for await (const record of records) {
    const before = hashes.get(record.kind);
    if (before) before.push(hashOf(record));
    else hashes.set(record.kind, [hashOf(record)]);
  }
  return new Map([...hashes].map(([kind, all]) => [kind, { count: all.length, hash: createHash('sha256').update(all.sort().join('\n')).digest('hex') }]));
}

/** JSON with its keys in one order. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, each: unknown) => (typeof each === 'object' && each !== null && !Array.isArray(each) ? Object.fromEntries(Object.entries(each).sort(([a], [b]) => (a < b ? -1 : 1))) : each));
}
