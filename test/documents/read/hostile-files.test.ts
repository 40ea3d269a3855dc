import { faultOf, fixture, made, read } from './reader';
import { onePage, paragraph, pdf, png, word, zip } from './made-files';

jest.setTimeout(40_000);

const TEXT = 'Du har fået afslag på din ansøgning om hjælp.';
const show = (text: string): Buffer => Buffer.from(`BT /F1 12 Tf 50 700 Td (${text}) Tj ET /X1 Do`, 'latin1');
const part = (name: string, content: string | Buffer) => ({ name, content: Buffer.from(content) });
const bytes = (...list: number[]) => Buffer.from(list);
const OLD_OFFICE = bytes(0xd0, 0xcf, 0x11, 0xe0, 0xa1, 0xb1, 0x1a, 0xe1);

describe('not a letter, whatever it is called', () => {
  test.each([
    { what: 'a web page', file: '<!DOCTYPE html><html><p>Vi har truffet afgørelse</p></html>', code: 'document-wrong' },
    { what: 'a drawing in SVG', file: '<svg xmlns="http://www.w3.org/2000/svg"><text>Afgørelse om hjælp</text></svg>', code: 'document-wrong' },
    { what: 'XML that unfolds without end', file: '<?xml version="1.0"?><!DOCTYPE a [<!ENTITY b "aaaa"><!ENTITY c "&b;&b;">]><a>&c;</a>', code: 'document-wrong' },
    { what: 'rich text', file: '{\\rtf1 Afgørelse om hjælp}', code: 'document-wrong' },
    { what: 'a script', file: '#!/bin/sh\nrm -rf /\n', code: 'document-wrong' },
    { what: 'a program', file: Buffer.concat([Buffer.from('MZ'), Buffer.alloc(500, 7)]), code: 'document-wrong' },
    { what: 'a GIF that is a script as well', file: 'GIF89a=1;alert("afgørelse om hjælp")\0\0', code: 'document-wrong' },
    { what: 'a picture in HEIC', file: Buffer.concat([bytes(0, 0, 0, 24), Buffer.from('ftypheic'), Buffer.alloc(200)]), code: 'document-heic' },
    { what: 'a sheet of figures', file: zip([part('[Content_Types].xml', '<Types/>'), part('xl/workbook.xml', '<workbook/>')]), code: 'document-wrong' },
    { what: 'Word before 2007', file: Buffer.concat([OLD_OFFICE, Buffer.alloc(2000)]), code: 'document-wrong' },
    { what: 'Word with a password', file: Buffer.concat([OLD_OFFICE, Buffer.alloc(500), Buffer.from('EncryptedPackage', 'utf16le')]), code: 'document-locked' },
    { what: 'a zip with a password', file: zip([{ ...part('word/document.xml', 'x'), enciphered: true }]), code: 'document-locked' },
    { what: 'spaces', file: ' \n\n  ', code: 'document-empty' },
    { what: 'signs without words', file: '??? 123 !!!', code: 'document-no-text' },
    { what: 'the head of a PDF and nothing more', file: '%PDF-1.7\n', code: 'document-broken' },
    { what: 'the head of a JPEG and a web page', file: Buffer.concat([bytes(0xff, 0xd8, 0xff, 0xe0), Buffer.from('<html>afgørelse</html>')]), code: 'document-broken' },
    { what: 'the head of a zip and noise', file: Buffer.concat([Buffer.from('PK\u0003\u0004'), Buffer.alloc(300, 5)]), code: 'document-broken' },
  ])('$what: $code', async ({ file, code }) => expect(await faultOf(made(file, 'afgørelse.pdf'))).toBe(code));
});

