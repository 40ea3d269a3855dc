import { AlignmentType, Document, Footer, Packer, Paragraph } from 'docx';
import type { Paper, PaperWords } from '../paper';
import { oneLine } from '../printable';
import { paragraphsOfBlock } from './block-paragraphs';
import { pageNumber } from './page-number';
import { A4, STYLES } from './styles';

/** Writes a paper as a Word file of A4 pages: real headings, Danish for the spelling, the number on each page. */
export async function writeDocx({ title, blocks }: Paper, words: PaperWords): Promise<Uint8Array> {
  const document = new Document({
    title: oneLine(title),
    // Word would name its user as the author; the library would write "Un-named".
    creator: 'Vejviser',
    lastModifiedBy: 'Vejviser',
    features: { updateFields: false },
    styles: STYLES,
    sections: [
      {
        properties: { page: A4 },
        footers: { default: new Footer({ children: [new Paragraph({ style: 'Footer', alignment: AlignmentType.RIGHT, children: pageNumber(words) })] }) },
        children: blocks.flatMap((block, place) => paragraphsOfBlock(block, blocks[place - 1], blocks[place + 1])),
      },
    ],
  });
  return Packer.toBuffer(document);
}

