import { z } from 'zod';

/** What is looked at or done at the desk, and is therefore on record. */
export const AuditAction = z.enum([
  'login', 'login-refused', 'logout',
  'list', 'search', 'read', 'print', 'export', 'enter', 'change', 'report', 'extract', 'erase', 'retention',
  'account-made', 'account-changed', 'token-made', 'token-removed', 'audit-read',
]);
export type AuditAction = z.infer<typeof AuditAction>;

/** What happened, before it has its place in the chain. It holds references, codes and keyed hashes; never words that anybody wrote. */
export const AuditEvent = z.object({
  /** Milliseconds since 1970. */
  at: z.number(),
  /** The id of an account, `token:<id>`, `operator` or `nobody`. */
  actor: z.string(),
  action: AuditAction,
  /** The cases it concerns. */
  references: z.array(z.string()),
  /** Why, as a code. */
  purpose: z.string(),
  /** Keyed hashes of the words searched for. */
  hashes: z.array(z.string()),
});
export type AuditEvent = z.infer<typeof AuditEvent>;

/** An entry of the audit log: its hash covers the one before it, so that none can be changed, moved or taken out unseen. */
export const AuditEntry = AuditEvent.extend({ seq: z.int().positive(), previous: z.string(), hash: z.string() });
export type AuditEntry = z.infer<typeof AuditEntry>;

/** What stands before the first entry. */
export const CHAIN_START = '0'.repeat(64);

/** SHA-256 of a text, as hex digits: handed in, for the ground floor has no crypto of its own. */
export type Sha256 = (text: string) => string;

/** The event in its place in the chain, after the entry `last`. */
export function chained(event: AuditEvent, last: Pick<AuditEntry, 'seq' | 'hash'> | null, sha256: Sha256): AuditEntry {
  const placed = { ...event, seq: (last?.seq ?? 0) + 1, previous: last?.hash ?? CHAIN_START };
  return { ...placed, hash: sha256(canonical(placed)) };
}

/** The first entry that does not fit, by its place in the log, counted from 1; null when the whole chain holds. */
export function brokenAt(entries: readonly AuditEntry[], sha256: Sha256): number | null {
  let last: AuditEntry | null = null;
  for (const [place, entry] of entries.entries()) {
    const { seq, previous, hash, ...event } = entry;
    const expected = chained(event, last, sha256);
    if (expected.seq !== seq || expected.previous !== previous || expected.hash !== hash) return place + 1;
    last = entry;
  }
  return null;
}

/** Always the same text for the same entry, whatever the order of its keys. */
function canonical({ seq, previous, at, actor, action, references, purpose, hashes }: Omit<AuditEntry, 'hash'>): string {
  return JSON.stringify([seq, previous, at, actor, action, references, purpose, hashes]);
}
