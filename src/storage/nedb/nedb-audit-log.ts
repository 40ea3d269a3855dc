import { createHash } from 'node:crypto';
import { AuditEntry, chained, type AuditEvent } from '../../domain/audit/audit-entry';
import type { AuditLog } from '../../domain/audit/audit-log';
import { DurableFile, type Kept } from './durable-file';
import type { SecretBox } from '../secret-box';

interface Doc extends Kept {
  readonly whole: string;
}

/** SHA-256 of a text, as hex digits. */
export const sha256 = (text: string): string => createHash('sha256').update(text).digest('hex');

/** The audit log in one file. */
export class NedbAuditLog implements AuditLog {
  private writing: Promise<unknown> = Promise.resolve();

  private constructor(
    private readonly file: DurableFile<Doc>,
    private last: AuditEntry | null,
  ) {}

  static async open(path: string, box: SecretBox): Promise<NedbAuditLog> {
    const file = await DurableFile.open<Doc>(path, box);
    return new NedbAuditLog(file, inOrder(await file.all()).at(-1) ?? null);
  }

  get healthy(): boolean {
    return this.file.healthy;
  }

  /** Reads anew what failed, once there is room on the disk again. */
  recover(): Promise<void> {
    return this.file.recover();
  }

  append(event: AuditEvent): Promise<AuditEntry> {
    const written = this.writing.then(async () => {
      const entry = chained(event, this.last, sha256);
      await this.file.add({ _id: String(entry.seq).padStart(10, '0'), whole: JSON.stringify(entry) });
      this.last = entry;
      return entry;
    });
    this.writing = written.catch(() => undefined);
    return written;
  }

  async all(): Promise<readonly AuditEntry[]> {
    return inOrder(await this.file.all());
  }

  async close(): Promise<void> {
    await this.writing;
    await this.file.close();
  }
}

const inOrder = (docs: readonly Doc[]): AuditEntry[] => [...docs].sort((a, b) => (a._id < b._id ? -1 : 1)).map(({ whole }) => AuditEntry.parse(JSON.parse(whole)));
