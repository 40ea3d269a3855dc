import fc from 'fast-check';
import { featuresOf, hashOf, hashedFeaturesOf } from '../../../src/domain/topics/features';
import { stemsOf } from '../../../src/domain/topics/stems';

const asNumbers = (names: readonly string[]): number[] => [...new Set(names.map(hashOf))];

test('features as numbers are the hashes of the features by name, in the same order', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (text) => {
      const named = featuresOf(text);
      const { words, characters, concepts } = hashedFeaturesOf(text);
      expect([...characters]).toEqual(asNumbers(named.characters));
      expect([...words]).toEqual(named.words.map(hashOf));
      expect([...concepts]).toEqual(named.concepts.map(hashOf));
    }),
  );
});

test('a word has the same stems the first time, the second, and after thousands of others', () => {
  const first = stemsOf('klagerne');
  expect(first).toEqual({ danish: 'klag', english: 'klagern' });
  expect(stemsOf('klagerne')).toEqual(first);
  for (let at = 0; at < 20_000; at += 1) stemsOf(`ord${'abcdefghij'[at % 10]}${at.toString(36).replace(/\d/g, 'x')}`);
  expect(stemsOf('klagerne')).toEqual(first);
});
