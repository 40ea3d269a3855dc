import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import { AdviserError } from '../../src/domain/adviser-error';
import { EchoServer, gates } from './echo-server';
import { aFault, Ear, Line, message, type Heard, type Started } from './line';

let server: EchoServer;
let line: Line;
beforeAll(async () => {
  server = await EchoServer.start({ limits: { tokensPerAddress: 100_000, conversationsPerAddress: 100_000, messagesPerConversation: 100_000 } });
  line = new Line(server);
});
afterAll(() => server.remove());

describe('the way of a message', () => {
  let started: Started;
  let heard: readonly Heard[];
  let id: string;
  const said = message('hi', { from: { id: 'somebody else', name: 'Ann', role: 'bot' }, channelData: { clientActivityID: 'x-1', more: { odd: [1, null, 'æøå 😀'] } }, id: 'forged', timestamp: 'never', channelId: 'skype', conversation: { id: 'other' }, entities: [{ type: 'ClientCapabilities' }] });
  beforeAll(async () => {
    started = await line.begin();
    const ear = Ear.on(started.streamUrl);
    ({ id } = await line.post(started, said));
    ({ heard } = await ear.untilText('turn 1'));
    ear.socket.close();
  });
  test('D22: it comes back before any reply', () => expect(heard.map(({ text }) => text)).toEqual(['welcome', 'hi', 'echo hi', 'turn 1']));
  test('D22: with the id of the POST’s answer', () => expect(heard[1]?.id).toBe(id));
  test('D22: with its channelData untouched', () => expect(heard[1]?.channelData).toEqual({ clientActivityID: 'x-1', more: { odd: [1, null, 'æøå 😀'] } }));
  test('D22: what we do not know of stays', () => expect(heard[1]).toMatchObject({ entities: [{ type: 'ClientCapabilities' }] }));
  test('D22: a poll gives the very same', async () => expect((await line.read(started)).activities).toEqual(heard));
  test('D22, B5: the sender is the token’s user, whoever the message says', () => expect(heard[1]?.from).toEqual({ id: expect.stringMatching(/^dl_/), role: 'user', name: 'Ann' }));
  test('D23: ids are the conversation and a number of seven digits', () => expect(heard.map((each) => each.id)).toEqual([1, 2, 3, 4].map((n) => `${started.conversationId}|000000${n}`)));
  test('D24: every activity is of this channel and conversation, with its time in UTC, whatever was sent', () => {
    for (const each of heard) expect(each).toMatchObject({ channelId: 'directline', conversation: { id: started.conversationId }, timestamp: expect.stringMatching(/^\d{4}-\d\d-\d\dT[\d:.]+Z$/) });
  });
  test('D24: replies come from the bot and name what they answer', () => {
    for (const reply of heard.slice(2)) expect(reply).toMatchObject({ from: { id: 'bot', role: 'bot' }, replyToId: id });
  });
  test('D24: the welcome answers nothing', () => expect(heard[0]?.replyToId).toBeUndefined());
  test('D24: what the bot puts into channelData is what clients see', async () => {
    const other = await EchoServer.start({ bot: async (context) => void (await context.sendActivity({ type: 'message', text: 'x', channelData: { topic: 'hours.phone' } })) });
    const there = new Line(other);
    const [first] = await there.readUntil(await there.begin(), 'x');
    expect(first?.channelData).toEqual({ topic: 'hours.phone' });
    await other.remove();
  });
});

test('D23, D46: ids and watermarks are 1, 2, 3 … without gap or repeat, whatever is sent, however often it is read and restarted', async () => {
  let other = await EchoServer.start({ limits: { conversationsPerAddress: 10_000, tokensPerAddress: 10_000, messagesPerConversation: 10_000 } });
  const step = fc.oneof(fc.constantFrom('a', 'silent', 'throw', 'type'), fc.constantFrom('RESEND', 'RESTART', 'READ'));
  await fc.assert(
    fc.asyncProperty(fc.array(step, { minLength: 1, maxLength: 12 }), async (steps) => {
      const there = new Line({ get url() { return other.url; } });
      const mine = await there.begin();
      let last = message('silent');
      let seen: Heard[] = [];
      let watermark = 0;
      for (const what of steps) {
        if (what === 'RESTART') {
          const { folder } = other;
          await other.stop();
          other = await EchoServer.start({ limits: { conversationsPerAddress: 10_000, tokensPerAddress: 10_000, messagesPerConversation: 10_000 } }, folder);
          await other.directLine.resumeUnanswered();
        } else if (what === 'READ') {
          const page = await there.read(mine, `?watermark=${watermark}`);
          expect(Number(page.watermark)).toBeGreaterThanOrEqual(watermark);
          watermark = Number(page.watermark);
          seen = [...seen, ...page.activities];
        } else {
          if (what !== 'RESEND') last = message(what);
          expect((await there.post(mine, last)).id).toMatch(new RegExp(`^${mine.conversationId}\\|\\d{7}$`));
        }
      }
      const all = (await there.read(mine)).activities;
      expect(all.map(({ id }) => id)).toEqual(all.map((_each, place) => `${mine.conversationId}|${String(place + 1).padStart(7, '0')}`));
      expect(all.slice(0, seen.length)).toEqual(seen);
    }),
    { numRuns: 40, seed: 20261125 },
  );
  await other.remove();
}, 60_000);

