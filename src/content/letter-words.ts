import { join } from 'node:path';
import { z } from 'zod';
import { LetterWordFiles, LetterWords } from '../domain/letters/letter-words';
import { loadWordingModel } from './load-wording-model';
import type { Report } from './content-fault';
import { COUNTRY, type ContentFiles } from './content-files';
import { readYaml } from './yaml-file';

/** The folder of the words of letters, below that of the country. */
export const LETTERS = 'letters';

/** Reads content/denmark/letters, one file a key; null when one is missing or wrong, which has then been reported. */
export function readLetterWords(files: ContentFiles, report: Report): LetterWords | null {
  const shape = LetterWordFiles.shape;
  const parts = new Map<string, unknown>();
  for (const [key, schema] of Object.entries(shape)) {
    const path = `${COUNTRY}/${LETTERS}/${key}.yaml`;
    const bytes = files.bytes.get(path);
    if (!bytes) {
      report({ file: join(files.folder, path), line: 1, what: 'The file is missing.', remedy: 'Add it; content/denmark/letters shows its shape.' });
      continue;
    }
    const yaml = readYaml<unknown>(join(files.folder, path), bytes, schema satisfies z.ZodType, report);
    if (yaml) parts.set(key, yaml.value);
  }
  for (const path of files.bytes.keys()) {
    const name = path.startsWith(`${COUNTRY}/${LETTERS}/`) ? path.slice(`${COUNTRY}/${LETTERS}/`.length) : null;
    if (name !== null && !(name.replace(/\.yaml$/, '') in shape)) {
      report({ file: join(files.folder, path), line: 1, what: `Nothing reads a file of the name ${name} here.`, remedy: `Permitted: ${Object.keys(shape).map((key) => `${key}.yaml`).join(', ')}.` });
    }
  }
  const whole = LetterWords.safeParse({ ...Object.fromEntries(parts), wording: loadWordingModel(files.folder) });
  return whole.success ? whole.data : null;
}
