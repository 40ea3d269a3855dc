/** A run of words on one line, with its place on the page; x to the right, y downwards, in any one unit. */
export interface Piece {
  readonly text: string;
  readonly left: number;
  readonly right: number;
  /** Where the letters stand. */
  readonly baseline: number;
  /** The height of its letters (font size). */
  readonly size: number;
}

/** What stands between two cells of one row. */
const CELL_GAP = '   ';

/**
 * A page's pieces as lines in the order a person reads them: a column in the margin or a letterhead of two columns
 * one after the other, a table row by row. An empty line stands between paragraphs.
 */
export function readingOrder(pieces: readonly Piece[]): string[] {
  const lines = pieces.length > MOST_PIECES ? rows(pieces) : read(pieces, usualLeading(pieces) * PARAGRAPH, 0);
  return lines.filter((line, place) => line !== '' || (place > 0 && lines[place - 1] !== '' && !(isRow(lines[place - 1]) && isRow(lines[place + 1]))));
}

/** A row of a table: its rows stay together however wide they are set. */
const isRow = (line = ''): boolean => line.includes(CELL_GAP);

const DEEPEST = 40;
/** More is no letter; weighing every two of them would take for ever. */
const MOST_PIECES = 3000;
/** So much wider than usual, the step from one line to the next parts two paragraphs. */
const PARAGRAPH = 1.35;

/** Cuts the page into columns where there are any, else at its widest gap, until lines are left (XY cut). */
function read(pieces: readonly Piece[], step: number, depth: number): string[] {
  if (pieces.length === 0) return [];
  if (depth > DEEPEST) return rows(pieces);
  const columns = intoColumns(pieces);
  if (columns) return columns.flatMap((column, place) => [...(place === 0 ? [] : ['']), ...read(column, step, depth + 1)]);
  const bands = intoBands(pieces, step);
  if (bands) return bands.flatMap((band, place) => [...(place === 0 ? [] : ['']), ...read(band, step, depth + 1)]);
  return rows(pieces);
}

/** Two columns, left and right of a gutter that no line crosses; null when there is none, or when what stands there is a table. */
function intoColumns(pieces: readonly Piece[]): readonly (readonly Piece[])[] | null {
  const size = middle(pieces.map((piece) => piece.size));
  const sorted = [...pieces].sort((a, b) => a.left - b.left);
  let reach = -Infinity;
  let gutter: { at: number; width: number } | null = null;
  for (const { left, right } of sorted) {
    const width = left - reach;
    if (reach > -Infinity && width > size && (gutter === null || width > gutter.width)) gutter = { at: left, width };
    reach = Math.max(reach, right);
  }
  if (gutter === null) return null;
  const { at } = gutter;
  const left = pieces.filter((piece) => piece.left < at);
  const right = pieces.filter((piece) => piece.left >= at);
  return linesOf(left) < 2 || linesOf(right) < 2 || isTable(left, right, size) ? null : [left, right];
}

/** Whether the lines of the shorter column mostly stand on lines of the other: then it is read row by row. */
function isTable(left: readonly Piece[], right: readonly Piece[], size: number): boolean {
  const [fewer, more] = linesOf(left) <= linesOf(right) ? [left, right] : [right, left];
  const level = fewer.filter((piece) => more.some(({ baseline }) => Math.abs(baseline - piece.baseline) < size * 0.15));
  return level.length >= fewer.length * 0.6;
}

const linesOf = (pieces: readonly Piece[]): number => new Set(pieces.map(({ baseline, size }) => Math.round(baseline / (size * 0.5)))).size;

/** The usual step from a line to the one below it, in letter heights. Not the middle one: a letter may be all short paragraphs. */
function usualLeading(pieces: readonly Piece[]): number {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline);
  const steps = sorted.flatMap((piece, place) => {
    const below = sorted.slice(place + 1).find((other) => other.baseline - piece.baseline > piece.size * 0.5 && other.left < piece.right && other.right > piece.left);
    return below ? [(below.baseline - piece.baseline) / below.size] : [];
  });
  return steps.sort((a, b) => a - b)[Math.floor(steps.length * 0.35)] ?? 1.4;
}

/** Two parts, above and below the widest empty band; null when no step between lines is wider than `step` letter heights. */
function intoBands(pieces: readonly Piece[], step: number): readonly (readonly Piece[])[] | null {
  const sorted = [...pieces].sort((a, b) => a.baseline - a.size - (b.baseline - b.size));
  let reach = -Infinity;
  let band: { at: number; height: number } | null = null;
  for (const { baseline, size } of sorted) {
    const height = baseline - size - reach;
    if (reach > -Infinity && baseline - reach > step * size && (band === null || height > band.height)) band = { at: baseline - size, height };
    reach = Math.max(reach, baseline);
  }
  if (band === null) return null;
  const { at } = band;
  return [pieces.filter((piece) => piece.baseline - piece.size < at), pieces.filter((piece) => piece.baseline - piece.size >= at)];
}

/** Pieces on one baseline as one line, from left to right. */
function rows(pieces: readonly Piece[]): string[] {
  const sorted = [...pieces].sort((a, b) => a.baseline - b.baseline);
  const lines: Piece[][] = [];
  for (const piece of sorted) {
    const line = lines.at(-1);
    const base = line?.[0];
    if (line && base && piece.baseline - base.baseline < Math.min(piece.size, base.size) * 0.5) line.push(piece);
    else lines.push([piece]);
  }
  return lines.map((line) =>
    line
      .sort((a, b) => a.left - b.left)
      .reduce((text, piece, place) => {
        const before = line[place - 1];
        return before ? text + (piece.left - before.right > piece.size * 1.2 ? CELL_GAP : ' ') + piece.text : piece.text;
      }, ''),
  );
}

function middle(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b);
  return sorted[Math.floor(sorted.length / 2)] ?? 0;
}
