import fc from 'fast-check';
import { markLetter } from '../../../src/domain/letters/mark-letter';

const TEXT = 'Dato: 1. maj. Du får afslag efter § 112. Klag inden 4 uger.';
const at = (field: string, quote: string) => ({ field, start: TEXT.indexOf(quote), end: TEXT.indexOf(quote) + quote.length, quote });

test('the places that the reading rests on, each with what it shows', () => {
  const marked = markLetter(TEXT, [at('letterDate', '1. maj'), at('outcome', 'Du får afslag'), at('legalBasis.0', '§ 112'), at('appeal.deadlineText', '4 uger'), at('terms.0', 'afslag')]);
  expect(marked.filter(({ mark }) => mark !== null)).toEqual([
    { text: '1. maj', mark: 'date' },
    { text: 'Du får afslag', mark: 'outcome' },
    { text: '§ 112', mark: 'law' },
    { text: '4 uger', mark: 'deadline' },
  ]);
});

test('of places that overlap the shorter one', () => {
  expect(markLetter(TEXT, [at('appeal.possible', 'Klag inden 4 uger'), at('appeal.deadlineText', '4 uger')]).filter(({ mark }) => mark !== null)).toEqual([{ text: '4 uger', mark: 'deadline' }]);
});

test('nothing of the letter is lost, whatever the places', () => {
  const place = fc.record({ field: fc.constantFrom('outcome', 'appeal.deadline', 'kind', 'action'), start: fc.nat(80), end: fc.nat(80), quote: fc.constant('') });
  fc.assert(fc.property(fc.array(place), (evidence) => markLetter(TEXT, evidence).map(({ text }) => text).join('') === TEXT));
});
