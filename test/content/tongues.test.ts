import { join } from 'node:path';
import { loadContent } from '../../src/content/load-content';
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
