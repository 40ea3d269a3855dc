import { join } from 'node:path';
import { deriveKey, keyFileOf, loadSecretKey } from '../../src/storage/secret-key';
import { startCluster, type Cluster } from '../postgres/cluster';
import { freePort } from './free-port';
import { balancer, type Between } from './proxy';
import { startServer, stop, type ServerProcess } from './server-process';

/** Nodes on one database, behind a balancer. */
export interface Nodes {
  readonly cluster: Cluster;
  readonly store: string;
  /** Where clients speak to. */
  readonly url: string;
  /** The folder by which the judge finds the key; there are no data in it. */
  readonly dataDir: string;
  readonly running: readonly ServerProcess[];
  /** How many requests each node was given. */
  readonly passed: readonly number[];
  /** Starts a node that ended again, on its port. */
  restart(nth: number, environment?: Readonly<Record<string, string>>): Promise<ServerProcess>;
  stop(): Promise<void>;
}

interface NodesOptions {
  readonly folder: string;
  readonly count: number;
  readonly environment?: Readonly<Record<string, string>>;
  /** Something between the nodes and the database; gives the address that the nodes are told. */
  readonly between?: (store: string) => Promise<string>;
  /** What stands before the nodes; a balancer of our own, if not given. */
  readonly front?: (targets: readonly string[]) => Promise<Between & { readonly passed: readonly number[] }>;
  readonly durable?: boolean;
  readonly settings?: Readonly<Record<string, string>>;
}

export async function startNodes({ folder, count, environment: more = {}, between = async (store) => store, front: makeFront = balancer, durable, settings }: NodesOptions): Promise<Nodes> {
  const dataDir = join(folder, 'data');
  loadSecretKey({ secretKey: null, secretKeyFile: null, dataDir });
  const cluster = await startCluster({ ...(durable === undefined ? {} : { durable }), ...(settings === undefined ? {} : { settings }) });
  const running: ServerProcess[] = [];
  let front: (Between & { readonly passed: readonly number[] }) | null = null;
  const stopAll = async (): Promise<void> => {
    await Promise.allSettled(running.map(stop));
    await front?.close();
    await cluster.stop();
  };
  try {
    const store = await between(await cluster.database());
    const common = { STORE: store, SECRET_KEY_FILE: keyFileOf(dataDir), FAULT_DATABASE_PORT: String(new URL(store).port), ...more };
    const ports = await Promise.all(Array.from({ length: count }, freePort));
    const before = await makeFront(ports.map((port) => `http://127.0.0.1:${port}`));
    front = before;
    const publicUrl = before.url;
    const restart = async (nth: number, environment: Readonly<Record<string, string>> = {}): Promise<ServerProcess> =>
      (running[nth] = await startServer({ dataDir: join(folder, `node-${nth}`), port: ports[nth] ?? 0, environment: { ...common, PUBLIC_URL: publicUrl, ...environment } }));
    await Promise.all(ports.map((_, nth) => restart(nth)));
    return { cluster, store, url: publicUrl, dataDir, running, get passed() { return before.passed; }, restart, stop: stopAll };
  } catch (fault) {
    await stopAll();
    throw fault;
  }
}

/** What seals the store, for who looks into the database beside the nodes. */
export const storeKeyOf = (dataDir: string): Uint8Array => deriveKey(loadSecretKey({ secretKey: null, secretKeyFile: null, dataDir }).key, 'storage');
