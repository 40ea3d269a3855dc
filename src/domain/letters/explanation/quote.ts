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
const ENDS = /(?<!(?:^|[\s(])(?:stk|nr|[Ss]agsnr|[Jj]ournalnr|[Tt]lf|jf|bl\.a|ca|kl|d|f\.eks|pkt|art|kap))(?<!\d)[.!?](?=\s)|(?<=\d)[.!?](?=\s+\p{Lu})|\n\s*\n/gu;
/** A letterhead on the same line as what follows it: up to its date or its number. */
const HEAD_BEFORE = /^[^.!?»]{0,160}?(?:(?:(?:[Dd]ato|[Dd]ate)\s?:?\s*|\s[Dd]en\s)?(?<!\d)\d{1,2}(?:\.\s?\p{Ll}{3,9}\.?\s|[-./]\d{1,2}[-./])\d{2,4}|(?:[Ss]agsnr|[Ss]agsnummer|[Jj]\.?\s?nr|[Jj]ournalnr|[Kk]undenr|[Cc]ase no)\.?:?\s*[\p{L}\d./-]*\d)\.?\s+(?=\p{Lu}\p{L}*[\s.])/u;

/** The sentence around a place of a text; no further than a few lines, and not into the heading or the letterhead above it. */
export function sentenceAround(text: string, start: number, end: number): string {
  const first = Math.max(0, start - REACH, lineBreakBefore(text, start));
  const ends = [...text.slice(first, end + REACH).matchAll(ENDS)].map((stop) => ({ at: first + stop.index, after: first + stop.index + stop[0].length }));
  const from = ends.findLast(({ after }) => after <= start)?.after ?? first;
  const to = ends.find(({ at }) => at >= end - 1);
  const last = Math.min(to ? to.at + 1 : Math.min(text.length, end + REACH), lineBreakAfter(text, end));
  return withoutHead(oneLine(text.slice(from, last)));
}

/** A line shorter than this share of the longest near it was not broken for want of room. */
const FULL = 0.72;

/** Where the line begins before which a heading or a letterhead stands: a line that ends short, before one that begins with a capital. */
function lineBreakBefore(text: string, start: number): number {
  const from = Math.max(0, start - REACH);
  const breaks = [...text.slice(from, start).matchAll(/\n/gu)].map(({ index }) => from + index);
  return (breaks.findLast((at) => isBroken(text, at)) ?? -1) + 1;
}

function lineBreakAfter(text: string, end: number): number {
  const breaks = [...text.slice(end, end + REACH).matchAll(/\n/gu)].map(({ index }) => end + index);
  return breaks.find((at) => isBroken(text, at)) ?? text.length;
}

/** Whether what stands before a line break is done with there. */
function isBroken(text: string, at: number): boolean {
  const before = text.slice(text.lastIndexOf('\n', at - 1) + 1, at).trim();
  const next = text.slice(at + 1).split('\n', 1)[0]?.trim() ?? '';
  if (before === '' || next === '') return true;
  if (!/^[\p{Lu}\d•–-]/u.test(next) || /(?:[,-]|\s(?:til|hos|den|og|af|senest|inden|efter|at|med|for|på|i|om))$/u.test(before)) return false;
  const around = text.slice(Math.max(0, at - 800), at + 800).split('\n').map((line) => line.trim().length);
  return before.length < Math.min(Math.max(...around), 110) * FULL;
}

/** Less than this left of a quote is no sentence. */
const LEFT = 15;

/** A quote from one long line without the letterhead before it. */
export function withoutHead(quote: string): string {
  let rest = quote;
  for (let head = HEAD_BEFORE.exec(rest); head && rest.length - head[0].length >= LEFT; head = HEAD_BEFORE.exec(rest)) rest = rest.slice(head[0].length);
  return rest;
}
