import { once } from 'node:events';
import { EchoServer } from './echo-server';
import { aFault, Ear, handshake, Line, message, type Started } from './line';

let server: EchoServer;
let line: Line;
beforeAll(async () => {
  server = await EchoServer.start({ limits: { tokensPerAddress: 100_000, conversationsPerAddress: 100_000 } });
  line = new Line(server);
});
afterAll(() => server.remove());

describe('to begin', () => {
  test('D8: a new conversation is 201 with all that a client needs', async () => {
    const { token, conversationId } = await line.generate();
    const { status, json, headers } = await line.call('/conversations', { token, body: { user: { id: 'me' }, locale: 'da-DK' } });
    expect(status).toBe(201);
    expect(json).toMatchObject({ conversationId, token: expect.any(String), expires_in: 1800, streamUrl: expect.stringMatching(/^ws:\/\/127\.0\.0\.1:\d+\/v3\/directline\/conversations\/[\w-]+\/stream\?t=/) });
    expect(headers.get('cache-control')).toBe('no-store');
  });
  test('D8: the locale reaches the bot', async () => {
    const locales: unknown[] = [];
    const other = await EchoServer.start({ bot: async (context) => void locales.push(context.activity.locale) });
    await new Line(other).begin({ locale: 'en-GB' });
    await other.remove();
    expect(locales).toEqual(['en-GB']);
  });
  test('D8: the user of the body gives way to the token’s', async () => {
    const { token } = await line.generate({ user: { id: 'dl_ann' } });
    const { conversationId } = (await line.call('/conversations', { token, body: { user: { id: 'dl_eve' } } })).json as Started;
    expect((await server.store.find(conversationId))?.userId).toBe('dl_ann');
  });
  test.each([[undefined], [{}], [{ locale: 7 }], [{ locale: 'x'.repeat(100) }], [{ user: 'me' }], [{ user: null, anything: [] }]])('D10: the body %j is no reason to refuse, since clients then give up for good', async (body) => {
    const { token } = await line.generate();
    expect((await line.call('/conversations', { token, body })).status).toBe(201);
  });
  test.each([['[]'], ['{'], ['"x"']])('D10: the body %s is none', async (body) => {
    const { token } = await line.generate();
    expect(await line.call('/conversations', { token, body })).toMatchObject({ status: 400, json: aFault });
  });
  test('D9: the second time it is 200, the same id, and no second welcome', async () => {
    const { token } = await line.generate();
    const first = await line.call('/conversations', { token, body: {} });
    const second = await line.call('/conversations', { token, body: {} });
    expect([first.status, second.status]).toEqual([201, 200]);
    const started = second.json as Started;
    expect(started.conversationId).toBe((first.json as Started).conversationId);
    await line.say(started, 'a');
    const heard = await line.readUntil(started, 'turn 1');
    expect(heard.map(({ text }) => text)).toEqual(['welcome', 'a', 'echo a', 'turn 1']);
  });
  test('D9: ten times at once it is one conversation with one welcome', async () => {
    const { token, conversationId } = await line.generate();
    const answers = await Promise.all(Array.from({ length: 10 }, () => line.call('/conversations', { token, body: {} })));
    for (const { status } of answers) expect([200, 201]).toContain(status);
    for (const { json } of answers) expect((json as Started).conversationId).toBe(conversationId);
    const started = answers[0]?.json as Started;
    await line.say(started, 'a');
    expect((await line.readUntil(started, 'turn 1')).map(({ text }) => text)).toEqual(['welcome', 'a', 'echo a', 'turn 1']);
  });
  test('D11: the bot is told once that the user has come, and clients never are', async () => {
    const seen: string[] = [];
    const other = await EchoServer.start({ bot: async (context) => void (seen.push(context.activity.type), await context.sendActivity('heard')) });
    const there = new Line(other);
    const started = await there.begin();
    await there.resume(started, '?watermark=');
    await there.say(started, 'a');
    const ear = await Ear.on((await there.resume(started, '?watermark=')).streamUrl).until((heard) => heard.length >= 3);
    ear.socket.close();
    await other.remove();
    expect(seen).toEqual(['conversationUpdate', 'message']);
    expect(ear.heard.map(({ type }) => type)).toEqual(['message', 'message', 'message']);
  });
});

