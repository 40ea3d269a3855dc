import { basename, join } from 'node:path';
import type { z } from 'zod';
import { LANGUAGES, type Language } from '../domain/language';
import type { Report } from './content-fault';
import type { ContentFiles } from './content-files';
import { pairLanguages } from './pair-languages';
import type { Phrase } from './phrase';
import { MasterPhrases, TranslatedPhrases } from './phrase-file';
import { readYaml, type YamlFile } from './yaml-file';

/** The phrases of one scope. Whatever lacks a translation is reported and left out. */
export function readPhrases(files: ContentFiles, scope: string, report: Report): Phrase[] {
  const phrases = new Map<string, Phrase>();
  for (const subject of subjectsOf(files, scope)) {
    const danish = readOne(files, scope, subject, 'da', MasterPhrases, report);
    const english = readOne(files, scope, subject, 'en', TranslatedPhrases, report);
    // A file that cannot be read is one fault; that each of its phrases is missing as well would bury it.
    if (!danish || !english) continue;
    for (const { id, text, ...rest } of pairLanguages(danish, english, report)) {
      const other = phrases.get(id)?.texts.da;
      if (other) report({ file: text.da.file, line: text.da.line, what: `"${id}" stands twice.`, remedy: `The other is at ${other.file}:${other.line}; remove one, or give it another id.` });
      phrases.set(id, { id, scope, subject, ...rest, texts: text });
    }
  }
  return [...phrases.values()];
}

function readOne<Value>(files: ContentFiles, scope: string, subject: string, language: Language, schema: z.ZodType<Value>, report: Report): YamlFile<Value> | null {
  const path = `${scope}/${language}/${subject}.yaml`;
  const file = join(files.folder, path);
  const bytes = files.bytes.get(path);
  if (bytes) return readYaml(file, bytes, schema, report);
  report({ file, line: 1, what: 'The file is missing, while the other language has it.', remedy: 'Add it with the same ids, or remove the other.' });
  return null;
}

function subjectsOf(files: ContentFiles, scope: string): string[] {
  const paths = [...files.bytes.keys()].filter((path) => LANGUAGES.some((language) => path.startsWith(`${scope}/${language}/`)));
  return [...new Set(paths.filter((path) => path.endsWith('.yaml')).map((path) => basename(path, '.yaml')))].sort();
}
