import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { LetterReading } from '../../domain/letters/letter-reading';

/** Gold as it stands beside a letter: what contract § 1 had when it was labelled, and what was known beside the letter. */
const Gold = LetterReading.partial({ terms: true, action: true, decisions: true, otherRoutes: true }).extend({
  received: z.iso.date().optional(),
  today: z.iso.date().optional(),
  noticed: z.iso.date().optional(),
  note: z.string().optional(),
});
export type Gold = z.infer<typeof Gold>;

/** A letter with its gold reading. */
export interface LabelledLetter {
  readonly file: string;
  readonly text: string;
  readonly gold: Gold;
}

/** Reads NAME.txt with NAME.json of a folder, its sub-folders included; a letter without gold is passed over. */
export function labelledLetters(folder: string): LabelledLetter[] {
  if (!existsSync(folder)) return [];
  return readdirSync(folder, { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.txt') && existsSync(join(folder, name.replace(/\.txt$/, '.json'))))
    .sort()
    .map((name) => ({
      file: name,
      text: readFileSync(join(folder, name), 'utf8'),
      gold: Gold.parse(JSON.parse(readFileSync(join(folder, name.replace(/\.txt$/, '.json')), 'utf8'))),
    }));
}
