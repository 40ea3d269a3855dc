import type { Extractor, Finding } from '../finding';
import { valueUnder } from '../label-rows';
import type { SeenLetter } from '../seen-letter';

/** What may stand between the label and the number. */
const BETWEEN = /^[\s.:#=)–-]{0,60}(?:nr\.?|nummer|no\.?|id)?[\s.:#=)–-]{0,60}/iu;
/** 24/018233, 27.36.00-G01-4-27, S2026-004412, EMN-2026-310992, BYG/2026/114, 26 / 4411, 40 118 223 */
const NUMBER = /^(?:\p{Lu}{1,6}(?:[-/]| (?=\d))?){0,2}\d[\p{Lu}\d]*(?:(?:[./\\–-]| \/ (?=\d))[\p{Lu}\d]{1,12}){0,6}(?:[ \u00a0]\d{2,4}(?![\p{L}\d./-])){0,4}/u;
/** Without a colon after it, "sag" is any word of a sentence. */
const PLAIN_LABEL = /^(?:sag|case)$/iu;

/** Two parts, as a year and a number. */
const PARTED = /\d[/-]\d/u;
const DATE = /^\d{1,2}[./-]\d{1,2}[./-](?:\d{2}|\d{4})$/u;

/** The number of an archive: taken where there is no other. */
const SECOND_CHOICE = /acadre|esdh|kle/iu;

/** The number of the case (sagsnummer): what follows its label; never that of a document, an invoice or a person. */
export const caseNumber: Extractor = (letter) => {
  const found: Finding[] = [];
  for (const sentence of letter.sentences) {
    for (const { meaning, from, to } of sentence.cues) {
      if (meaning.of !== 'label' || meaning.label !== 'case') continue;
      const first = sentence.tokens[from];
      const last = sentence.tokens[to - 1];
      if (!first || !last || isDocument(letter, first.start)) continue;
      const value = numberAfter(letter.raw, last.end, PLAIN_LABEL.test(letter.raw.slice(first.start, last.end))) ?? numberUnder(letter, sentence.block, first.start);
      if (!value) continue;
      const certainty = (sentence.zone === 'body' ? 0.6 : 1) + (to - from) * 0.01 + (value.text.length >= 5 ? 0.1 : 0) - (SECOND_CHOICE.test(letter.raw.slice(first.start, last.end)) ? 0.3 : 0);
      found.push({ of: 'case-number', value: value.text, start: value.start, end: value.start + value.text.length, sentence: sentence.index, certainty });
    }
  }
  return found;
};

/** "Dok. sagsnr", "Deres sagsnr.": another's number. */
const isDocument = (letter: SeenLetter, at: number): boolean => /(?:deres|ankestyrelsens|nævnets|dok\.?|your)\s*$/iu.test(letter.raw.slice(Math.max(0, at - 16), at));

/** Labels in one row, their values in the next. */
function numberUnder(letter: SeenLetter, block: number, at: number): { text: string; start: number } | null {
  const below = valueUnder(letter, block, at);
  return below ? numberAfter(letter.raw, below.start, false) : null;
}

function numberAfter(raw: string, at: number, plainLabel: boolean): { text: string; start: number } | null {
  const rest = raw.slice(at, at + 200);
  const between = BETWEEN.exec(rest)?.[0] ?? '';
  if (between.split('\n').length > 3) return null;
  const text = NUMBER.exec(rest.slice(between.length))?.[0] ?? '';
  const digits = text.replace(/\D/g, '').length;
  // "(sag 25/29981)": without a colon the number itself must look like one of a case.
  if (plainLabel && !/[:.#]/.test(between) && !/nr|no/i.test(between) && !(digits >= 6 && PARTED.test(text) && !DATE.test(text))) return null;
  // A CPR number, or a date, is no case number even where the label of one stands before it.
  if (digits < 3 || /^\d{6}-\d{4}$/.test(text)) return null;
  return { text: text.replace(/[./\\–-]+$/u, ''), start: at + between.length };
}
