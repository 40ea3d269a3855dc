import { mendText } from '../../../src/documents/read/mend-text';
import { joinPages } from '../../../src/documents/read/page-frames';
import { readingOrder, type Piece } from '../../../src/documents/read/reading-order';

describe('mendText', () => {
  test.each([
    { rule: 'a word divided at the end of a line', lines: ['kan I klage til Klage-', 'nævnet for Specialundervisning.'], text: 'kan I klage til Klagenævnet\nfor Specialundervisning.' },
    { rule: 'a hyphen that stands for the rest of a word stays', lines: ['børne-', 'og ungeudvalget'], text: 'børne-\nog ungeudvalget' },
    { rule: 'a case number is no divided word', lines: ['Sag 26-', '9041'], text: 'Sag 26-\n9041' },
    { rule: 'a name with a hyphen keeps it', lines: ['Poul-', 'Erik'], text: 'Poul-\nErik' },
    { rule: 'a soft hyphen goes', lines: ['an\u00adsøgning'], text: 'ansøgning' },
    { rule: 'a spaced-out heading', lines: ['A F G Ø R E L S E'], text: 'AFGØRELSE' },
    { rule: 'of several words, where the gaps tell', lines: ['U d s k r i f t   a f   b o g'], text: 'Udskrift af bog' },
    { rule: 'an ordinary line with short words stays', lines: ['Jeg er i å og ø nu'], text: 'Jeg er i å og ø nu' },
    { rule: 'empty lines stand single, none at the ends', lines: ['', 'a', '', '', 'b', ''], text: 'a\n\nb' },
  ])('$rule', ({ lines, text }) => expect(mendText(lines)).toBe(text));
});

describe('joinPages', () => {
  test.each([
    { rule: 'what tops every page stands once', pages: [['Ishøj Kommune', 'Kære Aya'], ['Ishøj Kommune', 'Venlig hilsen']], lines: ['Ishøj Kommune', 'Kære Aya', '', 'Venlig hilsen'] },
    { rule: 'page numbers go, and a sentence goes on over them', pages: [['Du kan', 'Side 1 af 2'], ['klage til os.', 'Side 2 af 2']], lines: ['Du kan', 'klage til os.'] },
    { rule: 'a footer goes to the end, its page number away', pages: [['Hej.', 'Dok. 12 · Side 1 af 2'], ['Farvel.', 'Dok. 12 · Side 2 af 2']], lines: ['Hej.', '', 'Farvel.', '', 'Dok. 12'] },
    { rule: 'a year at the end of a page is no page number', pages: [['Det var i', '2026'], ['X y']], lines: ['Det var i', '2026', '', 'X y'] },
    { rule: 'one page is left as it is', pages: [['a', '', 'b']], lines: ['a', '', 'b'] },
  ])('$rule', ({ pages, lines }) => expect(joinPages(pages)).toEqual(lines));
});

describe('readingOrder', () => {
  const piece = (text: string, left: number, baseline: number, size = 10): Piece => ({ text, left, right: left + text.length * size * 0.5, baseline, size });

  test('a margin with its own steps is read before the body', () => {
    const margin = ['Ishøj', 'PPR', 'Ref: Rune'].map((text, row) => piece(text, 40, 100 + row * 11, 8));
    const body = ['Kære forældre', 'I har bedt om', 'at Aya', 'begynder'].map((text, row) => piece(text, 170, 103 + row * 15));
    expect(readingOrder([...body, ...margin])).toEqual(['Ishøj', 'PPR', 'Ref: Rune', '', 'Kære forældre', 'I har bedt om', 'at Aya', 'begynder']);
  });

  test('cells of a row stay on one line', () => {
    const cells = [['Navn', 'Beløb'], ['SFO', '1.746,00'], ['Gebyr', '250,00']].flatMap(([a = '', b = ''], row) => [piece(a, 50, 100 + row * 14), piece(b, 300, 100 + row * 14)]);
    expect(readingOrder(cells)).toEqual(['Navn   Beløb', 'SFO   1.746,00', 'Gebyr   250,00']);
  });

  test('a wider step parts paragraphs', () => {
    expect(readingOrder(['a b c', 'd e f', 'g h i'].map((text, row) => piece(text, 50, [100, 114, 142][row] ?? 0)))).toEqual(['a b c', 'd e f', '', 'g h i']);
  });

  test('ten thousand pieces are put in order within a second', () => {
    const many = Array.from({ length: 10_000 }, (_, place) => piece('x', (place * 37) % 500, (place * 53) % 800));
    const began = performance.now();
    readingOrder(many);
    expect(performance.now() - began).toBeLessThan(1000);
  });
});
