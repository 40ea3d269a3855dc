import { readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { ChildDocumentReader } from '../../../src/documents/read/child-document-reader';
import type { DocumentFile, DocumentText } from '../../../src/domain/letters/document-reader';

const FIXTURES = join(__dirname, '../../fixtures/letters');

/** The program that reads, as `npm test` builds it first. */
export const CHILD = resolve(__dirname, '../../../dist/documents/read/reading-child.js');

/** One of the real files. */
export const fixture = (name: string): DocumentFile => ({ name, bytes: new Uint8Array(readFileSync(join(FIXTURES, 'files', name))) });

/** The text that a file was made of. */
export const goldText = (name: string): string => readFileSync(join(FIXTURES, `${name.slice(0, 3)}.txt`), 'utf8');

/** A file made by the test. */
export const made = (bytes: Uint8Array | string, name = 'brev'): DocumentFile => ({ name, bytes: typeof bytes === 'string' ? new TextEncoder().encode(bytes) : new Uint8Array(bytes) });

const reader = new ChildDocumentReader({ childFile: CHILD });

/** Reads as the program does: in a child process. */
export const read = (...files: readonly DocumentFile[]): Promise<DocumentText> => reader.read(files);

/** The code of the fault that comes of it; fails when it is read after all. */
export async function faultOf(...files: readonly DocumentFile[]): Promise<string> {
  try {
    const { text } = await read(...files);
    throw new Error(`It was read: ${text.slice(0, 80)}`);
  } catch (fault) {
    if (fault instanceof Error && 'code' in fault) return String(fault.code);
    throw fault;
  }
}
