import { openEmbeddedStore, type EmbeddedStoreOptions } from './nedb/open-embedded-store';
import type { Store } from './store';

/** Where the store is, as the settings name it. */
export interface StorePlace {
  readonly dataDir: string;
  readonly store: { readonly kind: 'embedded' } | { readonly kind: 'postgres'; readonly url: string; readonly connections: number };
}

interface OpenStoreOptions {
  readonly key: Uint8Array;
  /** What was found damaged in the data folder. */
  readonly damaged: NonNullable<EmbeddedStoreOptions['report']>;
  /** Whether this node hears of what the others write. */
  readonly hearing: (code: 'store-lost' | 'store-back') => void;
}

/** Opens the store: the only place that knows which it is. */
export function openStore({ store, dataDir }: StorePlace, { key, damaged, hearing }: OpenStoreOptions): Promise<Store> {
  if (store.kind === 'embedded') return openEmbeddedStore({ dataDir, key, report: damaged });
  // Loaded where it is used: the driver costs a start that needs none of it.
  const { openPostgresStore } = require('./postgres/open-postgres-store') as typeof import('./postgres/open-postgres-store');
  return openPostgresStore({ url: store.url, connections: store.connections, key, report: hearing });
}
