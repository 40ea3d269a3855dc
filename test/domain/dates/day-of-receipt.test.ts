import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { dayToldIn, ofReceipt, readReceiptDay, tellsOfOpening, tellsOfThisLetter } from '../../../src/domain/dates/day-of-receipt';
import { readPastDay } from '../../../src/domain/dates/read-past-day';

/** A Monday. */
const now = DateTime.fromISO('2026-11-30T10:00', { zone: ZONE });

test.each([
  ['jeg fik afslag på hjemmehjælp den 30. oktober', '2026-10-30'],
  ['jeg fik afslag på kontanthjælp den 12. september', '2026-09-12'],
  ['jeg fik afgørelsen fredag den 30. oktober om hjemmehjælp', '2026-10-30'],
  ['jeg fik afslaget fredag, den 30. oktober', '2026-10-30'],
  ['jeg fik brevet den 30. oktober, er det for sent at klage', '2026-10-30'],
  ['jeg fik afslag på hjemmehjælp 5. november, hvornår skal jeg klage', '2026-11-05'],
  ['jeg fik brev d. 5 nov. og det er et nej til rengøring', '2026-11-05'],
  ['jeg fik det d. 2. sept. 2026. Hvad gør jeg nu?', '2026-09-02'],
  ['brevet kom 3/11, mødet er den 9. december', '2026-11-03'],
  ['jeg var til møde den 20. november, og jeg fik afslaget den 12. november', '2026-11-12'],
  ['I got the refusal on 30 October, is it too late', '2026-10-30'],
  ['I got the letter on November 5th and I disagree', '2026-11-05'],
] as const)('"%s": it came %s', (said, day) => expect(dayToldIn(said, now)).toBe(day));

test('the month of a written day is never lost', () => {
  for (let day = now.minus({ days: 300 }); day <= now; day = day.plus({ days: 1 })) {
    for (const written of [day.setLocale('da').toFormat("d. MMMM"), day.setLocale('da').toFormat("'den' d. MMMM yyyy"), day.toFormat('d/M'), day.setLocale('da').toFormat("cccc 'den' d. MMMM")]) {
      expect([written, dayToldIn(`jeg fik afslag på boligstøtte ${written}, hvad gør jeg`, now)]).toEqual([written, day.toISODate()]);
    }
  }
});

test.each([
  ['det kom i postkassen d. 12 men jeg åbnede det først i går', '2026-11-12'],
  ['jeg læste det i går, men det lå der den 10. november', '2026-11-10'],
  ['jeg så det først i går, det kom den 9.', '2026-11-09'],
  ['it arrived on 12 November but I only opened it yesterday', '2026-11-12'],
  ['jeg den 12. og min mand den 14.', '2026-11-12'],
  ['jeg så den kom i går', '2026-11-29'],
] as const)('"%s": what counts is %s', (said, day) => expect(readPastDay(ofReceipt(said), now)?.date).toBe(day));

test.each(['jeg åbnede det i går', 'jeg har først læst det i dag', 'I opened it on 12 November'])('"%s" tells of opening alone', (said) => {
  expect(tellsOfOpening(said)).toBe(true);
  expect(readPastDay(ofReceipt(said), now)).toBeNull();
});

test.each([
  ['fredag den 13.', '2026-11-13', false],
  ['brev kom mandag 16', '2026-11-16', false],
  ['torsdag den 12.', '2026-11-12', false],
  ['3 uger siden i dag', '2026-11-09', false],
  ['for to uger siden', '2026-11-16', false],
  ['mellem den 12. og den 16. november', '2026-11-12', false],
  ['den 12. eller 13. november', '2026-11-12', false],
  ['12-16 november', '2026-11-12', false],
  ['enten torsdag eller fredag', '2026-11-26', false],
  ['forrige fredag', '2026-11-20', false],
  ['i fredags', '2026-11-27', false],
  ['ikke den 12., det var den 16. november', '2026-11-16', true],
  ['den 3. november', '2026-11-03', true],
  ['d. 3/11', '2026-11-03', true],
  ['between the 12th and the 16th of November', '2026-11-12', false],
  ['on the 3rd', '2026-11-03', false],
  ['it came Friday 13', '2026-11-13', false],
] as const)('"%s" is %s, sure: %s', (said, date, sure) => expect(readReceiptDay(said, now)).toEqual({ date, sure }));

test.each([
  ['jeg fik det den 20. november', true],
  ['vi modtog først brevet den 20.', true],
  ['brevet kom i går', true],
  ['I got the letter on the 20th', true],
  ['jeg fik svar fra min læge den 24. november', false],
  ['jeg fik først tid hos lægen i går', false],
  ['min nabo fik sit brev den 25. november', false],
  ['jeg fik et nyt brev den 25. november', false],
  ['hvad hvis jeg først havde fået det den 25. november', false],
  ['hvad hvis jeg fik det den 25.', false],
] as const)('"%s" is of this letter: %s', (said, is) => expect(tellsOfThisLetter(said)).toBe(is));
