import { join } from 'node:path';
import { mischievousProxy } from '../proxy';
import { seededRandom } from '../random';
import type { Row } from '../row';
import { beginScene, isWhole, spoken } from '../scene';
import { startServer, stop } from '../server-process';

/** One proxy, two mischiefs: what it does is the row's. */
function throughProxy(id: string, what: string, mischief: { twice?: number; cut?: number; lateMs: number }): Row {
  return {
    id,
    what,
    run: async ({ seed, folder, light }) => {
      const dataDir = join(folder, 'data');
      const server = await startServer({ dataDir });
      const proxy = await mischievousProxy(server.url, { random: seededRandom(seed), ...mischief });
      const scene = beginScene({ folder, dataDir, seed, count: 12, url: () => proxy.url, direct: () => server.url, plain: true });
      try {
        await spoken(scene.clients, light ? 250 : 1_300, 120_000);
        const verdict = await scene.judge();
        const { repeated, cut } = proxy.done;
        return { pass: isWhole(verdict) && repeated + cut > 5 && verdict.acknowledged > 100, figures: { ...verdict, repeated, answersLost: cut } };
      } finally {
        await scene.stop();
        await proxy.close();
        await stop(server);
      }
    },
  };
}

export const repeatedRequests = throughProxy('C11', 'requests sent twice and answers out of order', { twice: 0.05, lateMs: 30 });
export const lostAnswers = throughProxy('C12', 'stored, and the answer lost', { cut: 0.1, lateMs: 5 });
