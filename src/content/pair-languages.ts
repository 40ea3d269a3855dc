import type { Language } from '../domain/language';
import type { Report } from './content-fault';
import type { PhraseText } from './phrase';
import type { MasterPhrase } from './phrase-file';
import { placeholdersOf } from './placeholders';
import type { YamlFile } from './yaml-file';

/** A Danish phrase with its words in each language. */
export interface PairedPhrase extends Omit<MasterPhrase, 'text'> {
  readonly id: string;
  readonly text: Readonly<Record<Language, PhraseText>>;
}

/** Puts the languages of one subject together: the same ids, and in each phrase the same placeholders; else it is reported. */
export function pairLanguages(danish: YamlFile<Readonly<Record<string, MasterPhrase>>>, english: YamlFile<Readonly<Record<string, { readonly text: string }>>>, report: Report): PairedPhrase[] {
  const inEnglish = new Map(Object.entries(english.value));
  const pairs = Object.entries(danish.value).flatMap(([id, { text, ...rest }]) => {
    const da = textAt(danish, id, text);
    const translation = inEnglish.get(id);
    inEnglish.delete(id);
    if (!translation) {
      report({ file: da.file, line: da.line, what: `"${id}" has no translation.`, remedy: `Add it to ${english.file}.` });
      return [];
    }
    const en = textAt(english, id, translation.text);
    comparePlaceholders(id, da, en, report);
    return [{ id, ...rest, text: { da, en } }];
  });
  for (const id of inEnglish.keys()) report({ file: english.file, line: english.lineOf([id]), what: `"${id}" does not stand in Danish.`, remedy: `Add it to ${danish.file}, or correct the id.` });
  return pairs;
}

function textAt({ file, lineOf, lineInText }: YamlFile<unknown>, id: string, text: string): PhraseText {
  return {
    text,
    file,
    // Only faults tell lines, and a file that was parsed beforehand has to be parsed for them.
    get line() {
      return lineOf([id]);
    },
    lineAt: (offset) => lineInText([id, 'text'], offset),
  };
}

function comparePlaceholders(id: string, da: PhraseText, en: PhraseText, report: Report): void {
  const inDanish = placeholdersOf(da.text);
  const inEnglish = placeholdersOf(en.text);
  const permitted = inDanish.size === 0 ? 'none' : [...inDanish].map(inBraces).join(', ');
  for (const name of inDanish) {
    if (!inEnglish.has(name)) report({ file: en.file, line: en.lineAt(0), what: `"${id}" lacks ${inBraces(name)}, which the Danish text has.`, remedy: 'Put it into the English text, or take it out of the Danish one.' });
  }
  for (const name of inEnglish) {
    if (!inDanish.has(name)) report({ file: en.file, line: en.lineAt(en.text.indexOf(inBraces(name))), what: `"${id}" has ${inBraces(name)}, which the Danish text lacks.`, remedy: `Permitted there: ${permitted}.` });
  }
}

const inBraces = (name: string): string => `{${name}}`;
