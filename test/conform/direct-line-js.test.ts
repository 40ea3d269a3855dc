import { ClientUser, hurried, leaveWebsite } from './official-client';
import { ConnectionStatus, DirectLine, type DirectLineOptions } from 'botframework-directlinejs';
import { EchoServer } from './echo-server';
import { Line, type Started } from './line';

let server: EchoServer;
let line: Line;
const users: ClientUser[] = [];
beforeAll(async () => {
  server = await EchoServer.start({ limits: { tokensPerAddress: 100_000, conversationsPerAddress: 100_000, messagesPerConversation: 1000 } });
  line = new Line(server);
});
afterEach(() => {
  server.outage = () => null;
  for (const { client } of users.splice(0)) client.end();
});
afterAll(async () => {
  leaveWebsite();
  await server.remove();
});

/** The official client with a token of ours, in a hurry. */
async function arrive(more: Partial<DirectLineOptions> = {}, token?: string): Promise<ClientUser> {
  const options: DirectLineOptions = { token: token ?? (await line.generate()).token, domain: `${server.url}/v3/directline`, ...more };
  const user = new ClientUser(new DirectLine({ ...options, scheduler: hurried } as DirectLineOptions));
  users.push(user);
  return user;
}
const conversationOf = (user: ClientUser): string => (user.client as unknown as { conversationId: string }).conversationId;

