import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { openingStatus } from '../../../src/domain/hours/opening-status';
import { HOURS } from './ishoj-hours';
import { oracle } from './oracle';

/** Part of `npm run check:long`: what the property test of opening-status.test.ts samples, run whole. */
const MINUTE = 60_000;
const wall = (moment: DateTime | null) => moment?.setZone(ZONE).toFormat('yyyy-MM-dd HH:mm') ?? null;

jest.setTimeout(30 * MINUTE);

test.each([2024, 2025, 2026, 2027, 2028, 2029, 2030])('equals the oracle at every minute of %i', (year) => {
  let checked = 0;
  const differing: string[] = [];
  for (let moment = Date.UTC(year - 1, 11, 31, 23); moment < Date.UTC(year, 11, 31, 23); moment += MINUTE) {
    for (const channel of ['phone', 'consultation']) {
      const { open, closesAt, opensAt, closedBecause } = openingStatus(HOURS, channel, DateTime.fromMillis(moment));
      const given = { open, closesAt: wall(closesAt), opensAt: wall(opensAt), closedForAReason: closedBecause !== null };
      if (JSON.stringify(given) !== JSON.stringify(oracle(channel, moment))) differing.push(`${channel} ${new Date(moment).toISOString()}`);
      checked++;
    }
  }
  expect(differing).toEqual([]);
  expect(checked).toBe((Date.UTC(year, 0, 1) - Date.UTC(year + 1, 0, 1)) / -MINUTE * 2);
});
