import type { GlossaryEntry } from '../glossary';
import { point, type LetterFacts, type Point } from './point';

/** More hard words than this are not offered at once. */
const WORDS_AT_MOST = 5;

/** The hard words of the letter, explained when asked for. */
export function wordsMet({ reading: { terms } }: LetterFacts, glossary: readonly GlossaryEntry[]): Point[] {
  const met = terms.flatMap((id) => glossary.find((entry) => entry.id === id && !entry.common) ?? []).slice(0, WORDS_AT_MOST);
  return met.length === 0 ? [] : [point('letter.words', { words: met.map(({ term }) => term).join(', ') })];
}
