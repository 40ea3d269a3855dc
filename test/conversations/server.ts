import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DateTime } from 'luxon';
import { ZONE } from '../../src/domain/calendar';
import { start, type Running } from '../../src/main';
import { readSettings } from '../../src/settings';
import { emptyStore, stopStores } from './store-under-test';

/** The chat's scripts as `npm test` builds them first. */
const WEB = resolve(__dirname, '../../dist/web');
/** The program that reads files, built likewise. */
const CHILD = resolve(__dirname, '../../dist/documents/read/reading-child.js');

/** A server of our own with an empty data folder and a clock that stands where the test puts it. */
export interface TestServer {
  readonly url: string;
  readonly dataDir: string;
  /** How a command finds the same store: variables of the environment. */
  readonly environment: Readonly<Record<string, string>>;
  /** Where the first account of the desk is made; null when there is one. */
  readonly firstAccountUrl: string | null;
  /** Puts the clock; `'2026-11-24T10:00'`, Copenhagen time. */
  setClock(local: string): void;
  /** Stops and starts on the same data. */
  restart(): Promise<void>;
  stop(): Promise<void>;
}

const running: Set<TestServer> = new Set();

// A test that fails before it stops its own server would leave it listening, and jest would wait for it for ever.
if ('afterAll' in globalThis) {
  afterAll(async () => {
    await Promise.all([...running].map((server) => server.stop()));
    await stopStores();
  });
}

/** Starts the real server: real store, real content, real Direct Line; only the clock is the test's. */
export async function startServer(local = '2026-11-24T10:00', environment: Record<string, string> = {}): Promise<TestServer> {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-'));
  const dataDir = join(folder, 'data');
  let at = DateTime.fromISO(local, { zone: ZONE });
  const store = { DATA_DIR: dataDir, ...(await emptyStore()) };
  const settings = readSettings({ PORT: '0', LOG_LEVEL: 'silent', ...store, ...environment });
  const begin = (): Promise<Running> => start(settings, { now: () => at, webFolder: WEB, readingChild: CHILD });
  let process = await begin();
  const server: TestServer = {
    get url() {
      return process.url;
    },
    dataDir,
    environment: store,
    get firstAccountUrl() {
      return process.firstAccountUrl;
    },
    setClock: (moment) => {
      at = DateTime.fromISO(moment, { zone: ZONE });
    },
    restart: async () => {
      await process.stop();
      process = await begin();
    },
    stop: async () => {
      if (!running.delete(server)) return;
      await process.stop();
      rmSync(folder, { recursive: true, force: true });
    },
  };
  running.add(server);
  return server;
}
