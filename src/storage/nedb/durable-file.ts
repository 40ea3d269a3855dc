import { constants } from 'node:fs';
import { open, rm, type FileHandle } from 'node:fs/promises';
import { dirname } from 'node:path';
import Datastore from 'nedb-promises';
import { AdviserError } from '../../domain/adviser-error';
import { corrupt, cutOff, readSealedLines, type ReportDamage } from './sealed-lines';
import type { SecretBox } from '../secret-box';
import { syncFolder } from './sync-folder';

/** A document of a file: one line of it. */
export interface Kept {
  readonly _id: string;
}

const MODES = { fileMode: 0o600, dirMode: 0o700 };

/**
 * One NeDB file made honest (quality findings 2 and 3): every line is sealed; a write is acknowledged only once it is
 * on the disk itself; a torn tail is cut off and kept aside before loading; after a failed write the file takes no more
 * until it has been read anew, since NeDB's memory holds what the disk does not.
 */
export class DurableFile<Doc extends Kept> {
  private db: Datastore<Doc>;
  private handle: FileHandle | null = null;
  /** After a failed write: what the disk holds, since NeDB's memory then holds more. Null while all is well. */
  private onDisk: ReadonlyMap<string, Doc> | null = null;
  private writing: Promise<void> = Promise.resolve();

  private constructor(
    readonly path: string,
    private readonly box: SecretBox,
    private readonly unique: readonly string[],
    private readonly report: ReportDamage,
  ) {
    this.db = this.store();
  }

  /**
   * Opens a file, or makes it.
   *
   * @throws AdviserError `store-corrupt` when a line other than the last cannot be read
   */
  static async open<Doc extends Kept>(path: string, box: SecretBox, { unique = [], report = () => undefined }: { unique?: readonly string[]; report?: ReportDamage } = {}): Promise<DurableFile<Doc>> {
    const file = new DurableFile<Doc>(path, box, unique, report);
    await file.load();
    return file;
  }

  /** False after a failed write, until it has been read anew. */
  get healthy(): boolean {
    return this.onDisk === null;
  }

  async all(): Promise<Doc[]> {
    return this.onDisk === null ? this.db.find({}) : [...this.onDisk.values()];
  }

  async find(field: string, value: string): Promise<Doc | null> {
    if (this.onDisk === null) return this.db.findOne({ [field]: value });
    return [...this.onDisk.values()].find((doc) => (doc as Readonly<Record<string, unknown>>)[field] === value) ?? null;
  }

  /** Reads the file anew after a failed write, so that it takes writes again. Rejects with `store-failed` while it cannot. */
  async recover(): Promise<void> {
    await this.write(async () => undefined);
  }

  /** Adds a document; resolves when it is on the disk. Rejects with `store-failed` when it is not. */
  async add(doc: Doc): Promise<void> {
    await this.write(() => this.db.insertOne(doc));
  }

  /** Puts a document in the place of the one with its id. */
  async put(doc: Doc): Promise<void> {
    await this.write(() => this.db.updateOne({ _id: doc._id }, doc, { upsert: true }));
  }

  /**
   * Removes documents and writes the file anew without any line of theirs: until then NeDB only notes that they are gone,
   * and what they said can still be read. The bytes of a torn tail go as well.
   */
  async erase(ids: readonly string[]): Promise<void> {
    await this.write(async () => {
      await this.db.deleteMany({ _id: { $in: [...ids] } } as Parameters<Datastore<Doc>['deleteMany']>[0], { multi: true });
      await this.compact();
    });
    await rm(`${this.path}.torn`, { force: true });
  }

  /** Writes the file anew, the last line of each document alone: what one said before a change is gone as well. */
  private async compact(): Promise<void> {
    // The file is another one afterwards: the handle would sync the one that was taken away.
    await this.letGo();
    await (this.db as unknown as { readonly __original: { compactDatafileAsync(): Promise<void> } }).__original.compactDatafileAsync();
    await syncFolder(dirname(this.path));
  }

  async close(): Promise<void> {
    await this.writing;
    await this.letGo();
  }

  private async letGo(): Promise<void> {
    await this.handle?.close();
    this.handle = null;
  }

  private write(change: () => Promise<unknown>): Promise<void> {
    const written = this.writing.then(() => this.writeOne(change));
    this.writing = written.catch(() => undefined);
    return written;
  }

  private async writeOne(change: () => Promise<unknown>): Promise<void> {
    if (this.onDisk !== null) await this.reload();
    try {
      await change();
      this.handle ??= await open(this.path, constants.O_RDWR);
      await this.handle.datasync();
    } catch (cause) {
      this.onDisk = await docsOf<Doc>(this.path, this.box);
      throw new AdviserError('store-failed', `A write to the store failed (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`, 'Look at the disk: is it full, or gone?', { cause });
    }
  }

  private async reload(): Promise<void> {
    try {
      await this.letGo();
      this.db = this.store();
      await this.load();
      this.onDisk = null;
    } catch (cause) {
      throw new AdviserError('store-failed', 'The store takes no writes.', 'Look at the disk: is it full, or gone?', { cause });
    }
  }

  private async load(): Promise<void> {
    const { size, torn, behind } = await readSealedLines(this.path, this.box);
    // One write is under way at a time, so that a power cut tears the last line alone: any other is damage.
    if (behind.length > 0) throw corrupt(this.path);
    if (torn > 0) {
      await cutOff(this.path, size);
      this.report('torn-tail', { file: this.path, bytes: torn });
    }
    await this.db.load();
    for (const fieldName of this.unique) await this.db.ensureIndex({ fieldName, unique: true });
  }

  private store(): Datastore<Doc> {
    return Datastore.create({
      filename: this.path,
      corruptAlertThreshold: 0,
      afterSerialization: (line: string) => this.box.seal(line),
      beforeDeserialization: (line: string) => this.box.open(line),
      modes: MODES,
    } as Parameters<typeof Datastore.create>[0]) as Datastore<Doc>;
  }
}

/** The documents that a file holds; of several with one id the last stands. */
async function docsOf<Doc extends Kept>(path: string, box: SecretBox): Promise<ReadonlyMap<string, Doc>> {
  const { whole } = await readSealedLines<Doc>(path, box);
  return new Map(whole.filter(({ doc }) => doc._id !== undefined).map(({ doc }) => [doc._id, doc]));
}
