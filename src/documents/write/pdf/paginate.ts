import type { LaidBlock, LaidLine } from './lay-out';

/** A line on its page; `y` is its top, measured from the top of the text. */
export interface PlacedLine {
  readonly y: number;
  readonly line: LaidLine;
  /** The block it belongs to. */
  readonly laid: LaidBlock;
}

/** A paragraph of more lines than this may go over two pages, with two lines on each at least. */
const LINES_TOGETHER = 3;

/** Puts the lines on pages of `height`. Nothing that leads to what follows is left alone at a foot, nor one line of a paragraph at a foot or a head. */
export function paginate(blocks: readonly LaidBlock[], height: number): PlacedLine[][] {
  const all = blocks.flatMap((laid, place) => laid.lines.map((line, at) => ({ line, laid, keeps: keepsNext(laid, at, blocks[place + 1]) })));
  const pages: PlacedLine[][] = [[]];
  let y = 0;
  for (let from = 0; from < all.length; ) {
    let to = from;
    while (all[to]?.keeps && to < all.length - 1) to++;
    const group = all.slice(from, to + 1);
    const needed = group.reduce((sum, { line }, place) => sum + line.height + (place === 0 && pages.at(-1)?.length === 0 ? 0 : line.before), 0);
    if (y + needed > height && pages.at(-1)?.length !== 0) {
      pages.push([]);
      y = 0;
    }
    for (const { line, laid } of group) {
      // A chain of headings longer than a page: it goes on where it must.
      if (y + line.before + line.height > height && pages.at(-1)?.length !== 0) {
        pages.push([]);
        y = 0;
      }
      if (pages.at(-1)?.length !== 0) y += line.before;
      pages.at(-1)?.push({ y, line, laid });
      y += line.height;
    }
    from = to + 1;
  }
  return pages;
}

/** Whether no page may end after this line. A greeting and a signature never stand on a page of their own. */
function keepsNext({ block, lines, keepWithNext }: LaidBlock, at: number, next: LaidBlock | undefined): boolean {
  if (at === lines.length - 1) return next !== undefined && (keepWithNext || next.block.kind === 'closing' || (next.block.kind === 'blank' && next.block.label === ''));
  if (block.kind === 'title' || block.kind === 'heading' || block.kind === 'field') return true;
  const paragraph = lines.filter(({ paragraph: each }) => each === lines[at]?.paragraph);
  const place = paragraph.findIndex((each) => each === lines[at]);
  if (place === paragraph.length - 1) return false;
  return paragraph.length <= LINES_TOGETHER || place === 0 || place === paragraph.length - 2;
}
