import { z } from 'zod';
import { LinearModel, scorerOf, type Scorer } from './linear-model';

/** What was learnt from labelled letters of how they are worded. */
export const WordingModel = z.strictObject({
  /** Of the whole letter: its kind. */
  kinds: LinearModel,
  /** Of the operative part of a decision: its outcome, `none` where it has none. */
  outcomes: LinearModel,
  /** Of a sentence: what it does to the citizen. */
  effects: LinearModel,
  /** Tells whether what it was learnt from has changed since. */
  learntFrom: z.string(),
});
export type WordingModel = z.infer<typeof WordingModel>;

/** The same, ready for scoring. */
export interface WordingScorers {
  readonly kinds: Scorer;
  readonly outcomes: Scorer;
  readonly effects: Scorer;
}

export const wordingScorers = ({ kinds, outcomes, effects }: Omit<WordingModel, 'learntFrom'>): WordingScorers => ({ kinds: scorerOf(kinds), outcomes: scorerOf(outcomes), effects: scorerOf(effects) });

/** Beginnings of words are told apart, not their endings: "bevilger", "bevilget" and "bevilling" begin alike. */
const BEGINNING = 6;

const beginnings = (text: string, pattern: RegExp): string[] => [...text.toLocaleLowerCase('da').matchAll(pattern)].map(([word]) => (/\d/u.test(word) ? '#' : word.slice(0, BEGINNING)));

/**
 * What of a text is counted, each once: beginnings of words, and pairs of neighbours; all numbers are one.
 *
 * @example [...wordingsOf('Vi bevilger 200 kr.')] // ['vi', 'bevilg', 'vi bevilg', '#', 'bevilg #', 'kr', '# kr']
 */
export function wordingsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let last: string | null = null;
  for (const beginning of beginnings(text, /\p{L}+|§|\d+/gu)) {
    found.add(beginning);
    if (last !== null) found.add(`${last} ${beginning}`);
    last = beginning;
  }
  return found;
}

/**
 * What of a sentence is counted: as of a text, and pairs with one word between, and how it begins.
 *
 * @example [...sentenceWordings('Det får du ikke')] // ['det', 'får', …, 'det _ du', 'får _ ikke', '^det', '^det får']
 */
export function sentenceWordings(text: string): ReadonlySet<string> {
  const words = beginnings(text, /\p{L}+|§|\d+|\?/gu);
  const found = new Set(words);
  words.forEach((word, at) => {
    if (at >= 1) found.add(`${words[at - 1]} ${word}`);
    if (at >= 2) found.add(`${words[at - 2]} _ ${word}`);
  });
  if (words.length > 0) {
    found.add(`^${words[0]}`);
    found.add(`^${words.slice(0, 2).join(' ')}`);
  }
  return found;
}
