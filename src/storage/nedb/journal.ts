import { constants } from 'node:fs';
import { open, readdir, readFile, rm, writeFile, type FileHandle } from 'node:fs/promises';
import { join } from 'node:path';
import { AdviserError } from '../../domain/adviser-error';
import { openLine } from './sealed-lines';
import type { SecretBox } from '../secret-box';
import { syncFolder } from './sync-folder';

const APPEND = constants.O_WRONLY | constants.O_CREAT | constants.O_APPEND;
const PRIVATE = 0o600;
const FILE = /^(\d{8})\.log$/;
/** The id stands at both ends, so that a changed bit in it is found; between them the sealed line of the conversation's file. */
const LINES = /([\w-]{1,64}) (\S+) \1/g;

/** A line that may not have reached its conversation's file. */
export interface JournalLine<Doc> {
  readonly conversationId: string;
  readonly sealed: string;
  readonly doc: Doc;
}

interface Waiting {
  readonly conversationId: string;
  readonly sealed: string;
  readonly done: () => void;
  readonly failed: (fault: unknown) => void;
}

/**
 * What conversations have just written, of all of them in one file: a write is on the disk when its line is here, and
 * one `fdatasync` serves all that came while the one before was under way. Lines go to the conversations' own files at
 * leisure; when all of a journal's have, it is removed.
 */
export class Journal {
  private handle: FileHandle | null = null;
  /** Bytes of the current file that are whole and on the disk. */
  private length = 0;
  private older: number[];
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
  static async open<Doc>(folder: string, box: SecretBox): Promise<{ journal: Journal; left: readonly JournalLine<Doc>[]; unreadable: number }> {
    const numbers = (await readdir(folder)).flatMap((name) => FILE.exec(name)?.[1] ?? []).map(Number).sort((a, b) => a - b);
    const left: JournalLine<Doc>[] = [];
    let unreadable = 0;
    for (const number of numbers) {
      const path = pathOf(folder, number);
      const bad: string[] = [];
      for (const line of (await readFile(path, 'latin1')).split('\n').filter((each) => each !== '')) {
        const read = readLines<Doc>(line, box);
        left.push(...read);
        if (read.length !== 1 || read[0]?.length !== line.length) bad.push(line);
      }
      unreadable += bad.length;
      if (bad.length > 0) await writeFile(`${path}.torn`, bad.join('\n'), { mode: PRIVATE, encoding: 'latin1' }).catch(() => undefined);
    }
    const journal = new Journal(folder, (numbers.at(-1) ?? 0) + 1);
    journal.older = numbers;
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
      void this.alone(() => this.pump());
    });
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
      await syncFolder(this.folder);
    });
  }

  /** Nothing of the conversation can be read here afterwards. */
  async erase(conversationId: string): Promise<void> {
    await this.alone(async () => {
      for (const number of [...this.older, this.current]) await this.eraseIn(number, `${conversationId} `);
    });
  }

  async close(): Promise<void> {
    await this.alone(async () => {
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

  private async pump(): Promise<void> {
    while (this.waiting.length > 0) {
      const batch = this.waiting;
      this.waiting = [];
      try {
        await this.append(batch.map(({ conversationId, sealed }) => `${conversationId} ${sealed} ${conversationId}\n`).join(''));
        for (const { done } of batch) done();
      } catch (cause) {
        const fault = new AdviserError('store-failed', `A write to the store failed (${(cause as NodeJS.ErrnoException).code ?? 'unknown'}).`, 'Look at the disk: is it full, or gone?', { cause });
        for (const { failed } of batch) failed(fault);
      }
    }
    this.pumping = false;
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
function readLines<Doc>(line: string, box: SecretBox): (JournalLine<Doc> & { readonly length: number })[] {
  return [...line.matchAll(LINES)].flatMap(({ 0: whole, 1: conversationId = '', 2: sealed = '' }) => {
    const doc = openLine<Doc>(sealed, box);
    return doc === null ? [] : [{ conversationId, sealed, doc, length: whole.length }];
  });
}

const pathOf = (folder: string, number: number): string => join(folder, `${String(number).padStart(8, '0')}.log`);
