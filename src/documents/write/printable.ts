/** What no file format can hold, or what would change the page: control characters, halves of a surrogate pair, non-characters. */
const UNPRINTABLE = /(?![\n\t])\p{Cc}|[\ufeff\ufffe\uffff]|\p{Cs}/gu;

const MANY_BLANKS = /\t| {3,}/g;

/** Text as it can stand on paper: one kind of line end, at most two blanks in a row, nothing that a file could not hold. No letter is lost. */
export function printable(text: string): string {
  return text.replaceAll(/\r\n?|[\v\f\u0085\u2028\u2029]/g, '\n').replaceAll(UNPRINTABLE, '').replaceAll(MANY_BLANKS, '  ').normalize('NFC');
}

/** Paragraphs, parted by empty lines; those that hold nothing are left out. */
export const paragraphsOf = (text: string): string[] => printable(text).split(/\n[^\S\n]*\n\s*/).map((each) => each.trim()).filter((each) => each !== '');

/** A title or a heading: one line, whatever it was written as. */
export const oneLine = (text: string): string => printable(text).split('\n').map((each) => each.trim()).filter((each) => each !== '').join(' ');
