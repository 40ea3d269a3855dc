import fc from 'fast-check';
import mammoth from 'mammoth';
import type { ComplaintPaper } from '../../../src/domain/complaints/complaint-files';
import { createComplaintFiles } from '../../../src/documents/write/complaint-files';
import { paperWords } from '../../../src/documents/write/paper-words';
import { FIVE_COMPLAINTS } from './five-complaints';
import { bare, elementsOf, lettersOf, readPdfs, type PdfElement, type ReadPdf } from './read-pdfs';
import { say } from './say-danish';
import { unzip } from './unzip';

const files = createComplaintFiles(paperWords(say));
const NAMES = ['preliminary', 'appeal', 'quotes', 'behalf', 'long'] as const;
const paperOf = (name: string): ComplaintPaper => FIVE_COMPLAINTS[NAMES.find((each) => each === name) ?? 'appeal'];

/** A line to write on is drawn, not written. */
const withoutBlanks = (text: string) => text.replaceAll(/_{3,}/g, '');
const letters = ({ lines }: ComplaintPaper) => bare(lines.map(({ text }) => withoutBlanks(text)).join('\n'));
const headings = ({ lines }: ComplaintPaper) => lines.filter(({ style }) => style === 'heading').map(({ text }) => text);
const withRole = (elements: readonly PdfElement[], role: string): PdfElement[] => elements.flatMap((each) => [...(each.role === role ? [each] : []), ...withRole(each.children, role)]);
const wordsOf = (text: string) => text.replaceAll(/\s+/g, ' ').trim();

describe('as PDF', () => {
  const bytes = new Map<string, Uint8Array>();
  const read = new Map<string, ReadPdf>();
  const pdf = (name: string): ReadPdf => read.get(name) ?? fail(name);

  beforeAll(async () => {
    for (const name of NAMES) bytes.set(name, (await files.pdf(paperOf(name))).bytes);
    readPdfs([...bytes.values()]).forEach((each, place) => read.set(NAMES[place] ?? '', each));
  }, 60_000);

  test.each(NAMES)('%s: A4, tagged, in Danish, its title shown, after PDF/UA', (name) => {
    const { info, xmp, marked, showsTitle, size } = pdf(name);
    expect(info).toMatchObject({ Title: paperOf(name).title, Language: 'da-DK' });
    expect({ marked, showsTitle, size }).toEqual({ marked: true, showsTitle: true, size: [595, 842] });
    expect(xmp).toMatch(/pdfuaid:part[^\d]*1/);
  });

  test.each(NAMES)('%s: one title, the headings as headings and as bookmarks', (name) => {
    const elements = elementsOf(pdf(name));
    const paper = paperOf(name);
    expect(withRole(elements, 'H1').map(({ text }) => bare(text))).toEqual([bare(paper.title)]);
    expect(withRole(elements, 'H2').map(({ text }) => wordsOf(text))).toEqual(headings(paper));
    expect(pdf(name).bookmarks).toEqual([paper.title, ...headings(paper)]);
  });

  test.each(NAMES)('%s: every line is read, in its order, and nothing else', (name) => {
    expect(lettersOf(elementsOf(pdf(name)))).toBe(letters(paperOf(name)));
    expect(pdf(name).pages.flatMap(({ untagged }) => untagged)).toEqual([]);
  });

  test.each(NAMES)('%s: each page has its number', (name) => {
    const { pages } = pdf(name);
    expect(pages.map(({ foot }) => foot)).toEqual(pages.map((_, place) => `Side ${place + 1} af ${pages.length}`));
  });

  test('short ones fit one page, the long one has several', () => {
    expect(NAMES.map((name) => pdf(name).pages.length)).toEqual([1, 1, 1, 1, 4]);
  });

  test('a paragraph over a page break is one element', () => {
    const perPage = pdf('long').pages.map(({ tree }) => tree.children.flatMap(({ children }) => children));
    const parted = perPage.slice(1).flatMap((elements) => elements[0]?.text ?? '');
    expect(parted.some((text) => /^\p{Ll}|^I se/u.test(text))).toBe(true);
  });

  test('words of hers in another language are a quotation in that language', () => {
    const quotes = withRole(elementsOf(pdf('quotes')), 'BlockQuote');
    expect(quotes.map(({ lang }) => lang)).toEqual(['tr', 'uk', 'ar', 'ur']);
    expect(quotes.map(({ text }) => text.split(' ')[0])).toEqual(['"Görüşmede', '"Я', '"ذهبت', '"میں']);
  });

  test.each(NAMES)('%s: tells nothing of her but in its words, leads nowhere, and brings its letters along', (name) => {
    const { info, xmp } = pdf(name);
    expect(JSON.stringify(info) + xmp).not.toMatch(/Gülşen|Søren|Åse|Оксана|26\/10482/);
    const raw = Buffer.from(bytes.get(name) ?? []).toString('latin1');
    expect(raw).not.toMatch(/\/URI|\/JavaScript|\/Launch|\/Annots \[[^\]]/);
    const fonts = [...raw.matchAll(/\/FontName \/(\S+)/g)].map(([, font]) => font ?? '');
    expect(fonts.length).toBeGreaterThan(0);
    for (const font of fonts) expect(font).toMatch(/^[A-Z]{6}\+(NotoSans|Vazirmatn|NotoEmoji|DejaVuSans)/);
    expect([...raw.matchAll(/\/FontFile[23] /g)].length).toBe(fonts.length);
  });

  test('a letter that no font draws is marked, still read aloud as it was written, and a note says so', async () => {
    const text = 'Jeg hedder 王小明.';
    const [page] = readPdfs([(await files.pdf({ title: 'Klage', lines: [{ key: 'a', style: 'paragraph', text, edited: false }] })).bytes]);
    const elements = elementsOf(page ?? fail('no page'));
    expect(elements.map(({ text: said }) => wordsOf(said))).toEqual(['Klage', text, say('paper.unshown', { mark: '\ufffd' })]);
  });
});

