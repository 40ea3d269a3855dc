import { spawnSync } from 'node:child_process';
import { createHash } from 'node:crypto';
import { appendFileSync, cpSync, mkdtempSync, readFileSync, readdirSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import * as fsPromises from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import Datastore from 'nedb-promises';
import type { JsonObject } from '../../src/domain/json';
import { openEmbeddedStore, type EmbeddedStore } from '../../src/storage/nedb/open-embedded-store';
import { secretBox } from '../../src/storage/secret-box';
import { deriveKey, keyFileOf, loadSecretKey } from '../../src/storage/secret-key';
import { behavesAsCaseRepository } from './case-repository.contract';
import { behavesAsConversationStore } from './conversation-store.contract';

const KEY = createHash('sha256').update('a key of the test').digest();
const stamp = (activity: JsonObject, seq: number): JsonObject => ({ ...activity, id: `c|${seq}` });
const message = (text: string): JsonObject => ({ type: 'message', text });
const at = Date.now();

let folder: string;
let opened: EmbeddedStore[] = [];
const openStore = async (dataDir = join(folder, 'data'), key: Uint8Array = KEY): Promise<EmbeddedStore> => {
  const store = await openEmbeddedStore({ dataDir, key });
  opened.push(store);
  return store;
};
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-store-'));
});
afterEach(async () => {
  jest.restoreAllMocks();
  for (const store of opened) await store.close();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

const reopening = (part: 'conversations' | 'cases') => async () => {
  const first = await openStore();
  return { first, [part]: first[part], reopen: async () => (await opened.pop()?.close(), (await openStore())[part]) };
};

describe('conversations', () =>
  behavesAsConversationStore(async () => {
    const { first, reopen } = await reopening('conversations')();
    return { store: first.conversations, reopen: reopen as () => Promise<typeof first.conversations> };
  }));
describe('cases', () =>
  behavesAsCaseRepository(async () => {
    const { first, reopen } = await reopening('cases')();
    return { cases: first.cases, reopen: reopen as () => Promise<typeof first.cases> };
  }));

const dataFile = (id: string) => join(folder, 'data', 'conversations', `${id}.db`);
const journalFile = () => {
  const below = join(folder, 'data', 'journal');
  const [name] = readdirSync(below).filter((each) => each.endsWith('.log')).sort().reverse();
  return join(below, name ?? 'none');
};
/** Closes as a crash does: what only the journal has stays there. */
const crash = async (store: EmbeddedStore): Promise<void> => {
  const kept = `${folder}-kept`;
  cpSync(join(folder, 'data'), kept, { recursive: true });
  await store.close();
  rmSync(join(folder, 'data'), { recursive: true });
  renameSync(kept, join(folder, 'data'));
  rmSync(join(folder, 'data', 'lock.json'));
  opened = [];
};
const filesBelow = (path: string): string[] => readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile()).map((entry) => join(entry.parentPath, entry.name));

describe('one process alone (quality finding 1)', () => {
  test('a second open of the folder is refused while the first lives, naming its pid', async () => {
    await openStore();
    await expect(openStore()).rejects.toMatchObject({ code: 'store-locked', message: expect.stringContaining(String(process.pid)) });
  });

  test('the lock of a process that is gone is taken over; so is one of the same pid after a restart of the machine', async () => {
    const { pid } = spawnSync(process.execPath, ['-e', '']);
    const store = await openStore();
    await store.close();
    opened = [];
    const boot = readFileSync('/proc/sys/kernel/random/boot_id', 'utf8').trim();
    for (const holder of [{ pid, boot, started: '1' }, { pid: process.pid, boot: 'another', started: '1' }, { pid: process.pid, boot, started: 'another' }]) {
      writeFileSync(join(folder, 'data', 'lock.json'), JSON.stringify(holder));
      await (await openStore()).close();
      opened = [];
    }
  });

  test('a lock file torn by a power cut locks nobody out', async () => {
    await (await openStore()).close();
    opened = [];
    writeFileSync(join(folder, 'data', 'lock.json'), '{"pid":12');
    await openStore();
  });
});

describe('on the disk before it is acknowledged (quality finding 2)', () => {
  test('every write is followed by fdatasync on that very file before its promise resolves', async () => {
    const { conversations, cases } = await openStore();
    await conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
    const probe = await fsPromises.open(journalFile(), 'r');
    const handles = Object.getPrototypeOf(probe) as { datasync: () => Promise<void> };
    await probe.close();
    const order: string[] = [];
    const real = handles.datasync;
    jest.spyOn(handles, 'datasync').mockImplementation(async function (this: unknown) {
      await real.call(this);
      order.push('on disk');
    });
    await conversations.receive('c1', message('a'), { at, stamp }).then(() => order.push('acknowledged'));
    await conversations.completeTurn('c1', { answers: 1, replies: [], state: {} }, { at, stamp }).then(() => order.push('acknowledged'));
    await cases.savePinAttempts('BR-2026-AAAAAA', { failed: 1, lockedUntil: null, locks: 0 }).then(() => order.push('acknowledged'));
    expect(order).toEqual(['on disk', 'acknowledged', 'on disk', 'acknowledged', 'on disk', 'acknowledged']);
  });
});

describe('a torn tail (quality finding 3)', () => {
  test.each([
    ['the journal', crash, journalFile],
    ['its own file', (store: EmbeddedStore) => store.close(), () => dataFile('c1')],
  ])('cut anywhere in the last line of %s, a conversation of three lines opens, and only the torn line is missing', async (_what, end, fileOf) => {
    const first = await openStore();
    await first.conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
    await first.conversations.receive('c1', message('kept'), { at, stamp });
    await first.conversations.receive('c1', message('torn'), { at, stamp });
    await end(first);
    opened = [];
    cpSync(join(folder, 'data'), join(folder, 'as it was'), { recursive: true });
    const bytes = readFileSync(fileOf());
    const whole = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
    // Without its end alone, a line is whole.
    for (let size = whole; size < bytes.length - 1; size += size > bytes.length - 4 ? 1 : 23) {
      rmSync(join(folder, 'data'), { recursive: true });
      cpSync(join(folder, 'as it was'), join(folder, 'data'), { recursive: true });
      writeFileSync(fileOf(), bytes.subarray(0, size));
      const { conversations, close } = await openStore();
      expect((await conversations.activitiesAfter('c1', 0)).map(({ activity }) => activity.text)).toEqual(['kept']);
      expect(await conversations.receive('c1', message('after'), { at, stamp })).toMatchObject({ seq: 2 });
      await close();
      opened = [];
      expect((await (await openStore()).conversations.activitiesAfter('c1', 0)).map(({ activity }) => activity.text)).toEqual(['kept', 'after']);
      await opened.pop()?.close();
      if (size > whole) expect(filesBelow(join(folder, 'data')).filter((file) => file.endsWith('.torn'))).toHaveLength(1);
    }
  }, 30_000);

  test('a changed bit anywhere in the journal is found; what is not the changed line is there', async () => {
    const first = await openStore();
    for (const id of ['c1', 'c2']) await first.conversations.create({ id, userId: 'dl_u', startedAt: at });
    for (const [id, text] of [['c1', 'a'], ['c2', 'b']] as const) await first.conversations.receive(id, message(text), { at, stamp });
    await crash(first);
    cpSync(join(folder, 'data'), join(folder, 'as it was'), { recursive: true });
    const bytes = readFileSync(journalFile());
    const last = bytes.lastIndexOf('\n', bytes.length - 2) + 1;
    for (let place = last; place < bytes.length - 1; place += 31) {
      rmSync(join(folder, 'data'), { recursive: true });
      cpSync(join(folder, 'as it was'), join(folder, 'data'), { recursive: true });
      const changed = Buffer.from(bytes);
      changed[place] = (changed[place] ?? 0) ^ 4;
      writeFileSync(journalFile(), changed);
      const report = jest.fn();
      const store = await openEmbeddedStore({ dataDir: join(folder, 'data'), key: KEY, report });
      opened.push(store);
      expect((await store.conversations.activitiesAfter('c1', 0)).map(({ activity }) => activity.text)).toEqual(['a']);
      expect(await store.conversations.activitiesAfter('c2', 0)).toEqual([]);
      expect(report).toHaveBeenCalledWith('journal-damaged', expect.objectContaining({ lines: 1 }));
      await store.close();
      opened = [];
    }
  }, 30_000);

  test('a tail of NULs is cut as well', async () => {
    const { conversations, close } = await openStore();
    await conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
    await close();
    opened = [];
    appendFileSync(dataFile('c1'), Buffer.alloc(4096));
    expect(await (await openStore()).conversations.find('c1')).toMatchObject({ id: 'c1' });
  });

  test('damage in the middle is told of, never passed over; other conversations go on', async () => {
    const { conversations, close } = await openStore();
    for (const id of ['c1', 'c2']) await conversations.create({ id, userId: 'dl_u', startedAt: at });
    for (const text of ['a', 'b', 'c']) await conversations.receive('c1', message(text), { at, stamp });
    await close();
    opened = [];
    const bytes = readFileSync(dataFile('c1'));
    bytes[40] = (bytes[40] ?? 0) ^ 1;
    writeFileSync(dataFile('c1'), bytes);
    const again = (await openStore()).conversations;
    await expect(again.find('c1')).rejects.toMatchObject({ code: 'store-corrupt', message: expect.stringContaining('backup') });
    expect(await again.find('c2')).not.toBeNull();
  });

  test('damage in the middle of the cases stops the start', async () => {
    const store = await openStore();
    for (const reference of ['BR-2026-AAAAAA', 'BR-2026-BBBBBB']) await store.cases.savePinAttempts(reference, { failed: 1, lockedUntil: null, locks: 0 });
    await store.close();
    opened = [];
    const file = join(folder, 'data', 'pin-attempts.db');
    const bytes = readFileSync(file);
    bytes[20] = (bytes[20] ?? 0) ^ 1;
    writeFileSync(file, bytes);
    await expect(openStore()).rejects.toMatchObject({ code: 'store-corrupt' });
  });
});

describe('a full disk', () => {
  const nedbStorage = jest.requireActual<{ appendFileAsync: (path: string, text: string, options: object) => Promise<void> }>('@seald-io/nedb/lib/storage.js');
  /** From now on, half of what is written to the journal gets there, and the rest has no room. */
  const fillUp = async (): Promise<jest.SpyInstance> => {
    const probe = await fsPromises.open(journalFile(), 'r');
    const handles = Object.getPrototypeOf(probe) as { appendFile: (text: string) => Promise<void> };
    await probe.close();
    const real = handles.appendFile;
    return jest.spyOn(handles, 'appendFile').mockImplementation(async function (this: unknown, text: string) {
      await real.call(this, text.slice(0, text.length / 2));
      throw Object.assign(new Error('no space left on device'), { code: 'ENOSPC' });
    });
  };

  test('refuses the write, leaves half a line behind, and takes writes again when there is room; nothing acknowledged is lost', async () => {
    const store = await openStore();
    await store.conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
    await store.conversations.receive('c1', message('before'), { at, stamp });
    const full = await fillUp();
    await expect(store.conversations.receive('c1', message('refused'), { at, stamp })).rejects.toMatchObject({ code: 'store-failed' });
    expect(store.healthy()).toBe(false);
    expect((await store.conversations.activitiesAfter('c1', 0)).map(({ activity }) => activity.text)).toEqual(['before']);
    full.mockRestore();
    expect(await store.conversations.receive('c1', message('after'), { at, stamp })).toMatchObject({ seq: 2 });
    expect(store.healthy()).toBe(true);
    await crash(store);
    const again = (await openStore()).conversations;
    expect((await again.activitiesAfter('c1', 0)).map(({ activity }) => activity.text)).toEqual(['before', 'after']);
  });

  test('that gets room again is noticed without a citizen who tries', async () => {
    const store = await openStore();
    await store.conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
    const full = await fillUp();
    await expect(store.conversations.receive('c1', message('refused'), { at, stamp })).rejects.toMatchObject({ code: 'store-failed' });
    expect(store.healthy()).toBe(false);
    full.mockRestore();
    expect(await store.takesWrites()).toBe(true);
    expect(store.healthy()).toBe(true);
  });

  test('a case that was refused is not found by its key: nobody is told that it was sent', async () => {
    const { cases } = await openStore();
    const full = jest.spyOn(nedbStorage, 'appendFileAsync').mockRejectedValue(Object.assign(new Error('no space left on device'), { code: 'ENOSPC' }));
    await expect(cases.savePinAttempts('BR-2026-AAAAAA', { failed: 1, lockedUntil: null, locks: 0 })).rejects.toMatchObject({ code: 'store-failed' });
    expect(await cases.pinAttempts('BR-2026-AAAAAA')).toMatchObject({ failed: 0 });
    full.mockRestore();
    await cases.savePinAttempts('BR-2026-AAAAAA', { failed: 3, lockedUntil: null, locks: 0 });
    expect(await cases.pinAttempts('BR-2026-AAAAAA')).toMatchObject({ failed: 3 });
  });
});

describe('what lies on the disk', () => {
  test('can be read by nobody else, and holds no word in the clear; after an erase nothing of it is left', async () => {
    const { conversations } = await openStore();
    await conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
    await conversations.receive('c1', message('jordbærgrød'), { at, stamp });
    await conversations.completeTurn('c1', { answers: 1, replies: [message('flødebolle')], state: { word: 'æbleskive' } }, { at, stamp });
    await conversations.saveUpload('c1', { id: 'u1', name: 'kanelsnegl.pdf', contentType: 'application/pdf', bytes: Buffer.from('hindbærsnitte'), receivedAt: at });
    await conversations.eraseOlderThan({ chatsBefore: 0, filesBefore: 0 });
    await conversations.receive('c1', message('lakridskonfekt'), { at, stamp });
    const files = filesBelow(join(folder, 'data'));
    for (const file of files) {
      const bytes = readFileSync(file).toString('latin1');
      for (const word of ['jordbærgrød', 'flødebolle', 'æbleskive', 'kanelsnegl', 'hindbærsnitte', 'lakridskonfekt']) expect(bytes).not.toContain(Buffer.from(word).toString('latin1'));
      expect(statSync(file).mode & 0o777).toBe(0o600);
    }
    for (const each of ['data', 'data/conversations', 'data/uploads', 'data/uploads/c1']) expect(statSync(join(folder, each)).mode & 0o777).toBe(0o700);
    const before = files.filter((file) => file.includes('c1'));
    expect(before.length).toBe(2);
    expect(readFileSync(journalFile(), 'latin1')).toContain('c1 ');
    await conversations.erase('c1');
    expect(filesBelow(join(folder, 'data')).filter((file) => file.includes('c1') || readFileSync(file, 'latin1').includes('c1 '))).toEqual([]);
  });

  test('another key is refused before anything is read as damage', async () => {
    await (await openStore()).close();
    opened = [];
    await expect(openStore(undefined, createHash('sha256').update('another').digest())).rejects.toMatchObject({ code: 'key-invalid' });
  });
});

describe('the key', () => {
  const source = (more: object = {}) => ({ secretKey: null, secretKeyFile: null, dataDir: join(folder, 'data'), ...more });

  test('is made once beside the data, readable by its owner alone, and found again', () => {
    const made = loadSecretKey(source());
    expect(made.origin).toBe('made');
    expect(statSync(keyFileOf(join(folder, 'data'))).mode & 0o777).toBe(0o600);
    expect(loadSecretKey(source())).toEqual({ key: made.key, origin: 'found' });
  });

  test('is never made anew where there are data', async () => {
    await openStore();
    expect(() => loadSecretKey(source())).toThrow(expect.objectContaining({ code: 'key-invalid', message: expect.stringContaining('Put the key back') }));
  });

  test.each([
    ['64 hex digits', 'ab'.repeat(32)],
    ['base64 of 32 bytes', Buffer.alloc(32, 7).toString('base64')],
    ['base64url of 48 bytes', Buffer.alloc(48, 251).toString('base64url')],
  ])('may be %s', (_kind, secretKey) => expect(loadSecretKey(source({ secretKey })).key.length).toBeGreaterThanOrEqual(32));

  test.each(['short', 'ab'.repeat(31), 'not base64 at all but rather long, is it not, yes', ' '])('%j is refused with a remedy', (secretKey) =>
    expect(() => loadSecretKey(source({ secretKey }))).toThrow(/openssl rand -hex 32/),
  );

  test('differs for each purpose', () => expect(Buffer.from(deriveKey(KEY, 'a')).equals(Buffer.from(deriveKey(KEY, 'b')))).toBe(false));
});

test('conversations let go when idle come back as they were', async () => {
  const store = await openEmbeddedStore({ dataDir: join(folder, 'data'), key: KEY, openAtMost: 2 });
  opened.push(store);
  for (const id of ['c1', 'c2', 'c3', 'c4']) {
    await store.conversations.create({ id, userId: 'dl_u', startedAt: at });
    await store.conversations.receive(id, message(id), { at, stamp });
  }
  for (const id of ['c1', 'c2', 'c3', 'c4']) expect((await store.conversations.activitiesAfter(id, 0)).map(({ activity }) => activity.text)).toEqual([id]);
});

test.each([['the journal', {}], ['its file', { journalBytes: 1 }], ['both, let go of between', { openAtMost: 1 }]])('what was said before the last message is read from %s', async (_where, options) => {
  const store = await openEmbeddedStore({ dataDir: join(folder, 'data'), key: KEY, ...options });
  opened.push(store);
  const { conversations } = store;
  for (const id of ['c1', 'c2']) await conversations.create({ id, userId: 'dl_u', startedAt: at });
  const said = Array.from({ length: 5 }, (_, nth) => `besked ${nth}`);
  for (const text of said) {
    for (const id of ['c1', 'c2']) {
      const { seq } = await conversations.receive(id, message(text), { at, clientId: text, stamp });
      await conversations.completeTurn(id, { answers: seq, replies: [message(`svar på ${text}`)], state: { text } }, { at, stamp });
    }
  }
  const texts = async (after: number, limit?: number) => (await conversations.activitiesAfter('c1', after, limit)).map(({ seq, activity }) => `${seq} ${String(activity.text)}`);
  const all = said.flatMap((text, nth) => [`${2 * nth + 1} ${text}`, `${2 * nth + 2} svar på ${text}`]);
  expect(await texts(0)).toEqual(all);
  expect(await texts(3, 2)).toEqual(all.slice(3, 5));
  expect(await texts(8)).toEqual(all.slice(8));
  // What is sent again is known however long ago it was.
  expect(await conversations.receive('c1', message('besked 0'), { at, clientId: 'besked 0', stamp })).toMatchObject({ seq: 1, fresh: false, activity: { text: 'besked 0' } });
  expect(await conversations.completeTurn('c1', { answers: 1, replies: [], state: {} }, { at, stamp })).toMatchObject([{ seq: 2, activity: { text: 'svar på besked 0' } }]);
  expect(await conversations.state('c1')).toEqual({ text: 'besked 4' });
});

test('what only the journal has comes back: messages, answers, memory, and what waits for an answer', async () => {
  const store = await openStore();
  for (const id of ['c1', 'c2']) {
    await store.conversations.create({ id, userId: 'dl_u', startedAt: at });
    await store.conversations.receive(id, message('a'), { at, stamp });
  }
  await store.conversations.completeTurn('c1', { answers: 1, replies: [message('b')], state: { n: 1 } }, { at, stamp });
  await crash(store);
  const { conversations } = await openStore();
  expect((await conversations.unanswered()).map(({ conversationId, seq }) => `${conversationId} ${seq}`)).toEqual(['c2 1']);
  expect((await conversations.activitiesAfter('c1', 0)).map(({ activity }) => activity.text)).toEqual(['a', 'b']);
  expect(await conversations.state('c1')).toEqual({ n: 1 });
});

test('a message that waits is found after its journal was emptied; one that was answered since is not', async () => {
  const store = await openEmbeddedStore({ dataDir: join(folder, 'data'), key: KEY, journalBytes: 1 });
  opened.push(store);
  for (const id of ['c1', 'c2']) {
    await store.conversations.create({ id, userId: 'dl_u', startedAt: at });
    await store.conversations.receive(id, message('a'), { at, stamp });
  }
  await store.conversations.eraseOlderThan({ chatsBefore: 0, filesBefore: 0 });
  await store.conversations.completeTurn('c1', { answers: 1, replies: [], state: {} }, { at, stamp });
  await crash(store);
  expect((await (await openStore()).conversations.unanswered()).map(({ conversationId }) => conversationId)).toEqual(['c2']);
});

test('what is left of a conversation whose erasing was cut short is nobody’s', async () => {
  const store = await openStore();
  await store.conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
  await store.conversations.eraseOlderThan({ chatsBefore: 0, filesBefore: 0 });
  await store.conversations.receive('c1', message('a'), { at, stamp });
  await crash(store);
  rmSync(dataFile('c1'));
  const again = await openStore();
  expect(await again.conversations.unanswered()).toEqual([]);
  expect(await again.conversations.find('c1')).toBeNull();
  await again.close();
  opened = [];
  expect(filesBelow(join(folder, 'data')).filter((file) => readFileSync(file, 'latin1').includes('c1 '))).toEqual([]);
});

test('a line that is missing between others is damage, though every line opens', async () => {
  const store = await openStore();
  await store.conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
  for (const text of ['a', 'b', 'c']) await store.conversations.receive('c1', message(text), { at, stamp });
  await store.close();
  opened = [];
  const lines = readFileSync(dataFile('c1'), 'latin1').split('\n');
  writeFileSync(dataFile('c1'), [...lines.slice(0, 2), ...lines.slice(3)].join('\n'));
  await expect((await openStore()).conversations.find('c1')).rejects.toMatchObject({ code: 'store-corrupt' });
});

test('a conversation’s file is one of NeDB’s', async () => {
  const store = await openStore();
  await store.conversations.create({ id: 'c1', userId: 'dl_u', startedAt: at });
  await store.conversations.receive('c1', message('a'), { at, stamp });
  await store.close();
  opened = [];
  const box = secretBox(KEY);
  const hooks = { afterSerialization: (line: string) => box.seal(line), beforeDeserialization: (line: string) => box.open(line) };
  const db = Datastore.create({ filename: dataFile('c1'), ...hooks } as Parameters<typeof Datastore.create>[0]);
  expect(await db.find({ kind: 'message' })).toMatchObject([{ seq: 1, body: JSON.stringify({ ...message('a'), id: 'c|1' }) }]);
});
