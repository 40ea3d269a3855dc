import type { PaperBlock } from '../paper';
import { oneLine, paragraphsOf } from '../printable';
import { ABOVE_NOTES, AFTER_FIELDS, AFTER_TITLE, BAR_WIDTH, BELOW_HEADING, LABEL_GAP, LABEL_WIDTH_AT_MOST, SIGNATURE_ROOM, SIGNATURE_WIDTH, SMALL, STYLES, TEXT_WIDTH, type LetterStyle } from './measures';
import { setLines, type SetLine } from './set-lines';

/** The width of words, in points. */
export type MeasureStyled = (text: string, face: SetLine['runs'][number]['face'], style: LetterStyle) => number;

/** Words at a place of a line; `x` is measured from the left margin. */
export interface PlacedWords {
  readonly x: number;
  readonly words: SetLine;
  readonly style: LetterStyle;
}

/** What is drawn on a line and read by nobody; `x` is measured from the left margin. */
export type Drawing = { readonly kind: 'rule'; readonly x: number; readonly to: number } | { readonly kind: 'box'; readonly x: number } | { readonly kind: 'bar'; readonly x: number };

export interface LaidLine {
  /** Room above the line, unless it is the first of its page. */
  readonly before: number;
  readonly height: number;
  /** Where its letters stand, measured from the top of the line. */
  readonly baseline: number;
  readonly words: readonly PlacedWords[];
  readonly drawings: readonly Drawing[];
  /** Which paragraph of its block it belongs to. */
  readonly paragraph: number;
}

/** A block with its lines set. */
export interface LaidBlock {
  readonly block: PaperBlock;
  readonly lines: readonly LaidLine[];
  readonly keepWithNext: boolean;
}

/** Sets the lines of all blocks; where they stand on pages is for `paginate`. */
export function layOut(blocks: readonly PaperBlock[], measure: MeasureStyled): LaidBlock[] {
  const column = labelColumn(blocks, measure);
  return blocks.map((block, place) => {
    const before = roomAbove(block, blocks[place - 1]);
    const lines = block.kind === 'field' ? fieldLines(block, column, before, measure) : block.kind === 'blank' ? [blankLine(block, column, before, measure)] : textLines(block, before, measure);
    return { block, lines, keepWithNext: STYLES[block.kind].keepWithNext };
  });
}

/** Capitals stand in the middle of their line. */
const middle = ({ leading, size }: { leading: number; size: number }) => leading / 2 + size * 0.36;
const isField = (block: PaperBlock | undefined) => block?.kind === 'field' || block?.kind === 'blank';
const isSignature = (block: PaperBlock) => block.kind === 'blank' && block.label === '';

function roomAbove(block: PaperBlock, above: PaperBlock | undefined): number {
  if (isSignature(block)) return SIGNATURE_ROOM;
  const { before } = STYLES[block.kind];
  if (block.kind === 'note' && above?.kind !== 'note') return ABOVE_NOTES;
  if (above?.kind === 'title') return Math.max(before, AFTER_TITLE);
  if ((isField(above) && !isField(block)) || (above?.kind === 'tick' && block.kind !== 'tick')) return Math.max(before, AFTER_FIELDS);
  if (isField(block) && above?.kind === 'heading') return BELOW_HEADING;
  // What happened on a day, and what a lead-in leads to, stands close below it.
  if (above?.kind === 'day') return 2;
  return before;
}

/** The names of the head stand in one column, as wide as the widest of them. */
function labelColumn(blocks: readonly PaperBlock[], measure: MeasureStyled): number {
  const widths = blocks.flatMap((block) => (block.kind === 'field' || block.kind === 'blank' ? [measure(block.label, 'text', { ...STYLES.field, bold: true })] : []));
  return Math.min(LABEL_WIDTH_AT_MOST, Math.max(0, ...widths)) + LABEL_GAP;
}

