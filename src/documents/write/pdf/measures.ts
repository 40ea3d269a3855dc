import type { PaperBlock } from '../paper';

/** All lengths are in points, 72 to the inch. A4 with margins of 2.5 cm; the foot is for the page's number. */
export const PAGE = { width: 595.28, height: 841.89, left: 71, right: 71, top: 60, bottom: 74, footer: 44 } as const;
export const TEXT_WIDTH = PAGE.width - PAGE.left - PAGE.right;
export const TEXT_HEIGHT = PAGE.height - PAGE.top - PAGE.bottom;

/** How the letters of a line look. */
export interface LetterStyle {
  readonly size: number;
  readonly bold: boolean;
  readonly colour: string;
}

/** How a kind of block looks. */
export interface BlockStyle extends LetterStyle {
  /** From one line to the next. */
  readonly leading: number;
  /** Room above, and between its own paragraphs. */
  readonly before: number;
  readonly indent: number;
  /** Never the last on its page. */
  readonly keepWithNext: boolean;
  /** The structure's name for it (ISO 32000-1, 14.8.4). */
  readonly tag: string;
}

const INK = '#1a1a1a';
/** Seven to one on white: small print is read by the same eyes. */
export const FAINT = '#4d4d4d';
export const RULE = '#767676';
const body = { size: 11.5, bold: false, colour: INK, leading: 16.5, before: 7, indent: 0, keepWithNext: false, tag: 'P' } as const;

export const STYLES: Readonly<Record<PaperBlock['kind'], BlockStyle>> = {
  title: { ...body, size: 21, bold: true, leading: 27, before: 0, keepWithNext: true, tag: 'H1' },
  heading: { ...body, size: 14, bold: true, leading: 19, before: 15, keepWithNext: true, tag: 'H2' },
  paragraph: body,
  day: { ...body, bold: true, before: 11, keepWithNext: true },
  'lead-in': { ...body, before: 10, keepWithNext: true },
  quote: { ...body, before: 6, indent: 16, tag: 'BlockQuote' },
  field: { ...body, before: 3 },
  blank: { ...body, leading: 23, before: 3 },
  closing: { ...body, before: 16, keepWithNext: true },
  note: { ...body, size: 9.5, colour: FAINT, leading: 13.5, before: 6 },
  tick: { ...body, before: 4, indent: 24 },
};

export const SMALL: LetterStyle = { size: 9.5, bold: false, colour: FAINT };
/** Small print stands off from what is above it. */
export const ABOVE_NOTES = 16;
/** A line to write on needs no more room below a heading than this. */
export const BELOW_HEADING = 5;
/** The first line of the head stands off from the title. */
export const AFTER_TITLE = 12;
/** What follows the head stands off from it. */
export const AFTER_FIELDS = 16;
/** Room to sign in: above a line that has no name. */
export const SIGNATURE_ROOM = 18;
export const SIGNATURE_WIDTH = 230;
export const LABEL_WIDTH_AT_MOST = 170;
export const LABEL_GAP = 10;
/** The bar beside a quotation. */
export const BAR_WIDTH = 2.5;
export const BAR = '#b8b8b8';
