import type { DocumentFile, DocumentText, ReadingWatch } from '../../domain/letters/document-reader';
import { documentFault } from './document-fault';
import { fileKind } from './file-kind';
import type { Grey } from './grey';
import { LIMITS } from './limits';
import { mendLines } from './mend-text';
import { joinPages } from './page-frames';
import { holdsText, type PageReading } from './page-reading';
import { openPicture } from './picture';
import { plainText } from './plain-text';
import { openPdf } from './read-pdf';
import { readPicture } from './read-picture';
import { Recognizer } from './recognizer';
import { wordText } from './word-text';

/** A file that is open: how many pages it has, and how to read them. */
interface OpenFile {
  readonly pages: number;
  /** A picture's lines may be joined with those of the picture after it: pages of one letter. */
  readonly isPicture: boolean;
  read(onPage: (page: number) => void): Promise<PageReading>;
}

/** Reads the files of one letter in this very process. @throws AdviserError as the port says */
export async function readDocuments(files: readonly DocumentFile[], onProgress: NonNullable<ReadingWatch['onProgress']>): Promise<DocumentText> {
  if (files.length > LIMITS.files) throw documentFault('document-too-many');
  if (files.some(({ bytes }) => bytes.length > LIMITS.fileBytes)) throw documentFault('document-too-large');
  let recognizer: Promise<Recognizer> | null = null;
  const recognize = async (picture: Grey): Promise<PageReading> => readPicture(picture, await (recognizer ??= Recognizer.start()));
  const open: OpenFile[] = [];
  for (const { bytes } of files) open.push(await openFile(bytes, recognize));
  const pages = open.reduce((sum, file) => sum + file.pages, 0);
  if (pages > LIMITS.pages) throw documentFault('document-too-many');
  const parts: { readonly isPicture: boolean; readonly pages: (readonly string[])[] }[] = [];
  let before = 0;
  let poor = false;
  for (const file of open) {
    const reading = await file.read((page) => onProgress({ page: before + page, pages }));
    before += file.pages;
    // A page that gave nothing among others that did: something of the letter is likely lost.
    poor ||= reading.poor || (open.length > 1 && !holdsText(reading.lines));
    const last = parts.at(-1);
    if (file.isPicture && last?.isPicture) last.pages.push(reading.lines);
    else parts.push({ isPicture: file.isPicture, pages: [reading.lines] });
  }
  const lines = parts.flatMap((part, place) => [...(place === 0 ? [] : ['']), ...mendLines(joinPages(part.pages))]);
  // Control characters are no text, whoever put them there.
  const text = lines.join('\n').replaceAll(/[^\P{Cc}\n]/gu, '').normalize('NFC').trim();
  if (!holdsText([text])) throw documentFault(recognizer === null && text === '' ? 'document-empty' : 'document-no-text');
  if (text.length > LIMITS.characters) throw documentFault('document-too-large');
  return { text, pages, poor };
}

async function openFile(bytes: Uint8Array, recognize: (picture: Grey) => Promise<PageReading>): Promise<OpenFile> {
  const onePage = (isPicture: boolean, read: () => Promise<PageReading>): OpenFile => ({
    pages: 1,
    isPicture,
    read: (onPage) => {
      onPage(1);
      return read();
    },
  });
  switch (fileKind(bytes)) {
    case 'pdf': {
      const pdf = await openPdf(bytes);
      return { pages: pdf.pages, isPicture: false, read: (onPage) => pdf.read(onPage, recognize) };
    }
    case 'word':
      return openWord(bytes, recognize);
    case 'picture':
      return onePage(true, async () => recognize(await openPicture(bytes)));
    case 'text':
      return onePage(false, async () => {
        const text = plainText(bytes);
        if (text.length > LIMITS.characters) throw documentFault('document-too-large');
        return { lines: text.split('\n').map((line) => line.trimEnd()), poor: false };
      });
    case 'empty':
      throw documentFault('document-empty');
    case 'heic':
      throw documentFault('document-heic');
    case 'locked':
      throw documentFault('document-locked');
    case 'other':
      throw documentFault('document-wrong');
  }
}

/** Word: its text; where it has none but pictures, a scan was pasted in, and the pictures are read. */
async function openWord(bytes: Uint8Array, recognize: (picture: Grey) => Promise<PageReading>): Promise<OpenFile> {
  const { lines, pictures } = await wordText(bytes);
  if (holdsText(lines) || pictures.length === 0) {
    return {
      pages: 1,
      isPicture: false,
      read: async (onPage) => {
        onPage(1);
        return { lines, poor: false };
      },
    };
  }
  return {
    pages: pictures.length,
    isPicture: false,
    read: async (onPage) => {
      const readings: PageReading[] = [];
      for (const [place, picture] of pictures.entries()) {
        onPage(place + 1);
        readings.push(fileKind(picture) === 'picture' ? await recognize(await openPicture(picture)) : { lines: [], poor: true });
      }
      return { lines: joinPages(readings.map((reading) => reading.lines)), poor: readings.some((reading) => reading.poor) };
    },
  };
}
