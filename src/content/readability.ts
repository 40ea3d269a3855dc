import { LANGUAGES, type Language } from '../domain/language';
import type { ContentFault, Report } from './content-fault';
import type { Phrase } from './phrase';
import type { PlainWord } from './plain-words';
import { readingEase, WORDS_AT_MOST, type ReadingEase } from './reading-ease';

/** How hard one file of phrases is to read in one language. */
export interface Readability extends ReadingEase {
  readonly file: string;
  readonly scope: string;
  readonly subject: string;
  readonly language: Language;
  /** The highest LIX permitted. */
  readonly bound: number;
}

const BOUND = 35;
/** A glossary has to name the hard words that it explains. */
const GLOSSARY_BOUND = 38;

/** Measures each file, all its phrases together: a citizen meets them as one subject. Ordered as the phrases are. */
export function readabilityOf(phrases: Iterable<Phrase>, isPlain: PlainWord): Readability[] {
  const files = new Map<string, Phrase[]>();
  for (const phrase of phrases) {
    const file = `${phrase.scope}/${phrase.subject}`;
    files.set(file, [...(files.get(file) ?? []), phrase]);
  }
  return [...files.values()].flatMap((all) => LANGUAGES.flatMap((language) => measured(all, language, isPlain)));
}

function measured(phrases: readonly Phrase[], language: Language, isPlain: PlainWord): Readability[] {
  const [first] = phrases;
  if (!first) return [];
  const { scope, subject, texts } = first;
  const ease = readingEase(phrases.map((phrase) => phrase.texts[language].text), (word) => isPlain(word, language));
  return [{ ...ease, file: texts[language].file, scope, subject, language, bound: subject === 'glossary' ? GLOSSARY_BOUND : BOUND }];
}

/** Reports sentences that are too long, and files that are too hard to read. */
export function checkReadability(phrases: readonly Phrase[], isPlain: PlainWord, report: Report): void {
  for (const { file, lix, bound } of readabilityOf(phrases, isPlain)) {
    if (lix !== null && lix > bound) report({ file, line: 1, what: `The LIX is ${lix.toFixed(1)}; at most ${bound} is permitted.`, remedy: 'Write shorter sentences and shorter words; a word that cannot be avoided goes into plain-words.yaml.' });
  }
  for (const phrase of phrases) for (const language of LANGUAGES) for (const fault of longSentences(phrase, language)) report(fault);
}

function longSentences({ id, texts }: Phrase, language: Language): ContentFault[] {
  const { text, file, lineAt } = texts[language];
  return readingEase([text], () => true).longSentences.map((sentence) => ({
    file,
    line: lineAt(sentence.offset),
    what: `"${id}" has a sentence of ${sentence.words.length} words: "${sentence.text.replaceAll(/\s+/g, ' ')}"`,
    remedy: `Make two of it: at most ${WORDS_AT_MOST}.`,
  }));
}
