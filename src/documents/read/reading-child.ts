import { Worker } from 'node:worker_threads';
import { AdviserError } from '../../domain/adviser-error';
import { LIMITS } from './limits';
import { readDocuments } from './read-documents';
import { ReadingOrder, type ReadingMessage } from './reading-message';

/** Watches this process's memory from a thread of its own, so that it is ended even when it is busy. */
const WATCHMAN = `setInterval(() => { if (process.memoryUsage.rss() > ${LIMITS.memoryBytes}) process.kill(process.pid, 'SIGKILL'); }, 50)`;

const tell = (message: ReadingMessage): void => void process.send?.(message);

/** The program of the child process: reads the files of one letter, tells of each page, and waits for its end: what it told must have arrived. */
async function run(order: unknown): Promise<void> {
  try {
    const { files } = ReadingOrder.parse(order);
    const { text, pages, poor } = await readDocuments(files, ({ page, pages: all }) => tell({ kind: 'progress', page, pages: all }));
    tell({ kind: 'read', text, pages, poor });
  } catch (fault) {
    tell({ kind: 'fault', code: fault instanceof AdviserError ? fault.code : 'document-broken' });
  }
}

if (process.send) {
  new Worker(WATCHMAN, { eval: true, env: {}, resourceLimits: { maxOldGenerationSizeMb: 16, maxYoungGenerationSizeMb: 4 } }).unref();
  process.once('message', (order) => void run(order));
  // Whoever started it is gone.
  process.once('disconnect', () => process.exit(0));
  process.on('uncaughtException', () => tell({ kind: 'fault', code: 'document-broken' }));
  process.on('unhandledRejection', () => tell({ kind: 'fault', code: 'document-broken' }));
}
