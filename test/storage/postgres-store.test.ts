import { execFile } from 'node:child_process';
import { createHash } from 'node:crypto';
import { resolve } from 'node:path';
import { Client } from 'pg';
import { z } from 'zod';
import { SealedRows } from '../../src/storage/postgres/sealed-rows';
import { Database } from '../../src/storage/postgres/database';
import { checkAuditTable } from '../../src/storage/postgres/check-audit-table';
import { openPostgresStore } from '../../src/storage/postgres/open-postgres-store';
import { PostgresKeyedStore } from '../../src/storage/postgres/postgres-keyed-store';
import { secretBox } from '../../src/storage/secret-box';
import { deriveKey } from '../../src/storage/secret-key';
import type { Store } from '../../src/storage/store';
import { startCluster, type Cluster } from '../postgres/cluster';
import { anEvent, behavesAsAuditLog } from './audit-log.contract';
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

describe('the check of the audit table', () => {
  /** As someone does who may do everything in the database, and has not the key. */
  const tamper = async (sql: string): Promise<void> => {
    const client = new Client({ connectionString: url });
    await client.connect();
    await client.query(`alter table audit disable trigger user; ${sql}`).finally(() => client.end());
  };
  const filled = async (): Promise<string | undefined> => {
    const { audit } = await openStore();
    for (const at of [1, 2, 3, 4]) await audit.append(anEvent(at));
    return (await audit.all()).at(-1)?.hash;
  };

  test('finds it whole beside the store that writes it, and tells its head', async () => {
    const head = await filled();
    expect(await checkAuditTable(url, KEY)).toEqual({ kind: 'whole', entries: 4, head });
  });

  test.each<[string, string, object]>([
    ['a bit that was changed', 'update audit set body = set_byte(body, 40, get_byte(body, 40) # 1) where seq = 2', { kind: 'row-damaged', entry: 2 }],
    ['a row that was put in the place of another', 'update audit set body = (select body from audit where seq = 1) where seq = 3', { kind: 'row-damaged', entry: 3 }],
    ['a row that was taken out', 'delete from audit where seq = 2', { kind: 'chain-broken', entry: 2 }],
  ])('finds %s', async (_what, sql, found) => {
    await filled();
    await tamper(sql);
    expect(await checkAuditTable(url, KEY)).toEqual(found);
  });

  test('another key, and a database without a store, are told apart from damage', async () => {
    await expect(checkAuditTable(url, KEY)).rejects.toMatchObject({ code: 'not-found' });
    await filled();
    await expect(checkAuditTable(url, Buffer.alloc(32, 7))).rejects.toMatchObject({ code: 'key-invalid' });
  });

  test('is what the command does where STORE is a database', async () => {
    const secret = 'ab'.repeat(32);
    const { audit } = await openStore(deriveKey(Buffer.from(secret, 'hex'), 'storage'));
    await audit.append(anEvent(1));
    const check = () => new Promise<{ code: unknown; out: string }>((done) => execFile(process.execPath, [resolve(__dirname, '../../dist/cli/audit-check.js')], { encoding: 'utf8', env: { PATH: process.env.PATH, STORE: url, SECRET_KEY: secret } }, (fault, out) => done({ code: fault === null ? 0 : fault.code, out })));
    const whole = await check();
    expect([whole.code, JSON.parse(whole.out)]).toMatchObject([0, { kind: 'whole', entries: 1 }]);
    await tamper('update audit set body = set_byte(body, 40, get_byte(body, 40) # 1)');
    expect((await check()).code).toBe(1);
  });
});
