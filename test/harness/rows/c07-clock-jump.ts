import { join } from 'node:path';
import { DateTime } from 'luxon';
import { start } from '../../../src/main';
import { readSettings } from '../../../src/settings';
import { ROOT } from '../place';
import { seededRandom } from '../random';
import type { Row } from '../row';
import { beginScene, isWhole, spoken } from '../scene';

/** There need be no libfaketime: the program takes its clock from outside, and timers and rates go by the monotonic one. */
export const clockJump: Row = {
  id: 'C7',
  what: 'the wall clock jumps back and forth under load',
  run: async ({ seed, folder, light }) => {
    const random = seededRandom(seed);
    const dataDir = join(folder, 'data');
    let offset = 0;
    const running = await start(readSettings({ PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'silent', TRUST_PROXY: 'true' }), { now: () => DateTime.fromMillis(Date.now() + offset), webFolder: join(ROOT, 'dist/web'), readingChild: join(ROOT, 'dist/documents/read/reading-child.js') });
    const scene = beginScene({ folder, dataDir, seed, count: 8, url: () => running.url, plain: true });
    const jumps: number[] = [];
    try {
      for (let nth = 0; nth < (light ? 4 : 30); nth++) {
        await spoken(scene.clients, 40);
        // Forward by less than a token lives; back by an hour and more.
        offset = random() < 0.5 ? -3_600_000 * (1 + random()) : random() * 1_200_000;
        jumps.push(Math.round(offset / 1000));
      }
      offset = 0;
      const verdict = await scene.judge();
      return { pass: isWhole(verdict) && verdict.failed === 0 && verdict.unknown === 0, figures: { ...verdict, jumps: jumps.length, farthestBackSeconds: Math.min(...jumps) } };
    } finally {
      await scene.stop();
      await running.stop();
    }
  },
};
