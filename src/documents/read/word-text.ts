import mammoth from 'mammoth';
import { documentFault } from './document-fault';
import { LIMITS } from './limits';
import { openZip, type ZipParts } from './zip-parts';

/** What is in a Word file. */
export interface WordText {
  /** Page headers first, then the body, then page footers; an empty line between paragraphs. */
  readonly lines: readonly string[];
  /** Its pictures in order: a scan may have been pasted in. */
  readonly pictures: readonly Uint8Array[];
}

/** Reads a Word file (DOCX). @throws AdviserError `document-wrong` (another kind of zip), `document-broken`, `document-locked`, `document-too-large` */
export async function wordText(bytes: Uint8Array): Promise<WordText> {
  const zip = openZip(bytes);
  if (!zip.names.includes('word/document.xml')) throw documentFault('document-wrong');
  zip.proveSize();
  if ((zip.read('word/document.xml')?.length ?? 0) > LIMITS.wordBytes) throw documentFault('document-too-large');
  const pictures: Uint8Array[] = [];
  const { value } = await mammoth
    .convertToHtml(
      { buffer: Buffer.from(bytes) },
      {
        ignoreEmptyParagraphs: true,
        convertImage: mammoth.images.imgElement(async (image) => {
          pictures.push(new Uint8Array(await image.readAsArrayBuffer()));
          return { src: '' };
        }),
      },
    )
    .catch((cause: unknown) => Promise.reject(documentFault('document-broken', cause)));
  const body = bodyLines(value);
  const header = frameLines(zip, 'header');
  const footer = frameLines(zip, 'footer');
  return { lines: [...header, ...(header.length > 0 ? [''] : []), ...body, ...(footer.length > 0 ? [''] : []), ...footer], pictures };
}

const ENTITIES: Readonly<Record<string, string>> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" };
const plain = (text: string): string =>
  text.replace(/&(?:#(\d{1,7})|#x([0-9a-f]{1,6})|(\w{1,6}));/gi, (whole, decimal?: string, hex?: string, name?: string) =>
    name === undefined ? String.fromCodePoint(Math.min(Number.parseInt(decimal ?? hex ?? '', decimal === undefined ? 16 : 10), 0x10ffff)) : (ENTITIES[name] ?? whole),
  );

/** The lines of mammoth's own HTML: a paragraph each, a list's entries with a mark, a table row by row. */
function bodyLines(html: string): string[] {
  const page: string[] = [];
  /** The cells of the rows that are open, each a list of lines; tables may stand in cells. */
  const rows: string[][][] = [];
  let line = '';
  const lines = (): string[] => rows.at(-1)?.at(-1) ?? page;
  const end = (): void => {
    if (line.trim() !== '') lines().push(line.trim());
    line = '';
  };
  for (const [, tag = '', text] of html.matchAll(/<(\/?[a-z][a-z0-9]*)[^>]*>|([^<]+)/g)) {
    if (text !== undefined) line += plain(text);
    else if (tag === 'tr') rows.push([]);
    else if (tag === 'td' || tag === 'th') rows.at(-1)?.push([]);
    else if (tag === '/tr') {
      const row = rows.pop() ?? [];
      lines().push(...rowLines(row));
    } else if (tag === 'li') {
      end();
      line = '- ';
    } else if (tag === 'br' || /^\/(p|h[1-6]|li|td|th)$/.test(tag)) {
      end();
      if (/^\/(p|h[1-6])$/.test(tag) && rows.length === 0) page.push('');
    } else if (/^\/(table|ul|ol)$/.test(tag) && rows.length === 0) page.push('');
  }
  end();
  return page;
}

/** A row of a table on one line. Where a cell has several lines the table only holds a letterhead in place: cell after cell. */
function rowLines(cells: readonly (readonly string[])[]): string[] {
  const filled = cells.filter((cell) => cell.length > 0);
  if (filled.some((cell) => cell.length > 1)) return filled.flatMap((cell, place) => [...(place === 0 ? [] : ['']), ...cell]);
  return filled.length === 0 ? [] : [filled.map(([only]) => only).join('   ')];
}

/** The lines of all page headers, or footers: what a first page and the others share stands once. */
function frameLines(zip: ZipParts, kind: 'header' | 'footer'): string[] {
  const names = zip.names.filter((name) => new RegExp(`^word/${kind}\\d{0,3}\\.xml$`).test(name)).sort();
  const lines = names.flatMap((name) => paragraphs(zip.read(name)?.toString('utf8') ?? ''));
  // The numbers are fields that Word fills in; what is left of "Side 1 af 3" says nothing.
  const bare = lines.map((line) => line.replace(/(?<!\p{L})(?:side|page)\s*\d{0,3}\s*(?:(?:af|of)(?!\p{L})\s*\d{0,3})?/iu, '').replace(/^[\s·|–-]+|[\s·|–-]+$/g, ''));
  return [...new Set(bare)].filter((line) => /[\p{L}\p{N}]{2}/u.test(line));
}

function paragraphs(xml: string): string[] {
  // A field's instruction (PAGE) is no text; an old copy of a text box stands beside the new one.
  const shown = xml.replaceAll(/<mc:Fallback>[\s\S]*?<\/mc:Fallback>/g, '');
  return shown.split('</w:p>').map((paragraph) => {
    const parts = [...paragraph.matchAll(/<w:t(?:\s[^>]*)?>([^<]*)<\/w:t>|<w:(tab|br)(?:\s[^>]*)?\/>/g)];
    return parts.map(([, text, gap]) => (text === undefined ? (gap === 'tab' ? '   ' : ' ') : plain(text))).join('').trim();
  }).filter((line) => line !== '');
}
