import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { Client } from 'pg';
import { ROOT } from '../harness/place';
import { startCluster } from '../postgres/cluster';
import { beginDirectLine, beginPeer, type Begin } from './talk';

/** A server that is measured. */
export interface Contender {
  readonly name: string;
  readonly file: string;
  readonly begin: Begin;
  /** So many nodes on one PostgreSQL of their own; the store in a folder, if not given. */
  readonly nodesOnPostgres?: number;
}

const built = (name: string): string => join(ROOT, 'dist/bench', `${name}.js`);
export const AGENTS = join(ROOT, 'test/bench/node_modules/@microsoft/agents-hosting');

/** Ours as it is; ours with the peer's bot in it, to tell the channel and the store from what the bot does; the peers. */
export function contenders(postgres: boolean): readonly Contender[] {
  const onPostgres = [1, 2].map((nodes) => ({ name: nodes === 1 ? 'ours-postgres' : `ours-postgres-${nodes}-nodes`, file: join(ROOT, 'dist/main.js'), begin: beginDirectLine, nodesOnPostgres: nodes }));
  return [
    { name: 'ours', file: join(ROOT, 'dist/main.js'), begin: beginDirectLine },
    ...(postgres ? onPostgres : []),
    { name: 'ours-with-waterfall', file: built('ours-with-waterfall'), begin: beginDirectLine },
    { name: 'botbuilder-echo', file: built('botbuilder-echo'), begin: beginPeer },
    { name: 'botbuilder-waterfall', file: built('botbuilder-waterfall'), begin: beginPeer },
    ...(existsSync(AGENTS) ? [{ name: 'agents-echo', file: join(ROOT, 'test/bench/.built/agents-echo.js'), begin: beginPeer }] : []),
  ];
}

export interface Started {
  readonly url: string;
  /** Where it listens; a node each. */
  readonly places: readonly { readonly host: string; readonly port: number }[];
  /** From the start of the process until it says that it listens. */
  readonly startMs: number;
  /** CPU time used since the process began, of all nodes together. */
  cpuMs(): number;
  /** The same of the database; 0 without one. */
  databaseCpuMs(): number;
  /** What the database holds on its disk, without its log of writes; 0 without one. */
  databaseKb(): Promise<number>;
  rssKb(): number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a contender with a data folder, or a database, of its own. */
export async function startContender(contender: Contender, dataDir: string): Promise<Started> {
  if (contender.nodesOnPostgres === undefined) return startNode(contender, dataDir, {});
  // As in production: a write is on the disk before it is acknowledged.
  const cluster = await startCluster({ durable: true });
  const nodes: Started[] = [];
  let store = '';
  const stop = async (): Promise<void> => {
    await Promise.allSettled(nodes.map((node) => node.stop()));
    await cluster.stop();
  };
  try {
    store = await cluster.database();
    const environment = { STORE: store, SECRET_KEY: 'ab'.repeat(32) };
    for (let nth = 0; nth < contender.nodesOnPostgres; nth++) nodes.push(await startNode(contender, `${dataDir}-${nth}`, environment));
  } catch (fault) {
    await stop();
    throw fault;
  }
  const sum = (of: (node: Started) => number): number => nodes.reduce((total, node) => total + of(node), 0);
  return { url: nodes[0]?.url ?? '', places: nodes.flatMap(({ places }) => places), startMs: sum(({ startMs }) => startMs) / nodes.length, cpuMs: () => sum((node) => node.cpuMs()), databaseCpuMs: () => cpuMsBelow(cluster.pid), databaseKb: () => sizeKb(store), rssKb: () => sum((node) => node.rssKb()), stop };
}

async function sizeKb(store: string): Promise<number> {
  const client = new Client({ connectionString: store });
  await client.connect();
  try {
    const { rows } = await client.query<{ kb: string }>('select pg_database_size(current_database()) / 1024 as kb');
    return Number(rows[0]?.kb);
  } finally {
    await client.end();
  }
}

/** CPU time of a process and of all that it has started, those that have ended included. */
function cpuMsBelow(pid: number): number {
  const fields = (of: string | number): string[] => {
    try {
      return readFileSync(`/proc/${of}/stat`, 'utf8').split(') ')[1]?.split(' ') ?? [];
    } catch {
      return [];
    }
  };
  const ticks = (each: readonly string[], from: number, to: number): number => each.slice(from, to).reduce((sum, value) => sum + Number(value), 0);
  const children = readdirSync('/proc').filter((name) => /^\d+$/.test(name) && Number(fields(name)[1]) === pid);
  return (ticks(fields(pid), 11, 15) + children.reduce((sum, child) => sum + ticks(fields(child), 11, 13), 0)) * 10;
}

async function startNode({ file }: Contender, dataDir: string, environment: Readonly<Record<string, string>>): Promise<Started> {
  // `--profile <folder>`: where the time goes, for a browser's developer tools.
  const profile = process.env.BENCH_PROFILE;
  const nodeOptions = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, file], { cwd: ROOT, env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', TRUST_PROXY: 'true', NODE_ENV: 'production', ...environment }, stdio: ['ignore', 'pipe', 'inherit'] });
  running.add(child);
  void once(child, 'exit').then(() => running.delete(child));
  const url = await new Promise<string>((found, failed) => {
    let out = '';
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const address = /(http:\/\/127\.0\.0\.1:\d+)/.exec(out)?.[1];
      if (address !== undefined && out.endsWith('\n')) found(address);
    });
    child.once('exit', (code) => failed(new Error(`${file} ended with ${code}`)));
  });
  const { hostname, port } = new URL(url);
  const pid = child.pid ?? 0;
  return {
    url,
    places: [{ host: hostname, port: Number(port) }],
    databaseCpuMs: () => 0,
    databaseKb: async () => 0,
    startMs: performance.now() - began,
    cpuMs: () => {
      const [user = '0', system = '0'] = readFileSync(`/proc/${pid}/stat`, 'utf8').split(') ')[1]?.split(' ').slice(11, 13) ?? [];
      return (Number(user) + Number(system)) * 10;
    },
    rssKb: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0),
    stop: async () => {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      const hung = setTimeout(() => child.kill('SIGKILL'), 10_000);
      await ended;
      clearTimeout(hung);
    },
  };
}
