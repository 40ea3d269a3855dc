import { createHash } from 'node:crypto';
import { DateTime } from 'luxon';
import { Client } from 'pg';
import { createAccounts } from '../../src/desk/people/accounts';
import { createCaseStatus } from '../../src/domain/cases/case-status-desk';
import type { JsonObject } from '../../src/domain/json';
import { startCaseNotices } from '../../src/notify/case-notices';
import { openPostgresStore } from '../../src/storage/postgres/open-postgres-store';
import type { Store } from '../../src/storage/store';
import { startCluster, type Cluster } from '../postgres/cluster';
import { aCase } from './case-repository.contract';

const KEY = createHash('sha256').update('a key of the test').digest();
const stamp = (activity: JsonObject, seq: number): JsonObject => ({ ...activity, id: `c|${seq}` });
const at = Date.now();

let cluster: Cluster;
let url: string;
let nodes: Store[] = [];
const reports: string[] = [];
beforeAll(async () => {
  cluster = await startCluster();
}, 60_000);
afterAll(() => cluster?.stop());
beforeEach(async () => {
  url = await cluster.database();
  reports.length = 0;
  // At once: the tables are made by one of them.
  nodes = await Promise.all(['a', 'b'].map((name) => openPostgresStore({ url, key: KEY, report: (code) => reports.push(`${name} ${code}`) })));
  await a().conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
});
afterEach(async () => {
  for (const node of nodes) await node.close();
});

const a = (): Store => nodes[0]!;
const b = (): Store => nodes[1]!;
/** Resolves when it holds; asks each time something may have changed. */
const eventually = async (holds: () => boolean | Promise<boolean>): Promise<void> => {
  while (!(await holds())) await new Promise((wake) => setTimeout(wake, 5));
};
const sql = async (text: string): Promise<readonly Record<string, unknown>[]> => {
  const client = new Client({ connectionString: url });
  await client.connect();
  try {
    return (await client.query(text)).rows as Record<string, unknown>[];
  } finally {
    await client.end();
  }
};

test('what one node writes, changes or erases the other hears of; what it wrote itself it tells once', async () => {
  const told: string[] = [];
  a().conversations.watch((id) => told.push(`a ${id}`));
  b().conversations.watch((id) => told.push(`b ${id}`));
  b().cases.watch((reference) => told.push(`b ${reference}`));
  await a().conversations.receive('c1', { type: 'message', text: 'Hej' }, { at, stamp });
  await a().cases.remove(['BR-2026-AAAAAA']);
  await a().conversations.erase('c1');
  await eventually(() => told.length >= 5);
  expect(told.filter((each) => each.startsWith('a'))).toEqual(['a c1', 'a c1']);
  expect(told.filter((each) => each.startsWith('b'))).toEqual(['b c1', 'b BR-2026-AAAAAA', 'b c1']);
});

test('a node that lost its ear looks for itself once it hears again, and is told that it had', async () => {
  let missed = 0;
  b().conversations.watch(() => undefined, () => (missed += 1));
  await sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vejviser-node'");
  await eventually(() => reports.includes('b store-back') && missed > 0);
  expect(reports.filter((each) => each.startsWith('b'))).toEqual(['b store-lost', 'b store-back']);
  const told: string[] = [];
  b().conversations.watch((id) => told.push(id));
  await a().conversations.receive('c1', { type: 'message', text: 'Hej' }, { at, stamp });
  await eventually(() => told.includes('c1'));
});

test('turns of a conversation run one at a time over both nodes; those of others do not wait', async () => {
  const order: string[] = [];
  let letGo: () => void = () => undefined;
  const held = a().conversations.alone('c1', () => new Promise<void>((resolve) => {
    order.push('a begins');
    letGo = () => (order.push('a ends'), resolve());
  }));
  await eventually(() => order.length === 1);
  const waits = b().conversations.alone('c1', async () => void order.push('b'));
  await b().conversations.alone('c2', async () => void order.push('another'));
  letGo();
  await Promise.all([held, waits]);
  expect(order).toEqual(['a begins', 'another', 'a ends', 'b']);
});

