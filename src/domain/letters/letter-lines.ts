/** A line of a letter that is kept, with its place in the raw text. */
export interface LetterLine {
  /** Without the spaces and box drawing around it. */
  readonly text: string;
  /** Offset of `text` in the raw text. */
  readonly start: number;
  /** How far it is moved in from the left. */
  readonly indent: number;
  /** A blank line, a page break or a drawn line stands before it. */
  readonly afterGap: boolean;
}

/** "Side 1 af 3" and its like, alone or at the end of a line; OCR makes l and I of 1. */
const PAGE_NUMBER = /(?:^|\s)(?:side|page|s\.)\s*[\dlI]{1,3}(?:\s*(?:af|of|\/)\s*[\dlI]{1,3})\s*$|^[-–—]\s*\d{1,2}\s*[-–—]$/iu;
/** A line that is only drawn: rules, boxes, rows of dots. */
const DRAWN = /^[\s|+\-–—_=.·*~│┃─━┌┐└┘├┤┬┴┼╔╗╚╝═║]{3,}$/u;

/** The lines of a letter without page headers, footers, page numbers and drawn boxes. */
export function letterLines(raw: string): LetterLine[] {
  const rows = splitRows(raw);
  const repeated = repeatedRows(rows);
  const lines: LetterLine[] = [];
  let gap = true;
  for (const { text, start } of rows) {
    const bare = withoutPageNumber(unboxed(text), lines.length);
    if (bare.text === '' || DRAWN.test(text)) {
      gap = true;
      continue;
    }
    if (isFurniture(bare.text, repeated, lines.length)) continue;
    lines.push({ text: bare.text, start: start + bare.at, indent: bare.at, afterGap: gap });
    gap = false;
  }
  return lines;
}

/** How many lines a letterhead has at most. */
const LETTERHEAD = 10;

/** "Haderslev Kommune      Side 1 af 2": in the letterhead the name beside the page number stays. */
function withoutPageNumber(row: { text: string; at: number }, before: number): { text: string; at: number } {
  const number = before <= LETTERHEAD && row.text.length < 200 ? PAGE_NUMBER.exec(row.text) : null;
  return number && number.index > 0 ? { ...row, text: row.text.slice(0, number.index).trimEnd() } : row;
}

interface Row {
  readonly text: string;
  readonly start: number;
}

function splitRows(raw: string): Row[] {
  const rows: Row[] = [];
  let start = 0;
  for (let at = 0; at <= raw.length; at++) {
    const sign = raw[at];
    if (at < raw.length && sign !== '\n' && sign !== '\f' && sign !== '\r' && sign !== '\u2028') continue;
    rows.push({ text: raw.slice(start, at), start });
    start = at + 1;
  }
  return rows;
}

/** A row without the uprights of a box around it. */
function unboxed(text: string): { text: string; at: number } {
  const at = text.search(/[^\s|│┃║]/u);
  if (at < 0) return { text: '', at: 0 };
  // Not by a regex: one that looks for spaces at the end starts anew at each of ten thousand spaces in the middle.
  let end = text.length;
  while (end > at && /[\s|│┃║]/u.test(text[end - 1] ?? '')) end--;
  return { text: text.slice(at, end), at };
}

const keyOf = (text: string) => text.replace(/\d+/g, '#').replace(/\s+/g, ' ').trim().toLowerCase();

/** What stands on more than one page: rows of the same words, numbers apart, long enough to be no list. */
function repeatedRows(rows: readonly Row[]): ReadonlySet<string> {
  const seen = new Map<string, number>();
  for (const { text } of rows) {
    const key = keyOf(unboxed(text).text);
    if (key.length >= 12) seen.set(key, (seen.get(key) ?? 0) + 1);
  }
  return new Set([...seen].flatMap(([key, times]) => (times > 1 ? [key] : [])));
}

/** The first time a repeated row is the letterhead and stays; after that it is furniture. A page number is furniture wherever it stands alone. */
function isFurniture(text: string, repeated: ReadonlySet<string>, before: number): boolean {
  if (PAGE_NUMBER.test(text)) return true;
  return before > LETTERHEAD && repeated.has(keyOf(text)) && !/[.!?,]$/u.test(text) && text.length < 110;
}
