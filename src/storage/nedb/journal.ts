import { closeSync, constants, openSync, readSync } from 'node:fs';
import { open, readdir, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { AdviserError } from '../../domain/adviser-error';
import { openLine } from './sealed-lines';
import { NumberRows } from './number-rows';
import type { SecretBox } from '../secret-box';
import { syncFolder } from './sync-folder';

const APPEND = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;
const PRIVATE = 0o600;
const FILE = /^(\d{8})\.log$/;
/** The id stands at both ends, so that a changed bit in it is found; between them the sealed line of the conversation's file. */
const LINES = /([\w-]{1,64}) (\S+) \1/g;

/** A line that an earlier run left. */
export interface LeftLine<Doc> {
  readonly conversationId: string;
  readonly doc: Doc;
}

/** A sealed line that may not have reached its conversation's file, and where it stands: the file's number, and bytes in it. */
export interface JournalLine {
  readonly sealed: string;
  readonly place: Place;
}

type Place = readonly [number: number, from: number, length: number];

interface Waiting {
  readonly conversationId: string;
  readonly sealed: string;
  readonly done: () => void;
  readonly failed: (fault: unknown) => void;
}

/**
 * What conversations have just written, of all of them in one file: a write is on the disk when its line is here, and
 * one `fdatasync` serves all that came while the one before was under way. Lines go to the conversations' own files at
 * leisure; when all of a journal's have, it is removed. Memory holds only where each line stands.
 */
export class Journal {
  private handle: FileHandle | null = null;
  /** Bytes of the current file that are whole and on the disk. */
  private length = 0;
  private older: number[];
  /** Of the lines that have not reached their conversation's file. */
  private readonly places = new Map<string, NumberRows>();
  /** Descriptors of files that lines are read from. */
  private readonly readers = new Map<number, number>();
  private waiting: Waiting[] = [];
  private working: Promise<unknown> = Promise.resolve();
  private pumping = false;
  private unsure = false;

  private constructor(
    private readonly folder: string,
    private current: number,
  ) {
    this.older = [];
  }

  /**
   * Opens the journal of a folder, and reads what earlier runs left in it. What cannot be read is kept in a `.torn` file
   * and counted: after a power cut it is what was never acknowledged; else it is damage, and the caller tells of it.
   */
  static async open<Doc>(folder: string, box: SecretBox): Promise<{ journal: Journal; left: readonly LeftLine<Doc>[]; unreadable: number }> {
    const numbers = (await readdir(folder)).flatMap((name) => FILE.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
    const journal = new Journal(folder, (numbers.at(-1) ?? 0) + 1);
    journal.older = numbers;
    const left: LeftLine<Doc>[] = [];
    let unreadable = 0;
    for (const number of numbers) {
      const path = pathOf(folder, number);
      const bad: string[] = [];
      let start = 0;
      for (const line of (await readFile(path, 'latin1')).split('\n')) {
        const read = readLines<Doc>(line, box);
        for (const { conversationId, doc, sealedAt, sealedLength } of read) {
          left.push({ conversationId, doc });
          journal.note(conversationId, [number, start + sealedAt, sealedLength]);
        }
        if (line !== '' && (read.length !== 1 || read[0]?.length !== line.length)) bad.push(line);
        start += line.length + 1;
      }
      unreadable += bad.length;
      if (bad.length > 0) await writeFile(`${path}.torn`, bad.join('\n'), { mode: PRIVATE, encoding: 'latin1' }).catch(() => undefined);
    }
    return { journal, left, unreadable };
  }

  /** Bytes in the current file. */
  get size(): number {
    return this.length;
  }

  /** Resolves when the line is on the disk; a line that is refused has left nothing behind. @throws AdviserError `store-failed` */
  add(conversationId: string, sealed: string): Promise<void> {
    return new Promise((done, failed) => {
      this.waiting.push({ conversationId, sealed, done, failed });
      if (this.pumping) return;
      this.pumping = true;
      this.pump();
    });
  }

  /** Whether a line of the conversation stands here that is to go to its file. */
  has(conversationId: string): boolean {
    return this.places.has(conversationId);
  }

  /** Conversations with such lines in what was full when `rotate` was called last. */
  get olderIds(): readonly string[] {
    // Lines stand in the order in which they were written.
    return [...this.places].flatMap(([id, places]) => (places.first !== this.current ? [id] : []));
  }

  /** Such lines of a conversation, in order; `older`: in what was full when `rotate` was called last. */
  linesOf(conversationId: string, which: 'all' | 'older'): readonly JournalLine[] {
    const lines: JournalLine[] = [];
    for (const place of this.places.get(conversationId) ?? []) {
      if (which === 'all' || place[0] !== this.current) lines.push({ place, sealed: this.sealedAt(place) });
    }
    return lines;
  }

  /** These lie in the conversation's own file. */
  forget(conversationId: string, lines: readonly JournalLine[]): void {
    const key = ([number, from]: Place): string => `${number} ${from}`;
    const gone = new Set(lines.map(({ place }) => key(place)));
    const kept = [...(this.places.get(conversationId) ?? [])].filter((place) => !gone.has(key(place)));
    this.places.delete(conversationId);
    for (const place of kept) this.note(conversationId, place);
  }

  /** Begins a new file. When all that was written before lies in the conversations' files, `removeOlder` may be called. */
  async rotate(): Promise<void> {
    await this.alone(async () => {
      if (this.length === 0) return;
      await this.handle?.close();
      this.handle = null;
      this.older.push(this.current);
      this.current += 1;
      this.length = 0;
    });
  }

  /** Removes the files that were full when `rotate` was called last. */
  async removeOlder(): Promise<void> {
    await this.alone(async () => {
      if (this.older.length === 0) return;
      for (const number of this.older) await rm(pathOf(this.folder, number), { force: true });
      this.older = [];
      this.closeReaders();
      await syncFolder(this.folder);
    });
  }

  /** Nothing of the conversation can be read here afterwards. */
  async erase(conversationId: string): Promise<void> {
    this.places.delete(conversationId);
    await this.alone(async () => {
      for (const number of [...this.older, this.current]) await this.eraseIn(number, `${conversationId} `);
    });
  }

  async close(): Promise<void> {
    await this.alone(async () => {
      this.closeReaders();
      await this.handle?.close();
      this.handle = null;
    });
  }

  /** Writes over the lines where they stand: that needs no room on the disk. */
  private async eraseIn(number: number, prefix: string): Promise<void> {
    const path = pathOf(this.folder, number);
    const text = await readFile(path, 'latin1').catch(() => '');
    const places: { from: number; length: number }[] = [];
    for (let from = 0; from < text.length; ) {
      const end = text.indexOf('\n', from);
      const length = (end < 0 ? text.length : end) - from;
      if (text.startsWith(prefix, from)) places.push({ from, length });
      from += length + 1;
    }
    if (places.length === 0) return;
    const handle = await open(path, 'r+');
    try {
      for (const { from, length } of places) await handle.write('\n'.repeat(length), from, 'latin1');
      await handle.datasync();
    } finally {
      await handle.close();
    }
  }

  /** One piece of work on the files at a time. */
  private alone<Result>(work: () => Promise<Result>): Promise<Result> {
    const result = this.working.then(work);
    this.working = result.catch(() => undefined);
    return result;
  }

  /** Batch after batch; between two of them other work on the files has its turn. */
  private pump(): void {
    void this.alone(() => this.writeWaiting()).then(() => {
      this.pumping = this.waiting.length > 0;
      if (this.pumping) this.pump();
    });
  }

  private async writeWaiting(): Promise<void> {
    const batch = this.waiting;
    this.waiting = [];
    const start = this.length;
    try {
      await this.append(batch.map(({ conversationId, sealed }) => `${conversationId} ${sealed} ${conversationId}\n`).join(''));
      let end = start;
      for (const { conversationId, sealed, done } of batch) {
        this.note(conversationId, [this.current, end + conversationId.length + 1, sealed.length]);
        end += 2 * conversationId.length + sealed.length + 3;
        done();
      }
    } catch (cause) {
      const fault = new AdviserError('store-failed', `A write to the store failed (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`, 'Look at the disk: is it full, or gone?', { cause });
      for (const { failed } of batch) failed(fault);
    }
  }

  private note(conversationId: string, [number, from, length]: Place): void {
    const places = this.places.get(conversationId) ?? new NumberRows();
    places.add(number, from, length);
    this.places.set(conversationId, places);
  }

  /** Waits for the disk hardly ever: what was written so lately the system still has in its memory, and a way through the thread pool costs ten such reads. */
  private sealedAt([number, from, length]: Place): string {
    const reader = this.readers.get(number) ?? openSync(pathOf(this.folder, number), 'r');
    this.readers.set(number, reader);
    const bytes = Buffer.allocUnsafe(length);
    readSync(reader, bytes, 0, length, from);
    return bytes.toString('latin1');
  }

  private closeReaders(): void {
    for (const reader of this.readers.values()) closeSync(reader);
    this.readers.clear();
  }

  private async append(text: string): Promise<void> {
    if (this.unsure) await this.cutBack();
    try {
      const handle = await this.opened();
      await handle.appendFile(text, 'latin1');
      await handle.datasync();
      this.length += text.length;
    } catch (fault) {
      // Half a line, or a whole one that was refused, must not come back at the next start.
      this.unsure = true;
      await this.cutBack().catch(() => undefined);
      throw fault;
    }
  }

  private async cutBack(): Promise<void> {
    const handle = await this.opened();
    await handle.truncate(this.length);
    await handle.datasync();
    this.unsure = false;
  }

  private async opened(): Promise<FileHandle> {
    if (this.handle !== null) return this.handle;
    const handle = await open(pathOf(this.folder, this.current), APPEND, PRIVATE);
    try {
      await syncFolder(this.folder);
    } catch (fault) {
      await handle.close();
      throw fault;
    }
    this.handle = handle;
    return handle;
  }
}

/** What a line holds: one record; of a damaged one, what can still be read, such as two where the end between them is gone. */
function readLines<Doc>(line: string, box: SecretBox): (LeftLine<Doc> & { readonly length: number; readonly sealedAt: number; readonly sealedLength: number })[] {
  return [...line.matchAll(LINES)].flatMap(({ 0: whole, 1: conversationId = '', 2: sealed = '', index }) => {
    const doc = openLine<Doc>(sealed, box);
    return doc === null ? [] : [{ conversationId, doc, length: whole.length, sealedAt: index + conversationId.length + 1, sealedLength: sealed.length }];
  });
}

const pathOf = (folder: string, number: number): string => join(folder, `${String(number).padStart(8, '0')}.log`);
