import fc from 'fast-check';
import { EchoServer } from './echo-server';
import { Ear, Line, raw, type Started } from './line';

const SEED = 20261125;
const said: string[] = [];
const hears = (code: string, fields: object = {}): void => void said.push(`${code} ${JSON.stringify(fields)}`);

let server: EchoServer;
let line: Line;
let mine: Started;
beforeAll(async () => {
  server = await EchoServer.start({ limits: { tokensPerAddress: 100_000, conversationsPerAddress: 100_000, messagesPerConversation: 1_000_000 }, log: { info: hears, warn: hears, error: hears } });
  line = new Line(server);
  mine = await line.begin();
});
afterAll(() => server.remove());

const faultOrOk = (status: number): void => {
  expect(status).toBeGreaterThanOrEqual(200);
  expect(status).toBeLessThan(500);
};

/** An activity that is nearly one: each part may be anything. */
const anActivity = fc.record(
  {
    type: fc.oneof(fc.constantFrom('message', 'event', 'typing', 'endOfConversation'), fc.jsonValue()),
    from: fc.oneof(fc.record({ id: fc.string() }), fc.jsonValue()),
    text: fc.oneof(fc.string({ unit: 'binary' }), fc.jsonValue()),
    channelData: fc.oneof(fc.record({ clientActivityID: fc.string() }), fc.jsonValue()),
    attachments: fc.jsonValue(),
    value: fc.jsonValue(),
    locale: fc.jsonValue(),
    __proto__: fc.jsonValue(),
    constructor: fc.jsonValue(),
  },
  { requiredKeys: [] },
);

test('D31, B17: whatever JSON is posted, it is kept and comes back, or it is refused; never is it our fault', async () => {
  await fc.assert(
    fc.asyncProperty(anActivity, async (activity) => {
      const answer = await line.post(mine, JSON.stringify(activity));
      faultOrOk(answer.status);
      if (answer.status !== 200) return void expect(answer.json).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
      const { activities } = await line.read(mine, `?watermark=${Math.max(0, Number(answer.id.split('|')[1]) - 1)}`);
      if (activity.type !== 'typing') expect(activities[0]).toMatchObject({ id: answer.id, from: { role: 'user' }, type: activity.type });
    }),
    { numRuns: 300, seed: SEED },
  );
}, 120_000);

test('D31: bytes that are no JSON are refused', async () => {
  await fc.assert(
    fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), async (bytes) => {
      const response = await fetch(`${server.url}/v3/directline/conversations/${mine.conversationId}/activities`, { method: 'POST', headers: { authorization: `Bearer ${mine.token}`, 'content-type': 'application/json' }, body: bytes as never });
      expect(response.status).toBe(400);
      await response.text();
    }),
    { numRuns: 100, seed: SEED },
  );
}, 120_000);

test('D44: whatever address is asked for by whatever method, it is answered, and never is it our fault', async () => {
  const piece = fc.oneof(fc.constantFrom('v3', 'directline', 'conversations', 'activities', 'upload', 'files', 'stream', 'tokens', 'generate', '%2e%2e', '..', '.', '', '%', '%00', '%ff', '%2f', '*', ':conversationId', '__proto__'), fc.string({ maxLength: 20 }).map((text) => encodeURIComponent(text.replaceAll(/\p{Cs}/gu, ''))));
  await fc.assert(
    fc.asyncProperty(fc.constantFrom('GET', 'POST', 'PUT', 'DELETE', 'PATCH', 'OPTIONS', 'HEAD'), fc.boolean(), fc.array(piece, { maxLength: 8 }), fc.constantFrom('', '?', '?watermark=', '?watermark=%', '?t=%zz', '?&&=&', '?userId=x'), async (method, below, pieces, query) => {
      const { status } = await raw(server.url, { method, path: `${below ? '/v3/directline' : ''}/${pieces.join('/')}${query}`, headers: { authorization: `Bearer ${mine.token}` } });
      faultOrOk(status);
    }),
    { numRuns: 400, seed: SEED },
  );
}, 120_000);

test('D17: whatever is asked for as a stream is refused or opened, and the server lives on', async () => {
  await fc.assert(
    fc.asyncProperty(fc.oneof(fc.string({ maxLength: 40 }).map((text) => `/${encodeURI(text.replaceAll(/\p{Cs}/gu, ''))}`), fc.constantFrom('//', '/?', '/v3/directline/conversations/x/stream?t=%', '/v3/directline/conversations/%/stream')), async (path) => {
      const { status } = await raw(server.url, { method: 'GET', path, headers: { connection: 'Upgrade', upgrade: 'websocket', 'sec-websocket-version': '13', 'sec-websocket-key': 'dGhlIHNhbXBsZSBub25jZQ==' } });
      faultOrOk(status);
    }),
    { numRuns: 100, seed: SEED },
  );
}, 120_000);

test('B14: the log names codes, ids and durations; never what was said, a token, or an address of a stream', async () => {
  const started = await line.begin();
  const ear = await Ear.on(started.streamUrl).untilText('welcome');
  for (const text of ['kanariefugl', 'throw']) await line.say(started, text);
  await line.upload(started, 'kanariefugl', { 'content-type': 'text/plain', 'content-disposition': 'name="file"; filename="kanariefugl.txt"' });
  await line.post(started, '{"kanariefugl');
  await ear.untilText('sorry');
  ear.socket.close();
  const log = said.join('\n');
  expect(log).toContain('turn-failed');
  for (const canary of ['kanariefugl', 'a secret of the bot', started.token, started.streamUrl.split('t=')[1] ?? 'none']) expect(log).not.toContain(canary);
});
