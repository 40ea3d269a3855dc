import { join } from 'node:path';
import { cuttableWire } from '../proxy';
import type { Row } from '../row';
import { beginScene, isWhole, spoken } from '../scene';
import { startServer, stop } from '../server-process';

export const droppedSockets: Row = {
  id: 'C10',
  what: 'every socket is dropped, again and again',
  run: async ({ seed, folder, light }) => {
    const dataDir = join(folder, 'data');
    let wireUrl = '';
    const server = await startServer({ dataDir });
    const wire = await cuttableWire(server.url);
    wireUrl = wire.url;
    await stop(server);
    // Streams have to go over the wire too: clients are told its address.
    const behind = await startServer({ dataDir, port: Number(new URL(server.url).port), environment: { PUBLIC_URL: wireUrl } });
    const scene = beginScene({ folder, dataDir, seed, count: light ? 10 : 60, url: () => wireUrl, direct: () => behind.url, plain: true, pauseMs: light ? 10 : 200 });
    let broken = 0;
    try {
      const drops = light ? 5 : 20;
      for (let nth = 0; nth < drops; nth++) {
        await spoken(scene.clients, light ? 20 : 120);
        broken += wire.cut();
      }
      await spoken(scene.clients, 40);
      const verdict = await scene.judge();
      return { pass: isWhole(verdict) && broken > 0, figures: { ...verdict, drops, connectionsBroken: broken } };
    } finally {
      await scene.stop();
      await stop(behind);
      await wire.close();
    }
  },
};
