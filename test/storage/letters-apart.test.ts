import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { JsonObject } from '../../src/domain/json';
import { lettersApart } from '../../src/storage/letters-apart';
import { openEmbeddedStore, type EmbeddedStore } from '../../src/storage/nedb/open-embedded-store';
import { behavesAsConversationStore } from './conversation-store.contract';

const KEY = createHash('sha256').update('a key of the test').digest();
const HOUR = 3_600_000;
const at = Date.parse('2026-11-25T09:00Z');
const stamp = (activity: JsonObject, seq: number): JsonObject => ({ ...activity, id: `c|${seq}` });
const LETTER = 'BREV: Du får afslag.';

let folder: string;
let filesBefore: number;
let opened: EmbeddedStore[] = [];
const openStore = async () => {
  const store = await openEmbeddedStore({ dataDir: join(folder, 'data'), key: KEY });
  opened.push(store);
  return lettersApart(store.conversations, { isLetter: ({ text }) => typeof text === 'string' && text.startsWith('BREV'), placeholder: () => '[et brev]', now: () => at, filesBefore: () => filesBefore });
};
beforeEach(() => {
  filesBefore = at - HOUR;
  folder = mkdtempSync(join(tmpdir(), 'vejviser-letters-'));
});
afterEach(async () => {
  for (const store of opened) await store.close();
  opened = [];
  rmSync(folder, { recursive: true, force: true });
});

describe('a store with letters apart is a store', () =>
  behavesAsConversationStore(async () => ({ store: await openStore(), reopen: async () => (await opened.pop()?.close(), openStore()) })));

describe('the text of a letter', () => {
  async function conversation() {
    const store = await openStore();
    await store.create({ id: 'c1', userId: 'dl_1', startedAt: at });
    const received = await store.receive('c1', { type: 'message', text: LETTER }, { at, stamp });
    await store.completeTurn('c1', { answers: received.seq, replies: [{ type: 'message', text: `${LETTER} (mærket)` }, { type: 'message', text: 'Du får nej.' }], state: {} }, { at, stamp });
    return { store, received };
  }
  const texts = async (store: Awaited<ReturnType<typeof openStore>>) => (await store.activitiesAfter('c1', 0)).map(({ activity }) => activity.text);

  test('comes back to whoever reads, while it is kept', async () => {
    const { store, received } = await conversation();
    expect(received.activity.text).toBe(LETTER);
    expect(await texts(store)).toEqual([LETTER, `${LETTER} (mærket)`, 'Du får nej.']);
  });

  test('is gone with the files, while the chat stays', async () => {
    const { store } = await conversation();
    await store.eraseOlderThan({ chatsBefore: at - HOUR, filesBefore: at + HOUR });
    expect(await texts(store)).toEqual(['[et brev]', '[et brev]', 'Du får nej.']);
  });

  test('is not given out when its time is over, also where nothing has swept yet', async () => {
    const { store } = await conversation();
    filesBefore = at + 1;
    expect(await texts(store)).toEqual(['[et brev]', '[et brev]', 'Du får nej.']);
  });

  test('is found by a turn that is run again after a crash', async () => {
    const store = await openStore();
    await store.create({ id: 'c1', userId: 'dl_1', startedAt: at });
    await store.receive('c1', { type: 'message', text: LETTER }, { at, stamp });
    await opened.pop()?.close();
    expect((await (await openStore()).unanswered()).map(({ activity }) => activity.text)).toEqual([LETTER]);
  });

  test('goes with the conversation when that is erased', async () => {
    const { store } = await conversation();
    await store.erase('c1');
    expect(readdirSync(join(folder, 'data', 'uploads'))).toEqual([]);
  });
});
