import { maskPersonalData } from './personal-data';

/** What stands for what was left out. */
export const LEFT_OUT = '▒';

const WEB_OR_MAIL = /\S+@\S+|https?:\/\/\S+|www\.\S+/giu;
const REFERENCE = /\bBR[-–\s]?\d{4}[-–\s]?\w{6}\b/giu;
/** Telephone numbers, case numbers, house numbers with letters: every run of digits but a small count. */
const NUMBERS = /[+\d][\d\s./-]{3,}\d|\d{3,}/gu;
/** After these words stands a name, whatever its letters. */
const NAMED = /((?:jeg hedder|mit navn er|mit navn|min søn|min datter|min mand|min kone|sagsbehandler(?:en)?|my name is|i am called|benim adım|nazywam się)\s+)(\p{L}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)*)/giu;
const CAPITALISED = /(?<=\p{L}[^.!?\n]*\s)\p{Lu}[\p{L}'’-]*(?:\s+\p{Lu}[\p{L}'’-]*)*/gu;

/**
 * A question without what could tell who asked: numbers, addresses, and words that look like names, as far as a rule can see them.
 * What is left is read by people who work with the content.
 *
 * @example maskQuestion('Hvor finder jeg Ole Madsen på 43 57 75 75?', isKnownWord) // 'Hvor finder jeg ▒ på ▒?'
 */
export function maskQuestion(text: string, isKnownWord: (word: string) => boolean): string {
  const isKnown = (words: string): boolean => words.split(/\s+/).every((word) => isKnownWord(word.toLocaleLowerCase('da')));
  return maskPersonalData(text.normalize('NFC'))
    .replace(/\s+/gu, ' ')
    .trim()
    .replace(WEB_OR_MAIL, LEFT_OUT)
    .replace(REFERENCE, LEFT_OUT)
    .replace(NUMBERS, LEFT_OUT)
    .replace(NAMED, (whole, before: string, name: string) => (isKnown(name) ? whole : before + LEFT_OUT))
    .replace(CAPITALISED, (name) => (isKnown(name) ? name : LEFT_OUT));
}
