import { spawnSync } from 'node:child_process';
import { readFileSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from '../client';
import { crash, passed } from '../crash-run';
import { cutPower } from '../power-cut';
import { seededRandom } from '../random';
import type { Row } from '../row';
import { until } from '../scene';
import { startServer, stop } from '../server-process';

export const powerCut: Row = {
  id: 'C3',
  what: 'power cut: bytes that no fsync followed are lost, in part or reordered',
  run: async ({ seed, folder, light }) => {
    const events = join(folder, 'events');
    const lost = { lostBytes: 0, undone: 0 };
    const result = await crash({
      folder,
      dataDir: join(folder, 'data'),
      kills: light ? 4 : 40,
      seed,
      clients: 12,
      environment: { FAULT_EVENTS: events },
      afterKill: (random) => {
        const { lostBytes, undone } = cutPower(events, random);
        lost.lostBytes += lostBytes;
        lost.undone += undone;
        rmSync(events, { force: true });
      },
    });
    const order = await syncBeforeAnswer(folder);
    return { pass: passed(result) && order !== false, figures: { ...result, ...lost, strace: order === null ? 'not on this machine' : order } };
  },
};

/** Whether strace sees, for every message, the journal written, synced, and only then the 200; null without strace. */
async function syncBeforeAnswer(folder: string): Promise<boolean | null> {
  if (spawnSync('strace', ['-V']).status !== 0) return null;
  const trace = join(folder, 'trace');
  const server = await startServer({ dataDir: join(folder, 'traced'), under: ['strace', '-D', '-f', '-qq', '-y', '-s', '48', '-e', 'trace=write,writev,fdatasync', '-o', trace] });
  const client = new Client({ name: 's', url: () => server.url, historyPath: join(folder, 'traced-client'), random: seededRandom(1), plain: true });
  const running = client.run();
  await until(() => client.messages > 10, 20_000);
  client.stop();
  await running;
  await stop(server);
  // -D: the tracer is the server's child, so that signals reach the server; it ends its file a moment later.
  let size = -1;
  await until(() => {
    const before = size;
    size = statSync(trace).size;
    return size === before;
  }, 5_000);
  let synced = true;
  let answers = 0;
  for (const line of readFileSync(trace, 'utf8').split('\n')) {
    if (/write\(\d+<[^>]*\/journal\/[^>]*\.log>/.test(line)) synced = false;
    else if (/fdatasync.*= 0/.test(line) && (line.includes('/journal/') || line.includes('resumed'))) synced = true;
    else if (/writev?\(.*HTTP\/1\.1 200/.test(line)) {
      answers += 1;
      if (!synced) return false;
    }
  }
  return answers > 10;
}
