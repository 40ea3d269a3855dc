import { PDFiumLibrary, type PDFiumDocument } from '@hyzyla/pdfium';
import { getDocumentProxy } from 'unpdf';
import { documentFault } from './document-fault';
import type { Grey } from './grey';
import { LIMITS } from './limits';
import { isSpacedOut, mendLines } from './mend-text';
import { joinPages } from './page-frames';
import type { PageReading } from './page-reading';
import { pdfPieces, type PdfItem } from './pdf-pieces';
import { readingOrder } from './reading-order';

/** A PDF that is open. */
export interface OpenPdf {
  readonly pages: number;
  /** Reads all pages; `onPage` is told before each. Pages without text go to `readPicture`. */
  read(onPage: (page: number) => void, readPicture: (picture: Grey) => Promise<PageReading>): Promise<PageReading>;
}

/** Fewer letters on a page than this are a stamp on a scan, not its text. */
const LEAST_LETTERS = 40;
/** What a wrong table of characters makes of æ, ø and å: hardly ever written in a letter. */
const MANGLED = /[\u00a1-\u00a6\u00a8\u00aa\u00ac\u00ae-\u00af\u00b1-\u00b3\u00b5-\u00b6\u00b8-\u00ba\u00bf\u0192\u02c6-\u02dd\u201a\u2020-\u2021\u2030\ufffd]/gu;
const MOST_MANGLED = 0.01;
/** Text whose letters were lost (no table of characters) has few of them. */
const LEAST_LETTER_SHARE = 0.5;
/** What was recognised may have so much fewer letters than a text layer that is no good. */
const MOST_LOST = 0.8;
const POINTS_AN_INCH = 72;
const SCAN_DPI = 250;

/** @throws AdviserError `document-locked`, `document-broken`, `document-too-many` */
export async function openPdf(bytes: Uint8Array): Promise<OpenPdf> {
  // A copy: pdf.js takes the bytes for itself.
  const pdf = await getDocumentProxy(Uint8Array.from(bytes), { isEvalSupported: false, disableFontFace: true, stopAtErrors: false, verbosity: 0 }).catch((cause: unknown) => {
    throw documentFault(cause instanceof Error && cause.name === 'PasswordException' ? 'document-locked' : 'document-broken', cause);
  });
  if (pdf.numPages < 1) throw documentFault('document-broken');
  if (pdf.numPages > LIMITS.pages) throw documentFault('document-too-many');
  return {
    pages: pdf.numPages,
    read: async (onPage, readPicture) => {
      const pictures = new PdfPictures(bytes);
      const pages: (readonly string[])[] = [];
      let poor = false;
      for (let number = 1; number <= pdf.numPages; number++) {
        onPage(number);
        const page = await pdf.getPage(number).catch((cause: unknown) => Promise.reject(documentFault('document-broken', cause)));
        const { items } = await page.getTextContent().catch(() => ({ items: [] }));
        const lines = readingOrder(pdfPieces(items.flatMap((item): PdfItem[] => ('str' in item ? [item] : [])), page.getViewport({ scale: 1 }).transform));
        if (isText(lines)) {
          pages.push(await closedUp(lines, number, pictures));
          continue;
        }
        const reading = await readPicture(await pictures.render(number));
        pages.push(countLetters(reading.lines) >= countLetters(lines) * MOST_LOST ? reading.lines : lines);
        poor ||= reading.poor;
      }
      pictures.close();
      return { lines: mendLines(joinPages(pages)), poor };
    },
  };
}

const countLetters = (lines: readonly string[]): number => lines.join('').match(/\p{L}/gu)?.length ?? 0;

function isText(lines: readonly string[]): boolean {
  const letters = countLetters(lines);
  const mangled = lines.join('').match(MANGLED)?.length ?? 0;
  return letters >= LEAST_LETTERS && mangled <= letters * MOST_MANGLED && letters >= lines.join('').replaceAll(' ', '').length * LEAST_LETTER_SHARE;
}

/** Spaced-out headings as the other reader has them: it sees which gaps are between words. */
async function closedUp(lines: readonly string[], page: number, pictures: PdfPictures): Promise<readonly string[]> {
  if (!lines.some(isSpacedOut)) return lines;
  const bare = (line: string): string => line.replaceAll(/\s/g, '');
  const others = new Map((await pictures.lines(page)).map((line) => [bare(line), line.trim()]));
  return lines.map((line) => (isSpacedOut(line) ? (others.get(bare(line)) ?? line) : line));
}

/** The PDF in the hands of pdfium, opened when it is first needed. */
class PdfPictures {
  private document: Promise<PDFiumDocument> | null = null;

  constructor(private readonly bytes: Uint8Array) {}

  async render(number: number): Promise<Grey> {
    const page = (await this.open()).getPage(number - 1);
    const { originalWidth, originalHeight } = page.getOriginalSize();
    const scale = Math.min(SCAN_DPI / POINTS_AN_INCH, Math.sqrt(LIMITS.pixelsRead / Math.max(1, originalWidth * originalHeight)));
    const picture = await page.render({ scale, render: 'bitmap', colorSpace: 'Gray' });
    return { width: picture.width, height: picture.height, pixels: picture.data };
  }

  async lines(number: number): Promise<string[]> {
    return (await this.open()).getPage(number - 1).getText().split(/\r?\n/);
  }

  close(): void {
    void this.document?.then((document) => document.destroy()).catch(() => undefined);
  }

  private open(): Promise<PDFiumDocument> {
    this.document ??= PDFiumLibrary.init()
      .then((library) => library.loadDocument(Uint8Array.from(this.bytes)))
      .catch((cause: unknown) => Promise.reject(documentFault('document-broken', cause)));
    return this.document;
  }
}
