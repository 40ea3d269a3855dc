import { join } from 'node:path';
import { z } from 'zod';
import { TONGUES, type Tongue } from '../domain/language';
import { TONGUE_COMMANDS, type TongueCommand } from '../domain/topics/tongue-words';
import type { Report } from './content-fault';
import { COUNTRY, type ContentFiles } from './content-files';
import type { Fact } from './municipality-facts';
import { placeholdersOf, strayBrace } from './placeholders';
import { readYaml } from './yaml-file';

/** What can be said in a language without full content; `binding`: that the Danish text holds; `complaint`: that the complaint itself is Danish. */
export const TONGUE_PARTS = ['card', 'crisis', 'guidance', 'hours', 'contact', 'notice', 'human', 'complaint'] as const;
export type TonguePart = (typeof TONGUE_PARTS)[number];

/** Values that code supplies; all else in braces is a fact of the municipality. */
export const TONGUE_VALUES = ['hours', 'consultation-hours', 'chatDays'] as const;

const Text = z.string().min(1);
const Texts = z.array(Text);
const command = (): z.ZodType<readonly string[]> => Texts.min(1);
/** content/denmark/tongues/<language>.yaml */
const TongueFile = z.strictObject({
  meta: z.strictObject({ review: Text, source: Text, checked: z.iso.date() }),
  binding: Text,
  card: Text,
  crisis: Text,
  complaint: Text,
  guidance: Text.optional(),
  hours: Text.optional(),
  contact: Text.optional(),
  notice: Text.optional(),
  human: Text.optional(),
  words: z.strictObject({
    yes: Texts.min(1),
    no: Texts.min(1),
    doubt: Texts,
    naming: Texts,
    ...(Object.fromEntries(TONGUE_COMMANDS.map((each) => [each, command()])) as Record<TongueCommand, z.ZodType<readonly string[]>>),
  }),
  /** Phrases and labels of choices by their ids in da/. */
  phrases: z.record(z.string(), Text),
});
export type TongueTexts = z.infer<typeof TongueFile>;

/** A language's file, and where each piece of it stands. */
export interface TongueContent {
  readonly texts: TongueTexts;
  readonly file: string;
  lineOf(path: readonly PropertyKey[]): number;
}

/** The folder, below the content folder. */
export const TONGUES_FOLDER = `${COUNTRY}/tongues`;

/** Reads the languages that have a file; what is wrong in one is reported. What their phrases answer to is checked in `check-tongues.ts`. */
export function readTongues(files: ContentFiles, facts: ReadonlyMap<string, Fact>, report: Report): ReadonlyMap<Tongue, TongueContent> {
  const read = new Map<Tongue, TongueContent>();
  for (const tongue of TONGUES) {
    const path = `${TONGUES_FOLDER}/${tongue}.yaml`;
    const bytes = files.bytes.get(path);
    const yaml = bytes ? readYaml(join(files.folder, path), bytes, TongueFile, report) : null;
    if (!yaml) continue;
    read.set(tongue, { texts: yaml.value, file: yaml.file, lineOf: yaml.lineOf });
    for (const part of ['binding', ...TONGUE_PARTS] as const) {
      const text = yaml.value[part] ?? '';
      const unknown = [...placeholdersOf(text)].filter((name) => !facts.get(name)?.texts && !TONGUE_VALUES.some((value) => value === name));
      const at = () => ({ file: yaml.file, line: yaml.lineOf([part]) });
      for (const name of unknown) report({ ...at(), what: `"${part}" has {${name}}, which ${facts.has(name) ? 'nobody knows yet' : 'nobody fills'}.`, remedy: `Permitted: facts of municipality.yaml that are known, and ${TONGUE_VALUES.join(', ')}.` });
      if (strayBrace(text) >= 0) report({ ...at(), what: `"${part}" has a brace that belongs to no placeholder.`, remedy: 'Write {name} without spaces.' });
    }
  }
  return read;
}