describe('as a Word file', () => {
  test.each(NAMES)('%s: title, language, page numbers, and nothing of hers but in its words', async (name) => {
    const { bytes, contentType } = await files.docx(paperOf(name));
    const parts = unzip(bytes);
    expect(contentType).toBe('application/vnd.openxmlformats-officedocument.wordprocessingml.document');
    expect(parts.get('docProps/core.xml')).toContain(`<dc:title>${paperOf(name).title}</dc:title>`);
    expect(parts.get('docProps/core.xml')).not.toMatch(/Gülşen|Søren|Оксана|Un-named/);
    expect(parts.get('word/styles.xml')).toMatch(/<w:docDefaults>[\s\S]*<w:lang w:val="da-DK"/);
    const footer = parts.get('word/footer1.xml') ?? '';
    expect([...footer.matchAll(/<w:(?:t|instrText)[^>]*>([^<]*)</g)].map(([, text]) => text?.trim())).toEqual(['Side', 'PAGE', 'af', 'NUMPAGES']);
    expect(/<w:pgSz w:w="(\d+)" w:h="(\d+)"/.exec(parts.get('word/document.xml') ?? '')?.slice(1)).toEqual(['11906', '16838']);
  });

  test.each(NAMES)('%s: one title, headings as headings, every line in its order', async (name) => {
    const buffer = Buffer.from((await files.docx(paperOf(name))).bytes);
    const { value: html } = await mammoth.convertToHtml({ buffer });
    const { value: text } = await mammoth.extractRawText({ buffer });
    const inTags = (tag: string) => [...html.matchAll(new RegExp(`<${tag}>(.*?)</${tag}>`, 'g'))].map(([, words]) => words);
    expect(inTags('h1')).toEqual([paperOf(name).title]);
    expect(inTags('h2')).toEqual(headings(paperOf(name)));
    expect(bare(text)).toBe(letters(paperOf(name)));
  });

  test('quotations have their language, and Arabic runs from the right', async () => {
    const xml = unzip((await files.docx(paperOf('quotes'))).bytes).get('word/document.xml') ?? '';
    for (const tag of ['tr', 'uk', 'ar', 'ur']) expect(xml).toContain(`<w:lang w:val="${tag}"`);
    expect([...xml.matchAll(/<w:bidi\/>/g)]).toHaveLength(2);
    const fromRight = [...xml.matchAll(/<w:r>(.*?)<\/w:r>/g)].filter(([, run]) => run?.includes('<w:rtl/>'));
    expect(fromRight.every(([, run]) => /\p{Script=Arabic}/u.test(run ?? ''))).toBe(true);
    expect(fromRight.length).toBeGreaterThan(2);
  });
});

