import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { NEW_DESK_FILE } from '../../src/domain/cases/desk-file';
import { makeHandoffCase } from '../../src/domain/cases/make-handoff-case';
import type { JsonObject } from '../../src/domain/json';
import { openEmbeddedStore } from '../../src/storage/nedb/open-embedded-store';
import { openMoveTarget } from '../../src/storage/postgres/open-move-target';
import { openPostgresStore } from '../../src/storage/postgres/open-postgres-store';
import { deriveKey } from '../../src/storage/secret-key';
import { startCluster, type Cluster } from '../postgres/cluster';
import { anEvent } from './audit-log.contract';

const MIGRATE = resolve(__dirname, '../../dist/cli/migrate.js');
const FAULT_POINTS = resolve(__dirname, '../harness/fault-points.cjs');
const HEX = 'ab'.repeat(32);
const stamp = (activity: JsonObject, seq: number): JsonObject => ({ ...activity, id: `c|${seq}` });
const at = 1_764_000_000_000;

let cluster: Cluster;
let folder: string;
let dataDir: string;
let key: Uint8Array;
beforeAll(async () => {
  cluster = await startCluster();
}, 60_000);
afterAll(() => cluster?.stop());
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-migrate-'));
  dataDir = join(folder, 'data');
  key = deriveKey(Buffer.from(HEX, 'hex'), 'storage');
  await fill();
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** Something of every kind, some of it in the journal alone. */
async function fill(): Promise<void> {
  const store = await openEmbeddedStore({ dataDir, key });
  for (const id of ['c1', 'c2', 'c3']) {
    await store.conversations.create({ id, userId: `dl_${id}`, startedAt: at });
    await store.conversations.completeTurn(id, { answers: null, replies: [{ type: 'message', text: 'Velkommen' }], state: { n: 0 } }, { at, stamp });
    const { seq } = await store.conversations.receive(id, { type: 'message', text: `æøå \u0000 ${id}` }, { at: at + 1, clientId: `k-${id}`, stamp });
    if (id !== 'c3') await store.conversations.completeTurn(id, { answers: seq, replies: [{ type: 'message', text: 'a' }, { type: 'message', text: 'b' }], state: { n: 1 } }, { at: at + 2, stamp });
  }
  await store.conversations.saveUpload('c1', { id: 'u1', name: 'brev æøå.pdf', contentType: 'application/pdf', bytes: Uint8Array.from([0, 1, 2, 255]), receivedAt: at });
  const answers = { about: 'Min sag', name: 'Fatma', phone: '+4520218988', when: 'tirsdag', mayLeaveMessage: true };
  for (const [nth, reference] of ['BR-2026-BBBBBB', 'BR-2026-AAAAAA'].entries()) {
    const handoff = makeHandoffCase({ form: 'callback', answers, language: 'da', noticeVersion: 'n1', transcript: [], letter: null }, reference, '2026-11-24T10:00:00.000+01:00');
    await store.cases.add({ handoff, pinHmac: 'ab', idempotencyKey: `c${nth}:callback:1`, noticedAt: nth === 0 ? 5 : null, desk: NEW_DESK_FILE });
  }
  await store.cases.savePinAttempts('BR-2026-AAAAAA', { failed: 2, lockedUntil: null, locks: 1 });
  await store.sessions.add('s1', { id: 's1', accountId: 'a1', startedAt: at, usedAt: at, confirmedAt: 0, list: '' });
  for (const each of [1, 2, 3]) await store.audit.append(anEvent(each));
  await store.close();
}

interface Ran {
  /** Null when it was killed. */
  readonly code: number | null;
  readonly said: { readonly same?: boolean; readonly differ?: readonly string[]; readonly [kind: string]: unknown };
  readonly errors: string;
}

/** `killedAt`: a point of fault-points.cjs at which the process is ended at once. */
async function migrate(to: string, killedAt?: string): Promise<Ran> {
  const faults = killedAt === undefined ? { args: [], environment: {} } : { args: ['--require', FAULT_POINTS], environment: { FAULT_POINT: killedAt, FAULT_DATABASE_PORT: new URL(to).port } };
  const child = spawn(process.execPath, [...faults.args, MIGRATE, '--from', dataDir, '--to', to], { env: { PATH: process.env.PATH, SECRET_KEY: HEX, ...faults.environment } });
  let out = '';
  let errors = '';
  child.stdout.on('data', (chunk: Buffer) => (out += chunk.toString()));
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, said: out === '' ? {} : (JSON.parse(out) as Ran['said']), errors };
}

