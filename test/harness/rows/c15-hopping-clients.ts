import { startNodes } from '../nodes';
import type { Row } from '../row';
import { beginScene, isWhole, spoken } from '../scene';

export const hoppingClients: Row = {
  id: 'C15',
  what: 'two nodes, each request to the next of them, and notices are lost',
  run: async ({ seed, folder, light }) => {
    const nodes = await startNodes({ folder, count: 2 });
    const scene = beginScene({ folder, dataDir: nodes.dataDir, seed, count: light ? 6 : 40, url: () => nodes.url, pauseMs: 5 });
    try {
      const losses = light ? 4 : 20;
      for (let nth = 0; nth < losses; nth++) {
        await spoken(scene.clients, light ? 15 : 100);
        // Both nodes lose the connection that listens and holds their locks, amid turns.
        await nodes.cluster.run("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vejviser-node'");
      }
      await spoken(scene.clients, 20);
      const verdict = await scene.judge();
      const both = nodes.passed.every((count) => count > 0);
      return { pass: isWhole(verdict) && both && verdict.failed === 0, figures: { ...verdict, losses, requestsA: nodes.passed[0] ?? 0, requestsB: nodes.passed[1] ?? 0 } };
    } finally {
      await scene.stop();
      await nodes.stop();
    }
  },
};
