import { newStemmer } from 'snowball-stemmers';

/** A word without its endings, by the rules of Danish and of English. */
export interface Stems {
  readonly danish: string;
  readonly english: string;
}

const danish = newStemmer('danish');
const english = newStemmer('english');

/** Words kept with their stems, a few hundred kB: about as many as all example phrases have together. */
const MOST_KEPT = 8_192;
/** Not kept: words with a figure (a CPR number, a telephone number), and those too long to be met twice. */
const NEVER_KEPT = /\p{N}|.{40}/u;

// Stemming is the dearest part of reading a message, and people use the same few thousand words. Two generations bound the table:
// when the younger is full the older is let go, so a word in use stays. Nothing can be told from outside but the time it takes.
let young = new Map<string, Stems>();
let old = new Map<string, Stems>();

/**
 * The stems of a normalised word.
 *
 * @example stemsOf('klager') // { danish: 'klag', english: 'klager' }
 */
export function stemsOf(word: string): Stems {
  const kept = young.get(word);
  if (kept !== undefined) return kept;
  const stems = old.get(word) ?? { danish: danish.stem(word), english: english.stem(word) };
  if (NEVER_KEPT.test(word)) return stems;
  if (young.size >= MOST_KEPT / 2) [old, young] = [young, new Map()];
  young.set(word, stems);
  return stems;
}
