import { startCluster, type Cluster } from '../postgres/cluster';

/** `TEST_STORE=postgres` runs any suite on PostgreSQL. */
let onPostgres = process.env.TEST_STORE === 'postgres';
let cluster: Promise<Cluster> | null = null;

/** Servers that this file's tests start from now on keep all in PostgreSQL. */
export function keepInPostgres(): void {
  onPostgres = true;
}

/** The settings of a server whose store is empty. */
export async function emptyStore(): Promise<Record<string, string>> {
  if (!onPostgres) return {};
  cluster ??= startCluster();
  return { STORE: await (await cluster).schema(), STORE_CONNECTIONS: '8' };
}

export async function stopStores(): Promise<void> {
  await (await cluster)?.stop();
  cluster = null;
}
