import { timeInWords, timeLimitIn } from '../../../src/domain/letters/time-limit';

test.each([
  ['4 uger', { weeks: 4 }],
  ['inden fire uger efter', { weeks: 4 }],
  ['senest 14 dage', { days: 14 }],
  ['4 ugers frist', { weeks: 4 }],
  ['3 måneder', { months: 3 }],
  ['et år', { months: 12 }],
  ['within four weeks', { weeks: 4 }],
  ['one month', { months: 1 }],
] as const)('"%s"', (said, time) => expect(timeLimitIn(said)).toEqual(time));

test.each(['', 'snarest', 'den 4. december', 'mange uger', '0 dage', 'ugen'])('"%s" states none', (said) => expect(timeLimitIn(said)).toBeNull());

test.each([
  [{ weeks: 4 }, 'fire uger', 'four weeks'],
  [{ weeks: 1 }, 'en uge', 'one week'],
  [{ days: 14 }, '14 dage', '14 days'],
  [{ months: 3 }, 'tre måneder', 'three months'],
] as const)('%j in words', (time, da, en) => expect(timeInWords(time)).toEqual({ da, en }));
