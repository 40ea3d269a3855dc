import fc from 'fast-check';
import type { PaperBlock } from '../../../src/documents/write/paper';
import { layOut, type LaidBlock } from '../../../src/documents/write/pdf/lay-out';
import { TEXT_HEIGHT } from '../../../src/documents/write/pdf/measures';
import { paginate, type PlacedLine } from '../../../src/documents/write/pdf/paginate';

/** Every letter as wide as half its size: the rules do not depend on a font. */
const laid = (blocks: readonly PaperBlock[]): LaidBlock[] => layOut(blocks, (text, _face, { size }) => (text.length * size) / 2);

const LEADS = new Set<PaperBlock['kind']>(['title', 'heading', 'day', 'lead-in', 'closing']);
const words = (least: number, most: number) => fc.integer({ min: least, max: most }).map((count) => Array(count).fill('mange ord').join(' '));
const textBlock = fc.record({ kind: fc.constantFrom('paragraph' as const, 'heading' as const, 'day' as const, 'lead-in' as const, 'closing' as const), text: words(1, 6) });
const longBlock = fc.record({ kind: fc.constant('paragraph' as const), text: words(20, 250) });
const quote = fc.record({ kind: fc.constant('quote' as const), text: words(1, 90), language: fc.constant(null) });
const blank = fc.record({ kind: fc.constant('blank' as const), label: fc.constantFrom('', 'Navn:'), hint: fc.constant('') });
const paper = fc.array(fc.oneof(textBlock, longBlock, longBlock, quote, blank), { minLength: 1, maxLength: 40 });

/** Lines of one paragraph next to each other on a page, from its first or to its last line. */
const alone = (page: readonly PlacedLine[], at: PlacedLine | undefined): boolean =>
  at !== undefined && page.filter(({ laid: block, line }) => block === at.laid && line.paragraph === at.line.paragraph).length === 1 && at.laid.lines.filter(({ paragraph }) => paragraph === at.line.paragraph).length > 1;

test('pages hold every line once, in order, within the page', () => {
  fc.assert(fc.property(paper, (blocks) => {
    const lines = laid(blocks);
    const pages = paginate(lines, TEXT_HEIGHT);
    expect(pages.flat().map(({ line }) => line)).toEqual(lines.flatMap((block) => block.lines));
    for (const page of pages) {
      expect(page.length).toBeGreaterThan(0);
      expect(page[0]?.y).toBe(0);
      page.forEach(({ y }, place) => expect(y).toBeGreaterThanOrEqual((page[place - 1]?.y ?? 0) + (page[place - 1]?.line.height ?? 0)));
      expect((page.at(-1)?.y ?? 0) + (page.at(-1)?.line.height ?? 0)).toBeLessThanOrEqual(TEXT_HEIGHT);
    }
  }));
});

test('no page ends with a heading, nor begins or ends with one line of a paragraph', () => {
  fc.assert(fc.property(paper, (blocks) => {
    // More headings one after the other than a page holds are nobody's complaint.
    fc.pre(blocks.every((_, place) => blocks.slice(place, place + 8).some(({ kind }) => !LEADS.has(kind)) || place + 8 > blocks.length));
    const pages = paginate(laid(blocks), TEXT_HEIGHT);
    for (const [place, page] of pages.entries()) {
      if (place < pages.length - 1) {
        expect(LEADS.has(page.at(-1)?.laid.block.kind ?? 'paragraph')).toBe(false);
        expect(alone(page, page.at(-1))).toBe(false);
      }
      if (place > 0) expect(alone(page, page[0])).toBe(false);
    }
  }));
});

test('a signature never begins a page: it stands below the greeting and the last words', () => {
  for (let before = 1; before < 60; before++) {
    const blocks: PaperBlock[] = [...Array<PaperBlock>(before).fill({ kind: 'paragraph', text: 'En linje.' }), { kind: 'closing', text: 'Med venlig hilsen' }, { kind: 'blank', label: '', hint: '' }];
    const last = paginate(laid(blocks), TEXT_HEIGHT).at(-1) ?? [];
    expect(last.map(({ laid: { block } }) => block.kind).slice(-3)).toEqual(['paragraph', 'closing', 'blank']);
  }
});
