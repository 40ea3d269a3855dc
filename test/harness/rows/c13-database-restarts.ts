import { median } from '../../bench/load';
import { startNodes } from '../nodes';
import type { Row } from '../row';
import { beginScene, isWhole, spoken } from '../scene';

/** Once the database is there again, nobody waits longer. */
const GAP_MS = 1_000;

export const databaseRestarts: Row = {
  id: 'C13',
  what: 'the database is ended at once and started again, under load',
  run: async ({ seed, folder, light }) => {
    const nodes = await startNodes({ folder, count: 1 });
    const scene = beginScene({ folder, dataDir: nodes.dataDir, seed, count: light ? 6 : 40, url: () => nodes.url, pauseMs: 5 });
    const downMs: number[] = [];
    const gapMs: number[] = [];
    const oursMs: number[] = [];
    try {
      const restarts = light ? 3 : 20;
      for (let nth = 0; nth < restarts; nth++) {
        await spoken(scene.clients, light ? 15 : 100);
        const began = performance.now();
        await nodes.cluster.halt('immediate');
        await nodes.cluster.resume();
        downMs.push(Math.round(performance.now() - began));
        // From the moment it was ended until somebody's message is acknowledged again.
        await acknowledged(scene.clients.map(({ history }) => history));
        gapMs.push(Math.round(performance.now() - began));
        oursMs.push((gapMs.at(-1) ?? 0) - (downMs.at(-1) ?? 0));
      }
      const verdict = await scene.judge();
      // How long the database takes is the machine's affair; what we add to it is ours.
      const figures = { restarts, downMsMedian: median(downMs), downMsMax: Math.max(...downMs), gapMsMedian: median(gapMs), gapMsMax: Math.max(...gapMs), oursMsMedian: median(oursMs), oursMsMax: Math.max(...oursMs) };
      // The sample runs beside other tests, which have their share of any second.
      return { pass: isWhole(verdict) && (light || figures.oursMsMax <= GAP_MS), figures: { ...verdict, ...figures } };
    } finally {
      await scene.stop();
      await nodes.stop();
    }
  },
};

/** Resolves when one of the clients has heard of a message more. */
async function acknowledged(histories: readonly { readonly acknowledged: number }[]): Promise<void> {
  const count = (): number => histories.reduce((sum, history) => sum + history.acknowledged, 0);
  for (const before = count(); count() === before; ) await new Promise((wake) => setTimeout(wake, 5));
}
