import { startNodes } from '../nodes';
import { cuttableWire } from '../proxy';
import type { Row } from '../row';
import { beginScene, isWhole, spoken, until } from '../scene';
import { send } from '../http';

/** Looking every second, and a second's grace: how soon a node that hears nothing must have sent its clients away. */
const MOVED_WITHIN_MS = 6_000;

export const split: Row = {
  id: 'C17',
  what: 'the network between a node and the database falls silent',
  run: async ({ seed, folder, light }) => {
    const wires: Awaited<ReturnType<typeof cuttableWire>>[] = [];
    const nodes = await startNodes({
      folder,
      count: 1,
      between: async (store) => {
        const { port } = new URL(store);
        const wire = await cuttableWire(`http://127.0.0.1:${port}`);
        wires.push(wire);
        return store.replace(`:${port}/`, `:${new URL(wire.url).port}/`);
      },
    });
    const scene = beginScene({ folder, dataDir: nodes.dataDir, seed, count: 4, url: () => nodes.url, pauseMs: 20 });
    const notReadyMs: number[] = [];
    const movedMs: number[] = [];
    try {
      const splits = light ? 1 : 5;
      for (let nth = 0; nth < splits; nth++) {
        await spoken(scene.clients, 15);
        const began = performance.now();
        const ended = scene.clients.map(({ hangUps }) => hangUps);
        wires.forEach((wire) => wire.hold());
        await until(async () => (await send(`${nodes.url}/readyz`)).status === 503, 10_000);
        notReadyMs.push(Math.round(performance.now() - began));
        await until(() => scene.clients.some(({ hangUps }, place) => hangUps > (ended[place] ?? 0)), 15_000);
        movedMs.push(Math.round(performance.now() - began));
        wires.forEach((wire) => wire.go());
        await until(async () => (await send(`${nodes.url}/readyz`)).status === 200, 10_000);
      }
      await spoken(scene.clients, 20);
      const verdict = await scene.judge();
      return { pass: isWhole(verdict) && Math.max(...notReadyMs) <= 2_000 && Math.max(...movedMs) <= MOVED_WITHIN_MS, figures: { ...verdict, splits, notReadyMsMax: Math.max(...notReadyMs), clientsMovedMsMax: Math.max(...movedMs) } };
    } finally {
      wires.forEach((wire) => wire.go());
      await scene.stop();
      await nodes.stop();
      await Promise.all(wires.map((wire) => wire.close()));
    }
  },
};