describe.each([
  ['by stream', {}],
  ['by poll', { webSocket: false, pollingInterval: 200 }],
])('the official client %s', (_how, options) => {
  test('D8, D20: comes online and is welcomed', async () => {
    const user = await arrive(options);
    await user.untilText('welcome');
    expect(user.client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
  });
  test('D22: hears its own message once, with the id it was told and its channelData, before the reply', async () => {
    const user = await arrive(options);
    await user.untilText('welcome');
    const id = await user.say('hi', { channelData: { clientActivityID: 'c-1', mine: true } });
    await user.untilText('turn 1');
    expect(user.texts()).toEqual(['welcome', 'hi', 'echo hi', 'turn 1']);
    expect(user.heard[1]).toMatchObject({ id, channelData: { clientActivityID: 'c-1', mine: true }, from: { role: 'user' } });
  });
  test('D33: what is posted twice is one message with one id', async () => {
    const user = await arrive(options);
    await user.untilText('welcome');
    const once = { channelData: { clientActivityID: 'same' } };
    expect(await user.say('a', once)).toBe(await user.say('a', once));
    await user.say('b');
    await user.untilText('turn 2');
    expect(user.texts()).toEqual(['welcome', 'a', 'echo a', 'turn 1', 'b', 'echo b', 'turn 2']);
  });
  test('D36: uploads a file and hears it with a link', async () => {
    const user = await arrive(options);
    await user.untilText('welcome');
    const id = await user.post({ type: 'message', text: 'se', from: { id: 'me' }, attachments: [{ contentType: 'text/plain', contentUrl: 'data:text/plain,hej', name: 'brev æ.txt' }] });
    await user.untilText('turn 1');
    const own = user.heard.find((activity) => activity.id === id);
    expect(own).toMatchObject({ text: 'se', attachments: [{ name: 'brev æ.txt', contentType: 'text/plain', contentUrl: expect.stringContaining('/files/') }] });
    expect(await (await fetch((own as { attachments: { contentUrl: string }[] }).attachments[0]?.contentUrl ?? '')).text()).toBe('hej');
  });
  test('D40: asks for a session in vain, and goes on', async () => {
    const user = await arrive(options);
    await user.untilText('welcome');
    expect(await new Promise((resolve) => user.client.getSessionId().subscribe(resolve))).toBe('');
    await user.say('a');
    await user.untilText('turn 1');
  });
  test('D41: ends with an activity of its own; the bot hears it and may still answer', async () => {
    const user = await arrive(options);
    await user.untilText('welcome');
    await user.post({ type: 'endOfConversation', from: { id: 'me' } });
    await user.untilText('goodbye');
  });
  test('D42: knows that an erased conversation has ended', async () => {
    const user = await arrive(options);
    await user.untilText('welcome');
    await user.say('erase');
    await user.until(() => user.fault !== null || user.statuses.includes(ConnectionStatus.Ended));
    if (user.fault !== null) expect(String(user.fault)).toContain('conversation ended');
    expect(user.texts()).toEqual(expect.arrayContaining(['welcome', 'erase', 'echo erase', 'turn 1'].slice(0, user.texts().length)));
  });
  test('D35: is told "retry" at 429 and can go on', async () => {
    const user = await arrive(options);
    await user.untilText('welcome');
    server.outage = (method, path) => (method === 'POST' && path.endsWith('/activities') ? 429 : null);
    expect(await user.say('a')).toBe('retry');
    server.outage = () => null;
    await user.say('b');
    await user.untilText('echo b');
  });
  test('D30: a refused message is in no transcript', async () => {
    const user = await arrive(options);
    await user.untilText('welcome');
    server.outage = (method, path) => (method === 'POST' && path.endsWith('/activities') ? 503 : null);
    expect(await user.say('a')).toBe('retry');
    server.outage = () => null;
    await user.say('b');
    await user.untilText('turn 1');
    expect(user.texts()).toEqual(['welcome', 'b', 'echo b', 'turn 1']);
  });
});

describe('the official client over a bad line', () => {
  test('D7: refreshes its token, over faults of ours as well, and talks on', async () => {
    const asked: number[] = [];
    server.outage = (_method, path) => (path.endsWith('/tokens/refresh') ? (asked.push(1), [503, 500, null, null][asked.length - 1] ?? null) : null);
    const user = await arrive();
    await user.untilText('welcome');
    await user.until(() => true);
    while (asked.length < 4) await user.say('silent');
    await user.say('a');
    await user.untilText('echo a');
    expect(user.client.connectionStatus$.getValue()).toBe(ConnectionStatus.Online);
  });
  test('D16: comes back after 401, 429 and 503, and misses nothing', async () => {
    const user = await arrive();
    await user.untilText('welcome');
    const answers = [401, 503, 429, 503];
    let drops = 0;
    server.outage = (method, path) => (method === 'GET' && path.includes('?watermark=') ? (answers[drops++] ?? null) : null);
    server.cut();
    await line.say({ conversationId: conversationOf(user), token: (user.client as unknown as Started).token } as Started, 'meanwhile');
    await user.untilText('turn 1');
    expect(drops).toBeGreaterThanOrEqual(5);
    expect(user.texts()).toEqual(['welcome', 'meanwhile', 'echo meanwhile', 'turn 1']);
  });
  test('D14: dropped before it heard anything, it hears all from the start', async () => {
    let go: () => void = () => undefined;
    const gate = new Promise<void>((resolve) => (go = resolve));
    const slow = await EchoServer.start({ bot: async (context) => (await gate, void (await context.sendActivity('late welcome'))) });
    const { token } = await new Line(slow).generate();
    const user = await arrive({ domain: `${slow.url}/v3/directline` }, token);
    await user.until(() => user.client.connectionStatus$.getValue() === ConnectionStatus.Online);
    while (slow.openSockets(conversationOf(user)) === 0) await new Promise(setImmediate);
    slow.cut();
    go();
    await user.untilText('late welcome');
    expect(user.texts()).toEqual(['late welcome']);
    user.client.end();
    await slow.remove();
  });
  test('D46: over a restart of the server it goes on with the same token', async () => {
    const first = await EchoServer.start();
    const port = new URL(first.url).port;
    const user = await arrive({ domain: `${first.url}/v3/directline` }, (await new Line(first).generate()).token);
    await user.untilText('welcome');
    await first.stop();
    const second = await EchoServer.start({}, first.folder, undefined, Number(port));
    await user.say('a');
    await user.untilText('turn 1');
    expect(user.texts()).toEqual(['welcome', 'a', 'echo a', 'turn 1']);
    user.client.end();
    await second.remove();
  });
  test('D3, D16: when its token has run out it says so, and goes on with a new one', async () => {
    const user = await arrive();
    await user.untilText('welcome');
    const id = conversationOf(user);
    const before = server.clock.now;
    // At a 403 on refresh the client throws where nobody can catch it; a busy server makes it try again.
    server.outage = (_method, path) => (path.endsWith('/tokens/refresh') ? 503 : null);
    server.clock.now += 1_800_001;
    server.cut();
    await user.until(() => user.statuses.includes(ConnectionStatus.ExpiredToken));
    server.clock.now = before;
    user.client.reconnect({ conversationId: id, token: (user.client as unknown as Started).token, streamUrl: (await line.resume({ conversationId: id, token: (user.client as unknown as Started).token } as Started, '?watermark=1')).streamUrl });
    await user.until(() => user.client.connectionStatus$.getValue() === ConnectionStatus.Online);
    await user.say('a');
    await user.untilText('turn 1');
    expect(new Set(user.heard.map(({ id: heardId }) => heardId)).size).toBe(4);
  });
  test('D10: a network that is away at the start is tried again', async () => {
    const gone = await EchoServer.start();
    const { token } = await new Line(gone).generate();
    const { port } = new URL(gone.url);
    await gone.stop();
    const user = await arrive({ domain: `${gone.url}/v3/directline` }, token);
    const back = await EchoServer.start({}, gone.folder, undefined, Number(port));
    await user.untilText('welcome');
    user.client.end();
    await back.remove();
  });
  test('D29: by stream and by poll at once it is the same activities with the same ids', async () => {
    const user = await arrive();
    await user.untilText('welcome');
    await user.say('a');
    await user.untilText('turn 1');
    const polled = await line.read({ conversationId: conversationOf(user), token: (user.client as unknown as Started).token } as Started);
    expect(polled.activities).toEqual(user.heard);
  });
  test('D26: two clients with one conversation hear the same and knock nobody out', async () => {
    const one = await arrive();
    await one.untilText('welcome');
    const { token, conversationId } = one.client as unknown as Started;
    const two = await arrive({ conversationId, watermark: '0' }, token);
    await two.untilText('welcome');
    for (const text of ['a', 'b', 'c']) await one.say(text);
    await Promise.all([one.untilText('turn 3'), two.untilText('turn 3')]);
    expect(two.texts()).toEqual(one.texts());
    expect(server.openSockets(conversationId)).toBe(2);
  });
  test('D47: over 20 drops and 50 messages each text comes once and in order', async () => {
    const user = await arrive();
    await user.untilText('welcome');
    const expected = ['welcome'];
    for (let n = 1; n <= 50; n++) {
      await user.say(`m${n}`);
      expected.push(`m${n}`, `echo m${n}`, `turn ${n}`);
      if (n % 5 !== 0 && n % 2 === 0) server.cut();
    }
    await user.untilText('turn 50');
    await user.until(() => user.texts().length >= expected.length);
    // The client hands on the activities of two frames in turns of its own; Web Chat puts them in the order of their ids.
    const texts = [...user.heard].sort((a, b) => String(a.id).localeCompare(String(b.id))).map((each) => (each as { text?: string }).text);
    expect(texts).toEqual(expected);
  });
});
