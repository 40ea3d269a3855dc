import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { loadContent } from '../../src/content/load-content';
import { readContent } from '../../src/content/read-content';
import { ROAD_PHRASES } from '../../src/content/check-tongues';
import { TONGUE_PARTS } from '../../src/content/tongues';
import { TONGUES } from '../../src/domain/language';

const content = loadContent({ folder: join(__dirname, '../../content'), municipality: 'ishoj' });
const VALUES = { hours: 'H1', 'consultation-hours': 'H2', chatDays: '21' };
const said = (part: (typeof TONGUE_PARTS)[number], tongue: (typeof TONGUES)[number]) => content.sayInTongue(part, tongue, VALUES)?.bubbles.join('\n') ?? '';

test.each(TONGUES)('in %s the card says who, when, by what number, and 112', (tongue) => {
  const card = said('card', tongue);
  for (const word of ['Borgerrådgiver', 'Ishøj Kommune', '20 21 89 88', 'H1', '112', 'den danske tekst gælder']) expect(card.toLowerCase()).toContain(word.toLowerCase());
});

test.each(TONGUES)('in %s danger gives the same numbers as in Danish, and nothing besides', (tongue) => {
  const crisis = said('crisis', tongue);
  for (const number of ['112', '1813', '70 201 201', '1888']) expect(crisis).toContain(number);
  expect(crisis).not.toContain('den danske tekst gælder');
});

test.each(['tr', 'ur', 'ar', 'pl', 'uk'] as const)('in %s the guidance, hours, contact, notice and the road to a person can be said', (tongue) => {
  for (const part of TONGUE_PARTS) expect(said(part, tongue)).not.toBe('');
  expect(said('contact', tongue)).toContain('borgerraadgiver@ishoj.dk');
  expect(said('notice', tongue)).toContain('21');
  expect(said('hours', tongue)).toContain('H2');
});

test('what a language has no words for is not said in it', () => {
  expect(content.sayInTongue('hours', 'so', VALUES)).toBeNull();
});

test.each(['tr', 'ur', 'ar', 'pl', 'uk'] as const)('in %s no phrase of the road to a person is missing', (tongue) => {
  expect(ROAD_PHRASES.length).toBeGreaterThan(70);
  expect(ROAD_PHRASES.filter((id) => content.has(id) && !content.hasInTongue(id, tongue))).toEqual([]);
  expect(ROAD_PHRASES.filter((id) => !content.has(id))).toEqual([]);
});

test('a phrase of the road that is missing, a master that is none and a value that is not said keep the content from going live', () => {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-tongues-'));
  cpSync(join(__dirname, '../../content'), folder, { recursive: true });
  const file = join(folder, 'denmark/tongues/pl.yaml');
  writeFileSync(file, readFileSync(file, 'utf8').replace(/^ {2}ask\.callback\.name:.*\n/mu, '').replace('receipt.pin: "Kod PIN: {pin}"', 'receipt.pin: "Kod PIN"').replace('  unknown:', '  unknwon:'));
  const what = readContent({ folder, municipality: 'ishoj' }).errors.map((fault) => fault.what).join('\n');
  rmSync(folder, { recursive: true });
  for (const fault of ['"ask.callback.name" is missing', '"receipt.pin" does not say {pin}', 'no phrase "unknwon"', '"unknown" is missing']) expect(what).toContain(fault);
});
