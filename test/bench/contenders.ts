import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../harness/place';
import { beginDirectLine, beginPeer, type Begin } from './talk';

/** A server that is measured. */
export interface Contender {
  readonly name: string;
  readonly file: string;
  readonly begin: Begin;
}

const built = (name: string): string => join(ROOT, 'dist/bench', `${name}.js`);
export const AGENTS = join(ROOT, 'test/bench/node_modules/@microsoft/agents-hosting');

/** Ours as it is; ours with the peer's bot in it, to tell the channel and the store from what the bot does; the peers. */
export function contenders(): readonly Contender[] {
  return [
    { name: 'ours', file: join(ROOT, 'dist/main.js'), begin: beginDirectLine },
    { name: 'ours-with-waterfall', file: built('ours-with-waterfall'), begin: beginDirectLine },
    { name: 'botbuilder-echo', file: built('botbuilder-echo'), begin: beginPeer },
    { name: 'botbuilder-waterfall', file: built('botbuilder-waterfall'), begin: beginPeer },
    ...(existsSync(AGENTS) ? [{ name: 'agents-echo', file: join(ROOT, 'test/bench/.built/agents-echo.js'), begin: beginPeer }] : []),
  ];
}

export interface Started {
  readonly url: string;
  readonly host: string;
  readonly port: number;
  /** From the start of the process until it says that it listens. */
  readonly startMs: number;
  /** CPU time used since the process began. */
  cpuMs(): number;
  rssKb(): number;
  stop(): Promise<void>;
}

const running = new Set<ChildProcess>();
process.on('exit', () => {
  for (const child of running) child.kill('SIGKILL');
});

/** Starts a contender with a data folder of its own. */
export async function startContender({ file }: Contender, dataDir: string): Promise<Started> {
  // `--profile <folder>`: where the time goes, for a browser's developer tools.
  const profile = process.env.BENCH_PROFILE;
  const nodeOptions = profile === undefined ? [] : ['--cpu-prof', '--cpu-prof-dir', profile];
  const began = performance.now();
  const child = spawn(process.execPath, [...nodeOptions, file], { cwd: ROOT, env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: dataDir, LOG_LEVEL: 'error', TRUST_PROXY: 'true', NODE_ENV: 'production' }, stdio: ['ignore', 'pipe', 'inherit'] });
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
    host: hostname,
    port: Number(port),
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
