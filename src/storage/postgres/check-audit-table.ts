import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AdviserError } from '../../domain/adviser-error';
import { AuditEntry, brokenAt } from '../../domain/audit/audit-entry';
import type { AuditCheck } from '../audit-check';
import { secretBox } from '../secret-box';
import { deriveKey } from '../secret-key';
import { Database } from './database';
import { placeOfEntry } from './postgres-audit-log';
import { proveKey } from './prepare-database';
import { SealedRows } from './sealed-rows';

const There = z.object({ there: z.boolean() });
const EntryRow = z.object({ seq: z.string(), body: z.unknown() });
/** So many rows are fetched at once: no statement takes long, however old the log. */
const AT_ONCE = 2_000;

/**
 * Checks the audit log as it lies in the table: the nodes may go on writing, and nothing is written here.
 *
 * @throws AdviserError `not-found` when the database holds no store, `key-invalid` when it was sealed with another key
 */
export async function checkAuditTable(url: string, key: Uint8Array): Promise<AuditCheck> {
  const sealed = new SealedRows(secretBox(key), deriveKey(key, 'looked-for'));
  const database = new Database({ url, connections: 1 });
  try {
    const [found] = await database.read("select to_regclass('audit') is not null and to_regclass('key_proof') is not null as there");
    if (!There.parse(found).there) throw new AdviserError('not-found', 'There is no audit log in that database.', 'Set STORE as the server has it.');
    await proveKey(database, sealed);
    const entries: AuditEntry[] = [];
    for (let last = '0', more = true; more; ) {
      const rows = (await database.read('select seq, body from audit where seq > $1::bigint order by seq limit $2', [last, AT_ONCE])).map((row) => EntryRow.parse(row));
      for (const { seq, body } of rows) {
        const entry = opened(sealed, seq, body);
        if (entry === null) return { kind: 'row-damaged', entry: Number(seq) };
        entries.push(entry);
        last = seq;
      }
      more = rows.length === AT_ONCE;
    }
    const broken = brokenAt(entries, (text) => createHash('sha256').update(text).digest('hex'));
    return broken === null ? { kind: 'whole', entries: entries.length, head: entries.at(-1)?.hash ?? null } : { kind: 'chain-broken', entry: broken };
  } finally {
    await database.close();
  }
}

/** Null when it was not sealed for this place, was changed, or is no entry. */
function opened(sealed: SealedRows, seq: string, body: unknown): AuditEntry | null {
  try {
    return AuditEntry.parse(sealed.open(placeOfEntry(seq), body));
  } catch {
    return null;
  }
}
