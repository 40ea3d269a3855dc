import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { lastDayFile, type LastDay } from '../../../src/documents/write/calendar-file';
import { say } from './say-danish';

const lastDay = (day: string): LastDay => ({
  uid: 'last-day-7f3a@chat.example.dk',
  title: say('last-day.calendar.title'),
  day,
  description: say('last-day.calendar.text'),
  reminder: say('last-day.calendar.reminder'),
});

type Component = Readonly<Record<string, string>>;

/** The components of an iCalendar file with their properties: folded lines joined, signs unescaped (RFC 5545, 3.1 and 3.3.11). */
function parse(file: string): Readonly<Record<string, readonly Component[]>> {
  expect(file.replaceAll('\r\n', '')).not.toMatch(/[\r\n]/);
  for (const line of file.split('\r\n')) expect(Buffer.byteLength(line)).toBeLessThanOrEqual(75);
  const found: Record<string, Component[]> = {};
  const open: Record<string, string>[] = [];
  for (const line of file.replaceAll('\r\n ', '').replaceAll('\r\n\t', '').trim().split('\r\n')) {
    const [, name = '', value = ''] = /^([^:]+):(.*)$/s.exec(line) ?? [];
    if (name === 'BEGIN') {
      open.push({});
      found[value] = [...(found[value] ?? []), open.at(-1) ?? {}];
    } else if (name === 'END') open.pop();
    else Object.assign(open.at(-1) ?? {}, { [name]: value.replaceAll('\\n', '\n').replaceAll(/\\([,;\\])/g, '$1') });
  }
  return found;
}

/** When an alarm rings, on the clock of somebody in Denmark: counted back from the midnight that begins the day. */
function rings(day: string, trigger: string): string {
  const [, days = '0', hours = '0'] = /^-P(?:(\d+)D)?(?:T(\d+)H)?$/.exec(trigger) ?? [];
  return DateTime.fromISO(day, { zone: ZONE }).minus({ days: Number(days), hours: Number(hours) }).toFormat("yyyy-MM-dd HH:mm");
}

test.each([
  { rule: 'a day in the middle of a month', day: '2026-12-15', from: '20261215', to: '20261216', rings: ['2026-12-08 09:00', '2026-12-14 09:00'] },
  { rule: 'the last day of a year', day: '2026-12-31', from: '20261231', to: '20270101', rings: ['2026-12-24 09:00', '2026-12-30 09:00'] },
  { rule: 'the day before a leap day', day: '2028-02-28', from: '20280228', to: '20280229', rings: ['2028-02-21 09:00', '2028-02-27 09:00'] },
  { rule: 'the change to winter time', day: '2026-10-25', from: '20261025', to: '20261026', rings: ['2026-10-18 09:00', '2026-10-24 09:00'] },
])('$rule is a whole day, with reminders a week before and the day before', ({ day, from, to, rings: expected }) => {
  const { VEVENT = [], VALARM = [] } = parse(lastDayFile(lastDay(day)));
  expect(VEVENT).toHaveLength(1);
  expect(VEVENT[0]).toMatchObject({ 'DTSTART;VALUE=DATE': from, 'DTEND;VALUE=DATE': to, TRANSP: 'TRANSPARENT', SUMMARY: 'Sidste dag til at klage' });
  expect(VALARM.map(({ TRIGGER = '' }) => rings(day, TRIGGER))).toEqual(expected);
  expect(VALARM.map(({ ACTION }) => ACTION)).toEqual(['DISPLAY', 'DISPLAY']);
});

test('says that nothing is sent yet, in the entry and in each reminder', () => {
  const { VEVENT = [], VALARM = [] } = parse(lastDayFile(lastDay('2026-12-15')));
  expect(VEVENT[0]?.DESCRIPTION).toBe(say('last-day.calendar.text'));
  for (const alarm of VALARM) expect(alarm.DESCRIPTION).toBe(say('last-day.calendar.reminder'));
});

test('fetched twice it is one entry, and a day computed anew moves it', () => {
  const [first, again, moved] = ['2026-12-15', '2026-12-15', '2026-12-16'].map((day) => parse(lastDayFile(lastDay(day))).VEVENT?.[0]);
  expect(again?.UID).toBe(first?.UID);
  expect(again?.['DTSTART;VALUE=DATE']).toBe(first?.['DTSTART;VALUE=DATE']);
  expect(moved).toMatchObject({ UID: first?.UID, 'DTSTART;VALUE=DATE': '20261216' });
});

test.each(['2026-02-30', '15. december', ''])('"%s" is no day and gives no file', (day) => {
  expect(() => lastDayFile(lastDay(day))).toThrow(expect.objectContaining({ code: 'bad-request' }));
});
