import type { ConversationStore } from '../../src/domain/conversations/conversation-store';
import type { JsonObject } from '../../src/domain/json';

/** A store that a test may close and open again on the same data. */
export interface StoreUnderTest {
  readonly store: ConversationStore;
  /** Closes and opens anew: what is then there was on the disk. */
  reopen(): Promise<ConversationStore>;
}

const HOUR = 3_600_000;
const stamp = (activity: JsonObject, seq: number): JsonObject => ({ ...activity, id: `c|${seq}` });
const message = (text: string): JsonObject => ({ type: 'message', text });

/** What every store of conversations must do, whatever it keeps them in. `begin` gives an empty one. */
export function behavesAsConversationStore(begin: () => Promise<StoreUnderTest>): void {
  let store: ConversationStore;
  let reopen: () => Promise<ConversationStore>;
  const at = Date.now();

  beforeEach(async () => {
    const under = await begin();
    store = under.store;
    reopen = async () => (store = await under.reopen());
    await store.create({ id: 'c1', userId: 'dl_u1', startedAt: at });
  });

  const texts = async (watermark = 0, limit?: number) => (await store.activitiesAfter('c1', watermark, limit)).map(({ seq, activity }) => `${seq} ${String(activity.text)} ${String(activity.id)}`);

  test('a new conversation has a head and nothing in it', async () => {
    expect(await store.find('c1')).toEqual({ id: 'c1', userId: 'dl_u1', startedAt: at, lastAt: at, lastSeq: 0, greeted: false });
    expect(await store.activitiesAfter('c1', 0)).toEqual([]);
    expect(await store.state('c1')).toEqual({});
  });

  test('an id that is taken is refused, and what was there stays', async () => {
    await store.receive('c1', message('a'), { at, stamp });
    await expect(store.create({ id: 'c1', userId: 'dl_u2', startedAt: at })).rejects.toMatchObject({ code: 'conversation-exists' });
    expect(await texts()).toEqual(['1 a c|1']);
  });

  test.each(['c2', '', '../c1', 'c1/../c1', 'a'.repeat(65), 'æ', '.', 'c1\0'])('the id %j is unknown everywhere', async (id) => {
    expect(await store.find(id)).toBeNull();
    for (const call of [() => store.receive(id, message('a'), { at, stamp }), () => store.state(id), () => store.activitiesAfter(id, 0), () => store.completeTurn(id, { answers: null, replies: [], state: {} }, { at, stamp })]) {
      await expect(call()).rejects.toMatchObject({ code: 'conversation-unknown' });
    }
  });

  test('messages and replies count up together, and survive a restart in order', async () => {
    const first = await store.receive('c1', message('a'), { at: at + 1, stamp });
    expect(first).toMatchObject({ seq: 1, fresh: true, activity: { id: 'c|1' } });
    const replies = await store.completeTurn('c1', { answers: 1, replies: [message('b'), message('c')], state: { n: 1 } }, { at: at + 2, stamp });
    expect(replies.map(({ seq }) => seq)).toEqual([2, 3]);
    await store.receive('c1', message('d'), { at: at + 3, stamp });
    await reopen();
    expect(await texts()).toEqual(['1 a c|1', '2 b c|2', '3 c c|3', '4 d c|4']);
    expect(await store.state('c1')).toEqual({ n: 1 });
    expect(await store.find('c1')).toMatchObject({ lastSeq: 4, lastAt: at + 3 });
  });

  test('activities are given from a watermark on, at most so many', async () => {
    for (const text of ['a', 'b', 'c', 'd']) await store.receive('c1', message(text), { at, stamp });
    expect(await texts(2)).toEqual(['3 c c|3', '4 d c|4']);
    expect(await texts(1, 2)).toEqual(['2 b c|2', '3 c c|3']);
    expect(await texts(9)).toEqual([]);
  });

  test('the same client id is the same message, after a restart as well', async () => {
    await store.receive('c1', message('a'), { at, clientId: 'x', stamp });
    await reopen();
    expect(await store.receive('c1', message('a again'), { at, clientId: 'x', stamp })).toMatchObject({ seq: 1, fresh: false, activity: { text: 'a' } });
    expect(await store.receive('c1', message('b'), { at, clientId: 'y', stamp })).toMatchObject({ seq: 2, fresh: true });
    expect(await texts()).toHaveLength(2);
  });

  test('a turn that is completed twice counts once', async () => {
    await store.receive('c1', message('a'), { at, stamp });
    const first = await store.completeTurn('c1', { answers: 1, replies: [message('b')], state: { n: 1 } }, { at, stamp });
    await reopen();
    expect(await store.completeTurn('c1', { answers: 1, replies: [message('other')], state: { n: 2 } }, { at, stamp })).toEqual(first);
    expect(await store.state('c1')).toEqual({ n: 1 });
    expect(await texts()).toHaveLength(2);
  });

  test('the welcome is a turn that answers nothing; it marks the conversation greeted', async () => {
    await store.completeTurn('c1', { answers: null, replies: [message('welcome')], state: {} }, { at, stamp });
    await reopen();
    expect(await store.find('c1')).toMatchObject({ greeted: true, lastSeq: 1 });
  });

  test('what was not answered is found after a restart, and only that', async () => {
    await store.create({ id: 'c2', userId: 'dl_u2', startedAt: at });
    await store.receive('c1', message('answered'), { at, stamp });
    await store.completeTurn('c1', { answers: 1, replies: [], state: {} }, { at, stamp });
    await store.receive('c1', message('waiting'), { at, stamp });
    await store.receive('c2', message('waiting too'), { at, stamp });
    await reopen();
    const waiting = await store.unanswered();
    expect(waiting.map(({ conversationId, seq, activity }) => [conversationId, seq, activity.text]).sort()).toEqual([['c1', 2, 'waiting'], ['c2', 1, 'waiting too']]);
    await store.completeTurn('c1', { answers: 2, replies: [], state: {} }, { at, stamp });
    expect((await store.unanswered()).map(({ conversationId }) => conversationId)).toEqual(['c2']);
  });

  test('the memory after turns with and without replies is that of the last', async () => {
    for (const n of [1, 2, 3]) {
      const { seq } = await store.receive('c1', message(String(n)), { at, stamp });
      await store.completeTurn('c1', { answers: seq, replies: n === 2 ? [] : [message('r')], state: { n } }, { at, stamp });
    }
    await reopen();
    expect(await store.state('c1')).toEqual({ n: 3 });
  });

  test('fifty messages at once get fifty numbers without a gap, each kept once', async () => {
    const seqs = await Promise.all(Array.from({ length: 50 }, async (_, n) => (await store.receive('c1', message(`m${n}`), { at, clientId: `k${n}`, stamp })).seq));
    expect([...seqs].sort((a, b) => a - b)).toEqual(Array.from({ length: 50 }, (_, n) => n + 1));
    await reopen();
    expect(new Set((await store.activitiesAfter('c1', 0)).map(({ activity }) => activity.text)).size).toBe(50);
  });

  test('any JSON comes back as it was, odd keys included', async () => {
    const odd: JsonObject = { type: 'message', value: { $gt: '', 'a.b': [1, null, true], _id: 'x', ['__proto__x']: {} }, text: '𝄞 مرحبا \u0000 "quotes" \n line' };
    await store.receive('c1', odd, { at, stamp });
    await reopen();
    expect((await store.activitiesAfter('c1', 0))[0]?.activity).toEqual({ ...odd, id: 'c|1' });
  });

  test('writes and erasures are told of', async () => {
    const told: string[] = [];
    const stop = store.watch((id) => told.push(id));
    await store.receive('c1', message('a'), { at, stamp });
    await store.completeTurn('c1', { answers: 1, replies: [], state: {} }, { at, stamp });
    await store.erase('c1');
    stop();
    await store.create({ id: 'c9', userId: 'dl_u', startedAt: at });
    expect(told).toEqual(['c1', 'c1', 'c1']);
  });

  test('files are kept apart, and go with the conversation', async () => {
    const upload = { id: 'u1', name: 'brev æøå.pdf', contentType: 'application/pdf', bytes: Uint8Array.from([1, 2, 3, 0, 255]), receivedAt: at };
    await store.saveUpload('c1', upload);
    await reopen();
    expect(await store.findUpload('c1', 'u1')).toEqual(upload);
    expect(await store.findUpload('c1', '../u1')).toBeNull();
    await expect(store.saveUpload('c2', upload)).rejects.toMatchObject({ code: 'conversation-unknown' });
    await store.erase('c1');
    expect(await store.findUpload('c1', 'u1')).toBeNull();
  });

  test('an erased conversation is unknown at once and after a restart; erasing it again succeeds', async () => {
    await store.receive('c1', message('a'), { at, stamp });
    await store.erase('c1');
    await store.erase('c1');
    expect(await store.find('c1')).toBeNull();
    await expect(store.receive('c1', message('b'), { at, stamp })).rejects.toMatchObject({ code: 'conversation-unknown' });
    // By this a turn that waited behind the erasure knows that there is nobody to answer.
    await expect(store.state('c1')).rejects.toMatchObject({ code: 'conversation-unknown' });
    await reopen();
    expect(await store.find('c1')).toBeNull();
    expect(await store.unanswered()).toEqual([]);
  });

  test('what is older than the limits is erased, and nothing else', async () => {
    await store.create({ id: 'c2', userId: 'dl_u', startedAt: at });
    await store.receive('c2', message('later'), { at: at + 3 * HOUR, stamp });
    const upload = { id: 'old', name: 'a', contentType: 'text/plain', bytes: Uint8Array.from([1]), receivedAt: at };
    await store.saveUpload('c2', upload);
    await store.saveUpload('c2', { ...upload, id: 'new', receivedAt: at + 3 * HOUR });
    expect(await store.eraseOlderThan({ chatsBefore: at + 2 * HOUR, filesBefore: at + 2 * HOUR })).toEqual({ conversations: 1, uploads: 1 });
    expect(await store.find('c1')).toBeNull();
    expect(await store.find('c2')).not.toBeNull();
    expect(await store.findUpload('c2', 'old')).toBeNull();
    expect(await store.findUpload('c2', 'new')).not.toBeNull();
  });
}
