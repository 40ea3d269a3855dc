import { restoreParagraphSigns } from '../../../src/documents/read/paragraph-signs';

describe('the § that was misread', () => {
  test.each([
    { read: 'efter servicelovens 8 83 falder', text: 'efter servicelovens § 83 falder' },
    { read: 'ældrelovens & 10, stk. 1', text: 'ældrelovens § 10, stk. 1' },
    { read: 'gældsinddrivelseslovens $ 5, stk. 1', text: 'gældsinddrivelseslovens § 5, stk. 1' },
    { read: 'rottebekendtgørelsens 8 5, stk. 1', text: 'rottebekendtgørelsens § 5, stk. 1' },
    { read: 'sammen, jf. 8 11. Din', text: 'sammen, jf. § 11. Din' },
    { read: 'miljøbeskyttelseslovens 8\n17, stk. 3', text: 'miljøbeskyttelseslovens §\n17, stk. 3' },
    { read: 'bekendtgørelsens 88 3 og 10', text: 'bekendtgørelsens §§ 3 og 10' },
    { read: 'aktivloven 8 82 a, stk. 1', text: 'aktivloven § 82 a, stk. 1' },
    { read: 'mindst 5,0 m (8 6.3) fra vej', text: 'mindst 5,0 m (§ 6.3) fra vej' },
    { read: 'barnets lov & 47, stk. 1, nr. 1', text: 'barnets lov § 47, stk. 1, nr. 1' },
  ])('$read', ({ read, text }) => expect(restoreParagraphSigns(read)).toBe(text));

  test.each([
    'Du skal svare senest den 8. 12. 2026.',
    'Ring på 12 34 56 18 mellem 8 og 15.',
    'Kom mellem (8 15 00).',
    'Du fik 8 250 kr. udbetalt.',
    'Vi har åbent 8 - 15.',
    'Loven har 8 kapitler.',
    'efter lov 8.500 kr.',
    'servicelovens 8 uger',
    'Smith & 2 andre',
  ])('is not put into: %s', (text) => expect(restoreParagraphSigns(text)).toBe(text));
});
