import { wordsFound } from '../../../src/cli/files/words-found';
import { faultOf, fixture, goldText, read } from './reader';

// Reading by recognition takes seconds; all files are in `npm run eval:files`.
jest.setTimeout(40_000);

describe('the words of a letter come back', () => {
  test.each([
    { file: 'b02-tre-sider-hoved-fod.pdf', least: 1, pages: 3 },
    { file: 'b05-tabel.pdf', least: 1, pages: 2 },
    { file: 'b12-protokoludskrift.pdf', least: 1, pages: 2 },
    { file: 'b13-margen-orddeling.pdf', least: 1, pages: 1 },
    { file: 'b16-brevhoved-to-spalter.pdf', least: 1, pages: 2 },
    { file: 'b11-word.docx', least: 1, pages: 1 },
    { file: 'b23-word-sidehoved.docx', least: 1, pages: 1 },
    { file: 'b24-scan-skygge.jpg', least: 0.98, pages: 1 },
    { file: 'b07-mobilfoto.jpg', least: 0.98, pages: 1 },
  ])('$file: at least $least of them', async ({ file, least, pages }) => {
    const result = await read(fixture(file));
    const { found, lost } = wordsFound(goldText(file), result.text);
    expect(found >= least ? [] : lost).toEqual([]);
    expect(result).toMatchObject({ pages, poor: false });
  });
});

test.each([
  { file: 'bad-afskaaret.pdf', code: 'document-broken' },
  { file: 'bad-tom.pdf', code: 'document-empty' },
  { file: 'bad-program.pdf', code: 'document-wrong' },
  { file: 'bad-nul-sider.pdf', code: 'document-broken' },
  { file: 'bad-html.docx', code: 'document-wrong' },
  { file: 'bad-kat.png', code: 'document-no-text' },
  { file: 'b28-adgangskode.pdf', code: 'document-locked' },
])('$file is no letter: $code', async ({ file, code }) => expect(await faultOf(fixture(file))).toBe(code));

describe('what stands where', () => {
  test('a header stands once, footers at the end, and no sentence is broken by them', async () => {
    const { text } = await read(fixture('b02-tre-sider-hoved-fod.pdf'));
    expect(text.match(/Vallensbæk Kommune · Sagsnummer/g)).toHaveLength(1);
    expect(text).toContain('med en effektivitet, som arbejdsgiveren\nsatte til 90 procent');
    expect(text).not.toMatch(/Side \d af 3/);
    expect(text.endsWith('Dokument 338190-26')).toBe(true);
  });

  test('a letterhead of two columns comes before the body, a table row by row', async () => {
    const { text } = await read(fixture('b16-brevhoved-to-spalter.pdf'));
    expect(text.indexOf('Sagsnummer 26/038851')).toBeLessThan(text.indexOf('Afslag på dispensation'));
    expect(text).toContain('Højde   højst 2,5 m (§ 6.5)   3,05 m   0,55 m');
  });

  test('a spaced-out heading is closed up, a divided word put together', async () => {
    expect((await read(fixture('b12-protokoludskrift.pdf'))).text).toContain('Udskrift af beslutningsprotokollen');
    expect((await read(fixture('b13-margen-orddeling.pdf'))).text).toMatch(/Klagenævnet\s+for Specialundervisning/);
  });

  test('the page header of a Word file is read: it may be the only place that names the authority', async () => {
    const { text } = await read(fixture('b23-word-sidehoved.docx'));
    expect(text.startsWith('Køge Kommune')).toBe(true);
    expect(text).toContain('23. september 2026\nSags-id: 2026-15502-3\n');
    expect(text).toMatch(/Torvet 1, 4600 Køge {2}· {2}CVR 99 00 11 22$/);
  });

  test('files are read in the order they came, as one letter', async () => {
    const { text, pages } = await read(fixture('b11-word.docx'), fixture('b05-tabel.pdf'));
    expect(pages).toBe(3);
    expect(text.indexOf('Kontrolgruppen')).toBeGreaterThan(text.indexOf(goldText('b11').split('\n')[0] ?? ''));
  });
});
