import Holidays from 'date-holidays';
import { easterSunday, holidayOn, publicHolidays } from '../../../src/domain/hours/public-holidays';

const library = new Holidays('DK');
const YEARS = Array.from({ length: 12 }, (_, place) => 2024 + place);

test.each(YEARS)('the public holidays of %i are those of the library', (year) => {
  const theirs = library.getHolidays(year).filter(({ type }) => type === 'public').map(({ date }) => date.slice(0, 10));
  expect([...publicHolidays(year).keys()].sort()).toEqual([...new Set(theirs)].sort());
});

test.each([[2026, '2026-04-05'], [2027, '2027-03-28'], [2028, '2028-04-16'], [2038, '2038-04-25'], [2285, '2285-03-22']])('Easter of %i is %s', (year, date) => expect(easterSunday(year).toISODate()).toBe(date));

test('store bededag was one up to 2023 and is none from 2024', () => {
  expect(holidayOn('2023-05-05')?.da).toBe('store bededag');
  expect(holidayOn('2024-04-26')).toBeNull();
});

test('days that people take for holidays are none: they stand in the content', () => expect(['2026-06-05', '2026-12-24', '2026-12-31', '2026-05-01'].map(holidayOn)).toEqual([null, null, null, null]));
