import { letterLines, type LetterLine } from './letter-lines';
import { joinSplitWords, tokensOf, type Token } from './letter-tokens';
import { sentencesOf, type Sentence } from './sentences';

/** A paragraph, a heading, a list item or a line of the letterhead: what belongs together however the lines were broken. */
export interface Block {
  /** Its words on one line, word division undone. */
  readonly text: string;
  /** Offset in the raw text of each character of `text`. */
  readonly offsets: readonly number[];
  readonly lines: readonly LetterLine[];
  readonly tokens: readonly Token[];
  readonly sentences: readonly Sentence[];
  readonly afterGap: boolean;
  /** One short line that ends in no full stop: it may be a heading. */
  readonly headingLike: boolean;
}

/** A letter laid out for reading. */
export interface LetterText {
  readonly raw: string;
  readonly blocks: readonly Block[];
}

/** Longer lines than this are not wrapped at all. */
const WIDEST = 130;
const BULLET = /^(?:[•·▪●○◦*–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s|\[.?\]|[☐☒☑✓✗]|at\s{2,})/u;

/** Lays a letter out; `mend` puts words together that were torn apart. */
export function layOut(raw: string, mend: (tokens: readonly Token[]) => Token[] = (tokens) => [...tokens]): LetterText {
  const lines = letterLines(raw);
  const width = wrapWidth(lines);
  const blocks: Block[] = [];
  let current: LetterLine[] = [];
  for (const line of lines) {
    const last = current.at(-1);
    if (last && !continues(last, line, width)) {
      blocks.push(blockOf(current, mend));
      current = [];
    }
    current.push(line);
  }
  if (current.length > 0) blocks.push(blockOf(current, mend));
  return { raw, blocks };
}

/** The width the letter's running text is wrapped at: that of its longer lines. */
function wrapWidth(lines: readonly LetterLine[]): number {
  const lengths = lines.map(({ text }) => text.length).filter((length) => length > 30).sort((a, b) => a - b);
  return Math.min(lengths[Math.floor(lengths.length * 0.75)] ?? 80, WIDEST);
}

const DIVIDED = /\p{L}-$/u;
/** No sentence, heading or line of an address ends like this. */
const OPEN_END = /\s(?:til|hos|den|og|af|senest|inden|efter|at)$/u;
const STARTS_SMALL = /^[\p{Ll}(„"»«]/u;

/** Whether a line goes on where the one before it broke off. */
function continues(before: LetterLine, line: LetterLine, width: number): boolean {
  const ends = before.text.at(-1) ?? '';
  if (DIVIDED.test(before.text) && /^\p{Ll}/u.test(line.text)) return true;
  if (OPEN_END.test(before.text) && !BULLET.test(line.text) && before.text.length > 12) return true;
  if (line.afterGap) return !/[.!?:;]/u.test(ends) && /^\p{Ll}{2,}/u.test(line.text) && before.text.length > 25 && !BULLET.test(line.text);
  // "senest den / 18. maj": a day, not the eighteenth point of a list.
  if (/^\d{1,2}\.\s\p{Ll}/u.test(line.text) && /[\p{L}\d]$/u.test(before.text) && before.text.length > 25) return true;
  if (BULLET.test(line.text)) return false;
  if (columnsOf(before).length > 1 || columnsOf(line).length > 1) return false;
  if (/[.!?]/u.test(ends) && before.text.length < width * 0.6) return false;
  if (STARTS_SMALL.test(line.text)) return true;
  if (/^[\d§$]/u.test(line.text) && /[\p{Ll},§]$/u.test(before.text) && before.text.length > width * 0.6) return true;
  return before.text.length >= width * 0.72 && !(before.text.length < 60 && /^\p{Lu}/u.test(line.text) && /[\p{L}\d]$/u.test(ends) && width > 80);
}

/** The cells of a line whose columns are parted by wide gaps. */
export function columnsOf({ text, start }: LetterLine): LetterLine[] {
  const cells: LetterLine[] = [];
  let from = 0;
  for (const gap of [...text.matchAll(/\s{3,}|\t+/gu), null]) {
    const to = gap ? gap.index : text.length;
    if (to > from) cells.push({ text: text.slice(from, to), start: start + from, indent: from, afterGap: false });
    if (gap) from = gap.index + gap[0].length;
  }
  return cells;
}

function blockOf(lines: readonly LetterLine[], mend: (tokens: readonly Token[]) => Token[]): Block {
  let text = '';
  const offsets: number[] = [];
  for (const line of lines) {
    if (text !== '') {
      // "genoptag-/nelse" is one word; "børne-/ og ungeudvalget" is not.
      if (DIVIDED.test(text) && /^\p{Ll}/u.test(line.text) && !/^(?:og|eller|samt)\s/u.test(line.text)) {
        text = text.slice(0, -1);
        offsets.pop();
      } else {
        text += ' ';
        offsets.push(line.start);
      }
    }
    text += line.text;
    for (let at = 0; at < line.text.length; at++) offsets.push(line.start + at);
  }
  const tokens = mend(joinSplitWords(tokensOf(text, offsets)));
  const only = lines.length === 1 ? lines[0] : undefined;
  const headingLike = only !== undefined && text.length <= 95 && !/[.,;]$/u.test(text.replace(/\b(?:mv|m\.v|o\.l|osv)\.$/u, '')) && /\p{L}{3}/u.test(text) && tokens.length <= 16;
  return { text, offsets, lines, tokens, sentences: sentencesOf(tokens), afterGap: lines[0]?.afterGap ?? true, headingLike };
}
