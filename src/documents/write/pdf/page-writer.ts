import { oneLine } from '../printable';
import type { Drawing, LaidBlock, LaidLine, PlacedWords } from './lay-out';
import { BAR, BAR_WIDTH, PAGE, RULE, SMALL, STYLES, type LetterStyle } from './measures';
import type { PlacedLine } from './paginate';
import type { Run } from './set-lines';

/** What a font is registered as. */
export const fontName = (face: Run['face'], { bold }: Pick<LetterStyle, 'bold'>): string => (bold ? `${face}-bold` : face);

/** Draws lines on pages and builds the structure by which they are read aloud: one element a paragraph, over page breaks too. */
export class PageWriter {
  private readonly root: PDFKit.PDFStructureElement;
  /** The element of the block that is being written, and of the paragraph within it. */
  private open: { laid: LaidBlock; paragraph: number; block: PDFKit.PDFStructureElement; element: PDFKit.PDFStructureElement } | null = null;
  /** The list that ticks standing below each other make up. */
  private list: PDFKit.PDFStructureElement | null = null;

  constructor(private readonly document: PDFKit.PDFDocument) {
    this.root = document.struct('Document');
    document.addStructure(this.root);
  }

  /** Writes one page; `footer` is its number in words. */
  page(lines: readonly PlacedLine[], footer: string): void {
    this.document.addPage();
    for (const placed of lines) this.line(placed);
    this.artifact('Pagination', () => {
      const width = this.document.font(fontName('text', SMALL)).fontSize(SMALL.size).widthOfString(footer);
      this.letters({ text: footer, face: 'text' }, PAGE.width - PAGE.right - width, PAGE.height - PAGE.footer, SMALL);
    });
  }

  end(): void {
    this.root.end();
  }

  private line({ y, line, laid }: PlacedLine): void {
    const top = PAGE.top + y;
    if (line.drawings.length > 0) this.artifact('Layout', () => line.drawings.forEach((drawing) => this.drawing(drawing, top, line)));
    // A line to sign on has no words: there is nothing to be read.
    if (line.words.length === 0) return;
    const element = this.elementOf(laid, line.paragraph);
    for (const words of line.words) this.words(words, element, top + line.baseline);
  }

  /** The element of a paragraph; a new one where a new paragraph begins. */
  private elementOf(laid: LaidBlock, paragraph: number): PDFKit.PDFStructureElement {
    if (this.open?.laid === laid && this.open.paragraph === paragraph) return this.open.element;
    const { kind } = laid.block;
    if (kind !== 'tick') this.list = null;
    const block = this.open?.laid === laid ? this.open.block : this.blockElement(laid);
    // A quotation and an item of a list hold paragraphs; every other block is parted into several when it has several.
    const within = kind === 'quote' ? 'P' : kind === 'tick' ? 'LBody' : null;
    const element = within ? this.added(block, within) : this.open?.laid === laid ? this.added(this.root, STYLES[kind].tag) : block;
    this.open = { laid, paragraph, block, element };
    return element;
  }

  private blockElement({ block }: LaidBlock): PDFKit.PDFStructureElement {
    if (block.kind === 'tick') {
      this.list ??= this.added(this.root, 'L');
      return this.added(this.list, 'LI');
    }
    if (block.kind === 'title' || block.kind === 'heading') this.document.outline.addItem(oneLine(block.text));
    return this.added(this.root, STYLES[block.kind].tag, block.kind === 'quote' && block.language !== null ? { lang: block.language } : {});
  }

  private added(parent: PDFKit.PDFStructureElement, tag: string, options: { lang?: string; actual?: string } = {}): PDFKit.PDFStructureElement {
    const element = this.document.struct(tag, options);
    parent.add(element);
    return element;
  }

  /** What is drawn in another order, or cannot be drawn, is read as it was written. */
  private words({ x, words, style }: PlacedWords, element: PDFKit.PDFStructureElement, y: number): void {
    const tag = words.differs ? 'Span' : 'P';
    const within = words.differs ? this.added(element, tag, { actual: words.text }) : element;
    within.add(this.document.markStructureContent(tag));
    let at = PAGE.left + x;
    for (const run of words.runs) at += this.letters(run, at, y, style);
    this.document.endMarkedContent();
  }

  /** Draws a run and tells its width. */
  private letters({ text, face }: Run, x: number, y: number, style: LetterStyle): number {
    const options = { features: [], lineBreak: false, baseline: 'alphabetic' as const };
    this.document.font(fontName(face, style)).fontSize(style.size).fillColor(style.colour).text(text, x, y, options);
    return this.document.widthOfString(text, options);
  }

  private drawing(drawing: Drawing, top: number, { height, baseline }: LaidLine): void {
    const { document } = this;
    const x = PAGE.left + drawing.x;
    const foot = top + baseline;
    if (drawing.kind === 'bar') document.rect(x, top, BAR_WIDTH, height).fill(BAR);
    else if (drawing.kind === 'box') document.lineWidth(1).rect(x + 0.5, foot - 9.5, 11, 11).stroke(RULE);
    else document.lineWidth(0.75).moveTo(x, foot + 2).lineTo(PAGE.left + drawing.to, foot + 2).stroke(RULE);
  }

  private artifact(type: 'Pagination' | 'Layout', draw: () => void): void {
    this.document.markContent('Artifact', { type });
    draw();
    this.document.endMarkedContent();
  }
}
