import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { join, resolve } from 'node:path';
import { ROOT } from './place';

/** A server under test: the built program as a process of its own. */
export interface ServerProcess {
  readonly url: string;
  readonly pid: number;
  /** From the start of the process until it answers. */
  readonly startMs: number;
  /** The exit code, or the signal that ended it. */
  readonly ended: Promise<number | string>;
  readonly errors: () => string;
  signal(name: NodeJS.Signals): void;
}

/** How a server that did not come up ended. */
export class NotStarted extends Error {
  override readonly name = 'NotStarted';
  constructor(
    readonly end: number | string,
    readonly errors: string,
  ) {
    super(`The server ended with ${end}: ${errors.split('\n').findLast((line) => /^(?:[a-z-]+|\w*Error): /.test(line)) ?? 'nothing was said'}`);
  }
}

interface HowToStart {
  readonly dataDir: string;
  readonly port?: number;
  readonly environment?: Readonly<Record<string, string>>;
  readonly nodeOptions?: readonly string[];
  /** A program that starts node in its own way: `['bash', '-c', 'ulimit -n 256; exec "$@"', '--']`. */
  readonly under?: readonly string[];
}

/** Who has not come up by then hangs: a run that waits for it would never end. */
const START_WITHIN_MS = 180_000;

const living = new Set<ChildProcess>();

/** Starts the built program; resolves when it answers. Rejects with `NotStarted` when it ends before. */
export async function startServer({ dataDir, port = 0, environment = {}, nodeOptions = [], under = [] }: HowToStart): Promise<ServerProcess> {
  const began = performance.now();
  const [program = process.execPath, ...args] = [...under, process.execPath, '--require', resolve(ROOT, 'test/harness/fault-points.cjs'), ...nodeOptions, join(ROOT, 'dist/main.js')];
  const child = spawn(program, args, {
    cwd: ROOT,
    env: { PATH: process.env.PATH, PORT: String(port), DATA_DIR: dataDir, LOG_LEVEL: 'warn', TRUST_PROXY: 'true', ...environment },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  living.add(child);
  let out = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors = (errors + chunk.toString()).slice(-20_000)));
  const ended = once(child, 'exit').then(([code, signal]) => {
    living.delete(child);
    return (code ?? signal) as number | string;
  });
  const url = await new Promise<string>((found, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const address = /Chat page:\s+(http\S+)\//.exec(out)?.[1];
      if (address !== undefined && out.includes('Health check:')) found(address);
    });
    void ended.then((end) => failed(new NotStarted(end, errors)));
    const hangs = setTimeout(() => {
      failed(new NotStarted('no answer', errors));
      child.kill('SIGKILL');
    }, START_WITHIN_MS);
    void ended.then(() => clearTimeout(hangs));
    child.stdout.once('data', () => clearTimeout(hangs));
  });
  return { url, pid: child.pid ?? 0, startMs: performance.now() - began, ended, errors: () => errors, signal: (name) => void child.kill(name) };
}

/** Ends a server at once, and waits until it is gone. */
export async function kill(server: ServerProcess): Promise<void> {
  server.signal('SIGKILL');
  await server.ended;
}

/** Ends a server as an operator does. */
export async function stop(server: ServerProcess): Promise<number | string> {
  server.signal('SIGTERM');
  return server.ended;
}

/** Nothing that was started here outlives the harness, nor where somebody has had enough of it. */
for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
process.on('exit', () => {
  for (const child of living) child.kill('SIGKILL');
});
