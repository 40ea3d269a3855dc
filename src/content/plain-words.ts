import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import type { Language } from '../domain/language';
import { contentInvalid, type ContentFault } from './content-fault';
import { COUNTRY } from './content-files';
import { readYaml } from './yaml-file';

/** Words that cannot be avoided, by language; a star at the end stands for any ending. */
const Words = z.array(z.string().regex(/^[\p{Ll}-]+\*?$/u, 'is a word in small letters, perhaps with a star at its end'));
const PlainWords = z.strictObject({ da: Words, en: Words });

/** Tells whether a word is one that cannot be avoided. */
export type PlainWord = (word: string, language: Language) => boolean;

/** Reads content/denmark/plain-words.yaml. Throws `content-invalid` when it is not as it should be. */
export function loadPlainWords(folder: string): PlainWord {
  const file = join(folder, COUNTRY, 'plain-words.yaml');
  if (!existsSync(file)) throw contentInvalid([{ file, line: 1, what: 'The file is missing.', remedy: 'Add it: lists "da" and "en" of words that cannot be avoided; both may be empty.' }]);
  const faults: ContentFault[] = [];
  const yaml = readYaml(file, readFileSync(file), PlainWords, (fault) => faults.push(fault));
  if (!yaml) throw contentInvalid(faults);
  const { da, en } = yaml.value;
  const matchers = { da: matcher(da), en: matcher(en) };
  return (word, language) => matchers[language](word.toLocaleLowerCase(language));
}

function matcher(words: readonly string[]): (word: string) => boolean {
  const whole = new Set(words.filter((word) => !word.endsWith('*')));
  const beginnings = words.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  return (word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning));
}
