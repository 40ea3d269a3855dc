import type { Grey } from './grey';
import type { Box, RecognizedLine } from './recognizer';

/** Cells of this size are asked for ink: less than the height of a line with the space below it. */
const CELL = 24;
/** A cell with print, sharp or blurred, is darker than the paper around it by so much on the whole; a bar or a picture by more. */
const LEAST_DARKER = 14;
const MOST_DARKER = 150;
/** The paper around a cell is the lightest within so many cells. */
const AROUND = 3;
/** The rim of a page has edges, holes and the table's dark. */
const RIM = 0.03;
/** A line of words is wider than this many cells; the edge of a sheet, or a speck, is not. */
const LEAST_WIDE = 8;
const MARGIN = 12;

/**
 * Parts of a page where there is ink like print but no word was recognised: rows of cells put together to boxes, from
 * the top down. What the recogniser leaves out it leaves out silently.
 */
export function lostParts(page: Grey, lines: readonly RecognizedLine[]): Box[] {
  const { width, height } = page;
  const cells = meansOfCells(page);
  const paper = lightest(cells);
  const words = lines.flat();
  const boxes: Box[] = [];
  for (let row = Math.ceil(cells.height * RIM); row < cells.height * (1 - RIM); row++) {
    const near = words.filter(({ top, bottom }) => top < (row + 1) * CELL + MARGIN && bottom > row * CELL - MARGIN);
    const lost: number[] = [];
    for (let column = Math.ceil(cells.width * RIM); column < cells.width * (1 - RIM); column++) {
      const place = row * cells.width + column;
      const darker = (paper.pixels[place] ?? 0) - (cells.pixels[place] ?? 0);
      if (darker < LEAST_DARKER || darker > MOST_DARKER) continue;
      if (!near.some(({ left, right }) => left < (column + 1) * CELL + MARGIN && right > column * CELL - MARGIN)) lost.push(column);
    }
    const run = longestRun(lost);
    if (run.length >= LEAST_WIDE) addRow(boxes, row, run, width, height);
  }
  return boxes;
}

/** The longest stretch of columns; a space between words does not end it. */
function longestRun(columns: readonly number[]): readonly number[] {
  let longest: readonly number[] = [];
  let run: number[] = [];
  for (const column of columns) {
    if (column - (run.at(-1) ?? column) > 2) run = [];
    run.push(column);
    if (run.length > longest.length) longest = [...run];
  }
  return longest;
}

/** Adds a row's stretch to the box above it, or begins a new one. */
function addRow(boxes: Box[], row: number, lost: readonly number[], width: number, height: number): void {
  const left = Math.max(0, (lost[0] ?? 0) * CELL - MARGIN);
  const right = Math.min(width, ((lost.at(-1) ?? 0) + 1) * CELL + MARGIN);
  const top = Math.max(0, row * CELL - MARGIN);
  const bottom = Math.min(height, (row + 1) * CELL + MARGIN);
  const before = boxes.at(-1);
  if (!before || top > before.top + before.height + CELL) {
    boxes.push({ left, top, width: right - left, height: bottom - top });
    return;
  }
  const start = Math.min(before.left, left);
  boxes[boxes.length - 1] = { left: start, top: before.top, width: Math.max(before.left + before.width, right) - start, height: bottom - before.top };
}

/** The page, a pixel a cell. */
function meansOfCells({ width, height, pixels }: Grey): Grey {
  const columns = Math.floor(width / CELL);
  const rows = Math.floor(height / CELL);
  const means = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      let sum = 0;
      for (let y = row * CELL; y < (row + 1) * CELL; y++) for (let x = column * CELL; x < (column + 1) * CELL; x++) sum += pixels[y * width + x] ?? 255;
      means[row * columns + column] = sum / (CELL * CELL);
    }
  }
  return { width: columns, height: rows, pixels: means };
}

/** The lightest around each place. */
function lightest({ width, height, pixels }: Grey): Grey {
  const light = new Uint8Array(pixels.length);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      let most = 0;
      for (let near = Math.max(0, y - AROUND); near <= Math.min(height - 1, y + AROUND); near++) {
        for (let beside = Math.max(0, x - AROUND); beside <= Math.min(width - 1, x + AROUND); beside++) most = Math.max(most, pixels[near * width + beside] ?? 0);
      }
      light[y * width + x] = most;
    }
  }
  return { width, height, pixels: light };
}
