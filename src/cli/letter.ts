import { readdirSync, readFileSync, statSync } from 'node:fs';
import { basename, join } from 'node:path';
import { parseArgs } from 'node:util';
import { z } from 'zod';
import { loadContent } from '../content/load-content';
import { AdviserError } from '../domain/adviser-error';
import { readLetter, type Given } from '../domain/letters/read-letter';
import type { LetterWords } from '../domain/letters/letter-words';
import { readSettings } from '../settings';
import type { DocumentReader } from '../domain/letters/document-reader';
import { letterFileText, openReader } from './letters/letter-file';

const Day = z.iso.date();

/** `npm run -s letter -- FILE|-|DIR [--received YYYY-MM-DD] [--today YYYY-MM-DD]`: what a letter says, as contract § 1 has it. */
async function main(): Promise<void> {
  const { values, positionals } = parseArgs({ allowPositionals: true, options: { received: { type: 'string' }, today: { type: 'string' }, noticed: { type: 'string' } } });
  const [place] = positionals;
  if (place === undefined || positionals.length > 1) throw new AdviserError('bad-request', 'One file, one folder or "-" is wanted.', 'Say npm run -s letter -- FILE.');
  const given: Given = { received: dayOf('received', values.received), today: dayOf('today', values.today), noticed: dayOf('noticed', values.noticed) };
  const { contentDir, municipality } = readSettings(process.env);
  const { letterWords } = loadContent({ folder: contentDir, municipality });
  const reader = openReader();
  try {
    await readPlace(place, reader, letterWords, given);
  } finally {
    reader.close();
  }
}

async function readPlace(place: string, reader: DocumentReader, letterWords: LetterWords, given: Given): Promise<void> {
  if (place !== '-' && isFolder(place)) {
    for (const name of readdirSync(place).sort()) {
      if (!/\.(?:txt|pdf|docx|png|jpe?g)$/i.test(name) || !statSync(join(place, name)).isFile()) continue;
      const line = await readOne(join(place, name), reader, letterWords, given).catch(asFault);
      console.log(JSON.stringify({ file: name, ...line }));
    }
    return;
  }
  console.log(JSON.stringify(await readOne(place, reader, letterWords, given), null, 2));
}

function dayOf(option: string, value: string | undefined): string | undefined {
  if (value === undefined || Day.safeParse(value).success) return value;
  throw new AdviserError('bad-request', `--${option} is "${value}".`, 'Write a day that exists, such as 2026-11-24.');
}

function isFolder(path: string): boolean {
  try {
    return statSync(path).isDirectory();
  } catch {
    throw new AdviserError('not-found', `There is no file ${basename(path)}.`, 'Check the name.');
  }
}

async function readOne(path: string, reader: DocumentReader, words: LetterWords, given: Given) {
  const { text, poor } = path === '-' ? { text: readFileSync(0, 'utf8'), poor: false } : await letterFileText(path, reader);
  if (text.trim() === '') throw new AdviserError('document-empty', 'There is nothing to read.', 'Hand in the text of the letter.');
  const { reading, evidence, doubts, appealTime } = readLetter(text, words, { ...given, poor });
  return { ...reading, evidence, doubts, appealTime };
}

/** In a folder one bad file does not keep the others from being read. */
function asFault(fault: unknown): { error: { code: string; message: string } } {
  if (!(fault instanceof AdviserError)) throw fault;
  return { error: { code: fault.code, message: fault.message } };
}

main().catch((fault: unknown) => {
  const isUsage = fault instanceof TypeError && 'code' in fault;
  if (!isUsage && !(fault instanceof AdviserError)) throw fault;
  console.error(fault.message.replace(/\s*\n\s*/g, ' '));
  process.exitCode = 2;
});
