import { spawnSync } from 'node:child_process';
import { mkdirSync, rmSync, statfsSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { WebSocket } from 'ws';
import { z } from 'zod';
import { send } from '../http';
import type { Row } from '../row';
import { beginScene, isWhole, spoken, until } from '../scene';
import { startServer, stop } from '../server-process';

export const diskFull: Row = {
  id: 'C4',
  what: 'disk full, also while the journal is emptied',
  lacks: () => (process.getuid?.() !== 0 ? 'root, to mount a small tmpfs' : spawnSync('mount', ['--version']).status === 0 ? null : 'mount'),
  run: async ({ seed, folder, light }) => {
    const disk = join(folder, 'disk');
    mkdirSync(disk);
    const mounted = spawnSync('mount', ['-t', 'tmpfs', '-o', 'size=6m', 'tmpfs', disk]);
    if (mounted.status !== 0) return { pass: false, figures: { fault: `the tmpfs could not be mounted: ${String(mounted.stderr).trim()}` } };
    try {
      return await fill({ seed, folder, disk, rounds: light ? 1 : 4 });
    } finally {
      spawnSync('umount', [disk]);
    }
  },
};

async function fill({ seed, folder, disk, rounds }: { seed: number; folder: string; disk: string; rounds: number }) {
  const dataDir = join(disk, 'data');
  const ballast = join(disk, 'ballast');
  let server = await startServer({ dataDir });
  const port = Number(new URL(server.url).port);
  const { url } = server;
  const scene = beginScene({ folder, dataDir, seed, count: 6, url: () => url, plain: true, pauseMs: 10 });
  let redMs = 0;
  let told = 0;
  let back = true;
  try {
    for (let round = 0; round < rounds; round++) {
      await spoken(scene.clients, 30);
      const witness = await Witness.arrive(url);
      fillUp(disk, ballast);
      const began = performance.now();
      await until(async () => (await send(`${url}/readyz`)).status === 503, 5_000);
      redMs = Math.max(redMs, performance.now() - began);
      // Whatever the clients are told now, it is written down; the witness has to see a text with a phone number.
      if (await witness.isRefusedInWords()) told += 1;
      witness.leave();
      // The journal cannot be emptied on a full disk: the stop must lose nothing all the same.
      if (round % 2 === 1) {
        await stop(server);
        rmSync(ballast, { force: true });
        server = await startServer({ dataDir, port });
      }
      rmSync(ballast, { force: true });
      back &&= await until(async () => (await send(`${url}/readyz`)).status === 200, 5_000);
    }
    await spoken(scene.clients, 30);
    await scene.stop();
    await stop(server);
    server = await startServer({ dataDir, port });
    const verdict = await scene.judge();
    return { pass: isWhole(verdict) && redMs <= 1_000 && told === rounds && back, figures: { ...verdict, rounds, readyzRedMs: Math.round(redMs), citizenTold: told, cameBackByItself: back } };
  } finally {
    await scene.stop();
    await stop(server);
  }
}

/** Fills to the last block, in pieces that get smaller. */
function fillUp(disk: string, ballast: string): void {
  for (let size = statfsSync(disk).bavail * statfsSync(disk).bsize; size >= 1; size = Math.floor(size / 2)) {
    try {
      writeFileSync(ballast, Buffer.alloc(size, 1), { flag: 'a' });
    } catch {
      // No room for a piece as large as this.
    }
  }
}

const Opened = z.object({ conversationId: z.string(), token: z.string(), streamUrl: z.string() });
const PHONE = /\d{2} \d{2} \d{2} \d{2}/;

/** Someone who has the chat open while the disk fills up. */
class Witness {
  private heard = '';
  private constructor(
    private readonly url: string,
    private readonly opened: z.infer<typeof Opened>,
    private readonly socket: WebSocket,
  ) {
    socket.on('message', (data) => (this.heard += String(data)));
    socket.on('error', () => undefined);
  }

  static async arrive(url: string): Promise<Witness> {
    const { token } = z.object({ token: z.string() }).parse(JSON.parse((await send(`${url}/v3/directline/tokens/generate`, { method: 'POST' })).body));
    const { body } = await send(`${url}/v3/directline/conversations`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: '{"locale":"da-DK"}' });
    const opened = Opened.parse(JSON.parse(body));
    const witness = new Witness(url, opened, new WebSocket(opened.streamUrl));
    await until(() => witness.heard.includes('"welcome"'), 5_000);
    return witness;
  }

  /** Says something, is refused, and reads why, with a phone number. */
  async isRefusedInWords(): Promise<boolean> {
    this.heard = '';
    const { conversationId, token } = this.opened;
    const said = await send(`${this.url}/v3/directline/conversations/${conversationId}/activities`, { method: 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, body: JSON.stringify({ type: 'message', text: `Hej ${'æ'.repeat(20_000)}`, from: { id: 'me' } }) });
    return said.status === 503 && (await until(() => this.heard.includes('error.not-kept') && PHONE.test(this.heard), 2_000));
  }

  leave(): void {
    this.socket.terminate();
  }
}