test('a node that lost its lock midway is refused where another has written a turn since: no memory is written over', async () => {
  const { seq } = await a().conversations.receive('c1', { type: 'message', text: 'en' }, { at, stamp });
  const second = await a().conversations.receive('c1', { type: 'message', text: 'to' }, { at, stamp });
  await expect(
    a().conversations.alone('c1', async () => {
      await sql("select pg_terminate_backend(pid) from pg_stat_activity where application_name = 'vejviser-node'");
      await eventually(() => reports.includes('b store-back'));
      await b().conversations.alone('c1', () => b().conversations.completeTurn('c1', { answers: second.seq, replies: [], state: { by: 'b' } }, { at, stamp }));
      return a().conversations.completeTurn('c1', { answers: seq, replies: [], state: { by: 'a' } }, { at, stamp });
    }),
  ).rejects.toMatchObject({ code: 'turn-overtaken' });
  expect(await b().conversations.state('c1')).toEqual({ by: 'b' });
  expect((await b().conversations.waiting('c1')).map((each) => each.seq)).toEqual([seq]);
});

test('both answer the same message: one turn is kept, and both are given its replies', async () => {
  const { seq } = await a().conversations.receive('c1', { type: 'message', text: 'Hej' }, { at, stamp });
  const answered = await Promise.all(nodes.map((node, nth) => node.conversations.completeTurn('c1', { answers: seq, replies: [{ type: 'message', text: `fra ${nth}` }], state: {} }, { at, stamp })));
  expect(answered[0]).toEqual(answered[1]);
  expect(await a().conversations.activitiesAfter('c1', seq)).toHaveLength(1);
});

test('the same client id on both nodes at once is one message', async () => {
  const received = await Promise.all(Array.from({ length: 10 }, (_, nth) => (nth % 2 === 0 ? a() : b()).conversations.receive('c1', { type: 'message', text: 'Hej' }, { at, clientId: 'x', stamp })));
  expect(new Set(received.map(({ seq }) => seq))).toEqual(new Set([1]));
  expect(received.filter(({ fresh }) => fresh)).toHaveLength(1);
});

test('entries of both nodes stand in one chain', async () => {
  const event = { at, actor: 'x', action: 'read' as const, references: [], purpose: 'case-work', hashes: [] };
  await Promise.all(Array.from({ length: 20 }, (_, nth) => (nth % 2 === 0 ? a() : b()).audit.append(event)));
  expect((await a().audit.all()).map(({ seq }) => seq)).toEqual(Array.from({ length: 20 }, (_, nth) => nth + 1));
  await expect(sql('delete from audit')).rejects.toThrow('only grows');
});

test('of twenty PINs tried at once on both nodes no more than five are looked at', async () => {
  const desks = nodes.map(({ cases, work }) => createCaseStatus({ cases, work, hash: (purpose, text) => createHash('sha256').update(purpose + text).digest(), now: () => DateTime.fromMillis(at), onLocked: () => undefined }));
  const answers = await Promise.all(Array.from({ length: 20 }, (_, nth) => desks[nth % 2]!.ask('BR-2026-AAAAAA', String(nth).padStart(6, '0'))));
  expect(answers.filter(({ kind }) => kind === 'wrong')).toHaveLength(5);
});

