import { join } from 'node:path';
import type { Row } from '../row';
import { beginScene, isWhole, spoken } from '../scene';
import { NotStarted, startServer, stop } from '../server-process';

export const secondProcess: Row = {
  id: 'C18',
  what: 'a second process on the same data',
  run: async ({ seed, folder, light }) => {
    const dataDir = join(folder, 'data');
    const server = await startServer({ dataDir });
    const scene = beginScene({ folder, dataDir, seed, count: 6, url: () => server.url });
    try {
      await spoken(scene.clients, 20);
      const ends = await Promise.all(Array.from({ length: light ? 2 : 5 }, () => startServer({ dataDir }).then(() => ({ end: 'started', line: '' }), (fault: unknown) => (fault instanceof NotStarted ? { end: String(fault.end), line: fault.errors } : { end: 'failed', line: '' }))));
      await spoken(scene.clients, 20);
      const verdict = await scene.judge();
      const refused = ends.filter(({ end, line }) => end === '3' && line.includes('store-locked') && line.includes(String(server.pid))).length;
      return { pass: refused === ends.length && isWhole(verdict) && verdict.unknown === 0, figures: { ...verdict, tried: ends.length, refusedWithExit3: refused } };
    } finally {
      await scene.stop();
      await stop(server);
    }
  },
};