test('D46: over a hundred restarts tokens stay good and the watermark never steps back', async () => {
  let other = await EchoServer.start();
  const there = new Line({ get url() { return other.url; } });
  const mine = await there.begin();
  let before = 0;
  for (let restart = 0; restart < 100; restart++) {
    if (restart % 10 === 0) await there.say(mine, 'a');
    const { folder } = other;
    await other.stop();
    other = await EchoServer.start({}, folder);
    const { status, watermark, activities } = await there.read(mine, '?watermark=');
    expect(status).toBe(200);
    expect(Number(watermark)).toBeGreaterThanOrEqual(before);
    expect(activities).toHaveLength(Number(watermark));
    before = Number(watermark);
  }
  expect(before).toBe(31);
  await other.remove();
}, 60_000);

describe('when it is answered', () => {
  test('D30: once it is kept, before the turn; and the turn follows', async () => {
    const started = await line.begin();
    await line.readUntil(started, 'welcome');
    let go: () => void = () => undefined;
    gates.set(started.conversationId, new Promise((resolve) => (go = resolve)));
    const at = performance.now();
    const { status, id } = await line.post(started, message('wait'));
    expect(status).toBe(200);
    expect(performance.now() - at).toBeLessThan(1000);
    expect((await server.store.activitiesAfter(started.conversationId, 1)).map(({ activity }) => activity.id)).toEqual([id]);
    go();
    await line.readUntil(started, 'turn 1');
  });
  test('D34: within a second each while a slow turn runs and others wait for it, and in order afterwards', async () => {
    const started = await line.begin();
    let go: () => void = () => undefined;
    gates.set(started.conversationId, new Promise((resolve) => (go = resolve)));
    for (const text of ['wait', 'b', 'c']) {
      const at = performance.now();
      await line.say(started, text);
      expect(performance.now() - at).toBeLessThan(1000);
    }
    go();
    const heard = await line.readUntil(started, 'turn 3');
    expect(heard.filter(({ from }) => from.role === 'bot').map(({ text }) => text)).toEqual(['welcome', 'echo wait', 'turn 1', 'echo b', 'turn 2', 'echo c', 'turn 3']);
  });
  test('D30: what was kept and not answered is answered once after the next start', async () => {
    const other = await EchoServer.start();
    const { id } = await other.store.create({ id: 'waiting', userId: 'dl_u', startedAt: 1 });
    await other.store.receive(id, { type: 'message', text: 'a', from: { id: 'dl_u', role: 'user' }, conversation: { id }, channelId: 'directline' }, { at: 1, stamp: (activity) => activity });
    await other.stop();
    const again = await EchoServer.start({}, other.folder);
    expect(await again.directLine.resumeUnanswered()).toBe(1);
    await again.stop();
    const third = await EchoServer.start({}, other.folder);
    expect(await third.directLine.resumeUnanswered()).toBe(0);
    expect((await third.store.activitiesAfter(id, 0)).map(({ activity }) => activity.text)).toEqual(['a', 'echo a', 'turn 1']);
    await third.remove();
  });
  test('D30: what has only just come is left to the node that is at it; what waits still at the next look is taken up', async () => {
    const other = await EchoServer.start();
    const { id } = await other.store.create({ id: 'waiting', userId: 'dl_u', startedAt: 1 });
    await other.store.receive(id, { type: 'message', text: 'a', from: { id: 'dl_u', role: 'user' }, conversation: { id }, channelId: 'directline' }, { at: 1, stamp: (activity) => activity });
    expect(await other.directLine.resumeUnanswered('left')).toBe(0);
    expect(await other.directLine.resumeUnanswered('left')).toBe(1);
    await other.remove();
  });
  test('D30: what another channel keeps in the same store is left to it', async () => {
    const other = await EchoServer.start();
    await other.store.create({ id: 'abs_1', userId: 'u', startedAt: 1 });
    await other.store.receive('abs_1', { type: 'message', text: 'a', conversation: { id: '19:meeting' }, channelId: 'directline' }, { at: 1, stamp: (activity) => activity });
    expect(await other.directLine.resumeUnanswered()).toBe(0);
    await other.remove();
  });
});

