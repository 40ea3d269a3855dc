import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { readPastDay } from '../../../src/domain/dates/read-past-day';

/** A Wednesday. */
const now = DateTime.fromISO('2026-11-25T10:00', { zone: ZONE });

test.each([
  ['i dag', '2026-11-25', true],
  ['det kom i går', '2026-11-24', true],
  ['i forgårs', '2026-11-23', true],
  ['yesterday', '2026-11-24', true],
  ['21. november', '2026-11-21', true],
  ['den 21. nov. 2026', '2026-11-21', true],
  ['21/11', '2026-11-21', true],
  ['3-11-2026', '2026-11-03', true],
  ['November 21st', '2026-11-21', true],
  ['24. december', '2025-12-24', true],
  ['26. november', '2025-11-26', true],
  ['25. november', '2026-11-25', true],
  ['3. december 2026', '2026-12-03', true],
  ['i mandags', '2026-11-23', false],
  ['mandag', '2026-11-23', false],
  ['onsdag', '2026-11-25', false],
  ['i torsdags', '2026-11-19', false],
  ['last Friday', '2026-11-20', false],
  ['for tre dage siden', '2026-11-22', false],
  ['for en uge siden', '2026-11-18', false],
  ['2 weeks ago', '2026-11-11', false],
  ['jeg fik det først den 3.', '2026-11-03', false],
  ['den 30.', '2026-10-30', false],
  ['den 31.', '2026-10-31', false],
] as const)('"%s" is %s', (said, date, sure) => expect(readPastDay(said, now)).toEqual({ date, sure }));

test.each([
  ['i onsdags', '2026-11-18'],
  ['last Wednesday', '2026-11-18'],
  ['sidste onsdag', '2026-11-18'],
  ['onsdag', '2026-11-25'],
  ['i tirsdags', '2026-11-24'],
] as const)('said on a Wednesday, "%s" is %s', (said, date) => expect(readPastDay(said, now)?.date).toBe(date));

test.each(['', 'ved ikke', 'sag 24/018233', '31. februar', 'for længe siden', 'man kan ikke huske alt'])('"%s" names no day', (said) => expect(readPastDay(said, now)).toBeNull());
