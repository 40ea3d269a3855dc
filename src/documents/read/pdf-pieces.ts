import type { Piece } from './reading-order';

/** One item of text as pdf.js gives it. */
export interface PdfItem {
  readonly str: string;
  /** [a, b, c, d, x, y]: turned and scaled by a–d, put at x, y; y upwards on the sheet. */
  readonly transform: readonly number[];
  readonly width: number;
}

/** Items nearer to each other than this many font sizes belong to one run of words; wider gaps part cells and columns. */
const RUN_GAP = 1;
/** Wider than this, a gap is a space between words. */
const WORD_GAP = 0.14;

/**
 * Puts items that stand next to each other together. `view` is pdf.js' matrix from the sheet to the page as it is shown
 * (turned, y downwards). Text that runs up the margin is left out: stamps and form numbers.
 */
export function pdfPieces(items: readonly PdfItem[], view: readonly number[]): Piece[] {
  const pieces: Piece[] = [];
  let space = false;
  for (const { str, transform, width } of items) {
    const [a = 0, b = 0, c = 0, d = 0, x = 0, y = 0] = times(view, transform);
    if (Math.abs(b) > Math.abs(a)) continue;
    if (str.trim() === '') {
      space ||= str !== '';
      continue;
    }
    const size = Math.hypot(c, d) || Math.hypot(a, b) || 1;
    const piece: Piece = { text: str, left: x, right: x + width, baseline: y, size };
    const before = pieces.at(-1);
    if (before && follows(before, piece)) {
      const between = space || (piece.left - before.right) / size > WORD_GAP ? ' ' : '';
      pieces[pieces.length - 1] = { ...before, text: before.text + between + str, right: piece.right, size: Math.max(before.size, size) };
    } else pieces.push(piece);
    space = false;
  }
  return pieces.map((piece) => ({ ...piece, text: piece.text.trim() }));
}

function follows(before: Piece, piece: Piece): boolean {
  const gap = (piece.left - before.right) / piece.size;
  return Math.abs(before.baseline - piece.baseline) < piece.size * 0.3 && gap < RUN_GAP && gap > -0.5;
}

/** One matrix after the other. */
function times([a = 1, b = 0, c = 0, d = 1, e = 0, f = 0]: readonly number[], [p = 1, q = 0, r = 0, s = 1, t = 0, u = 0]: readonly number[]): number[] {
  return [a * p + c * q, b * p + d * q, a * r + c * s, b * r + d * s, a * t + c * u + e, b * t + d * u + f];
}
