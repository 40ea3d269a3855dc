import mammoth from 'mammoth';
import { createPowerOfAttorneyFiles } from '../../../src/documents/write/power-of-attorney';
import { elementsOf, readPdfs, type PdfElement } from './read-pdfs';
import { say } from './say-danish';
import { unzip } from './unzip';

const files = createPowerOfAttorneyFiles(say);
const trimmed = ({ text }: PdfElement) => text.replaceAll(/\s+/g, ' ').trim();

async function pdf(facts = {}) {
  const [read] = readPdfs([(await files.pdf(facts)).bytes]);
  if (!read) throw new Error('The file does not open.');
  return { read, elements: elementsOf(read), said: elementsOf(read).map(trimmed) };
}

test('stands on one page, so that the signature is below what is signed', async () => {
  const { read, said } = await pdf();
  expect(read.pages.map(({ foot }) => foot)).toEqual(['Side 1 af 1']);
  expect(said[0]).toBe('Fuldmagt');
  expect(said.indexOf('Underskrift:')).toBeGreaterThan(said.findIndex((text) => text.includes('klage for mig')));
});

test('asks who, to whom, where, what and how long, and says that it can be taken back', async () => {
  const { said, elements } = await pdf();
  expect(elements.filter(({ role }) => role === 'P').map(trimmed).filter((text) => /:( \(|$)/.test(text))).toEqual([
    'Navn:', 'Adresse og telefon:', 'Navn:', 'Adresse og telefon:',
    'Myndighed: (fx kommunen)', 'Sagen: (emne eller nummer)', 'Gælder fra:', 'Gælder til: (tom: til sagen er slut)',
    'Sted og dato:', 'Underskrift:',
  ]);
  expect(said).toContain(say('fuldmagt.withdraw'));
});

test('its choices are a list with boxes to tick', async () => {
  const { elements } = await pdf();
  const [list, ...others] = elements.filter(({ role }) => role === 'L');
  expect(others).toEqual([]);
  expect(list?.children.map((item) => [item.role, item.children.map(({ role }) => role), trimmed(item)])).toEqual(
    ['file', 'letters', 'meetings', 'complain'].map((each) => ['LI', ['LBody'], say(`fuldmagt.covers.${each}`)]).concat([['LI', ['LBody'], 'andet:']]),
  );
  const xml = unzip((await files.docx()).bytes).get('word/document.xml') ?? '';
  expect([...xml.matchAll(/<w14:checkbox>/g)]).toHaveLength(5);
});

test('asks for no CPR number, and says where one belongs', async () => {
  const { said } = await pdf();
  expect(said.filter((text) => /cpr/i.test(text))).toEqual([say('fuldmagt.cpr')]);
});

test('what is known is filled in, and still fits the page', async () => {
  const facts = { giver: 'Åse Østergaard', holder: 'Søren Blåbjerg-Østergaard', authority: 'Ishøj Kommune, Center for Omsorg og Sundhed, Hjemmeplejen, gruppe Øst', matter: 'Hjælp til bad og rengøring, sag 26/10482' };
  const { read, said } = await pdf(facts);
  expect(read.pages).toHaveLength(1);
  expect(said).toEqual(expect.arrayContaining(['Navn: Åse Østergaard', 'Navn: Søren Blåbjerg-Østergaard', `Sagen: ${facts.matter}`]));
  expect(JSON.stringify(read.info) + read.xmp).not.toMatch(/Østergaard|26\/10482/);
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from((await files.docx(facts)).bytes) });
  for (const fact of Object.values(facts)) expect(value).toContain(fact);
});
