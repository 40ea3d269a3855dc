import { fork, type ChildProcess } from 'node:child_process';
import { constants, setPriority } from 'node:os';
import type { DocumentFile, DocumentReader, DocumentText, ReadingWatch } from '../../domain/letters/document-reader';
import { documentFault, isDocumentFaultCode, type DocumentFaultCode } from './document-fault';
import { LIMITS } from './limits';
import { ReadingMessage } from './reading-message';

/** What a reader may be given otherwise. */
interface ReaderOptions {
  /** The bundled `reading-child.js`. */
  readonly childFile: string;
  /** How many letters are read at a time; the others wait. */
  readonly atOnce?: number;
  /** How many may wait; more are turned away, so that files do not pile up in memory. */
  readonly mostWaiting?: number;
  readonly pageMilliseconds?: number;
  readonly milliseconds?: number;
}

/** Reads every letter in a child process of its own, which knows no secrets, has limits, and takes nobody with it. */
export class ChildDocumentReader implements DocumentReader {
  private readonly children = new Set<ChildProcess>();
  private readonly waiting: (() => void)[] = [];
  private running = 0;
  private closed = false;

  constructor(private readonly options: ReaderOptions) {}

  async read(files: readonly DocumentFile[], watch: ReadingWatch = {}): Promise<DocumentText> {
    if (files.length === 0) throw documentFault('document-empty');
    if (files.length > LIMITS.files) throw documentFault('document-too-many');
    if (files.some(({ bytes }) => bytes.length > LIMITS.fileBytes)) throw documentFault('document-too-large');
    await this.turn();
    try {
      if (this.closed || watch.signal?.aborted) throw documentFault('document-stopped');
      return await this.readInChild(files, watch);
    } finally {
      this.running -= 1;
      this.waiting.shift()?.();
    }
  }

  /** Ends what is under way and takes nothing more. */
  close(): void {
    this.closed = true;
    for (const child of this.children) child.kill('SIGTERM');
    for (const wake of this.waiting.splice(0)) wake();
  }

  private async turn(): Promise<void> {
    const { atOnce = 2, mostWaiting = 8 } = this.options;
    if (this.running >= atOnce) {
      if (this.waiting.length >= mostWaiting) throw documentFault('document-too-slow');
      await new Promise<void>((wake) => this.waiting.push(wake));
    }
    this.running += 1;
  }

  private readInChild(files: readonly DocumentFile[], { onProgress, signal }: ReadingWatch): Promise<DocumentText> {
    const { childFile, pageMilliseconds = LIMITS.pageMilliseconds, milliseconds = LIMITS.milliseconds } = this.options;
    const child = fork(childFile, [], {
      // No secrets of ours; Windows cannot start without its own root.
      env: process.env['SystemRoot'] === undefined ? {} : { SystemRoot: process.env['SystemRoot'] },
      execArgv: ['--max-old-space-size=320'],
      serialization: 'advanced',
      // Nothing that it prints (a library's warning may quote a letter) is kept.
      stdio: ['ignore', 'ignore', 'ignore', 'ipc'],
    });
    this.children.add(child);
    yieldToTheServer(child);
    return new Promise<DocumentText>((resolve, reject) => {
      let page: NodeJS.Timeout | undefined;
      const end = (settle: () => void): void => {
        clearTimeout(page);
        clearTimeout(all);
        signal?.removeEventListener('abort', stopped);
        child.removeAllListeners();
        child.on('error', () => undefined);
        child.once('exit', () => this.children.delete(child));
        child.kill('SIGKILL');
        settle();
      };
      const fail = (code: DocumentFaultCode): void => end(() => reject(documentFault(code)));
      const restartPage = (): void => {
        clearTimeout(page);
        page = setTimeout(() => fail('document-too-slow'), pageMilliseconds);
      };
      const stopped = (): void => fail('document-stopped');
      const all = setTimeout(() => fail('document-too-slow'), milliseconds);
      restartPage();
      signal?.addEventListener('abort', stopped);
      child.on('message', (raw) => {
        const message = ReadingMessage.safeParse(raw).data;
        if (message?.kind === 'progress') {
          restartPage();
          onProgress?.({ page: message.page, pages: message.pages });
        } else if (message?.kind === 'read') end(() => resolve({ text: message.text, pages: message.pages, poor: message.poor }));
        else fail(message && isDocumentFaultCode(message.code) ? message.code : 'document-broken');
      });
      child.once('error', () => fail('document-broken'));
      child.once('exit', (_, killedBy) => fail(FAULT_OF_SIGNAL[killedBy ?? ''] ?? 'document-broken'));
      child.send({ files: files.map(({ name, bytes }) => ({ name, bytes })) }, () => undefined);
    });
  }
}

/** How a child that tells nothing has ended: out of memory (its watchman, the kernel, or the engine itself), or with the server. */
const FAULT_OF_SIGNAL: Readonly<Record<string, DocumentFaultCode>> = { SIGKILL: 'document-too-large', SIGABRT: 'document-too-large', SIGTERM: 'document-stopped' };

/** Conversations come first; where the system does not allow it, all run alike. */
function yieldToTheServer({ pid }: ChildProcess): void {
  try {
    if (pid !== undefined) setPriority(pid, constants.priority.PRIORITY_BELOW_NORMAL);
  } catch {
    // The reading is no worse for it.
  }
}
