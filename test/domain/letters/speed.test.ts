import { join } from 'node:path';
import { labelledLetters } from '../../../src/cli/letters/labelled-letters';
import { read } from './letter-words';

test('a letter takes 20 ms at most once the words are compiled', () => {
  const letters = labelledLetters(join(__dirname, '../../fixtures/letters/dev'));
  for (const { text } of letters) read(text);
  const times = letters.map(({ text }) => {
    const start = performance.now();
    read(text);
    return performance.now() - start;
  });
  expect(times.toSorted((a, b) => a - b)[Math.floor(times.length / 2)]).toBeLessThan(20);
});

test.each([
  ['a hundred thousand spaces', ' '.repeat(100_000)],
  ['a hundred thousand digits', '7'.repeat(100_000)],
  ['a hundred thousand letters', 'a'.repeat(100_000)],
  ['twenty thousand section signs', '§ '.repeat(20_000)],
  ['ten thousand times "jf. § 1, stk. 1, og"', 'jf. § 1, stk. 1, og '.repeat(10_000)],
  ['ten thousand labels', 'Sagsnr. '.repeat(10_000)],
  ['ten thousand times "ikke kan"', 'ikke kan '.repeat(10_000)],
  ['ten thousand hyphens at line ends', 'afgø-\n'.repeat(10_000)],
  ['ten thousand quotation marks', '" klage til '.repeat(10_000)],
  ['dots and numbers', '1.1.1.'.repeat(10_000)],
])('%s keep nobody waiting', (_name, text) => {
  const start = performance.now();
  read(text);
  expect(performance.now() - start).toBeLessThan(2500);
});
