import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { send } from '../http';
import type { Row } from '../row';
import { beginScene, isWhole, spoken, until } from '../scene';
import { startServer, stop } from '../server-process';

const Opened = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const WAITING_AT_MOST_KB = 60_000;

export const slowClient: Row = {
  id: 'C9',
  what: 'clients that open a stream and read nothing of it',
  run: async ({ seed, folder, light }) => {
    const dataDir = join(folder, 'data');
    const server = await startServer({ dataDir });
    const scene = beginScene({ folder, dataDir, seed, count: 4, url: () => server.url, plain: true, pauseMs: 20 });
    try {
      await spoken(scene.clients, 10);
      const before = rssKb(server.pid);
      const deaf = await Promise.all(Array.from({ length: light ? 2 : 8 }, (_, nth) => open(server.url, nth)));
      // 100 messages of 60 kB come back on each stream: more than a kernel's buffers hold.
      for (let nth = 0; nth < 100; nth++) await Promise.all(deaf.map((each) => say(server.url, each.opened, 'x'.repeat(60_000))));
      // Let go of after a while, or kept at the pace it reads at: either costs no memory.
      const letGo = await until(() => /slow-reader/.test(server.errors()), 5_000);
      const grown = rssKb(server.pid) - before;
      const others = await spoken(scene.clients, 20, 10_000);
      for (const { socket } of deaf) socket.terminate();
      const verdict = await scene.judge();
      return { pass: others && isWhole(verdict) && grown < WAITING_AT_MOST_KB * deaf.length, figures: { ...verdict, deaf: deaf.length, letGo, grownKb: grown, othersServed: others } };
    } finally {
      await scene.stop();
      await stop(server);
    }
  },
};

const rssKb = (pid: number): number => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0);

async function open(url: string, nth: number): Promise<{ opened: z.infer<typeof Opened>; socket: WebSocket }> {
  const from = { 'x-forwarded-for': `10.9.0.${nth}` };
  const { token } = z.object({ token: z.string() }).parse(JSON.parse((await send(`${url}/v3/directline/tokens/generate`, { method: 'POST', headers: from })).body));
  const opened = Opened.parse(JSON.parse((await send(`${url}/v3/directline/conversations`, { method: 'POST', headers: { ...from, authorization: `Bearer ${token}` } })).body));
  const socket = new WebSocket(opened.streamUrl);
  socket.on('error', () => undefined);
  await new Promise<void>((done) => socket.once('open', () => done()));
  socket.pause();
  return { opened, socket };
}

const say = (url: string, { conversationId, token }: z.infer<typeof Opened>, text: string) =>
  send(`${url}/v3/directline/conversations/${conversationId}/activities`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ type: 'message', text, from: { id: 'me' } }) });
