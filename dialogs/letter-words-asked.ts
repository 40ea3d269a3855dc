import { wordAsked, type GlossaryEntry } from '../src/domain/letters/glossary';
import { foldWords } from '../src/domain/topics/said-words';
import type { Talk } from './talk';

/** More words than this are no question about one of them. */
const WORDS_AT_MOST = 14;
const ASKS_MEANING = /(?<!\p{L})(?:betyder|betyde|menes|forstår ikke ordet|mean|means)(?!\p{L})/iu;
/** "Hvad er" asks many things: only with the word and nothing more is it asked what the word means. */
const WHAT_IS = /^(?:hvad er|what is) (?:(?:en|et|a|an|the) )?/u;

/** The hard word that a message asks the meaning of; null when it asks none that the glossary has. */
export function wordQuestion({ heard: { text, action }, content }: Talk): GlossaryEntry | null {
  if (action !== null || text.split(/\s+/).length > WORDS_AT_MOST) return null;
  const word = wordAsked(text, content.glossary);
  if (word === null || ASKS_MEANING.test(text)) return word;
  const said = foldWords(text);
  return WHAT_IS.test(said) && [word.term, ...word.also].some((form) => foldWords(form) === said.replace(WHAT_IS, '')) ? word : null;
}
