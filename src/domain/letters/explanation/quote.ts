/** Lines joined, and words that were parted at the end of one. */
const oneLine = (text: string): string => text.replace(/(\p{L})-[ \t]*\r?\n[ \t]*(?=\p{Ll})/gu, '$1').replace(/\s+/gu, ' ').trim();

/** A quote longer than this is cut at the end of a sentence, else of a word. */
const LONGEST = 240;

/**
 * The letter's words, fit to be shown: one line, not too long.
 *
 * @example shortQuote('Vi har lagt\nvægt på …') // 'Vi har lagt vægt på …'
 */
export function shortQuote(quote: string, longest = LONGEST): string {
  const text = oneLine(quote);
  if (text.length <= longest) return text;
  const start = text.slice(0, longest);
  const sentence = Math.max(start.lastIndexOf('. '), start.lastIndexOf('! '), start.lastIndexOf('? '));
  if (sentence > longest / 3) return start.slice(0, sentence + 1);
  return `${start.slice(0, start.lastIndexOf(' '))} …`;
}

/** The words of several places as one quote; places that others hold are left out. */
export function joinQuotes(quotes: readonly string[]): string {
  const apart = quotes.filter((quote, at) => quote.trim() !== '' && !quotes.some((other, place) => place !== at && other.includes(quote) && (other.length > quote.length || place < at)));
  return shortQuote(apart.join(' … '));
}

/** So far to each side a sentence is looked for. */
const REACH = 220;
/** Abbreviations end no sentence, nor does a number before a small letter ("3. december"). */
const ENDS = /(?<!(?:^|[\s(])(?:stk|nr|jf|bl\.a|ca|kl|d|f\.eks|pkt|art|kap))(?<!\d)[.!?](?=\s)|(?<=\d)[.!?](?=\s+\p{Lu})|\n\s*\n/gu;

/** The sentence around a place of a text; no further than a few lines. */
export function sentenceAround(text: string, start: number, end: number): string {
  const first = Math.max(0, start - REACH);
  const ends = [...text.slice(first, end + REACH).matchAll(ENDS)].map((stop) => ({ at: first + stop.index, after: first + stop.index + stop[0].length }));
  const from = ends.findLast(({ after }) => after <= start)?.after ?? first;
  const to = ends.find(({ at }) => at >= end - 1);
  return oneLine(text.slice(from, to ? to.at + 1 : Math.min(text.length, end + REACH)));
}
