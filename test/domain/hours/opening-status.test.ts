import fc from 'fast-check';
import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { hoursReport, readMoment } from '../../../src/domain/hours/hours-report';
import { openingHoursJsonLd } from '../../../src/domain/hours/json-ld';
import { OpeningHours } from '../../../src/domain/hours/opening-hours';
import { openingStatus } from '../../../src/domain/hours/opening-status';
import { HOURS } from './ishoj-hours';
import { oracle } from './oracle';

const at = (local: string) => DateTime.fromISO(local, { zone: ZONE });
const wall = (moment: DateTime | null) => moment?.setZone(ZONE).toFormat('yyyy-MM-dd HH:mm') ?? null;

test.each([
  { rule: 'open from the minute of opening', channel: 'phone', moment: '2026-11-24T09:00:00', open: true, next: '2026-11-24 13:00' },
  { rule: 'not a second before', channel: 'phone', moment: '2026-11-24T08:59:59.999', open: false, next: '2026-11-24 09:00' },
  { rule: 'open until the last millisecond', channel: 'phone', moment: '2026-11-24T12:59:59.999', open: true, next: '2026-11-24 13:00' },
  { rule: 'closed from the minute of closing', channel: 'phone', moment: '2026-11-24T13:00:00', open: false, next: '2026-11-26 09:00' },
  { rule: 'the drop-in opens as the phone closes', channel: 'consultation', moment: '2026-11-24T13:00:00', open: true, next: '2026-11-24 15:00' },
  { rule: 'over Christmas and New Year', channel: 'phone', moment: '2026-12-22T14:00', open: false, next: '2026-12-29 09:00' },
  { rule: 'from New Year to the next Tuesday', channel: 'phone', moment: '2026-12-31T10:00', open: false, next: '2027-01-05 09:00' },
  { rule: 'over Maundy Thursday', channel: 'phone', moment: '2026-03-31T13:00', open: false, next: '2026-04-07 09:00' },
  { rule: 'store bededag is a day like others', channel: 'phone', moment: '2024-04-25T16:59', open: true, next: '2024-04-25 17:00' },
  { rule: 'over an announced closure', channel: 'phone', moment: '2027-07-08T17:00', open: false, next: '2027-08-03 09:00' },
  { rule: 'a closure of one channel leaves the other open', channel: 'phone', moment: '2026-10-13T10:00', open: true, next: '2026-10-13 13:00' },
  { rule: 'keeps the same time across the change to summer time', channel: 'phone', moment: '2026-03-26T17:00', open: false, next: '2026-03-31 09:00' },
  { rule: 'keeps the same time across the change to winter time', channel: 'phone', moment: '2026-10-22T17:00', open: false, next: '2026-10-27 09:00' },
])('$rule', ({ channel, moment, open, next }) => {
  const status = openingStatus(HOURS, channel, at(moment));
  expect(status.open).toBe(open);
  expect(wall(status.closesAt ?? status.opensAt)).toBe(next);
});

test.each([
  ['2026-12-24T10:00', 'phone', 'juleaftensdag'],
  ['2026-04-02T10:00', 'phone', 'skærtorsdag'],
  ['2027-07-13T10:00', 'phone', 'sommerferie'],
  ['2026-10-13T10:00', 'consultation', 'kursus'],
  ['2026-12-25T10:00', 'phone', null],
  ['2026-11-24T20:00', 'phone', null],
])('at %s the %s is closed because of %s', (moment, channel, reason) => expect(openingStatus(HOURS, channel, at(moment)).closedBecause?.da ?? null).toBe(reason));

test('equals the oracle at any minute of 2024 to 2030', () => {
  const first = Date.UTC(2023, 11, 31, 23);
  const minutes = (Date.UTC(2030, 11, 31, 23) - first) / 60_000;
  fc.assert(
    fc.property(fc.constantFrom('phone', 'consultation'), fc.nat(minutes - 1), (channel, minute) => agree(channel, first + minute * 60_000)),
    { numRuns: 5000 },
  );
});

