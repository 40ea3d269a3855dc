import { readFile, truncate, writeFile } from 'node:fs/promises';
import { AdviserError } from '../../domain/adviser-error';
import type { SecretBox } from '../secret-box';

const NEWLINE = 0x0a;
const PRIVATE = 0o600;

/** Damage that was found and passed over loudly, never in silence: a code for the log, and where. */
export type ReportDamage = (code: 'torn-tail' | 'journal-damaged', fields: Readonly<Record<string, string | number>>) => void;

/** A line of a file and what it says. */
export interface SealedLine<Doc> {
  readonly sealed: string;
  readonly doc: Doc;
}

/** What a file of sealed lines holds. */
export interface SealedLines<Doc> {
  /** Up to the first line that cannot be read. */
  readonly whole: readonly SealedLine<Doc>[];
  /** Bytes of those. */
  readonly size: number;
  /** Bytes from there on. */
  readonly torn: number;
  /** What can be read behind it. */
  readonly behind: readonly SealedLine<Doc>[];
}

/** A line as it stands in a file, its end not included. */
export const sealLine = (doc: object, box: SecretBox): string => box.seal(JSON.stringify(doc));

/** The document of a line; null when the line cannot be read. */
export function openLine<Doc>(line: string, box: SecretBox): Doc | null {
  try {
    // What opens is what we sealed, to the bit (AES-GCM): it needs no second check.
    return JSON.parse(box.open(line)) as Doc;
  } catch {
    return null;
  }
}

/** Reads a file of sealed lines, and changes nothing; one that is not there is empty. */
export async function readSealedLines<Doc>(path: string, box: SecretBox): Promise<SealedLines<Doc>> {
  const bytes = await readFile(path).catch((fault: NodeJS.ErrnoException) => {
    if (fault.code === 'ENOENT') return Buffer.alloc(0);
    throw fault;
  });
  const whole: SealedLine<Doc>[] = [];
  const behind: SealedLine<Doc>[] = [];
  let size = bytes.length;
  for (let start = 0; start < bytes.length; ) {
    const end = bytes.indexOf(NEWLINE, start);
    const sealed = bytes.toString('latin1', start, end < 0 ? bytes.length : end);
    const doc = end < 0 ? null : openLine<Doc>(sealed, box);
    if (doc === null) size = Math.min(size, start);
    else (start < size ? whole : behind).push({ sealed, doc });
    start = end < 0 ? bytes.length : end + 1;
  }
  return { whole, size, torn: bytes.length - size, behind };
}

/** Cuts off what cannot be read, and keeps its bytes in `<file>.torn`. */
export async function cutOff(path: string, size: number): Promise<void> {
  try {
    await writeFile(`${path}.torn`, (await readFile(path)).subarray(size), { mode: PRIVATE });
    await truncate(path, size);
  } catch {
    // A full disk: what is whole can be read all the same, and the next write cuts the tail off.
  }
}

/** A file that cannot be trusted. */
export const corrupt = (path: string): AdviserError =>
  new AdviserError('store-corrupt', `The file ${path} is damaged.`, 'Stop the server, put the file back from the backup, and start again.');
