import type { GlossaryEntry } from './glossary';
import { byWhen, howCounted } from './explanation/by-when';
import { PARTS, type Explanation, type LetterBooks, type LetterFacts, type Part, type Point } from './explanation/point';
import { whatIsLacking } from './explanation/what-is-lacking';
import { whatItIs } from './explanation/what-it-is';
import { whatToDo } from './explanation/what-to-do';
import { whatWasDecided } from './explanation/what-was-decided';
import { whichLaw } from './explanation/which-law';
import { whomToAsk } from './explanation/whom-to-ask';
import { whyItWas } from './explanation/why-it-was';
import { wordsMet } from './explanation/words-met';

/** What tells each part; the order of telling is that of `PARTS`. */
const TELL: Readonly<Record<Part, (facts: LetterFacts, books: LetterBooks & { readonly glossary: readonly GlossaryEntry[] }) => Point[]>> = {
  what: whatItIs,
  decided: whatWasDecided,
  why: whyItWas,
  law: whichLaw,
  action: whatToDo,
  route: whomToAsk,
  deadline: byWhen,
  sum: howCounted,
  lacking: whatIsLacking,
  words: (facts, { glossary }) => wordsMet(facts, glossary),
};

/**
 * What to say about a letter: what it is, what was decided, why, by which law, what to do and where, by when and why that day, what is
 * lacking, which words. Phrase ids with their values, in order; parts with nothing to say are left out. Decides and promises nothing.
 */
export function explainLetter(facts: LetterFacts, books: LetterBooks & { readonly glossary: readonly GlossaryEntry[] }): Explanation {
  return PARTS.map((part) => ({ part, points: TELL[part](facts, books) })).filter(({ points }) => points.length > 0);
}