describe('made to be heavy', () => {
  const loop = (kids: string) => pdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${kids}] /Count 1 >>`]);
  test.each([
    { what: 'a Word file that unfolds to 60 MB', make: () => word('', [part('word/media/a.bin', Buffer.alloc(60_000_000))]), code: 'document-too-large' },
    { what: 'one that says it is small', make: () => word('', [{ ...part('word/media/a.bin', Buffer.alloc(60_000_000)), says: 10 }]), code: 'document-too-large' },
    { what: 'a Word file of 9 MB of paragraphs', make: () => word(paragraph(TEXT).repeat(100_000)), code: 'document-too-large' },
    { what: 'a Word file of cells within cells', make: () => word('<w:tbl><w:tr><w:tc>'.repeat(20_000)), code: 'document-broken' },
    { what: 'a picture that says it is 3,600 megapixels', make: () => png(60_000, 60_000, 1), code: 'document-too-large' },
    { what: 'a picture of 41 megapixels', make: () => png(6_400, 6_410, 1), code: 'document-too-large' },
    { what: 'a picture that is not all there', make: () => png(2_000, 2_000, 300), code: 'document-broken' },
    { what: 'a white picture of 39 megapixels', make: () => png(6_000, 6_500), code: 'document-no-text' },
    { what: 'half a scan', make: () => Buffer.from(fixture('b24-scan-skygge.jpg').bytes.subarray(0, 70_000)), code: 'document-broken' },
    { what: 'a PDF whose pages are within themselves', make: () => loop('2 0 R'), code: 'document-broken' },
    { what: 'a PDF of 21 pages', make: () => pdf(['<< /Type /Catalog /Pages 2 0 R >>', `<< /Type /Pages /Kids [${'3 0 R '.repeat(21)}] /Count 21 >>`, '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] >>']), code: 'document-too-many' },
    { what: 'a text of 5 MB', make: () => Buffer.from(`${TEXT}\n`.repeat(110_000)), code: 'document-too-large' },
    { what: 'a file of more than 10 MB', make: () => Buffer.alloc(10 * 1024 * 1024 + 1, 65), code: 'document-too-large' },
  ])('$what: $code', async ({ make, code }) => expect(await faultOf(made(make()))).toBe(code));

  test('eleven files are too many', async () => expect(await faultOf(...Array.from({ length: 11 }, () => made(TEXT)))).toBe('document-too-many'));
});

describe('odd, but a letter', () => {
  test.each([
    { what: 'a PDF with a drawing within itself', make: () => onePage(show(TEXT), ['<< /Type /XObject /Subtype /Form /BBox [0 0 9 9] /Resources << /XObject << /X1 6 0 R >> >> /Length 6 >>\nstream\n/X1 Do\nendstream'], '/XObject << /X1 6 0 R >>') },
    { what: 'a PDF that wants to run a script', make: () => onePage(show(TEXT), ['<< /S /JavaScript /JS (app.alert\\(1\\)) >>']) },
    { what: 'a line of 300,000 spaces', make: () => Buffer.from(`${TEXT}${' '.repeat(300_000)}side\n`) },
    { what: 'control characters', make: () => Buffer.from(`Du har f\u0000\u0000ået afslag`.replaceAll('\u0000', '\u0007').padEnd(4000, ' på din ansøgning om hjælp.')) },
  ])('$what', async ({ make }) => {
    const { text } = await read(made(make()));
    expect(text).toMatch(/Du har f.*et afslag på din ansøgning/);
    expect(text).not.toMatch(/[^\P{Cc}\n]/u);
  });

  test.each([
    { what: 'UTF-8 with a mark', file: Buffer.from(`\ufeff${TEXT}`) },
    { what: 'Latin-1', file: Buffer.from(TEXT, 'latin1') },
    { what: 'UTF-16 with a mark', file: Buffer.from(`\ufeff${TEXT}`, 'utf16le') },
    { what: 'UTF-16 without one', file: Buffer.from(TEXT, 'utf16le') },
    { what: 'UTF-16, high byte first', file: Buffer.from(`\ufeff${TEXT}`, 'utf16le').swap16() },
    { what: 'letters and their rings apart', file: Buffer.from(TEXT.normalize('NFD')) },
  ])('$what', async ({ file }) => expect((await read(made(file, 'brev.docx'))).text).toBe(TEXT));
});
