import type { LetterLine } from './letter-lines';
import type { SeenLetter } from './seen-letter';

/** A cell of a row, with where it stands on the page. */
interface Cell {
  readonly text: string;
  /** Offset in the raw text. */
  readonly start: number;
  /** How many characters from the left. */
  readonly column: number;
}

/** What stands under a label: the text of its column, which may run on into the next. */
export interface Below {
  readonly text: string;
  readonly start: number;
}

/** A row of labels is narrow, and has no numbers of its own. */
const WIDEST_LABEL = 28;
const CELLS = /\s{2,}|\t+|\s*[|·]\s*/gu;
/** How far a value may stand from under the beginning of its label. */
const ASKEW = 3;

/**
 * The value under a label where labels stand in one row and their values in the next: "Dato   J.nr.   Ref." over "4/12 26   09.02.16   thb".
 * Null when the line of the label is no such row.
 */
export function valueUnder(letter: SeenLetter, block: number, at: number): Below | null {
  const lines = letter.blocks.slice(block, block + 2).flatMap((each) => each.lines);
  const index = lines.findIndex(({ start, text }) => at >= start && at < start + text.length);
  const [labels, values] = [lines[index], lines[index + 1]];
  if (!labels || !values || values.afterGap) return null;
  const row = cellsOf(labels);
  if (row.length < 2 || row.some(({ text }) => text.length > WIDEST_LABEL || /\d{2}/u.test(text))) return null;
  const place = row.findIndex(({ start, text }) => at >= start && at < start + text.length);
  const label = row[place];
  if (!label) return null;
  const below = cellsOf(values);
  const cell = below.length === row.length ? below[place] : below.find(({ column }) => Math.abs(column - label.column) <= ASKEW);
  if (cell) return { text: cell.text, start: cell.start };
  return wordUnder(values, label.column);
}

/** Values parted by single spaces: from the word that begins under the label on. */
function wordUnder({ text, start, indent }: LetterLine, column: number): Below | null {
  for (const { index } of text.matchAll(/(?<=^|\s)\S/gu)) {
    if (Math.abs(indent + index - column) <= 1) return { text: text.slice(index), start: start + index };
  }
  return null;
}

function cellsOf({ text, start, indent }: LetterLine): Cell[] {
  const cells: Cell[] = [];
  let from = 0;
  for (const gap of [...text.matchAll(CELLS), null]) {
    const to = gap ? gap.index : text.length;
    if (to > from) cells.push({ text: text.slice(from, to), start: start + from, column: indent + from });
    if (gap) from = gap.index + gap[0].length;
  }
  return cells;
}