test('all of an installation is there afterwards: what was said, what waits, files, cases in their order, the chain', async () => {
  const url = await cluster.schema();
  const { code, said, errors } = await migrate(url);
  expect({ code, errors }).toEqual({ code: 0, errors: '' });
  expect(said).toMatchObject({ same: true, differ: [], conversation: expect.stringMatching(/^3 /), upload: expect.stringMatching(/^1 /), case: expect.stringMatching(/^2 /), 'pin-attempts': expect.stringMatching(/^1 /), session: expect.stringMatching(/^1 /), audit: expect.stringMatching(/^3 /) });
  const store = await openPostgresStore({ url, key });
  try {
    expect((await store.conversations.activitiesAfter('c1', 0)).map(({ activity }) => activity.text)).toEqual(['Velkommen', 'æøå \u0000 c1', 'a', 'b']);
    expect(await store.conversations.find('c1')).toEqual({ id: 'c1', userId: 'dl_c1', startedAt: at, lastAt: at + 2, lastSeq: 4, greeted: true });
    expect((await store.conversations.unanswered()).map(({ conversationId, seq }) => `${conversationId} ${seq}`)).toEqual(['c3 2']);
    // The same message again under its client's id, and the same turn again, add nothing.
    expect(await store.conversations.receive('c1', { type: 'message', text: 'x' }, { at, clientId: 'k-c1', stamp })).toMatchObject({ seq: 2, fresh: false });
    expect((await store.conversations.completeTurn('c1', { answers: 2, replies: [], state: {} }, { at, stamp })).map(({ seq }) => seq)).toEqual([3, 4]);
    expect((await store.conversations.findUpload('c1', 'u1'))?.bytes).toEqual(Uint8Array.from([0, 1, 2, 255]));
    expect((await store.cases.list()).map(({ handoff }) => handoff.reference)).toEqual(['BR-2026-AAAAAA', 'BR-2026-BBBBBB']);
    expect((await store.cases.unnoticed()).map(({ handoff }) => handoff.reference)).toEqual(['BR-2026-AAAAAA']);
    expect(await store.cases.findByIdempotencyKey('c0:callback:1')).not.toBeNull();
    expect((await store.audit.append(anEvent(4))).seq).toBe(4);
  } finally {
    await store.close();
  }
});

test('a move that was cut short goes on where it was; a second one changes nothing', async () => {
  const url = await cluster.schema();
  const source = await openEmbeddedStore({ dataDir, key });
  const target = await openMoveTarget({ url, key });
  let taken = 0;
  for await (const record of source.everything((id) => target.clientKeyOf(id))) {
    if (taken++ === 5) break;
    await target.take(record);
  }
  await target.close();
  await source.close();
  const first = await migrate(url);
  const second = await migrate(url);
  expect([first.code, second.code]).toEqual([0, 0]);
  expect({ ...second.said, seconds: 0 }).toEqual({ ...first.said, seconds: 0 });
});

test('killed again and again it goes on where it was: once the tables were made, amid a record, and after one', async () => {
  const url = await cluster.schema();
  // The first two commits of each run are the tables' and the key's.
  for (const point of ['commit.after:1', 'commit.before:4', 'commit.after:6']) expect((await migrate(url, point)).code).toBeNull();
  const { code, said } = await migrate(url);
  expect([code, said]).toMatchObject([0, { same: true, differ: [], conversation: expect.stringMatching(/^3 /), audit: expect.stringMatching(/^3 /) }]);
});

test('a database that has lived on since is not written over, and one with something more is not called the same', async () => {
  const url = await cluster.schema();
  await migrate(url);
  const store = await openPostgresStore({ url, key });
  await store.conversations.create({ id: 'c9', userId: 'dl_9', startedAt: at });
  expect(await migrate(url)).toMatchObject({ code: 1, said: { same: false, differ: ['conversation'] } });
  await store.conversations.receive('c1', { type: 'message', text: 'mere' }, { at, stamp });
  await store.close();
  expect(await migrate(url)).toMatchObject({ code: 2, errors: expect.stringContaining('Move into an empty database') });
});

test('a folder without data, and another key, are refused with a remedy', async () => {
  const url = await cluster.schema();
  await migrate(url);
  const other = join(folder, 'other');
  const kept = await openEmbeddedStore({ dataDir: other, key });
  await kept.close();
  const with2 = await openPostgresStore({ url, key: Buffer.alloc(32, 7) }).then(() => null, (fault: unknown) => fault);
  expect(with2).toMatchObject({ code: 'key-invalid' });
  rmSync(dataDir, { recursive: true });
  writeFileSync(`${dataDir}.key`, HEX);
  expect(await migrate(url)).toMatchObject({ code: 2, errors: expect.stringContaining('There are no data') });
});
