import { setApart } from '../../../src/domain/letters/extractors/set-apart';
import { mendedUnit } from '../../../src/domain/letters/extractors/unit-name';
import { readLetter } from '../../../src/domain/letters/read-letter';
import { seeLetter } from '../../../src/domain/letters/seen-letter';
import { letterWords } from './letter-words';

const aLetter = (...paragraphs: string[]) => `Nordby Kommune\nYdelsesteamet\n\n5. oktober 2026\n\nSvar på din ansøgning\n\nKære Anna\n\n${paragraphs.join('\n\n')}\n\nMed venlig hilsen\nAnne Jensen`;
const apart = (...paragraphs: string[]) => setApart(seeLetter(aLetter('Vi har behandlet din ansøgning om tre ting til hjemmet.', ...paragraphs), letterWords)).length > 0;

test.each([
  [['Vi betaler:', '- Gulvet i bryggerset.', 'Vi betaler ikke:', '- Lampen i stuen.']],
  [['Ja: Gulvet i bryggerset bliver lagt i maj måned.', 'Nej: Lampen i stuen må du selv købe i en butik.']],
  [['Hvad du får', 'Gulvet i bryggerset bliver lagt i maj måned.', 'Hvad du ikke får', 'Lampen i stuen må du selv købe i en butik.']],
])('what is given and what is not, each under its opening: %j', (paragraphs) => expect(apart(...paragraphs)).toBe(true));

test.each([
  [['Vi betaler ikke:', '- Gulvet i bryggerset.', 'Du skal ikke betale:', '- Gebyr for sagen.']],
  [['Vi betaler gulvet i bryggerset.', 'Vi betaler ikke lampen i stuen.']],
  [['Det skal du gøre', 'Skriv til os.', 'Det skal du ikke gøre', 'Ring ikke til håndværkeren.']],
])('what is no such pair: %j', (paragraphs) => expect(apart(...paragraphs)).toBe(false));

test('a part is read of such a letter', () =>
  expect(readLetter(aLetter('Vi har behandlet din ansøgning om tre ting til hjemmet.', 'Vi betaler:', '- Gulvet i bryggerset.', 'Vi betaler ikke:', '- Lampen i stuen.'), letterWords).reading).toMatchObject({ kind: 'decision', outcome: 'partly-granted' }));

describe('the name of a unit', () => {
  const letter = seeLetter('Nordby Kommune', letterWords);

  test.each([
    ['Rehailiteringsteamet', 'Rehabiliteringsteamet'],
    ['Kontralenheden', 'Kontrolenheden'],
    ['HJÆLPEMIDLCR', 'HJÆLPEMIDLER'],
    ['Handicap ag Psyklatri', 'Handicap og Psykiatri'],
  ])('"%s" is mended', (misread, name) => expect(mendedUnit(misread, letter)).toBe(name));

  test.each(['Sociale Tilbud', 'Modtagelsen', 'Ydelser', 'Voksne og Ældre', 'Team Kløverbakken', 'Ishøj Fjord'])('"%s" is left as it stands', (name) => expect(mendedUnit(name, letter)).toBe(name));
});
