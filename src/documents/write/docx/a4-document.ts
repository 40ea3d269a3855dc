import { AlignmentType, Document, Footer, Packer, Paragraph, type FileChild } from 'docx';
import type { PaperWords } from '../paper';
import { oneLine } from '../printable';
import { pageNumber } from './page-number';
import { A4, STYLES } from './styles';

/** A Word file of A4 pages with the number on each. */
export async function a4Document(title: string, children: readonly FileChild[], words: PaperWords): Promise<Uint8Array> {
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
        children,
      },
    ],
  });
  return Packer.toBuffer(document);
}
