import fc from 'fast-check';
import { calendarDays, lastDay } from '../../../src/domain/letters/appeal-deadline';
import { oracleLastDay } from './deadline-oracle';

describe('the worked examples of the rules on counting', () => {
  test.each([
    { rule: 'counts four weeks to the same weekday, the day of receipt not counted', from: '2026-10-05', time: { weeks: 4 }, last: '2026-11-02' },
    { rule: 'moves over Christmas and the Sunday after it', from: '2026-11-27', time: { weeks: 4 }, last: '2026-12-28' },
    { rule: 'moves over all of Easter', from: '2026-03-05', time: { weeks: 4 }, last: '2026-04-07' },
    { rule: 'counts a Saturday of receipt like any day, and moves a Saturday at the end', from: '2026-10-24', time: { weeks: 4 }, last: '2026-11-23' },
    { rule: 'is not moved by Grundlovsdag', from: '2026-05-08', time: { weeks: 4 }, last: '2026-06-05' },
    { rule: 'is not moved by 24 December', from: '2026-11-26', time: { weeks: 4 }, last: '2026-12-24' },
    { rule: 'is not moved by 31 December', from: '2026-12-03', time: { weeks: 4 }, last: '2026-12-31' },
    { rule: 'is not moved by 1 May', from: '2026-04-03', time: { weeks: 4 }, last: '2026-05-01' },
    { rule: 'is not moved by the former Store bededag', from: '2027-03-26', time: { weeks: 4 }, last: '2027-04-23' },
    { rule: 'is not moved by the Friday after Ascension', from: '2026-05-01', time: { days: 14 }, last: '2026-05-15' },
    { rule: 'moves over Ascension Day', from: '2026-04-16', time: { weeks: 4 }, last: '2026-05-15' },
    { rule: 'moves over Whit Monday', from: '2026-05-11', time: { days: 14 }, last: '2026-05-26' },
    { rule: 'moves over New Year’s Day into the week after', from: '2026-12-04', time: { weeks: 4 }, last: '2027-01-04' },
    { rule: 'ends a month on the same day number', from: '2026-10-15', time: { months: 1 }, last: '2026-11-16' },
    { rule: 'ends a month on its last day where there is no such day', from: '2022-11-30', time: { months: 3 }, last: '2023-02-28' },
    { rule: 'is not moved by the change to winter time', from: '2026-10-20', time: { days: 14 }, last: '2026-11-03' },
    { rule: 'counts the leap day', from: '2028-02-15', time: { weeks: 4 }, last: '2028-03-14' },
  ])('$rule', ({ from, time, last }) => expect(lastDay({ from, time }).last).toBe(last));
});

test('the sum can be told step by step', () => {
  expect(lastDay({ from: '2026-11-27', time: { weeks: 4 } })).toEqual({
    from: '2026-11-27',
    unmoved: '2026-12-25',
    last: '2026-12-28',
    movedOver: [
      { date: '2026-12-25', holiday: expect.objectContaining({ da: 'juledag' }) },
      { date: '2026-12-26', holiday: expect.objectContaining({ da: '2. juledag' }) },
      { date: '2026-12-27', holiday: null },
    ],
  });
});

test('weeks and days have a length in days, months have none', () => {
  expect([calendarDays({ weeks: 4 }), calendarDays({ days: 14 }), calendarDays({ months: 3 })]).toEqual([28, 14, null]);
});

test('any time from any day of 2024 to 2035 ends where an independent reckoning has it', () => {
  const start = Date.parse('2024-01-01T00:00:00Z');
  const day = fc.integer({ min: 0, max: 12 * 365 + 2 }).map((n) => new Date(start + n * 86_400_000).toISOString().slice(0, 10));
  const unit = fc.constantFrom('days' as const, 'weeks' as const, 'months' as const);
  fc.assert(
    fc.property(day, unit, fc.integer({ min: 1, max: 40 }), (from, of, count) => {
      const time = of === 'days' ? { days: count } : of === 'weeks' ? { weeks: count } : { months: count };
      expect(lastDay({ from, time }).last).toBe(oracleLastDay(from, of, count));
    }),
    { numRuns: 3000, seed: 2026 },
  );
});

test('four weeks from every single day of 2024 to 2035', () => {
  for (let at = Date.parse('2024-01-01T00:00:00Z'); at < Date.parse('2036-01-01T00:00:00Z'); at += 86_400_000) {
    const from = new Date(at).toISOString().slice(0, 10);
    expect([from, lastDay({ from, time: { weeks: 4 } }).last]).toEqual([from, oracleLastDay(from, 'weeks', 4)]);
  }
});
