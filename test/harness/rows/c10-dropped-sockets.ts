import { join } from 'node:path';
import { freePort } from '../free-port';
import { cuttableWire } from '../proxy';
import type { Row } from '../row';
import { beginScene, isWhole, spoken } from '../scene';
import { startServer, stop } from '../server-process';

export const droppedSockets: Row = {
  id: 'C10',
  what: 'every socket is dropped, again and again',
  run: async ({ seed, folder, light }) => {
    const dataDir = join(folder, 'data');
    const port = await freePort();
    const wire = await cuttableWire(`http://127.0.0.1:${port}`);
    // Streams have to go over the wire too: clients are told its address.
    const server = await startServer({ dataDir, port, environment: { PUBLIC_URL: wire.url } });
    const scene = beginScene({ folder, dataDir, seed, count: light ? 10 : 60, url: () => wire.url, direct: () => server.url, plain: true, pauseMs: light ? 10 : 200 });
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
      await stop(server);
      await wire.close();
    }
  },
};
