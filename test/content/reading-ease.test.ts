import { loadPlainWords } from '../../src/content/plain-words';
import { readabilityOf } from '../../src/content/readability';
import { readContent } from '../../src/content/read-content';
import { readingEase } from '../../src/content/reading-ease';
import { removeTemporaryContent, SECOND_MUNICIPALITY, temporaryContent } from './temporary-content';

afterEach(removeTemporaryContent);

const none = () => false;
/** Nine words in two sentences; long: "forstår" (7 letters), "brevet" is not (6). */
const NINE = 'Du forstår nu brevet. Vi ringer til dig snart.';

describe('readingEase', () => {
  // Counted by hand: words / sentences + 100 × long words / words.
  test.each([
    { rule: 'short words in short sentences', texts: Array.from({ length: 10 }, () => 'Du kan ringe.'), words: 30, sentences: 10, longWords: 0, lix: 3 },
    { rule: 'one long word in nine', texts: [NINE, NINE, NINE, NINE], words: 36, sentences: 8, longWords: 4, lix: 4.5 + 400 / 36 },
    { rule: 'texts are measured together', texts: ['Du kan altid skrive til kommunens medarbejder om din klage nu. Vi svarer.', 'Telefonen er åben hver dag. Du kan også bare komme forbi os på rådhuset, og så taler vi.'], words: 31, sentences: 4, longWords: 4, lix: 7.75 + 400 / 31 },
  ])('$rule', ({ texts, words, sentences, longWords, lix }) => {
    const ease = readingEase(texts, none);
    expect(ease).toMatchObject({ words, sentences, longWords });
    expect(ease.lix).toBeCloseTo(lix, 10);
  });

  test('says nothing of fewer than thirty words', () => {
    expect(readingEase([NINE, NINE, NINE], none).lix).toBeNull();
  });

  test.each([
    { rule: 'more than six letters is long', text: 'forstår', longWords: 1 },
    { rule: 'six letters is short', text: 'brevet', longWords: 0 },
    { rule: 'a name within a sentence is short', text: 'hos Ankestyrelsen', longWords: 0 },
    { rule: 'a capital that begins a sentence is no name', text: 'Medarbejdere hjælper.', longWords: 2 },
    { rule: 'a value is short', text: 'i {municipality.name} og {reference}', longWords: 0 },
    { rule: 'addresses and numbers are short', text: 'til borgerraadgiver@ishoj.dk eller https://ishoj.dk/klage eller ishoj.dk på 20 21 89 88', longWords: 0 },
    { rule: 'a hyphen parts no word', text: 'en mail-adresse', longWords: 1 },
    { rule: 'letters count, not marks', text: "don't-go", longWords: 0 },
  ])('$rule', ({ text, longWords }) => {
    expect(readingEase([text], none).longWords).toBe(longWords);
  });

  test('what cannot be avoided is short', () => {
    expect(readingEase(['Borgerrådgiveren vejleder'], (word) => word === 'Borgerrådgiveren').longWords).toBe(1);
  });

  test.each([
    { rule: 'fifteen words are one idea', words: 15, told: [] },
    { rule: 'sixteen are too many: text and place are told', words: 16, told: [{ textIndex: 1, offset: 6 }] },
  ])('$rule', ({ words, told }) => {
    const text = `Kort. ${Array.from({ length: words }, () => 'Ord').join(' ')}.`;
    expect(readingEase(['Hej.', text], none).longSentences.map(({ textIndex, offset }) => ({ textIndex, offset }))).toEqual(told);
  });
});

test('a list of words, with a star for endings', () => {
  const copy = temporaryContent();
  copy.write('denmark/plain-words.yaml', 'da: [afgørelse*, kommunen]\nen: [adviser]\n');
  const isPlain = loadPlainWords(copy.folder);
  expect(['Afgørelsen', 'afgørelse', 'KOMMUNEN', 'kommunens', 'adviser', 'omafgørelse'].map((word) => isPlain(word, 'da'))).toEqual([true, true, true, false, false, false]);
  expect(isPlain('adviser', 'en')).toBe(true);
});

test.each([
  { rule: 'a wrong word', text: 'da: [Kommunen]\nen: []\n', said: 'denmark/plain-words.yaml:1: "da" › no. 1 is "Kommunen". It is a word in small letters' },
  { rule: 'a missing language', text: 'da: []\n', said: 'denmark/plain-words.yaml:1: "en" is missing.' },
])('$rule in the list is refused', ({ text, said }) => {
  const copy = temporaryContent();
  copy.write('denmark/plain-words.yaml', text);
  expect(() => loadPlainWords(copy.folder)).toThrow(said);
});

test('a missing list is refused', () => {
  const copy = temporaryContent();
  copy.remove('denmark/plain-words.yaml');
  expect(() => loadPlainWords(copy.folder)).toThrow('denmark/plain-words.yaml:1: The file is missing.');
});

test('each file is measured in each language; a glossary may be harder', () => {
  const copy = temporaryContent();
  for (const language of ['da', 'en']) copy.write(`nordby/${language}/glossary.yaml`, 'glossary.x:\n  text: Et ord.\n');
  const measured = readabilityOf(readContent({ folder: copy.folder, municipality: 'nordby' }).phrases.values(), none);
  expect(measured.map(({ file, bound }) => `${file.slice(copy.folder.length)} ${bound}`)).toEqual([
    '/denmark/da/common.yaml 35',
    '/denmark/en/common.yaml 35',
    '/nordby/da/adviser.yaml 35',
    '/nordby/en/adviser.yaml 35',
    '/nordby/da/glossary.yaml 38',
    '/nordby/en/glossary.yaml 38',
  ]);
});

test('the fixture is what citizens of Nordby can read', () => {
  for (const { lix, bound } of readabilityOf(readContent({ folder: SECOND_MUNICIPALITY, municipality: 'nordby' }).phrases.values(), none)) expect(lix ?? 0).toBeLessThanOrEqual(bound);
});
