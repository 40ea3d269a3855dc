import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { AdviserError } from '../domain/adviser-error';
import { ChildDocumentReader } from '../documents/read/child-document-reader';
import { wordsFound } from './files/words-found';

const [folder = resolve('test/fixtures/letters/files'), texts = resolve('test/fixtures/letters')] = process.argv.slice(2);

/** `npm run eval:files -- [FOLDER [TEXTS]]`: reads every file of the folder and prints what came of it, one JSON object a line. */
async function main(): Promise<void> {
  const reader = new ChildDocumentReader({ childFile: join(__dirname, '../documents/read/reading-child.js') });
  for (const name of readdirSync(folder).filter((each) => !/\.(md|txt|json)$/.test(each)).sort()) {
    const started = performance.now();
    const result = await reader.read([{ name, bytes: new Uint8Array(readFileSync(join(folder, name))) }]).catch((fault: unknown) => (fault instanceof AdviserError ? fault.code : String(fault)));
    const milliseconds = Math.round(performance.now() - started);
    const text = goldOf(name);
    const line = typeof result === 'string' ? { fault: result } : { pages: result.pages, poor: result.poor, ...(text === null ? {} : wordsFound(text, result.text)) };
    process.stdout.write(`${JSON.stringify({ file: name, milliseconds, ...line })}\n`);
  }
  reader.close();
}

/** The text that a file was made of: the `.txt` with the same number. */
function goldOf(name: string): string | null {
  try {
    return readFileSync(join(texts, `${/^[a-z]\d+/.exec(name)?.[0] ?? 'none'}.txt`), 'utf8');
  } catch {
    return null;
  }
}

void main();