describe('refused, and nothing is kept', () => {
  let mine: Started;
  beforeAll(async () => {
    mine = await line.begin();
    await line.readUntil(mine, 'welcome');
  });
  const nested = (depth: number) => `${'{"a":'.repeat(depth)}1${'}'.repeat(depth)}`;
  test.each<[string, unknown, number, Record<string, string>?]>([
    ['no from', { type: 'message', text: 'a' }, 400],
    ['a from without an id', { type: 'message', text: 'a', from: {} }, 400],
    ['a from that is a text', { type: 'message', text: 'a', from: 'me' }, 400],
    ['no type', { text: 'a', from: { id: 'a' } }, 400],
    ['an unknown type', { type: 'party', from: { id: 'a' } }, 400],
    ['a type that is an object', { type: { $ne: '' }, from: { id: 'a' } }, 400],
    ['a conversationUpdate', { type: 'conversationUpdate', from: { id: 'a' }, membersAdded: [{ id: 'x' }] }, 400],
    ['an invoke', { type: 'invoke', from: { id: 'a' } }, 400],
    ['a trace', { type: 'trace', from: { id: 'a' } }, 400],
    ['a handoff', { type: 'handoff', from: { id: 'a' } }, 400],
    ['a list', [message('a')], 400],
    ['text that is no text', { ...message('a'), text: { $gt: '' } }, 400],
    ['text that is a number', { ...message('a'), text: 7 }, 400],
    ['channelData that is a text', { ...message('a'), channelData: 'x' }, 400],
    ['a clientActivityID that is no text', { ...message('a'), channelData: { clientActivityID: { a: 1 } } }, 400],
    ['a clientActivityID of 1,000 signs', { ...message('a'), channelData: { clientActivityID: 'x'.repeat(1000) } }, 400],
    ['100 attachments', { ...message('a'), attachments: Array.from({ length: 100 }, () => ({ contentType: 'image/png' })) }, 400],
    ['broken JSON', '{"type":', 400],
    ['two objects', '{}{}', 400],
    ['a number too large to be one', '{"type":"message","from":{"id":"a"},"value":1e999}', 400],
    ['null', 'null', 400],
    ['a text', '"hello"', 400],
    ['nothing', '', 400],
    ['a BOM', '\uFEFF{}', 400],
    ['100,000 deep', nested(100_000), 413],
    ['10,000 deep', nested(10_000), 400],
    ['25 deep', `{"type":"message","from":{"id":"a"},"value":${nested(25)}}`, 400],
    ['lists 1,000 deep', `{"type":"message","from":{"id":"a"},"value":${'['.repeat(1000)}${']'.repeat(1000)}}`, 400],
    ['over 64 kB', message('æ'.repeat(40_000)), 413],
    ['plain text', 'hello', 415, { 'content-type': 'text/plain' }],
    ['a form', 'type=message', 415, { 'content-type': 'application/x-www-form-urlencoded' }],
    ['JSON called JavaScript', '{}', 415, { 'content-type': 'application/javascript' }],
    ['JSON called jsonx', '{}', 415, { 'content-type': 'application/jsonx' }],
    ['a compressed body', '{}', 415, { 'content-encoding': 'gzip' }],
  ])('D31: %s', async (_what, body, status, headers = {}) => {
    const before = await server.store.find(mine.conversationId);
    const answer = await line.post(mine, body, headers);
    expect(answer).toMatchObject({ status, json: aFault });
    expect(answer.headers.get('cache-control')).toBe('no-store');
    expect((await server.store.find(mine.conversationId))?.lastSeq).toBe(before?.lastSeq);
  });
  test('D31: a body that never ends is cut at the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({ pull: (controller) => (sent++ < 40 ? controller.enqueue(new Uint8Array(4096).fill(32)) : controller.close()) });
    const response = await fetch(`${server.url}/v3/directline/conversations/${mine.conversationId}/activities`, { method: 'POST', headers: { authorization: `Bearer ${mine.token}`, 'content-type': 'application/json' }, body: endless, duplex: 'half' } as RequestInit);
    expect([response.status, await response.json()]).toMatchObject([413, aFault]);
  });
});

