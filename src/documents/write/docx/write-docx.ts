import type { Paper, PaperWords } from '../paper';
import { a4Document } from './a4-document';
import { paragraphsOfBlock } from './block-paragraphs';

/** Writes a paper as a Word file of A4 pages: real headings, Danish for the spelling, the number on each page. */
export const writeDocx = ({ title, blocks }: Paper, words: PaperWords): Promise<Uint8Array> =>
  a4Document(title, blocks.flatMap((block, place) => paragraphsOfBlock(block, blocks[place - 1], blocks[place + 1])), words);
