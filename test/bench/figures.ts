import { mkdirSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { secretBox } from '../../src/storage/secret-box';
import { sealLine } from '../../src/storage/nedb/sealed-lines';
import { deriveKey, loadSecretKey } from '../../src/storage/secret-key';
import { startContender, type Contender } from './contenders';
import { Crowd, median, quantile } from './load';

/** How much is measured. */
export interface Measure {
  readonly saturateSeconds: number;
  readonly rateSeconds: number;
  readonly rates: readonly number[];
  readonly open: number;
  readonly stored: readonly number[];
  readonly starts: number;
}

export const WHOLE: Measure = { saturateSeconds: 8, rateSeconds: 8, rates: [100, 200, 500], open: 10_000, stored: [1_000, 100_000], starts: 5 };
export const QUICK: Measure = { saturateSeconds: 2, rateSeconds: 2, rates: [100, 200, 500], open: 500, stored: [1_000, 10_000], starts: 2 };

type Figures = Readonly<Record<string, number>>;

/** The first turns of a process cost twice what the later ones do, until its code is compiled; as many for each contender, however slow. */
const WARM_TURNS = { talks: 100, each: 30 };

async function warmUp(contender: Contender, server: Awaited<ReturnType<typeof startContender>>): Promise<void> {
  const crowd = await Crowd.gather(contender, server, WARM_TURNS.talks);
  await crowd.everyone(WARM_TURNS.each);
  crowd.leave();
}

/** Turns a second, and CPU a turn, when everybody talks at once; latencies at fixed rates. One server for all of it. */
export async function load(contender: Contender, folder: string, { saturateSeconds, rateSeconds, rates }: Measure): Promise<Figures> {
  const server = await startContender(contender, join(folder, 'data'));
  try {
    const talks = Math.min(2_000, 150 + Math.ceil((Math.max(...rates) * rateSeconds + 3_000 * saturateSeconds) / 80));
    await warmUp(contender, server);
    const crowd = await Crowd.gather(contender, server, talks);
    const [cpuBefore, databaseBefore, kbBefore] = [server.cpuMs(), server.databaseCpuMs(), await server.databaseKb()];
    const { turnsPerSecond, turns } = await crowd.saturate(saturateSeconds);
    const figures: Record<string, number> = { turnsPerSecond, cpuMsPerTurn: (server.cpuMs() - cpuBefore) / turns, rssMb: server.rssKb() / 1024 };
    if (contender.nodesOnPostgres !== undefined) {
      figures.databaseCpuMsPerTurn = (server.databaseCpuMs() - databaseBefore) / turns;
      figures.databaseKbPerTurn = (await server.databaseKb() - kbBefore) / turns;
    }
    crowd.leave();
    for (const rate of rates) {
      const fresh = await Crowd.gather(contender, server, 100 + Math.ceil((rate * rateSeconds) / 80));
      const latencies = await fresh.atRate(rate, rateSeconds);
      fresh.leave();
      for (const [name, share] of [['p50', 0.5], ['p99', 0.99], ['p999', 0.999]] as const) figures[`${name}MsAt${rate}`] = quantile(latencies, share);
    }
    return figures;
  } finally {
    await server.stop();
  }
}

/** What an open conversation costs in memory, after 20 messages each. */
export async function memory(contender: Contender, folder: string, { open }: Measure): Promise<Figures> {
  const server = await startContender(contender, join(folder, 'data'));
  try {
    // What any load costs is not what a conversation costs.
    const warm = await Crowd.gather(contender, server, 200);
    await warm.everyone(20);
    const before = server.rssKb();
    const crowd = await Crowd.gather(contender, server, open);
    await crowd.everyone(20);
    const kbPerConversation = (server.rssKb() - before) / open;
    crowd.leave();
    warm.leave();
    return { openConversations: open, kbPerConversation };
  } finally {
    await server.stop();
  }
}

export async function coldStart(contender: Contender, folder: string, { starts }: Measure): Promise<Figures> {
  const all: number[] = [];
  for (let nth = 0; nth < starts; nth++) {
    const server = await startContender(contender, join(folder, 'data'));
    all.push(server.startMs);
    await server.stop();
  }
  return { coldStartMs: median(all) };
}

/** Start and turns with few and with many stored conversations. */
export async function growth(ours: Contender, folder: string, { stored, starts, rateSeconds }: Measure): Promise<Figures> {
  const figures: Record<string, number> = {};
  const dataDir = join(folder, 'data');
  let there = 0;
  for (const count of stored) {
    fillStore(dataDir, there, count);
    there = count;
    figures[`startMsWith${count}`] = (await coldStart(ours, folder, { ...WHOLE, starts })).coldStartMs ?? Number.NaN;
    const server = await startContender(ours, dataDir);
    const crowd = await Crowd.gather(ours, server, 100 + 3 * rateSeconds);
    const latencies = await crowd.atRate(200, rateSeconds);
    figures[`p50MsWith${count}`] = quantile(latencies, 0.5);
    figures[`p99MsWith${count}`] = quantile(latencies, 0.99);
    crowd.leave();
    await server.stop();
  }
  return figures;
}

/** Conversations of ten turns as an earlier run left them, without the minutes that saying all of it would take. */
function fillStore(dataDir: string, from: number, to: number): void {
  // The key first: where there are data, none is made any more.
  const { key } = loadSecretKey({ secretKey: null, secretKeyFile: null, dataDir });
  const box = secretBox(deriveKey(key, 'storage'));
  mkdirSync(join(dataDir, 'conversations'), { recursive: true, mode: 0o700 });
  const at = Date.now();
  const lines = [
    sealLine({ _id: 'head', kind: 'head', userId: 'dl_stored', startedAt: at }, box),
    ...Array.from({ length: 10 }, (_, nth) => [
      sealLine({ _id: String(2 * nth + 1).padStart(7, '0'), kind: 'message', seq: 2 * nth + 1, at, clientId: `m${nth}`, body: JSON.stringify({ type: 'message', text: `besked ${nth} ${'ord '.repeat(40)}` }) }, box),
      sealLine({ _id: `turn-${String(2 * nth + 1).padStart(7, '0')}`, kind: 'turn', answers: 2 * nth + 1, firstSeq: 2 * nth + 2, at, bodies: [JSON.stringify({ type: 'message', text: `svar ${'ord '.repeat(60)}` })], state: '{}' }, box),
    ]).flat(),
  ];
  const text = `${lines.join('\n')}\n`;
  for (let nth = from; nth < to; nth++) writeFileSync(join(dataDir, 'conversations', `stored-${nth}.db`), text, { mode: 0o600 });
}