function fieldLines({ label, value }: Extract<PaperBlock, { kind: 'field' }>, column: number, before: number, measure: MeasureStyled): LaidLine[] {
  const style = STYLES.field;
  const bold = { ...style, bold: true };
  const set = (text: string, width: number, as: LetterStyle) => setLines(text, width, (words, face) => measure(words, face, as));
  const labels = set(`${label} `, column, bold);
  const values = set(value, TEXT_WIDTH - column, style);
  return Array.from({ length: Math.max(labels.length, values.length) }, (_, place) => ({
    before: place === 0 ? before : 0,
    height: style.leading,
    baseline: middle(style),
    words: [labels[place] && { x: 0, words: labels[place], style: bold }, values[place] && { x: column, words: values[place], style }].filter((each) => each !== undefined),
    drawings: [],
    paragraph: 0,
  }));
}

function blankLine({ label, hint }: Extract<PaperBlock, { kind: 'blank' }>, column: number, before: number, measure: MeasureStyled): LaidLine {
  const style = { ...STYLES.blank, bold: true };
  const one = (text: string, as: LetterStyle) => setLines(text, Infinity, (words, face) => measure(words, face, as)).slice(0, 1);
  const small = measure(hint, 'text', SMALL);
  const from = label === '' ? 0 : Math.max(column, measure(label, 'text', style) + LABEL_GAP);
  const to = label === '' && hint === '' ? SIGNATURE_WIDTH : TEXT_WIDTH - (hint === '' ? 0 : small + 8);
  return {
    before,
    height: STYLES.blank.leading,
    // Room above, to write in.
    baseline: STYLES.blank.leading - 6,
    words: [...(label === '' ? [] : one(`${label} `, style).map((words) => ({ x: 0, words, style }))), ...(hint === '' ? [] : one(hint, SMALL).map((words) => ({ x: to + 8, words, style: SMALL })))],
    drawings: [{ kind: 'rule', x: from, to }],
    paragraph: 0,
  };
}

function textLines(block: Extract<PaperBlock, { text: string }>, before: number, measure: MeasureStyled): LaidLine[] {
  const style = STYLES[block.kind];
  const width = TEXT_WIDTH - style.indent;
  const single = block.kind === 'title' || block.kind === 'heading';
  const paragraphs = single ? [oneLine(block.text)] : paragraphsOf(block.text);
  return paragraphs.flatMap((text, paragraph) => {
    const lines = setLines(text, width, (words, face) => measure(words, face, style));
    return lines.map((words, place) => {
      // From the right, the indent is on the right.
      const x = words.rightToLeft ? width - widthOf(words, style, measure) : style.indent;
      const last = paragraph === paragraphs.length - 1 && place === lines.length - 1;
      return {
        before: place > 0 ? 0 : paragraph > 0 ? STYLES.paragraph.before : before,
        height: style.leading,
        baseline: middle(style),
        words: [{ x, words, style }],
        drawings: drawingsOf(block, { first: place === 0 && paragraph === 0, last, end: x + widthOf(words, style, measure), rightToLeft: words.rightToLeft }),
        paragraph,
      };
    });
  });
}

function drawingsOf(block: PaperBlock, { first, last, end, rightToLeft }: { first: boolean; last: boolean; end: number; rightToLeft: boolean }): Drawing[] {
  if (block.kind === 'quote') return [{ kind: 'bar', x: rightToLeft ? TEXT_WIDTH - BAR_WIDTH - 2 : 2 }];
  if (block.kind !== 'tick') return [];
  return [...(first ? [{ kind: 'box', x: 0 } as const] : []), ...(last && block.blank ? [{ kind: 'rule', x: end + 8, to: TEXT_WIDTH } as const] : [])];
}

const widthOf = ({ runs }: SetLine, style: LetterStyle, measure: MeasureStyled) => runs.reduce((sum, { text, face }) => sum + measure(text, face, style), 0);
