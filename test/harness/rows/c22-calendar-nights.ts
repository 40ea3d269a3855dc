import { join } from 'node:path';
import { DateTime } from 'luxon';
import { z } from 'zod';
import { oracle } from '../../domain/hours/oracle';
import { ZONE } from '../../../src/domain/calendar';
import { start } from '../../../src/main';
import { readSettings } from '../../../src/settings';
import { send } from '../http';
import { ROOT } from '../place';
import { seededRandom } from '../random';
import type { Row } from '../row';
import { beginScene, isWhole, spoken } from '../scene';

/** Nights on which clocks and calendars do what they do not do on others. */
const NIGHTS = ['2026-10-24T22:00', '2026-12-23T12:00', '2026-12-31T22:00', '2027-03-24T12:00', '2027-03-27T22:00', '2028-02-28T22:00', '2028-10-28T22:00'];
const Report = z.object({ channels: z.array(z.object({ id: z.string(), opensAt: z.string().nullable(), closesAt: z.string().nullable() })) });
const wall = (iso: string | null): string | null => (iso !== null ? DateTime.fromISO(iso, { zone: ZONE }).toFormat('yyyy-MM-dd HH:mm') : null);

export const calendarNights: Row = {
  id: 'C22',
  what: 'summer time, New Year, Easter, holidays, while a conversation is open',
  run: async ({ seed, folder, light }) => {
    const random = seededRandom(seed);
    const dataDir = join(folder, 'data');
    let now = DateTime.fromISO(NIGHTS[0] ?? '', { zone: ZONE });
    const running = await start(readSettings({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', TRUST_PROXY: 'true', RETENTION_CHAT_DAYS: '3000' }), { now: () => now, webFolder: join(ROOT, 'dist/web'), readingChild: join(ROOT, 'dist/documents/read/reading-child.js') });
    const scene = beginScene({ folder, dataDir, seed, count: 3, url: () => running.url, plain: true, pauseMs: 20 });
    let asked = 0;
    const wrong: string[] = [];
    try {
      for (const night of NIGHTS) {
        // Steps of half an hour to three hours, through three days.
        for (let hours = 0; hours < (light ? 12 : 72); hours += 0.5 + random() * 2.5) {
          now = DateTime.fromISO(night, { zone: ZONE }).plus({ minutes: Math.round(hours * 60) });
          const { body } = await send(`${running.url}/api/opening-hours`);
          for (const { id: channel, opensAt, closesAt } of Report.parse(JSON.parse(body)).channels) {
            const expected = oracle(channel, now.toMillis());
            asked += 1;
            if (wall(opensAt) !== expected.opensAt || wall(closesAt) !== expected.closesAt) wrong.push(`${channel} ${now.toISO()}`);
          }
        }
      }
      await spoken(scene.clients, 10, 5_000);
      // Tokens live by the clock that the row moves: the clients may have been shown the door, but lost nothing.
      now = DateTime.now().setZone(ZONE);
      const verdict = await scene.judge();
      return { pass: asked > 50 && wrong.length === 0 && isWhole(verdict), figures: { ...verdict, asked, wrong: wrong.slice(0, 5) } };
    } finally {
      await scene.stop();
      await running.stop();
    }
  },
};
