import { createHash } from 'node:crypto';
import { z } from 'zod';
import { AuditEntry, chained, type AuditEvent } from '../../domain/audit/audit-entry';
import type { AuditLog } from '../../domain/audit/audit-log';
import type { Database, Row } from './database';
import type { SealedRows } from './sealed-rows';

/** Any number, as long as nothing else in the database uses it: "audi" in ASCII. */
const LOCK = 0x6175_6469;

const EntryRow = z.object({ seq: z.string(), body: z.unknown() });

const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The audit log in a table that only grows: whichever node an entry comes from, it gets its place in the one chain. */
export class PostgresAuditLog implements AuditLog {
  private writing: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly database: Database,
    private readonly sealed: SealedRows,
  ) {}

  append(event: AuditEvent): Promise<AuditEntry> {
    // What this node puts on record stays in its order; between nodes there is none.
    const written = this.writing.then(() => this.appendOne(event));
    this.writing = written.catch(() => undefined);
    return written;
  }

  async all(): Promise<readonly AuditEntry[]> {
    return (await this.database.read('select seq, body from audit order by seq')).map((row) => this.entryOf(row));
  }

  private appendOne(event: AuditEvent): Promise<AuditEntry> {
    return this.database.write(async (transaction) => {
      // A statement of its own: what comes after sees all that was written before the lock was had.
      await transaction.rows('select pg_advisory_xact_lock($1)', [LOCK]);
      const [last] = await transaction.rows('select seq, body from audit order by seq desc limit 1');
      const entry = chained(event, last ? this.entryOf(last) : null, sha256);
      await transaction.rows('insert into audit (seq, body) values ($1, $2)', [entry.seq, this.sealed.seal(placeOfEntry(entry.seq), entry)]);
      return entry;
    });
  }

  private entryOf(row: Row): AuditEntry {
    const { seq, body } = EntryRow.parse(row);
    return AuditEntry.parse(this.sealed.open(placeOfEntry(seq), body));
  }
}

/** What an entry is sealed to, so that it opens nowhere else. */
export const placeOfEntry = (seq: number | string): string => `audit ${seq}`;
