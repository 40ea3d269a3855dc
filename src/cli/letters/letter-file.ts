import { readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { ChildDocumentReader } from '../../documents/read/child-document-reader';
import type { DocumentReader, DocumentText } from '../../domain/letters/document-reader';

/** The reader of files as the bundled commands start it. */
export const openReader = (): DocumentReader & { close(): void } => new ChildDocumentReader({ childFile: join(__dirname, '../documents/read/reading-child.js') });

/** First bytes of files that are none of text, though their bytes might pass for it. */
const NO_TEXT = /^(?:%PDF|PK|MZ|\s*<(?:!doctype|html|\?xml))/iu;

/** The text of a letter's file, whatever kind of file it is by its content. Plain text is taken as it stands, so that offsets are its own. Rejects as `DocumentReader.read` does. */
export async function letterFileText(path: string, reader: DocumentReader): Promise<DocumentText> {
  const bytes = new Uint8Array(readFileSync(path));
  const text = plainText(bytes);
  return text !== null && !NO_TEXT.test(text) ? { text, pages: 1, poor: false } : reader.read([{ name: basename(path), bytes }]);
}

/** The bytes as UTF-8; null when they are not. */
function plainText(bytes: Uint8Array): string | null {
  try {
    return bytes.length === 0 || bytes.includes(0) ? null : new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return null;
  }
}
