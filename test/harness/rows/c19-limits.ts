import { connect, type Socket } from 'node:net';
import { join } from 'node:path';
import { send } from '../http';
import type { Row } from '../row';
import { beginScene, isWhole, spoken, until } from '../scene';
import { startServer, stop } from '../server-process';

const DESCRIPTORS = 128;

export const limits: Row = {
  id: 'C19',
  what: 'little memory (128 MB of heap) and few file descriptors',
  run: async ({ seed, folder, light }) => {
    const dataDir = join(folder, 'data');
    const server = await startServer({ dataDir, nodeOptions: ['--max-old-space-size=128'], under: ['bash', '-c', `ulimit -n ${DESCRIPTORS}; exec "$@"`, '--'] });
    const scene = beginScene({ folder, dataDir, seed, count: 10, url: () => server.url, plain: true, pauseMs: 10 });
    const crowd: Socket[] = [];
    try {
      await spoken(scene.clients, 40);
      for (let nth = 0; nth < 4 * DESCRIPTORS; nth++) crowd.push(connect(Number(new URL(server.url).port), '127.0.0.1').on('error', () => undefined));
      // Those who are in talk on, while nobody else can come in.
      const oldServed = await spoken(scene.clients, light ? 40 : 200, 20_000);
      for (const socket of crowd) socket.destroy();
      const newServed = await until(async () => send(`${server.url}/readyz`, { timeoutMs: 1_000 }).then(({ status }) => status === 200, () => false), 10_000);
      await spoken(scene.clients, 40);
      const verdict = await scene.judge();
      return { pass: oldServed && newServed && isWhole(verdict), figures: { ...verdict, descriptors: DESCRIPTORS, crowd: crowd.length, oldServed, newServedAfterwards: newServed } };
    } finally {
      for (const socket of crowd) socket.destroy();
      await scene.stop();
      await stop(server);
    }
  },
};
