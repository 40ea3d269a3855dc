import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { readDay } from '../../../src/domain/dates/read-day';
import { sayDay, saySpan, sayTime } from '../../../src/domain/dates/say-day';

/** A Tuesday. */
const today = DateTime.fromISO('2026-11-24T10:00', { zone: ZONE });

test.each([
  ['har I åbent i dag?', '2026-11-24'],
  ['idag', '2026-11-24'],
  ['har I åbent i morgen', '2026-11-25'],
  ['kan jeg ringe imorgen?', '2026-11-25'],
  ['i overmorgen', '2026-11-26'],
  ['har I åbent på torsdag', '2026-11-26'],
  ['om tirsdagen', '2026-11-24'],
  ['på tirs', '2026-11-24'],
  ['på mandag', '2026-11-30'],
  ['torsdag i næste uge', '2026-12-03'],
  ['mandag i denne uge', '2026-11-23'],
  ['den 24. december', '2026-12-24'],
  ['d. 24 dec', '2026-12-24'],
  ['24/12', '2026-12-24'],
  ['den 24/12?', '2026-12-24'],
  ['24.12.2027', '2027-12-24'],
  ['24-12-27', '2027-12-24'],
  ['d. 5/1', '2027-01-05'],
  ['den 5. januar', '2027-01-05'],
  ['29. februar', '2028-02-29'],
  ['den 26.', '2026-11-26'],
  ['and on the 29th?', '2026-11-29'],
  ['den 3.', '2026-12-03'],
  ['juleaften', '2026-12-24'],
  ['1. juledag', '2026-12-25'],
  ['2. juledag', '2026-12-26'],
  ['anden juledag', '2026-12-26'],
  ['nytårsaften', '2026-12-31'],
  ['nytårsdag', '2027-01-01'],
  ['skærtorsdag', '2027-03-25'],
  ['langfredag', '2027-03-26'],
  ['2. påskedag', '2027-03-29'],
  ['Kristi himmelfart', '2027-05-06'],
  ['2. pinsedag', '2027-05-17'],
  ['grundlovsdag', '2027-06-05'],
  ['are you open tomorrow', '2026-11-25'],
  ['on Thursday', '2026-11-26'],
  ['24 December', '2026-12-24'],
  ['December 24th', '2026-12-24'],
  ['the 24th of December', '2026-12-24'],
  ['Christmas Eve', '2026-12-24'],
  ['Boxing Day', '2026-12-26'],
  ["New Year's Eve", '2026-12-31'],
])('%j asks for %s', (said, date) => expect(readDay(said, today)).toEqual({ kind: 'day', date }));

test.each([
  ['har I åbent i uge 52', '2026-12-21', '2026-12-27'],
  ['uge 1', '2027-01-04', '2027-01-10'],
  ['uge 53', '2026-12-28', '2027-01-03'],
  ['i denne uge', '2026-11-23', '2026-11-29'],
  ['i næste uge', '2026-11-30', '2026-12-06'],
  ['week 52', '2026-12-21', '2026-12-27'],
  ['next week', '2026-11-30', '2026-12-06'],
  ['i weekenden', '2026-11-28', '2026-11-29'],
])('%j asks for %s to %s', (said, from, to) => expect(readDay(said, today)).toMatchObject({ kind: 'week', from, to }));

test.each([
  ['kan jeg ringe sidste torsdag i december', '2026-12-31'],
  ['første tirsdag i januar', '2027-01-05'],
  ['2. torsdag i marts 2027', '2027-03-11'],
  ['the last Monday of November', '2026-11-30'],
  ['om 14 dage', '2026-12-08'],
  ['om to uger', '2026-12-08'],
  ['torsdag om 14 dage', '2026-12-10'],
  ['in three days', '2026-11-27'],
  ['om en måned', '2026-12-24'],
])('%j asks for the day %s', (said, date) => expect(readDay(said, today)).toEqual({ kind: 'day', date }));

test.each([
  ['er I åbne mellem jul og nytår', '2026-12-24', '2027-01-01'],
  ['over Christmas', '2026-12-24', '2027-01-01'],
  ['i påsken', '2027-03-25', '2027-03-29'],
  ['i januar', '2027-01-01', '2027-01-31'],
  ['i december 2027', '2027-12-01', '2027-12-31'],
  ['i november', '2026-11-01', '2026-11-30'],
  ['are you open in May', '2027-05-01', '2027-05-31'],
  ['næste måned', '2026-12-01', '2026-12-31'],
])('%j asks for the days from %s to %s', (said, from, to) => expect(readDay(said, today)).toEqual({ kind: 'week', from, to, number: null }));

test.each(['den 29. februar 2027', 'den 31. november', 'den 31/2', '31.11.', 'femte torsdag i februar 2027'])('%j is a date that does not exist', (said) => expect(readDay(said, today)).toEqual({ kind: 'no-such-day' }));

test('days that no source tells are known to be asked for', () => expect(readDay('har I åbent i vinterferien', today)).toEqual({ kind: 'unknown-days' }));

test('between Christmas and New Year, asked on 1 January, is what is left of it', () => expect(readDay('mellem jul og nytår', DateTime.fromISO('2027-01-01T10:00', { zone: ZONE }))).toMatchObject({ from: '2026-12-24', to: '2027-01-01' }));

test.each(['er telefonen åben nu?', 'har I åbent lige nu', 'are you open now?'])('%j asks for now', (said) => expect(readDay(said, today)).toEqual({ kind: 'now' }));

test.each(['Hvornår har I telefontid?', 'jeg bor på 2. sal', 'det tog 1/2 time', 'sag 24/018233', 'ring 20 21 89 88', 'serviceloven § 42', 'man kan ikke ringe', 'jeg vil have fred', 'uge 54', 'kl. 10.12', 'tirsdagsklubben', 'nummer', ''])(
  '%j asks for no day',
  (said) => expect(readDay(said, today)).toBeNull(),
);

test('a week whose days are over this year is next year’s', () => expect(readDay('uge 40', today)).toMatchObject({ from: '2027-10-04' }));

test('days and times in words', () => {
  const thursday = DateTime.fromISO('2026-11-26T09:30', { zone: ZONE });
  expect(sayDay(thursday, 'da', today)).toBe('torsdag den 26. november');
  expect(sayDay(thursday, 'en', today)).toBe('Thursday 26 November');
  expect(sayDay(thursday.plus({ years: 1 }), 'da', today)).toBe('fredag den 26. november 2027');
  expect(sayTime(thursday, 'da')).toBe('kl. 9.30');
  expect(saySpan(thursday.set({ minute: 0 }), thursday.set({ hour: 17, minute: 0 }), 'da')).toBe('kl. 9-17');
  expect(saySpan(thursday, thursday.set({ hour: 17, minute: 0 }), 'en')).toBe('9:30 to 17:00');
});
