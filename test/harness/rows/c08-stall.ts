import { join } from 'node:path';
import { send } from '../http';
import type { Row } from '../row';
import { beginScene, isWhole, spoken, until } from '../scene';
import { NotStarted, startServer, stop } from '../server-process';

export const stall: Row = {
  id: 'C8',
  what: 'the event loop stands still for 5 s',
  run: async ({ seed, folder, light }) => {
    const dataDir = join(folder, 'data');
    const stallMs = light ? 2_000 : 5_000;
    const server = await startServer({ dataDir, environment: { FAULT_STALL: `answer-message.before:60:${stallMs}` } });
    const scene = beginScene({ folder, dataDir, seed, count: 8, url: () => server.url, plain: true });
    try {
      const silent = await until(async () => send(`${server.url}/healthz`, { timeoutMs: 400 }).then(() => false, () => true), 30_000);
      // Whoever starts now must not take the data for abandoned.
      const second = await startServer({ dataDir }).then(() => 'started', (fault: unknown) => (fault instanceof NotStarted ? fault.end : 'failed'));
      const back = await until(async () => send(`${server.url}/healthz`, { timeoutMs: 400 }).then(({ status }) => status === 200, () => false), stallMs + 5_000);
      await spoken(scene.clients, 20);
      const verdict = await scene.judge();
      return { pass: silent && back && second === 3 && isWhole(verdict), figures: { ...verdict, stallMs, healthFellSilent: silent, secondProcess: String(second), cameBack: back } };
    } finally {
      await scene.stop();
      await stop(server);
    }
  },
};
