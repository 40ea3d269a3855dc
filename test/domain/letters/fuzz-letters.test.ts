import { fuzzLetters } from './fuzz-letters';
import { letterWords } from './letter-words';

// `npm run fuzz:letters -- --n 100000` reads as many as one likes.
test('5,000 letters put together and mutilated by chance are all read, none slowly', () => {
  fuzzLetters(letterWords, 50, 1);
  const { exceptions, first, maxMs, count } = fuzzLetters(letterWords, 5000, 1);
  expect({ count, exceptions, first }).toEqual({ count: 5000, exceptions: 0, first: null });
  // The bound of one letter is 200 ms on a quiet machine; a collection of garbage must not make the test a gamble.
  expect(maxMs).toBeLessThan(1000);
}, 60_000);