describe('taken', () => {
  let mine: Started;
  beforeAll(async () => {
    mine = await line.begin();
  });
  test.each<[string, unknown, Record<string, string>?]>([
    ['64 kB to the byte', `{"type":"message","from":{"id":"a"},"text":"${'x'.repeat(64 * 1024 - 46)}"}`],
    ['JSON with a charset', message('a'), { 'content-type': 'application/json; charset=utf-8' }],
    ['JSON of a kind', message('a'), { 'content-type': 'application/vnd.microsoft.activity+json' }],
    ['an empty text', message('')],
    ['a NUL, a lone surrogate, a right-to-left mark', message('a\u0000b\ud800c\u202ed')],
    ['an event', { type: 'event', name: 'language', value: 'en', from: { id: 'a' } }],
    ['a reaction', { type: 'messageReaction', reactionsAdded: [{ type: 'like' }], from: { id: 'a' } }],
    ['no channelData', { type: 'message', text: 'a', from: { id: 'a' } }],
    ['an attachment with no file', { ...message('a'), attachments: [{ contentType: 'image/png', contentUrl: 'http://127.0.0.1:1/x' }] }],
    ['19 deep', `{"type":"message","from":{"id":"a"},"value":${'{"a":'.repeat(18)}1${'}'.repeat(18)}}`],
  ])('D31: %s', async (_what, body, headers = {}) => {
    const { status, id } = await line.post(mine, body, headers);
    expect(status).toBe(200);
    expect((await line.read(mine)).activities.map((each) => each.id)).toContain(id);
  });
  test('D41: endOfConversation reaches the bot, and the stream stays open', async () => {
    const started = await line.begin();
    const ear = await Ear.on(started.streamUrl).untilText('welcome');
    expect((await line.post(started, { type: 'endOfConversation', from: { id: 'me' } })).status).toBe(200);
    await ear.untilText('goodbye');
    await line.say(started, 'a');
    await ear.untilText('turn 2');
    ear.socket.close();
  });
  test.each(['stream', 'expectReplies', 'notification', 'nonsense'])('D48: deliveryMode "%s" is taken, and the replies come by the stream', async (deliveryMode) => {
    const started = await line.begin();
    await line.post(started, message('a', { deliveryMode }));
    expect((await line.readUntil(started, 'turn 1')).map(({ text }) => text)).toEqual(['welcome', 'a', 'echo a', 'turn 1']);
  });
  test('D48: nor can a client choose where replies go or who receives them', async () => {
    const seen: unknown[] = [];
    const other = await EchoServer.start({ bot: async (context) => void seen.push([context.activity.serviceUrl, context.activity.recipient.id]) });
    const there = new Line(other);
    await there.post(await there.begin(), message('a', { serviceUrl: 'http://127.0.0.1:1/', recipient: { id: 'eve' } }));
    await other.remove();
    expect(seen[1]).toEqual(['', 'bot']);
  });
});

test('B17: keys that reach for prototypes change nothing', async () => {
  const mine = await line.begin();
  const { status, id } = await line.post(mine, '{"type":"event","name":"x","from":{"id":"a","__proto__":{"role":"bot"}},"__proto__":{"polluted":true},"value":{"$gt":"","__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}}');
  expect(status).toBe(200);
  expect(({} as Record<string, unknown>).polluted).toBeUndefined();
  expect(JSON.stringify((await line.read(mine)).activities.find((each) => each.id === id))).not.toContain('__proto__');
});

