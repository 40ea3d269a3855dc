import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { daysNamed, whenTold } from '../../../src/domain/dates/says-time';

/** A Monday. */
const today = DateTime.fromISO('2026-11-30T10:00', { zone: ZONE });

test.each([
  ['den 20. november', '2026-11-20'],
  ['i mandags', '2026-11-23'],
  ['i går', '2026-11-29'],
  ['for to uger siden', '2026-11-16'],
] as const)('"%s" is one day: %s', (said, day) => expect(whenTold(said, today)).toEqual({ day }));

test.each(['siden marts 2026', 'flere gange i foråret', 'July 2026', 'March', 'i sommers', 'hver mandag', 'fra den 3. til den 9. november', 'i sidste uge', 'hele efteråret', 'den 9, den 16 og den 23 november', 'several times last year', 'since Easter', 'lige før jul'])(
  '"%s" stands as she wrote it',
  (said) => expect(whenTold(said, today)).toEqual({ asWritten: said }),
);

test.each(['de er uhøflige i telefonen', 'ja', 'hvorfor?', 'den 3. december 2026', ''])('"%s" tells no time that is over', (said) => expect(whenTold(said, today)).toBeNull());

test.each([['mandag den 2. november', 1], ['den 9, den 16 og den 23 november', 3], ['Den 3. juli skrev jeg.', 1], ['fra 3/11 til 9/11', 2], ['i mandags og i torsdags', 2], ['kl. 10 i går', 1], ['ingen dag', 0]])('"%s" names %i days', (said, count) => expect(daysNamed(said)).toBe(count));