/** What people write: words, words of other scripts, a word that never ends, signs, empty lines. */
const written = fc.oneof(
  fc.string({ unit: 'grapheme', maxLength: 200 }),
  fc.string({ unit: fc.constantFrom(...'aeioæøå lmnrst.,!?\n'), maxLength: 600 }),
  fc.string({ unit: fc.constantFrom('a', 'Ж', 'ğ', 'ش', 'ک', ' ', '(', '1', '🙂', '👩‍👧', '❤️', '王', '"', '\n'), maxLength: 200 }),
  fc.constantFrom('x'.repeat(5000), 'ord '.repeat(1250), '\u0000\ud800\u0007efter', 'a\u2028b\u0085c\td', '<b>&amp;</b> ]]> {name}', 'e\u0301 og a\u030a', '____', ''),
);
const asRead = (text: string) => text.replaceAll(/(?![\n\r\t])\p{Cc}|[\ufeff\ufffe\uffff]|\p{Cs}/gu, '');

test('whatever she writes comes out whole, in both files', async () => {
  const texts = fc.sample(written, { seed: 6, numRuns: 150 });
  const lines = texts.map((text, place) => ({ key: `${place}`, style: 'paragraph' as const, text, edited: false }));
  const paper = { title: 'Klage', lines };
  const expected = bare(['Klage', ...texts].map(asRead).join(''));
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from((await files.docx(paper)).bytes) });
  expect(bare(value)).toBe(expected);
  const [read] = readPdfs([(await files.pdf(paper)).bytes]);
  const note = bare(say('paper.unshown', { mark: '\ufffd' }));
  expect(lettersOf(elementsOf(read ?? fail('no file')))).toBe(expected + note);
}, 60_000);

test.each(['x', 'ش', '🙂', ' '])('a message as long as the chat takes, of nothing but "%s", is written within seconds', async (sign) => {
  const started = performance.now();
  await files.pdf({ title: 'Klage', lines: [{ key: 'a', style: 'paragraph', text: `Jeg ${sign.repeat(30_000)}.`, edited: false }] });
  expect(performance.now() - started).toBeLessThan(20_000);
}, 60_000);

test('any text in any style gives files that open', async () => {
  const style = fc.constantFrom('title', 'field', 'heading', 'paragraph', 'event', 'quote', 'closing');
  const papers = fc.sample(fc.array(fc.record({ style, text: fc.oneof(written, fc.string({ unit: 'binary', maxLength: 80 })) }), { maxLength: 12 }), { seed: 7, numRuns: 12 });
  const made: Uint8Array[] = [];
  for (const rows of papers) {
    const paper = { title: rows[0]?.text ?? '', lines: rows.map((row, place) => ({ key: `${place}`, edited: false, ...row })) };
    made.push((await files.pdf(paper)).bytes);
    await expect(mammoth.extractRawText({ buffer: Buffer.from((await files.docx(paper)).bytes) })).resolves.toMatchObject({ messages: [] });
  }
  expect(readPdfs(made)).toHaveLength(papers.length);
}, 120_000);

function fail(what: string): never {
  throw new Error(what);
}
