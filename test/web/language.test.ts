import { clockTime, windowLanguage } from '../../src/web/language';
import { sayer } from '../../src/web/texts';

test.each([
  ['en', 'da', 'en'],
  [undefined, 'en-GB', 'en'],
  ['da', 'en', 'da'],
  [undefined, 'da-DK', 'da'],
  [undefined, 'tr', 'da'],
  ['', '', 'da'],
  [null, null, 'da'],
] as const)('tag %p on a page in %p: %s', (asked, page, language) => expect(windowLanguage(asked, page)).toBe(language));

test('the time of day is written as in the country', () => {
  const at = new Date(2026, 10, 24, 9, 5).getTime();
  expect([clockTime(at, 'da'), clockTime(at, 'en')]).toEqual(['09.05', '09:05']);
});

test('a text gets its values, and a missing one says its id', () => {
  const say = sayer({ hello: 'Hej {name}, {unknown}' });
  expect([say('hello', { name: 'Bo {name}' }), say('nowhere')]).toEqual(['Hej Bo {name}, {unknown}', 'nowhere']);
});
