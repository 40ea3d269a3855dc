import { createHash } from 'node:crypto';
import { z } from 'zod';
import { SealedRows } from '../../src/storage/postgres/sealed-rows';
import { Database } from '../../src/storage/postgres/database';
import { openPostgresStore } from '../../src/storage/postgres/open-postgres-store';
import { PostgresKeyedStore } from '../../src/storage/postgres/postgres-keyed-store';
import { secretBox } from '../../src/storage/secret-box';
import type { Store } from '../../src/storage/store';
import { startCluster, type Cluster } from '../postgres/cluster';
import { behavesAsAuditLog } from './audit-log.contract';
import { behavesAsCaseRepository } from './case-repository.contract';
import { behavesAsConversationStore } from './conversation-store.contract';
import { behavesAsKeyedStore, type Thing } from './keyed-store.contract';

const KEY = createHash('sha256').update('a key of the test').digest();
const Things: z.ZodType<Thing> = z.object({ word: z.string(), count: z.int() });

let cluster: Cluster;
let url: string;
let opened: Store[] = [];
beforeAll(async () => {
  cluster = await startCluster();
}, 60_000);
afterAll(() => cluster?.stop());
beforeEach(async () => {
  url = await cluster.schema();
});
afterEach(async () => {
  for (const store of opened) await store.close();
  opened = [];
});

const openStore = async (key: Uint8Array = KEY): Promise<Store> => {
  const store = await openPostgresStore({ url, key });
  opened.push(store);
  return store;
};
const reopened = async (): Promise<Store> => {
  await opened.pop()?.close();
  return openStore();
};

describe('conversations, in PostgreSQL', () => behavesAsConversationStore(async () => ({ store: (await openStore()).conversations, reopen: async () => (await reopened()).conversations })));
describe('cases, in PostgreSQL', () => behavesAsCaseRepository(async () => ({ cases: (await openStore()).cases, reopen: async () => (await reopened()).cases })));
describe('the audit log, in PostgreSQL', () => behavesAsAuditLog(async () => ({ log: (await openStore()).audit, reopen: async () => (await reopened()).audit })));
describe('things under an id, in PostgreSQL', () => {
  let database: Database | null = null;
  afterEach(() => database?.close());
  behavesAsKeyedStore(async () => {
    await openStore();
    const open = (): PostgresKeyedStore<Thing> => {
      database = new Database({ url });
      return new PostgresKeyedStore(database, new SealedRows(secretBox(KEY), KEY), 'thing', Things);
    };
    return { store: open(), reopen: async () => (await database?.close(), open()) };
  });
});
