import PDFDocument from 'pdfkit';
import { PAPER_LANGUAGE, type Paper, type PaperWords } from '../paper';
import { oneLine } from '../printable';
import { FONT_FILES, fontBytes } from './faces';
import { layOut, type LaidBlock, type MeasureStyled } from './lay-out';
import { PAGE, TEXT_HEIGHT } from './measures';
import { paginate } from './paginate';
import { PageWriter, fontName } from './page-writer';
import { UNSHOWN } from './set-lines';

/**
 * Writes a paper as PDF of A4 pages: tagged after PDF/UA, with language, title and fonts of its own, bookmarks for the headings
 * and the number on each page.
 */
export async function writePdf(paper: Paper, words: PaperWords): Promise<Uint8Array> {
  const title = oneLine(paper.title);
  const options: PDFKit.PDFDocumentOptions = {
    size: [PAGE.width, PAGE.height],
    margin: 0,
    autoFirstPage: false,
    pdfVersion: '1.7',
    tagged: true,
    lang: PAPER_LANGUAGE,
    displayTitle: true,
    info: { Title: title, Producer: 'Vejviser', Creator: 'Vejviser' },
  };
  // The types do not know this one yet: it makes the file say that it keeps to PDF/UA-1.
  Reflect.set(options, 'subset', 'PDF/UA');
  const document = new PDFDocument(options);
  const bytes = allBytes(document);
  for (const [face, { regular, bold }] of Object.entries(FONT_FILES)) {
    document.registerFont(face, fontBytes(regular));
    document.registerFont(`${face}-bold`, fontBytes(bold));
  }
  const pages = paginate(laidWithNote(paper, words, measureIn(document)), TEXT_HEIGHT);
  const writer = new PageWriter(document);
  for (const [place, lines] of pages.entries()) writer.page(lines, words.page(String(place + 1), String(pages.length)));
  writer.end();
  document.end();
  return bytes;
}

/** The note stands only where a letter could not be drawn. */
function laidWithNote({ blocks }: Paper, words: PaperWords, measure: MeasureStyled): LaidBlock[] {
  const laid = layOut(blocks, measure);
  const unshown = laid.some(({ lines }) => lines.some((line) => line.words.some(({ words: { runs, text } }) => runs.some((run) => run.text.includes(UNSHOWN)) && !text.includes(UNSHOWN))));
  return unshown ? layOut([...blocks, { kind: 'note', text: words.unshown(UNSHOWN) }], measure) : laid;
}

/** The same words are measured over and over: blanks, small words, letters of long ones. */
function measureIn(document: PDFKit.PDFDocument): MeasureStyled {
  const known = new Map<string, number>();
  return (text, face, style) => {
    const key = `${face}/${style.size}/${style.bold}/${text}`;
    const width = known.get(key) ?? document.font(fontName(face, style)).fontSize(style.size).widthOfString(text, { features: [] });
    known.set(key, width);
    return width;
  };
}

function allBytes(document: PDFKit.PDFDocument): Promise<Uint8Array> {
  return new Promise((resolve, reject) => {
    const parts: Uint8Array[] = [];
    document.on('data', (part: Uint8Array) => parts.push(part));
    document.on('end', () => resolve(Buffer.concat(parts)));
    document.on('error', reject);
  });
}