test('two accounts of one name made at once on both nodes are one; and so is the very first, and that of one subject', async () => {
  const both = nodes.map(({ accounts, work }) => createAccounts({ accounts, work, now: () => at }));
  const anne = { login: 'anne', name: 'Anne', role: 'administrator' as const, password: 'en lang sætning som adgangskode' };
  const firsts = await Promise.all(both.map((accounts) => accounts.makeFirst(anne)));
  expect(firsts.filter((made) => made !== null)).toHaveLength(1);
  const made = await Promise.allSettled(both.map((accounts) => accounts.make({ ...anne, login: 'bo' })));
  expect(made.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected']);
  const known = await Promise.all(both.map((accounts) => accounts.ofSubject('https://id.example 1', { login: 'carl', name: 'Carl', role: 'adviser' })));
  expect(new Set(known.map((account) => account?.id)).size).toBe(1);
});

test('the adviser is told of each case once, whichever node it came to, and however often the mail server refused', async () => {
  const told: string[] = [];
  let refusals = 3;
  const tellers = nodes.map(({ cases, work }) =>
    startCaseNotices({
      cases,
      work,
      send: async ({ subject }) => {
        if (refusals-- > 0) throw new Error('refused');
        told.push(subject);
      },
      notice: (reference) => ({ subject: reference, text: '' }),
      now: () => at,
      log: () => undefined,
      retryAfter: () => 5,
    }),
  );
  const references = ['AAAAAA', 'BBBBBB', 'CCCCCC', 'DDDDDD', 'EEEEEE', 'FFFFFF'].map((each) => `BR-2026-${each}`);
  for (const [nth, reference] of references.entries()) {
    await nodes[nth % 2]!.cases.add(aCase(reference));
    for (const teller of tellers) teller.wake();
  }
  await eventually(async () => (await a().cases.unnoticed()).length === 0);
  for (const teller of tellers) await teller.stop();
  expect(told.sort()).toEqual(references);
});

test('both nodes sweep at once: what is old is erased once', async () => {
  for (let nth = 0; nth < 30; nth++) await a().conversations.create({ id: `old${nth}`, userId: 'dl_u', startedAt: at - 1_000 });
  const swept = await Promise.all(nodes.map(({ conversations }) => conversations.eraseOlderThan({ chatsBefore: at - 500, filesBefore: 0 })));
  expect(swept.reduce((sum, { conversations }) => sum + conversations, 0)).toBe(30);
  expect(await b().conversations.find('old7')).toBeNull();
  expect(await b().conversations.find('c1')).not.toBeNull();
});

test('what is kept cannot be read without the key, nor moved to another place', async () => {
  await a().conversations.receive('c1', { type: 'message', text: 'jordbærgrød' }, { at, clientId: 'kanelsnegl', stamp });
  await a().conversations.completeTurn('c1', { answers: 1, replies: [{ type: 'message', text: 'flødebolle' }], state: { word: 'æbleskive' } }, { at, stamp });
  await a().conversations.saveUpload('c1', { id: 'u1', name: 'hindbærsnitte.pdf', contentType: 'application/pdf', bytes: Buffer.from('lakridskonfekt'), receivedAt: at });
  const tables = (await sql("select table_name from information_schema.tables where table_schema = 'public'")).map(({ table_name: name }) => String(name));
  for (const table of tables) {
    const text = JSON.stringify(await sql(`select t.*, encode(convert_to(t::text, 'UTF8'), 'escape') from ${table} t`));
    for (const word of ['jordbærgrød', 'flødebolle', 'æbleskive', 'kanelsnegl', 'hindbærsnitte', 'lakridskonfekt', 'dl_u']) {
      expect(text).not.toContain(word);
      expect(text).not.toContain(Buffer.from(word).toString('hex'));
    }
  }
  await sql("update activity set body = (select body from activity where seq = 2) where seq = 1");
  await expect(b().conversations.activitiesAfter('c1', 0)).rejects.toMatchObject({ code: 'store-corrupt' });
});

test('a commit that got no answer is looked up: what was acknowledged is there once, what was refused is not', async () => {
  const writes = Array.from({ length: 60 }, (_, nth) => a().conversations.receive('c1', { type: 'message', text: `m${nth}` }, { at, clientId: `k${nth}`, stamp }).then(() => ({ nth, end: 'kept' }), (fault: { code: string }) => ({ nth, end: fault.code })));
  await cluster.halt('immediate');
  await cluster.resume();
  const ended = await Promise.all(writes);
  const endedWith = (...ends: string[]) => ended.filter(({ end }) => ends.includes(end)).map(({ nth }) => `m${nth}`);
  await eventually(() => a().takesWrites());
  const texts = (await b().conversations.activitiesAfter('c1', 0)).map(({ activity }) => String(activity.text));
  expect(new Set(texts).size).toBe(texts.length);
  expect(endedWith('kept').filter((text) => !texts.includes(text))).toEqual([]);
  // How many get through is the machine's affair: one that is busy may be slower to restart than anybody waits.
  expect(texts.filter((text) => !endedWith('kept', 'store-unsure').includes(text))).toEqual([]);
  expect(endedWith('kept', 'store-unsure', 'store-failed')).toHaveLength(60);
});

test('tables of a later version are left alone', async () => {
  await sql("insert into schema_migration (number, name) values (99, 'later')");
  await expect(openPostgresStore({ url, key: KEY })).rejects.toMatchObject({ code: 'store-failed', message: expect.stringContaining('later version') });
});
