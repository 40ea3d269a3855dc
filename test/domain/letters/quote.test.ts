import { joinQuotes, sentenceAround, shortQuote } from '../../../src/domain/letters/explanation/quote';

test('one line, with parted words joined', () => expect(shortQuote('Du har mod-\ntaget\n  hjælpen.')).toBe('Du har modtaget hjælpen.'));

test('a long one is cut after a sentence, else after a word', () => {
  expect(shortQuote(`${'Vi har set på sagen. '.repeat(20)}`)).toMatch(/^(?:Vi har set på sagen\. ?)+$/);
  const words = shortQuote('ord '.repeat(100));
  expect(words.endsWith('ord …')).toBe(true);
  expect(words.length).toBeLessThan(250);
});

test('quotes within others are told once', () => expect(joinQuotes(['afslag', 'Du får afslag.', 'Du får afslag.'])).toBe('Du får afslag.'));

const TEXT = 'Kære dig. Vi giver afslag efter servicelovens § 112, stk. 1, nr. 2, jf. § 3. Du kan klage.\n\nHilsen';
test.each([
  ['afslag', 'Vi giver afslag efter servicelovens § 112, stk. 1, nr. 2, jf. § 3.'],
  ['klage', 'Du kan klage.'],
  ['Hilsen', 'Hilsen'],
])('the sentence around "%s": no end at "stk." or "nr."', (word, sentence) => expect(sentenceAround(TEXT, TEXT.indexOf(word), TEXT.indexOf(word) + word.length)).toBe(sentence));
