import { rmSync } from 'node:fs';
import { join } from 'node:path';
import { copyData } from '../../../src/storage/nedb/copy-data';
import { openEmbeddedStore } from '../../../src/storage/nedb/open-embedded-store';
import { deriveKey, loadSecretKey } from '../../../src/storage/secret-key';
import type { Row } from '../row';
import { beginScene, isWhole, spoken } from '../scene';
import { startServer, stop } from '../server-process';

export const backup: Row = {
  id: 'C20',
  what: 'a backup taken while everybody writes, put back on an empty host',
  run: async ({ seed, folder, light }) => {
    const dataDir = join(folder, 'data');
    const server = await startServer({ dataDir });
    const scene = beginScene({ folder, dataDir, seed, count: 10, url: () => server.url });
    const snapshots: { path: string; texts: Map<string, readonly string[]> }[] = [];
    let damaged = 0;
    try {
      for (let nth = 0; nth < (light ? 4 : 40); nth++) {
        await spoken(scene.clients, 40);
        const path = join(folder, `snapshot-${nth}`);
        await copyData(dataDir, path);
        const { texts, faults } = await restore(path, dataDir, [...scene.clients].flatMap(({ conversations }) => [...conversations]));
        damaged += faults;
        snapshots.push({ path, texts });
        rmSync(path, { recursive: true });
      }
      const verdict = await scene.judge();
      await stop(server);
      const last = await restore(dataDir, dataDir, [...scene.clients].flatMap(({ conversations }) => [...conversations]));
      // Of each conversation a snapshot holds a beginning; one that was erased since cannot be compared any more.
      const notPrefix = snapshots.flatMap(({ texts }) => [...texts]).filter(([id, texts]) => last.texts.has(id) && texts.some((text, place) => last.texts.get(id)?.[place] !== text)).length;
      const held = snapshots.at(-1)?.texts.size ?? 0;
      return { pass: isWhole(verdict) && damaged === 0 && notPrefix === 0 && held > 0, figures: { ...verdict, snapshots: snapshots.length, damaged, notPrefix, conversationsInLast: held } };
    } finally {
      await scene.stop();
      await stop(server);
    }
  },
};

async function restore(path: string, keyOf: string, ids: readonly string[]): Promise<{ texts: Map<string, readonly string[]>; faults: number }> {
  const { key } = loadSecretKey({ secretKey: null, secretKeyFile: null, dataDir: keyOf });
  const texts = new Map<string, readonly string[]>();
  let faults = 0;
  const store = await openEmbeddedStore({ dataDir: path, key: deriveKey(key, 'storage') });
  for (const id of ids) {
    try {
      if ((await store.conversations.find(id)) !== null) texts.set(id, (await store.conversations.activitiesAfter(id, 0)).map(({ activity }) => JSON.stringify(activity)));
    } catch {
      faults += 1;
    }
  }
  await store.cases.list();
  await store.close();
  return { texts, faults };
}