describe('to come back', () => {
  let started: Started;
  beforeAll(async () => {
    started = await line.begin();
    for (const text of ['a', 'b']) await line.say(started, text);
    await line.readUntil(started, 'turn 2');
  });
  const hear = async (query: string, count: number) => {
    const ear = await Ear.on((await line.resume(started, query)).streamUrl).until((heard) => heard.length >= count);
    ear.socket.close();
    return ear.texts();
  };

  test('D12: gives the id, a token and a new stream', async () => {
    const { status, json } = await line.call(`/conversations/${started.conversationId}?watermark=3`, { token: started.token, method: 'GET' });
    expect(status).toBe(200);
    expect(json).toMatchObject({ conversationId: started.conversationId, token: expect.any(String), expires_in: 1800, streamUrl: expect.any(String) });
    expect((json as Started).streamUrl).not.toBe(started.streamUrl);
  });
  test('D12: the stream goes on after the watermark', async () => expect(await hear('?watermark=5', 2)).toEqual(['echo b', 'turn 2']));
  test('D12: from 0 it brings all', async () => expect(await hear('?watermark=0', 7)).toEqual(['welcome', 'a', 'echo a', 'turn 1', 'b', 'echo b', 'turn 2']));
  test('D14: an empty watermark brings all: clients drop what they know', async () => expect((await hear('?watermark=', 7))[0]).toBe('welcome'));
  test('D13: without a watermark only what is new comes', async () => {
    const mine = await line.begin();
    await line.say(mine, 'old');
    await line.readUntil(mine, 'turn 1');
    const ear = Ear.on((await line.resume(mine, '')).streamUrl);
    await once(ear.socket, 'open');
    await line.say(mine, 'new');
    await ear.untilText('turn 2');
    expect(ear.texts()).toEqual(['new', 'echo new', 'turn 2']);
    ear.socket.close();
  });
  test('D15: ahead of the conversation it waits for what comes next, and misses none of it', async () => {
    const mine = await line.begin();
    await line.say(mine, 'old');
    await line.readUntil(mine, 'turn 1');
    const ear = Ear.on((await line.resume(mine, '?watermark=99')).streamUrl);
    await once(ear.socket, 'open');
    await line.say(mine, 'new');
    await ear.untilText('turn 2');
    expect(ear.texts()).toEqual(['new', 'echo new', 'turn 2']);
    ear.socket.close();
  });
  test('D15: ahead of the conversation a poll gets nothing, and where it stands', async () => {
    expect((await line.read(started, '?watermark=99')).json).toEqual({ activities: [], watermark: '7' });
  });
  const garbage = ['abc', '-1', '1.5', '1e3', '0x10', '1&watermark=2', '9999999999', '%00', '%F0%9F%98%80', 'null', '[1]', '1%20', '٣'];
  test.each(garbage)('D15: the watermark "%s" is refused by poll and stream alike', async (watermark) => {
    for (const path of ['/activities', '']) {
      expect(await line.call(`/conversations/${started.conversationId}${path}?watermark=${watermark}`, { token: started.token, method: 'GET' })).toMatchObject({ status: 400, json: aFault });
    }
  });
  test('D15: a list in brackets is no watermark and asks for nothing in particular', async () => {
    expect((await line.read(started, '?watermark[]=5')).activities).toHaveLength(7);
  });
  test('D27: a poll pages on from the watermark until nothing is left, in the order of the stream', async () => {
    const paged: (string | undefined)[] = [];
    let watermark = '';
    for (;;) {
      const page = await line.read(started, `?watermark=${watermark}`);
      if (page.activities.length === 0) break;
      paged.push(...page.activities.map(({ id }) => id));
      watermark = page.watermark;
    }
    const ear = await Ear.on((await line.resume(started, '?watermark=')).streamUrl).until((heard) => heard.length >= 7);
    ear.socket.close();
    expect(paged).toEqual(ear.heard.map(({ id }) => id));
  });
  test.each([['?watermark=5', 2], ['?watermark=7', 0], ['?watermark=', 7], ['', 7], ['?watermark=0', 7], ['?watermark=007', 0], ['?other=1', 7]])('D27: a poll with "%s" brings %i', async (query, count) => {
    const { activities, watermark } = await line.read(started, query);
    expect([activities.length, watermark]).toEqual([count, '7']);
  });
  test('D28: before the welcome is written a poll is an empty set, not a fault', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const other = await EchoServer.start({ bot: () => gate });
    const there = new Line(other);
    const mine = await there.begin();
    expect((await there.read(mine, '?watermark=')).json).toEqual({ activities: [], watermark: '0' });
    go();
    await other.remove();
  });
});

