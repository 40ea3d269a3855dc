import { sentencesOf, type Sentence } from './sentences';

/** A sentence with more words than this holds more than one idea. */
export const WORDS_AT_MOST = 15;
/** Fewer words than this say nothing about how hard a text is to read. */
export const WORDS_TO_MEASURE = 30;

/** How hard a text is to read. */
export interface ReadingEase {
  readonly words: number;
  readonly sentences: number;
  /** Words of more than six letters that could have been shorter. */
  readonly longWords: number;
  /** LIX: words a sentence plus long words in a hundred; null below the number of words that it takes. */
  readonly lix: number | null;
  /** Each with the index of the text it stands in. */
  readonly longSentences: readonly (Sentence & { readonly textIndex: number })[];
}

/**
 * Measures all texts together. A word counts as short when it cannot be avoided: one that `isPlain`, a name, a number, an
 * address, a value that is put in.
 *
 * @example readingEase(['Du kan ringe til os. Vi hjælper dig.'], () => false).sentences // 2
 */
export function readingEase(texts: readonly string[], isPlain: (word: string) => boolean): ReadingEase {
  const all = texts.flatMap((text, textIndex) => sentencesOf(text).map((sentence) => ({ ...sentence, textIndex })));
  const words = all.reduce((sum, sentence) => sum + sentence.words.length, 0);
  const longWords = all.reduce((sum, sentence) => sum + sentence.words.filter((word, place) => isLong(word, place === 0) && !isPlain(word)).length, 0);
  return {
    words,
    sentences: all.length,
    longWords,
    lix: words < WORDS_TO_MEASURE ? null : words / all.length + (100 * longWords) / words,
    longSentences: all.filter((sentence) => sentence.words.length > WORDS_AT_MOST),
  };
}

function isLong(word: string, beginsSentence: boolean): boolean {
  // Digits, dots, @ and braces: numbers, addresses and values. A capital within a sentence: a name.
  if (/[\d.:@{]/.test(word) || (!beginsSentence && /^\p{Lu}/u.test(word))) return false;
  return word.replaceAll(/[^\p{L}]/gu, '').length > 6;
}