describe('sent twice', () => {
  test('D33: the same clientActivityID is one message and one turn, with the first id', async () => {
    const mine = await line.begin();
    const once = message('a');
    const ids = [(await line.post(mine, once)).id, (await line.post(mine, once)).id, (await line.post(mine, once)).id];
    expect(new Set(ids).size).toBe(1);
    await line.say(mine, 'b');
    expect((await line.readUntil(mine, 'turn 2')).map(({ text }) => text)).toEqual(['welcome', 'a', 'echo a', 'turn 1', 'b', 'echo b', 'turn 2']);
  });
  test('D33: twenty at once as well', async () => {
    const mine = await line.begin();
    const once = message('a');
    const answers = await Promise.all(Array.from({ length: 20 }, () => line.post(mine, once)));
    expect(new Set(answers.map(({ id }) => id)).size).toBe(1);
    expect((await line.readUntil(mine, 'turn 1')).filter(({ text }) => text === 'a')).toHaveLength(1);
  });
  test('D33: after a restart as well', async () => {
    const first = await EchoServer.start();
    const mine = await new Line(first).begin();
    const once = message('a');
    const { id } = await new Line(first).post(mine, once);
    await first.stop();
    const second = await EchoServer.start({}, first.folder);
    expect((await new Line(second).post(mine, once)).id).toBe(id);
    await second.remove();
  });
  test('D33: the same clientActivityID in another conversation is another message', async () => {
    const once = message('a');
    const [one, two] = [await line.begin(), await line.begin()];
    expect((await line.post(one, once)).id).not.toBe((await line.post(two, once)).id);
  });
  const marked = (text: string) => message(text, { channelData: { clientActivityID: randomUUID(), webChat: { receivedAt: 1 }, 'webchat:sequence-id': 3 } });
  test('D33: Web Chat’s "try again" directly after the stored one is the same message', async () => {
    const mine = await line.begin();
    await line.readUntil(mine, 'welcome');
    const id = await line.say(mine, 'silent');
    expect((await line.post(mine, marked('silent'))).id).toBe(id);
  });
  test('D33: with another text, or with anything in between, it is a message of its own', async () => {
    const mine = await line.begin();
    await line.readUntil(mine, 'welcome');
    const id = await line.say(mine, 'silent');
    expect((await line.post(mine, marked('other'))).id).not.toBe(id);
    await line.readUntil(mine, 'turn 2');
    expect((await line.post(mine, marked('other'))).id).toBe(`${mine.conversationId}|0000006`);
  });
  const shown = (text: string, at: number, more: object = {}) => message(text, { localTimestamp: new Date(at).toISOString(), channelData: { clientActivityID: randomUUID(), ...more } });
  const again = (text: string, at: number) => shown(text, at + 30_000, { webChat: { receivedAt: at + 5 }, 'webchat:sequence-id': 3 });
  test('D33: of the same moment it is the same message, though the bot has answered and more was said since', async () => {
    const mine = await line.begin();
    const { id } = await line.post(mine, shown('ja', 1_800_000_000_000));
    await line.say(mine, 'og mere');
    await line.readUntil(mine, 'turn 2');
    expect((await line.post(mine, again('ja', 1_800_000_000_000))).id).toBe(id);
  });
  test('D33: of another moment the same words are another message: "yes" to the next question is not lost', async () => {
    const mine = await line.begin();
    const { id } = await line.post(mine, shown('ja', 1_800_000_000_000));
    await line.readUntil(mine, 'turn 1');
    const next = await line.post(mine, again('ja', 1_800_000_020_000));
    expect(next.id).not.toBe(id);
    await line.readUntil(mine, 'turn 2');
  });
  test('D33: "try again" of the first message of all, which was not kept, is kept', async () => {
    const mine = await line.begin();
    await line.readUntil(mine, 'welcome');
    expect((await line.post(mine, marked('welcome'))).id).toBe(`${mine.conversationId}|0000002`);
  });
  test('D33: who really types the same words twice is heard twice', async () => {
    const mine = await line.begin();
    for (let n = 0; n < 2; n++) await line.say(mine, 'a');
    expect((await line.readUntil(mine, 'turn 2')).filter(({ text }) => text === 'a')).toHaveLength(2);
  });
});