test('equals the oracle at each quarter of an hour around both changes of the clocks, and at each opening and closing of a year', () => {
  for (const day of ['2026-03-28', '2026-03-29', '2026-03-30', '2026-10-24', '2026-10-25', '2026-10-26']) {
    for (let quarter = 0; quarter < 100; quarter++) for (const channel of ['phone', 'consultation']) agree(channel, Date.parse(`${day}T00:00:00Z`) + quarter * 900_000);
  }
  for (let day = at('2027-01-01'); day.year === 2027; day = day.plus({ days: 1 })) {
    for (const hour of [9, 13, 15, 17]) for (const offset of [-1, 0, 1]) for (const channel of ['phone', 'consultation']) agree(channel, day.set({ hour }).toMillis() + offset * 60_000);
  }
});

function agree(channel: string, moment: number): void {
  const status = openingStatus(HOURS, channel, DateTime.fromMillis(moment));
  const known = oracle(channel, moment);
  expect({ moment, open: status.open, closesAt: wall(status.closesAt), opensAt: wall(status.opensAt), closedForAReason: status.closedBecause !== null }).toEqual({ moment, ...known });
}

test('the report is what the contract shows', () => {
  expect(hoursReport(HOURS, at('2026-11-24T10:00'))).toEqual({
    at: '2026-11-24T10:00:00.000+01:00',
    channels: [
      { id: 'phone', open: true, closesAt: '2026-11-24T13:00:00.000+01:00', opensAt: null, closedBecause: null },
      { id: 'consultation', open: false, closesAt: null, opensAt: '2026-11-24T13:00:00.000+01:00', closedBecause: null },
    ],
  });
});

test.each([
  ['2026-11-24T10:00', '2026-11-24T10:00:00.000+01:00'],
  ['2026-11-24 10:00', '2026-11-24T10:00:00.000+01:00'],
  ['2026-11-24T10:00Z', '2026-11-24T11:00:00.000+01:00'],
  ['2026-07-01T10:00+09:00', '2026-07-01T03:00:00.000+02:00'],
  ['2026-11-24', '2026-11-24T00:00:00.000+01:00'],
  ['2026-03-29T02:30', '2026-03-29T03:30:00.000+02:00'],
])('%s is the moment %s', (asked, moment) => expect(readMoment(asked, () => at('2020-01-01')).toISO()).toBe(moment));

test.each(['', 'nu', '2026-02-31T10:00', '2026-13-01', '10:00', '2026-11-24T25:00', '99999-01-01', "2026-11-24T10:00'; DROP"])('%j is refused with a remedy', (asked) =>
  expect(() => readMoment(asked, () => at('2020-01-01'))).toThrow(expect.objectContaining({ code: 'bad-request' })),
);

test('JSON-LD holds the week and the closed days to come', () => {
  const data = openingHoursJsonLd(HOURS, 'phone', at('2026-11-24'));
  expect(data.openingHoursSpecification).toEqual([
    { '@type': 'OpeningHoursSpecification', dayOfWeek: 'https://schema.org/Tuesday', opens: '09:00', closes: '13:00' },
    { '@type': 'OpeningHoursSpecification', dayOfWeek: 'https://schema.org/Thursday', opens: '09:00', closes: '17:00' },
  ]);
  expect(JSON.stringify(data.specialOpeningHoursSpecification)).toMatch(/2026-12-24.*2026-12-31/);
});

test.each([
  [{ ...HOURS, channels: [{ ...HOURS.channels[0], weekly: [{ day: 'tuesday', from: '13:00', to: '09:00' }] }] }, 'ends after it begins'],
  [{ ...HOURS, closures: [{ from: '2026-02-02', to: '2026-02-01', reason: { da: 'a', en: 'a' } }] }, 'ends on the day it begins'],
  [{ ...HOURS, closures: [{ from: '2026-02-01', to: '2026-02-01', channels: ['fax'], reason: { da: 'a', en: 'a' } }] }, 'names only channels that exist'],
])('hours that contradict themselves are refused', (hours, message) => expect(JSON.stringify(OpeningHours.safeParse(hours).error?.issues)).toContain(message));
