import { randomBytes } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { WebSocket } from 'ws';
import { EchoServer } from './echo-server';
import { Ear, handshake, Line, message, raw } from './line';

let server: EchoServer;
let line: Line;
beforeAll(async () => {
  jest.useFakeTimers({ doNotFake: ['Date', 'hrtime', 'nextTick', 'performance', 'queueMicrotask', 'setImmediate', 'clearImmediate', 'setTimeout', 'clearTimeout'] });
  server = await EchoServer.start({ limits: { tokensPerAddress: 100_000, conversationsPerAddress: 100_000 } });
  line = new Line(server);
});
afterAll(async () => {
  jest.useRealTimers();
  await server.remove();
});
const ws = (): string => server.url.replace('http', 'ws');

describe('the handshake', () => {
  test('D17: needs no Authorization', async () => expect((await handshake((await line.begin()).streamUrl)).status).toBe(101));
  test('D17: an Authorization that is wrong harms nothing', async () => expect((await handshake((await line.begin()).streamUrl, { authorization: 'Bearer x' })).status).toBe(101));
  test('D17, B3: a ticket is good once', async () => {
    const { streamUrl } = await line.begin();
    expect((await handshake(streamUrl)).status).toBe(101);
    expect((await handshake(streamUrl)).status).toBe(401);
  });
  test('D17, B3: ten at once with one ticket open one stream', async () => {
    const { streamUrl } = await line.begin();
    const got = await Promise.all(Array.from({ length: 10 }, async () => (await handshake(streamUrl)).status));
    expect(got.filter((status) => status === 101)).toHaveLength(1);
  });
  test.each([[59, 101], [61, 401], [3600, 401]])('D17: %i seconds later it is %i', async (seconds, expected) => {
    const { streamUrl } = await line.begin();
    server.clock.now += seconds * 1000;
    const { status } = await handshake(streamUrl);
    server.clock.now -= seconds * 1000;
    expect(status).toBe(expected);
  });
  test('D17: later a new address is had by coming back', async () => {
    const started = await line.begin();
    server.clock.now += 61_000;
    const again = await line.resume(started, '?watermark=');
    expect((await handshake(again.streamUrl)).status).toBe(101);
    server.clock.now -= 61_000;
  });
  test('B3: a ticket is for its own conversation', async () => {
    const [mine, other] = [await line.begin(), await line.begin()];
    expect((await handshake(other.streamUrl.replace(other.conversationId, mine.conversationId))).status).toBe(401);
  });
  test.each([[''], ['?t='], ['?t=x'], ['?t=a.b.c'], ['?token=x'], ['?t=x&t=y'], ['?t[]=x']])('D17: "%s" is no ticket', async (query) => {
    const { conversationId } = await line.begin();
    expect((await handshake(`${ws()}/v3/directline/conversations/${conversationId}/stream${query}`)).status).toBe(401);
  });
  test('B3: the ticket of one website is refused to another, though that may use the chat', async () => {
    const own = await line.begin({}, { origin: 'https://ishoj.dk' });
    expect((await handshake(own.streamUrl, { origin: server.url })).status).toBe(403);
    expect((await handshake(own.streamUrl)).status).toBe(403);
    expect((await handshake(own.streamUrl, { origin: 'https://ishoj.dk' })).status).toBe(101);
  });
  test('B4: a page of our own asks without an Origin and connects with one', async () => {
    expect((await handshake((await line.begin()).streamUrl, { origin: server.url })).status).toBe(101);
  });
  test.each(['https://evil.example', 'null', 'https://ishoj.dk.evil.example', 'http://ishoj.dk', 'https://ishoj.dk:444', 'https://sub.ishoj.dk', 'HTTPS://ISHOJ.DK', 'https://ishoj.dk/', 'https://ishøj.dk', 'file://', ''])('B4: the website "%s" is refused', async (origin) => {
    expect((await handshake((await line.begin()).streamUrl, { origin })).status).toBe(403);
  });
  test.each(['/', '//', '/elsewhere', '/v3/directline/conversations//stream', '/v3/directline/conversations/..%2fx/stream', '/v3/directline/conversations/x/stream/', '/v3/directline/stream', '/.bot/v3/directline/conversations/connect', '/v3/directline/conversations/x/stream/multimodal', '/%', 'http://['])('D17, D48, D49: a handshake to "%s" is 404 and harms nobody', async (path) => {
    const key = randomBytes(16).toString('base64');
    const { status, body, headers } = await raw(server.url, { method: 'GET', path, headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': key } });
    expect(status).toBe(404);
    expect(JSON.parse(body)).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    expect(headers['cache-control']).toBe('no-store');
  });
  test.each([[{ 'sec-websocket-version': '12', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' }], [{ 'sec-websocket-version': '13' }], [{ 'sec-websocket-version': '13', 'sec-websocket-key': 'short' }]])('D17: %j is no WebSocket handshake', async (headers) => {
    const { pathname, search } = new URL((await line.begin()).streamUrl);
    const { status, body } = await raw(server.url, { method: 'GET', path: pathname + search, headers: { connection: 'Upgrade', upgrade: 'websocket', ...headers } });
    expect(status).toBe(400);
    expect(JSON.parse(body)).toMatchObject({ error: { code: 'BadArgument' } });
  });
  test('D17: a plain request of a stream’s address says what it is', async () => {
    const { pathname, search } = new URL((await line.begin()).streamUrl);
    expect((await raw(server.url, { method: 'GET', path: pathname + search })).status).toBe(426);
  });
  test('D17: clients that hang up in the middle of a handshake harm nobody', async () => {
    const { hostname, port } = new URL(server.url);
    for (let n = 0; n < 50; n++) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write('GET /nowhere HTTP/1.1\r\nHost: x\r\nConnection: Upgrade\r\nUpgrade: websocket\r\n\r\n');
      socket.resetAndDestroy();
    }
    expect((await line.generate()).token).toBeTruthy();
  });
});

describe('the address of the stream', () => {
  const behind = async (headers: Record<string, string>, trustProxy = true) => {
    const proxied = await EchoServer.start({ trustProxy });
    const { streamUrl } = await new Line(proxied).begin({}, headers);
    const own = new URL(proxied.url).host;
    await proxied.remove();
    return streamUrl.replace(own, 'OWN').split('/v3')[0];
  };
  test.each<[string, Record<string, string>, string]>([
    ['protocol and host of the proxy', { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'chat.example.dk' }, 'wss://chat.example.dk'],
    ['a port', { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'chat.example.dk:8443' }, 'wss://chat.example.dk:8443'],
    ['the last of several: the nearest proxy’s', { 'x-forwarded-proto': 'http, https', 'x-forwarded-host': 'evil.example, chat.example.dk' }, 'wss://chat.example.dk'],
    ['plain http', { 'x-forwarded-proto': 'http', 'x-forwarded-host': 'chat.local' }, 'ws://chat.local'],
    ['no host: the request’s own', { 'x-forwarded-proto': 'https' }, 'wss://OWN'],
    ['a protocol that is none', { 'x-forwarded-proto': 'javascript', 'x-forwarded-host': 'chat.example.dk' }, 'ws://OWN'],
    ['a host that is none', { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example/path?' }, 'ws://OWN'],
    ['a host with a user in it', { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'chat.example.dk@evil.example' }, 'ws://OWN'],
    ['nothing', {}, 'ws://OWN'],
  ])('D18: behind a trusted proxy, %s', async (_what, headers, expected) => expect(await behind(headers)).toBe(expected));
  test('D18: without a trusted proxy what is forwarded is not believed', async () => {
    expect(await behind({ 'x-forwarded-proto': 'https', 'x-forwarded-host': 'evil.example' }, false)).toBe('ws://OWN');
  });
  test('D18, B4: the proxy’s own page is a website that may use the chat', async () => {
    const proxied = await EchoServer.start({ trustProxy: true });
    const forwarded = { 'x-forwarded-proto': 'https', 'x-forwarded-host': 'chat.example.dk' };
    const there = new Line(proxied);
    expect((await there.call('/tokens/generate', { headers: { ...forwarded, origin: 'https://chat.example.dk' } })).status).toBe(200);
    expect((await there.call('/tokens/generate', { headers: { ...forwarded, origin: 'https://evil.example' } })).status).toBe(403);
    const { streamUrl } = await there.begin({}, forwarded);
    expect((await handshake(streamUrl.replace('wss://chat.example.dk', proxied.url.replace('http', 'ws')), { ...forwarded, origin: 'https://chat.example.dk' })).status).toBe(101);
    await proxied.remove();
  });
});

describe('frames', () => {
  test('D19: what was said before the socket opened comes first, nothing is missing after 59 s', async () => {
    const started = await line.begin();
    await line.say(started, 'early');
    server.clock.now += 59_000;
    const ear = await Ear.on(started.streamUrl).untilText('turn 1');
    server.clock.now -= 59_000;
    await line.say(started, 'late');
    await ear.untilText('turn 2');
    expect(ear.texts()).toEqual(['welcome', 'early', 'echo early', 'turn 1', 'late', 'echo late', 'turn 2']);
    ear.socket.close();
  });
  test('D20: every frame is an ActivitySet with a list and a watermark that never steps back', async () => {
    const started = await line.begin();
    const ear = Ear.on(started.streamUrl);
    for (let n = 1; n <= 20; n++) await line.say(started, 'a');
    await ear.untilText('turn 20');
    const marks = ear.frames.map((frame) => {
      expect(JSON.parse(frame)).toEqual({ activities: expect.any(Array), watermark: expect.stringMatching(/^\d+$/) });
      return Number((JSON.parse(frame) as { watermark: string }).watermark);
    });
    expect(marks).toEqual([...marks].sort((a, b) => a - b));
    expect(marks.at(-1)).toBe(61);
    ear.socket.close();
  });
  test('D20: an empty frame at least every 30 s', async () => {
    const ear = await Ear.on((await line.begin()).streamUrl).untilText('welcome');
    jest.advanceTimersByTime(30_000);
    await ear.untilFrame((frames) => frames.includes(''));
    ear.socket.close();
  });
  test('D20: who answers no ping is let go, who does stays', async () => {
    const started = await line.begin();
    const gone = new WebSocket(started.streamUrl, { autoPong: false });
    await once(gone, 'open');
    const there = await Ear.on((await line.resume(started, '?watermark=')).streamUrl).untilText('welcome');
    const closed = once(gone, 'close');
    for (const beats of [1, 2]) {
      const ponged = once(there.socket, 'ping');
      jest.advanceTimersByTime(25_000);
      await ponged;
      await there.untilFrame((frames) => frames.filter((frame) => frame === '').length >= beats);
      await line.read(started);
    }
    await closed;
    expect(there.socket.readyState).toBe(WebSocket.OPEN);
    there.socket.close();
  });
  test.each([['empty', ''], ['JSON', '{"activities":[]}'], ['no JSON', '{{{'], ['60 kB', 'x'.repeat(60_000)]])('D21: what a client sends (%s) is ignored', async (_what, said) => {
    const started = await line.begin();
    const ear = await Ear.on(started.streamUrl).untilText('welcome');
    ear.socket.send(said);
    ear.socket.send(Buffer.from([0, 255]));
    await line.say(started, 'a');
    await ear.untilText('turn 1');
    expect(ear.heard).toHaveLength(4);
    ear.socket.close();
  });
  test('B12: a frame over 64 kB ends that socket, with 1009', async () => {
    const ear = await Ear.on((await line.begin()).streamUrl).untilText('welcome');
    ear.socket.send('x'.repeat(64 * 1024 + 1));
    expect(await ear.closed).toBe(1009);
  });
  test('B12: no compression is agreed on, since that costs memory a socket', async () => {
    const ear = await Ear.on((await line.begin()).streamUrl).untilText('welcome');
    expect(ear.socket.extensions).toBe('');
    ear.socket.close();
  });
  test('D25: typing is heard by those who listen, moves no watermark, and is nowhere afterwards', async () => {
    const started = await line.begin();
    const ear = await Ear.on(started.streamUrl).untilText('welcome');
    await line.say(started, 'type');
    await ear.untilText('turn 1');
    expect(ear.heard.filter(({ type }) => type === 'typing')).toHaveLength(1);
    const typing = ear.frames.map((frame) => JSON.parse(frame) as { activities: { type: string }[]; watermark: string }).find(({ activities }) => activities[0]?.type === 'typing');
    expect(['1', '2']).toContain(typing?.watermark);
    expect((await line.read(started)).activities.map(({ type }) => type)).not.toContain('typing');
    ear.socket.close();
  });
  test('D25: a client’s typing is taken and kept nowhere', async () => {
    const started = await line.begin();
    await line.readUntil(started, 'welcome');
    expect((await line.post(started, { type: 'typing', from: { id: 'me' } })).status).toBe(200);
    expect((await line.read(started)).activities).toHaveLength(1);
  });
});

describe('several sockets', () => {
  test('D26: five hear everything and none is closed', async () => {
    const started = await line.begin();
    const ears: Ear[] = [];
    for (let tab = 0; tab < 5; tab++) ears.push(await Ear.on((await line.resume(started, '?watermark=')).streamUrl).untilText('welcome'));
    await line.say(started, 'a');
    for (const ear of ears) {
      await ear.untilText('turn 1');
      expect(ear.texts()).toEqual(['welcome', 'a', 'echo a', 'turn 1']);
      expect(ear.socket.readyState).toBe(WebSocket.OPEN);
      ear.socket.close();
    }
  });
  test('D26: of six the one goes that has been silent longest', async () => {
    const started = await line.begin();
    const ears: Ear[] = [];
    for (let tab = 0; tab < 5; tab++) ears.push(await Ear.on((await line.resume(started, '?watermark=')).streamUrl).untilText('welcome'));
    const ponged = once(ears[0]?.socket ?? started.streamUrl as never, 'pong');
    ears[0]?.socket.send('');
    ears[0]?.socket.ping();
    await ponged;
    ears.push(await Ear.on((await line.resume(started, '?watermark=')).streamUrl).untilText('welcome'));
    expect(await ears[1]?.closed).toBe(1008);
    expect(ears[0]?.socket.readyState).toBe(WebSocket.OPEN);
    for (const ear of ears) ear.socket.close();
  });
  test('B12: more streams than the server bears are refused with a body', async () => {
    const small = await EchoServer.start({ limits: { socketsInAll: 1 } });
    const there = new Line(small);
    const ear = await Ear.on((await there.begin()).streamUrl).untilText('welcome');
    const refused = await handshake((await there.begin()).streamUrl);
    expect(refused.status).toBe(503);
    expect(JSON.parse(refused.body)).toMatchObject({ error: { code: 'ServiceUnavailable' } });
    ear.socket.close();
    await ear.closed;
    await small.remove();
  });
  test('D26, B13: a reader that stops is read ahead of no further than a megabyte, and misses nothing', async () => {
    const started = await line.begin();
    const { token, conversationId } = started;
    const ear = await Ear.on(started.streamUrl).untilText('welcome');
    ear.socket.pause();
    const big = 'x'.repeat(20_000);
    for (let n = 0; n < 600; n++) await server.store.receive(conversationId, { type: 'message', text: `${n} ${big}` }, { at: 1, stamp: (activity, seq) => ({ ...activity, id: `${conversationId}|${seq}` }) });
    expect(server.bufferedBytes()).toBeLessThan(1024 * 1024);
    ear.socket.resume();
    await ear.until((heard) => heard.length >= 601);
    expect(ear.heard.slice(1).map(({ text }) => Number(text?.split(' ')[0]))).toEqual(Array.from({ length: 600 }, (_, n) => n));
    expect((await line.read({ ...started, token, conversationId })).watermark).toBe('601');
    ear.socket.close();
  });
  test('D26: when the server stops, its sockets close with 1012, and clients come back', async () => {
    const stopping = await EchoServer.start();
    const ear = await Ear.on((await new Line(stopping).begin()).streamUrl).untilText('welcome');
    await stopping.stop();
    expect(await ear.closed).toBe(1012);
    await stopping.remove();
  });
});

test('B1: ten thousand guessed ids open nothing', async () => {
  const { token } = await line.begin();
  for (let n = 0; n < 100; n++) {
    const guesses = await Promise.all(Array.from({ length: 100 }, async () => (await line.call(`/conversations/${randomBytes(20).toString('base64url')}/activities`, { method: n % 2 ? 'GET' : 'POST', token, ...(n % 2 ? {} : { body: message('a') }) })).status));
    expect(new Set(guesses)).toEqual(new Set([403]));
  }
}, 60_000);