describe('when something fails', () => {
  test('D32: a bot that throws loses nothing: the message stays, an apology is sent, its half of a memory is dropped', async () => {
    const mine = await line.begin();
    const { status } = await line.post(mine, message('throw'));
    expect(status).toBe(200);
    await line.say(mine, 'a');
    const heard = await line.readUntil(mine, 'turn 1');
    expect(heard.map(({ text }) => text).sort()).toEqual(['a', 'echo a', 'sorry', 'throw', 'turn 1', 'welcome']);
    expect(JSON.stringify(heard)).not.toContain('secret');
  });
  test('D32: a bot whose apology throws as well keeps nobody from talking on', async () => {
    const other = await EchoServer.start({
      onTurnError: async () => {
        throw new Error('again');
      },
    });
    const there = new Line(other);
    const mine = await there.begin();
    await there.say(mine, 'throw');
    await there.say(mine, 'a');
    expect((await there.readUntil(mine, 'turn 1')).map(({ text }) => text)).toContain('throw');
    await other.remove();
  });

  test('D32: a store that takes nothing: the message is refused truthfully; a reply that cannot be kept is apologised for, and answered later', async () => {
    let full: 'nothing' | 'messages' | 'turns' = 'nothing';
    const refuse = () => Promise.reject(new AdviserError('store-failed', 'The disk is full.', 'Make room.'));
    const failing = await EchoServer.start({}, undefined, (store) => ({
      create: store.create.bind(store), find: store.find.bind(store), state: store.state.bind(store), activitiesAfter: store.activitiesAfter.bind(store), unanswered: store.unanswered.bind(store), waiting: store.waiting.bind(store), alone: store.alone.bind(store), saveUpload: store.saveUpload.bind(store), findUpload: store.findUpload.bind(store), erase: store.erase.bind(store), eraseOlderThan: store.eraseOlderThan.bind(store), watch: store.watch.bind(store), close: store.close.bind(store),
      receive: (...given) => (full === 'messages' ? refuse() : store.receive(...given)),
      completeTurn: (...given) => (full === 'turns' ? refuse() : store.completeTurn(...given)),
    }));
    const there = new Line(failing);
    const mine = await there.begin();
    const ear = await Ear.on(mine.streamUrl).untilText('welcome');
    full = 'messages';
    const refused = await there.post(mine, message('a'));
    expect(refused).toMatchObject({ status: 503, json: { error: { message: expect.stringContaining('Nothing was sent') } } });
    expect(refused.headers.get('retry-after')).toBe('5');
    full = 'turns';
    expect((await there.post(mine, message('b'))).status).toBe(200);
    await failing.stop();
    full = 'nothing';
    expect(ear.texts()).toContain('sorry');
    const again = await EchoServer.start({}, failing.folder);
    expect(await again.directLine.resumeUnanswered()).toBe(1);
    await again.directLine.close();
    expect((await again.store.activitiesAfter(mine.conversationId, 0)).map(({ activity }) => activity.text)).toEqual(['welcome', 'b', 'echo b', 'turn 1']);
    await again.remove();
  });
});

describe('too often', () => {
  let strict: EchoServer;
  let there: Line;
  beforeAll(async () => {
    strict = await EchoServer.start({ limits: { tokensPerAddress: 3, conversationsPerAddress: 100, conversationsInAll: 2, messagesPerConversation: 2 }, trustProxy: true });
    there = new Line(strict);
  });
  afterAll(() => strict.remove());
  const from = (address: string) => ({ 'x-forwarded-for': address });
  test('D35, B12: tokens from one address are counted; the refusal has a body and says when to come again', async () => {
    const answers = [];
    for (let n = 0; n < 4; n++) answers.push(await there.call('/tokens/generate', { headers: from('192.0.2.1') }));
    expect(answers.map(({ status }) => status)).toEqual([200, 200, 200, 429]);
    expect(answers[3]?.json).toMatchObject({ error: { code: 'RateLimitExceeded' } });
    expect(Number(answers[3]?.headers.get('retry-after'))).toBeGreaterThan(0);
  });
  test('B12: another address is not', async () => expect((await there.call('/tokens/generate', { headers: from('192.0.2.2') })).status).toBe(200));
  test('B12: what a client writes into X-Forwarded-For itself makes it nobody else', async () => {
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await there.call('/tokens/generate', { headers: from(`10.0.0.${n}, 192.0.2.3`) })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
  });
  test('B12: an IPv6 subscriber with a whole /64 is one address', async () => {
    const statuses = [];
    for (let n = 0; n < 4; n++) statuses.push((await there.call('/tokens/generate', { headers: from(`2001:db8:0:1::${n}`) })).status);
    expect(statuses).toEqual([200, 200, 200, 429]);
    expect((await there.call('/tokens/generate', { headers: from('2001:db8:0:2::1') })).status).toBe(200);
  });
  test('D35, B12: messages of one conversation are counted, and new conversations all together', async () => {
    const one = await there.begin({}, from('192.0.2.4'));
    const two = await there.begin({}, from('192.0.2.5'));
    const third = await there.call('/conversations', { token: (await there.generate(undefined, from('192.0.2.6'))).token });
    expect(third).toMatchObject({ status: 429, json: aFault });
    const statuses = [];
    for (let n = 0; n < 3; n++) statuses.push((await there.post(one, message('a'))).status);
    expect(statuses).toEqual([200, 200, 429]);
    expect((await there.post(two, message('a'))).status).toBe(200);
  });
});
