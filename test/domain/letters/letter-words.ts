import { join } from 'node:path';
import { loadContent } from '../../../src/content/load-content';
import { readLetter, type Given, type ReadLetter } from '../../../src/domain/letters/read-letter';

/** The words as they stand in the content. */
export const { letterWords } = loadContent({ folder: join(__dirname, '../../../content'), municipality: 'ishoj' });

/** Reads a letter with them. */
export const read = (text: string, given: Given = {}): ReadLetter => readLetter(text, letterWords, given);

/** A letter of the usual shape around what a test is about. */
export function aLetter(title: string, ...paragraphs: readonly string[]): string {
  return ['Ishøj Kommune', 'Center for Voksne og Velfærd', '', '5. oktober 2026', 'Sagsnr. 26/014877', '', title, '', ...paragraphs.flatMap((paragraph) => [paragraph, '']), 'Med venlig hilsen', 'Lone Damgaard'].join('\n');
}

export const GUIDANCE = 'Klagevejledning\nDu kan klage over afgørelsen til Ankestyrelsen. Klagen skal sendes til Ishøj Kommune inden 4 uger efter, at du har modtaget denne afgørelse.';
