import { Client } from 'pg';
import { send } from '../http';
import { startNodes, type Nodes } from '../nodes';
import type { Row } from '../row';
import { beginScene, isWhole, spoken, until } from '../scene';

export const databaseAway: Row = {
  id: 'C14',
  what: 'the database is away, takes no writes, lets nobody in, or lets a statement wait',
  run: async ({ seed, folder, light }) => {
    const nodes = await startNodes({ folder, count: 1, settings: { max_connections: '40' } });
    const scene = beginScene({ folder, dataDir: nodes.dataDir, seed, count: light ? 4 : 20, url: () => nodes.url, pauseMs: 5 });
    const seen: Seen[] = [];
    try {
      await spoken(scene.clients, 20);
      const awayMs = light ? 4_000 : 60_000;
      seen.push(await during(nodes, awayMs, () => nodes.cluster.halt('fast'), () => nodes.cluster.resume()));
      await spoken(scene.clients, 20);
      seen.push(await during(nodes, 2_000, () => settle(nodes, 'alter system set default_transaction_read_only = on'), () => settle(nodes, 'alter system reset default_transaction_read_only')));
      await spoken(scene.clients, 20);
      const full = await crowd(nodes);
      await spoken(scene.clients, 20);
      await full.leave();
      await spoken(scene.clients, 20);
      const verdict = await scene.judge();
      const allTold = seen.every(({ notReadyMs, readyMs, hours, refused }) => notReadyMs !== null && notReadyMs <= 2_000 && readyMs !== null && readyMs <= 5_000 && hours && refused);
      return { pass: isWhole(verdict) && allTold, figures: { ...verdict, awayMs, notReadyMsMax: worst(seen.map(({ notReadyMs }) => notReadyMs)), readyMsMax: worst(seen.map(({ readyMs }) => readyMs)), hoursAnswered: seen.every(({ hours }) => hours), refusedTruthfully: seen.every(({ refused }) => refused), guests: full.guests } };
    } finally {
      await scene.stop();
      await nodes.stop();
    }
  },
};

interface Seen {
  /** Until the balancer is told; null: never. */
  readonly notReadyMs: number | null;
  readonly readyMs: number | null;
  /** What needs no store is answered meanwhile. */
  readonly hours: boolean;
  /** Nobody can begin a chat that would not be kept. */
  readonly refused: boolean;
}

async function during(nodes: Nodes, ms: number, begin: () => Promise<void>, end: () => Promise<void>): Promise<Seen> {
  const isReady = async (): Promise<boolean> => (await send(`${nodes.url}/readyz`)).status === 200;
  const timed = async (ready: boolean): Promise<number | null> => {
    const began = performance.now();
    return (await until(async () => (await isReady()) === ready, 10_000)) ? Math.round(performance.now() - began) : null;
  };
  await begin();
  const began = performance.now();
  const notReadyMs = await timed(false);
  const hours = (await send(`${nodes.url}/api/opening-hours`)).status === 200;
  const token = JSON.parse((await send(`${nodes.url}/v3/directline/tokens/generate`, { method: 'POST' })).body) as { token: string };
  const refused = (await send(`${nodes.url}/v3/directline/conversations`, { method: 'POST', headers: { authorization: `Bearer ${token.token}` } })).status === 503;
  await new Promise((wake) => setTimeout(wake, Math.max(0, ms - (performance.now() - began))));
  await end();
  return { notReadyMs, readyMs: await timed(true), hours, refused };
}

async function settle(nodes: Nodes, sql: string): Promise<void> {
  await nodes.cluster.run(sql);
  await nodes.cluster.run('select pg_reload_conf()');
}

/** Others take all connections that are left; those that the node has, it keeps. */
async function crowd(nodes: Nodes): Promise<{ readonly guests: number; leave(): Promise<void> }> {
  const guests: Client[] = [];
  for (;;) {
    const guest = new Client({ host: '127.0.0.1', port: nodes.cluster.port, user: 'postgres', database: 'postgres' });
    guest.on('error', () => undefined);
    const isIn = await guest.connect().then(() => true, () => false);
    if (!isIn) break;
    guests.push(guest);
  }
  return { guests: guests.length, leave: async () => void (await Promise.all(guests.map((guest) => guest.end()))) };
}

const worst = (times: readonly (number | null)[]): number | null => (times.includes(null) ? null : Math.max(...times.map(Number)));
