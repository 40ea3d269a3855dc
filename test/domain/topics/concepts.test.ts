import { conceptsIn } from '../../../src/domain/topics/concepts';
import { CONCEPT_WORDS } from '../../../src/domain/topics/concept-words';
import { featuresOf } from '../../../src/domain/topics/features';

test.each([
  ['hvornår er telefonen åben', ['when', 'phone', 'open']],
  ['telefon saatleri ne zaman', ['phone', 'when']],
  ['ring mig op', ['phone', 'call-me']],
  ['arbejdstilsynet svarer ikke', ['employer', 'waiting']],
  ['udbetaling danmark', ['pensions-and-benefits-of-the-state']],
  ['regnbue', []],
])('%j names %j', (text, concepts) => {
  expect(conceptsIn(text.split(' '))).toEqual(expect.arrayContaining(concepts));
  if (concepts.length === 0) expect(conceptsIn(text.split(' '))).toEqual([]);
});

test('a word in the middle of another names nothing', () => {
  // "told" (customs) in "fortold", "bil" in "mobil"
  expect(conceptsIn(['fortold'])).not.toContain('tax');
});

test('a word with a full stop stands for itself alone', () => {
  expect(conceptsIn(['bank'])).toContain('bank-and-insurance');
  expect(conceptsIn(['bankospil'])).not.toContain('bank-and-insurance');
});

test('the table holds no empty word and no word of one letter', () => {
  const words = Object.values(CONCEPT_WORDS).flatMap((text) => text.split(' '));
  expect(words.filter((word) => word.replace(/[._]/g, '').length < 2)).toEqual([]);
});

test('concepts count by themselves and two by two', () => {
  expect(featuresOf('hvornår må jeg ringe').concepts).toEqual(expect.arrayContaining(['concept:phone', 'concept:when', 'concepts:phone+when']));
  expect(featuresOf('regnbue').concepts).toEqual(['concept:none']);
});