describe('what is over', () => {
  test.each([['GET', '', undefined], ['GET', '?watermark=', undefined], ['GET', '/activities', undefined], ['POST', '/activities', message('a')], ['POST', '/upload?userId=dl_x', undefined]])('D16, D42: a conversation that was never begun is 404 at %s %s', async (method, path, body) => {
    const { token, conversationId } = await line.generate();
    expect(await line.call(`/conversations/${conversationId}${path}`, { token, method, body })).toMatchObject({ status: 404, json: { error: { code: 'ConversationNotFound' } } });
  });

  describe('an erased conversation', () => {
    let erased: Started;
    let early: Started;
    let ear: Ear;
    beforeAll(async () => {
      erased = await line.begin();
      ear = Ear.on(erased.streamUrl);
      early = await line.resume(erased, '?watermark=');
      await line.say(erased, 'erase');
      await ear.closed;
    });
    test('D42: tells its last words, then closes its sockets with 1000', async () => {
      expect(ear.texts()).toEqual(['welcome', 'erase', 'echo erase', 'turn 1']);
      expect(await ear.closed).toBe(1000);
    });
    test.each([['GET', '', undefined], ['GET', '?watermark=3', undefined], ['GET', '/activities', undefined], ['GET', '/activities?watermark=0', undefined], ['POST', '/activities', message('a')], ['POST', '/upload?userId=dl_x', 'x']])('D42, D16: is 404 at %s %s, never 410', async (method, path, body) => {
      expect(await line.call(`/conversations/${erased.conversationId}${path}`, { token: erased.token, method, body })).toMatchObject({ status: 404, json: { error: { code: 'ConversationNotFound' } } });
    });
    test('D42: a stream that was asked for before is 404 at the handshake', async () => expect((await handshake(early.streamUrl)).status).toBe(404));
    test('D42: nothing of it is in the store', async () => expect(await server.store.find(erased.conversationId)).toBeNull());
  });

  test('D42: erased from outside, all its sockets close with 1000 within a second', async () => {
    const started = await line.begin();
    const ears: Ear[] = [];
    for (let tab = 0; tab < 3; tab++) ears.push(await Ear.on((await line.resume(started, '?watermark=')).streamUrl).untilText('welcome'));
    const at = performance.now();
    await server.store.erase(started.conversationId);
    expect(await Promise.all(ears.map(({ closed }) => closed))).toEqual([1000, 1000, 1000]);
    expect(performance.now() - at).toBeLessThan(1000);
  });
  test('D42: a reader that reads nothing keeps nobody from being erased', async () => {
    const started = await line.begin();
    const ear = await Ear.on(started.streamUrl).untilText('welcome');
    ear.socket.pause();
    for (let n = 0; n < 100; n++) await server.store.receive(started.conversationId, { type: 'message', text: 'x'.repeat(50_000) }, { at: 1, stamp: (activity) => activity });
    const at = performance.now();
    await server.store.erase(started.conversationId);
    while (server.openSockets(started.conversationId) > 0) await new Promise(setImmediate);
    expect(performance.now() - at).toBeLessThan(1000);
    ear.socket.terminate();
  });
});
