import { mkdtempSync, readdirSync, readFileSync, rmSync, statSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { DateTime } from 'luxon';
import { createAzureBotService, type AzureBotService, type AzureBotServiceOptions } from '../../src/channels/azure-bot-service';
import { DEFAULT_SERVICE_URLS, serviceUrlCheck } from '../../src/channels/service-addresses';
import { ZONE } from '../../src/domain/calendar';
import { maskActivity } from '../../src/domain/privacy/personal-data';
import { start, type Running } from '../../src/main';
import { createLog } from '../../src/server/log';
import { createServer } from '../../src/server/server';
import { readSettings } from '../../src/settings';
import { openEmbeddedStore } from '../../src/storage/nedb/open-embedded-store';
import { APP_ID, LocalAzure } from './azure';
import { echo, gates } from './echo-server';
import { aFault } from './line';

let azure: LocalAzure;
beforeAll(async () => {
  azure = await LocalAzure.start();
});
afterAll(() => azure.stop());

let number = 0;
const activity = (text: string, more: object = {}) => ({ type: 'message', id: `a${++number}`, channelId: 'msteams', serviceUrl: `${azure.url}/`, conversation: { id: '19:meeting/with;signs' }, from: { id: '29:ann', name: 'Ann' }, recipient: { id: '28:bot', name: 'Bot' }, text, ...more });
const expecting = (text: string, more: object = {}) => activity(text, { deliveryMode: 'expectReplies', ...more });

/** Another conversation with each call. */
const conversation = () => ({ conversation: { id: `c${++number}` } });

async function post(url: string, body: unknown, authorization: string | null = `Bearer ${azure.token()}`, signal: AbortSignal | null = null) {
  const response = await fetch(`${url}/api/messages`, { method: 'POST', signal, headers: { 'content-type': 'application/json', ...(authorization === null ? {} : { authorization }) }, body: typeof body === 'string' ? body : JSON.stringify(body) });
  const text = await response.text();
  return { status: response.status, text, json: (text === '' ? null : JSON.parse(text)) as { activities?: { text?: string; type: string; name?: string }[] } | null, headers: response.headers };
}
const textsOf = (answer: { json: { activities?: { text?: string }[] } | null }) => answer.json?.activities?.map(({ text }) => text);

describe('with a bot that repeats what it hears', () => {
  let folder: string;
  let url: string;
  let service: AzureBotService;
  let store: Awaited<ReturnType<typeof openEmbeddedStore>>;
  let closeHttp: () => void;
  const lines: string[] = [];
  const log = { ...createLog('silent'), warn: (code: string, fields?: object) => lines.push(`${code} ${JSON.stringify(fields ?? {})}`), error: (code: string, fields?: object) => lines.push(`${code} ${JSON.stringify(fields ?? {})}`) };
  const open = async (more: Partial<AzureBotServiceOptions> = {}) => {
    store = await openEmbeddedStore({ dataDir: join(folder, 'data'), key: Buffer.alloc(32, 1) });
    service = createAzureBotService({ appId: APP_ID, store: store.conversations, bot: echo, onTurnError: async (context) => void (await context.sendActivity('sorry')), clean: maskActivity, now: Date.now, log, authentication: azure.authentication(), allowedServiceUrls: [azure.url], ...more });
    const server = createServer({ log: createLog('silent') });
    service.mount(server);
    await new Promise<void>((listening) => server.listen(0, '127.0.0.1', listening));
    url = `http://127.0.0.1:${server.address().port}`;
    closeHttp = () => server.close();
  };
  const close = async () => {
    closeHttp();
    await service.close();
    await store.close();
  };
  beforeAll(async () => {
    folder = mkdtempSync(join(tmpdir(), 'vejviser-abs-'));
    await open();
  });
  afterAll(async () => {
    await close();
    rmSync(folder, { recursive: true, force: true });
  });

  test('D50: expectReplies brings the replies in the answer, and calls nobody', async () => {
    const answer = await post(url, expecting('hej', conversation()));
    expect([answer.status, textsOf(answer)]).toEqual([200, ['echo hej', 'turn 1']]);
    expect(azure.sent).toEqual([]);
  });
  test('D50: otherwise they go to the channel’s address, in order, as replies, with our own token', async () => {
    const said = activity('hej', conversation());
    expect(await post(url, said)).toMatchObject({ status: 200, text: '' });
    const sent = azure.sent.splice(0);
    expect(sent.map(({ activity: reply }) => reply.text)).toEqual(['echo hej', 'turn 1']);
    expect(sent[0]?.path).toBe(`/v3/conversations/${said.conversation.id}/activities/${said.id}`);
  });
  test.each<[string, () => string | null]>([
    ['no Authorization', () => null],
    ['an empty one', () => ''],
    ['Bearer alone', () => 'Bearer'],
    ['garbage', () => 'Bearer garbage'],
    ['Basic', () => 'Basic YTpi'],
    ['a token cut off', () => `Bearer ${azure.token().slice(0, -4)}`],
    ['alg none', () => `Bearer ${azure.token({}, { alg: 'none' }).split('.').slice(0, 2).join('.')}.`],
    ['another key id', () => `Bearer ${azure.token({}, { kid: 'other' })}`],
    ['another audience', () => `Bearer ${azure.token({ aud: '3b5e4b5e-1111-4222-8333-123456789abc' })}`],
    ['another issuer', () => `Bearer ${azure.token({ iss: 'https://evil.example' })}`],
    ['an old token', () => `Bearer ${azure.token({ nbf: 1, exp: 2 })}`],
    ['a token for another address', () => `Bearer ${azure.token({ serviceurl: 'https://smba.trafficmanager.net/' })}`],
  ])('D50: %s is 401, with a body that says no more', async (_what, authorization) => {
    const answer = await post(url, expecting('hej', conversation()), authorization());
    expect(answer).toMatchObject({ status: 401, json: { error: { code: 'BadArgument', message: 'The Authorization header is missing or not valid.' } } });
    expect(answer.headers.get('cache-control')).toBe('no-store');
  });
  test('D50: a channel that the key is not endorsed for is 401', async () => expect((await post(url, expecting('hej', { channelId: 'skype', ...conversation() }))).status).toBe(401));
  test('D50, B11: a service address that is not listed is 403, though its token is good, and is not called', async () => {
    const elsewhere = azure.url.replace('127.0.0.1', 'localhost');
    const answer = await post(url, activity('hej', { serviceUrl: elsewhere, ...conversation() }), `Bearer ${azure.token({ serviceurl: elsewhere })}`);
    expect(answer).toMatchObject({ status: 403, json: aFault });
    expect(azure.sent).toEqual([]);
  });
  test.each([['{', 400], ['[]', 400], ['null', 400], ['{"type":"message"}', 400], [`${'{"a":'.repeat(1000)}1${'}'.repeat(1000)}`, 400], [`{"type":"${'x'.repeat(300_000)}"}`, 413]])('D50: the body %.20s is refused', async (body, status) => {
    expect(await post(url, body)).toMatchObject({ status, json: aFault });
  });
  test('D50: of what fails in the bot nothing is told: the channel gets an apology', async () => {
    const answer = await post(url, expecting('throw', conversation()));
    expect([answer.status, textsOf(answer)]).toEqual([200, ['sorry']]);
    expect(answer.text + lines.join('')).not.toContain('a secret of the bot');
  });
  test.each(['typing', 'messageReaction', 'installationUpdate', 'unheardOf'])('D50: %s is taken and not answered', async (type) => expect(await post(url, { ...expecting('', conversation()), type })).toMatchObject({ status: 200 }));
  test('D50: an invoke is nothing this bot knows', async () => expect((await post(url, { ...expecting('', conversation()), type: 'invoke' })).status).toBe(501));
  test('D50: who joins is welcomed', async () => {
    const answer = await post(url, { ...expecting('', conversation()), type: 'conversationUpdate', membersAdded: [{ id: '29:ann' }] });
    expect(textsOf(answer)).toEqual(['welcome']);
  });
  test('D50: what a channel sends a second time is answered with the same, and heard once', async () => {
    const said = expecting('hej', conversation());
    expect(textsOf(await post(url, said))).toEqual(['echo hej', 'turn 1']);
    expect(textsOf(await post(url, said))).toEqual(['echo hej', 'turn 1']);
    expect(textsOf(await post(url, { ...said, id: 'next' }))).toEqual(['echo hej', 'turn 2']);
  });
  test('D50: turns of one conversation run one at a time', async () => {
    const one = conversation();
    const answers = await Promise.all(Array.from({ length: 10 }, () => post(url, expecting('a', one))));
    expect(answers.map((answer) => textsOf(answer)?.[1]).sort()).toEqual(Array.from({ length: 10 }, (_, n) => `turn ${n + 1}`).sort());
  });
  test('D50: a slow turn of one keeps nobody else waiting', async () => {
    const slow = conversation();
    let go: () => void = () => undefined;
    gates.set(slow.conversation.id, new Promise((done) => (go = done)));
    const waiting = post(url, expecting('wait', slow));
    expect(textsOf(await post(url, expecting('hej', conversation())))).toEqual(['echo hej', 'turn 1']);
    go();
    expect(textsOf(await waiting)).toEqual(['echo wait', 'turn 1']);
  });
  test('D50: CPR numbers are masked before the bot hears them or the store keeps them; ids stay', async () => {
    const said = expecting('mit nummer er 010190-1234', { conversation: { id: '0101901234' }, from: { id: '0202901234', name: 'Ann 030390-1234' } });
    const written = new Set<string>();
    const unwatch = store.conversations.watch((id) => written.add(id));
    const answer = await post(url, said);
    unwatch();
    expect(textsOf(answer)?.[0]).toBe('echo mit nummer er 010190-••••');
    const kept = JSON.stringify(await Promise.all([...written].map((id) => store.conversations.activitiesAfter(id, 0))));
    expect(kept).toContain('010190-••••');
    expect(kept).not.toContain('010190-1234');
    expect(kept).toContain('"id":"0202901234"');
  });
  test('D50: an erased conversation is erased', async () => {
    const one = conversation();
    await post(url, expecting('a', one));
    await post(url, expecting('erase', one));
    expect(textsOf(await post(url, expecting('b', one)))).toEqual(['echo b', 'turn 1']);
  });
  test('D50: replies that the channel did not take are kept; when it sends again it gets them', async () => {
    const said = activity('hej', conversation());
    azure.takes = ({ text }) => text !== 'turn 1';
    const failed = await post(url, said);
    azure.takes = () => true;
    expect(failed).toMatchObject({ status: 500, json: { error: { code: 'ServiceError', message: 'Something went wrong on the server.' } } });
    expect(azure.sent.splice(0).map(({ activity: reply }) => reply.text)).toEqual(['echo hej']);
    expect((await post(url, said)).status).toBe(200);
    expect(azure.sent.splice(0).map(({ activity: reply }) => reply.text)).toEqual(['turn 1']);
    expect((await post(url, said)).status).toBe(200);
    expect(azure.sent).toEqual([]);
  });
  test('D50: what was kept and not answered before a stop is answered once after the next start', async () => {
    const said = activity('hej', conversation());
    // The machine stopped between keeping the message and keeping its answer.
    await close();
    await open({ bot: () => new Promise(() => undefined) });
    const hangingUp = new AbortController();
    void post(url, said, undefined, hangingUp.signal).catch(() => undefined);
    while ((await store.conversations.unanswered()).length === 0) await new Promise(setImmediate);
    hangingUp.abort();
    closeHttp();
    await store.close();
    await open();
    expect(await service.resumeUnanswered()).toBe(1);
    await service.close();
    expect(azure.sent.splice(0).map(({ activity: reply }) => reply.text)).toEqual(['echo hej', 'turn 1']);
    expect(await service.resumeUnanswered()).toBe(0);
  });
});

describe('service addresses', () => {
  const allowed = serviceUrlCheck(DEFAULT_SERVICE_URLS);
  test.each(['https://smba.trafficmanager.net/emea/', 'https://smba.trafficmanager.net', 'https://webchat.botframework.com/', 'https://europe.directline.botframework.com/x', 'HTTPS://SMBA.TRAFFICMANAGER.NET/'])('D50, B11: %s is allowed', (url) => expect(allowed(url)).toBe(true));
  test.each(['http://smba.trafficmanager.net/', 'https://smba.trafficmanager.net:8443/', 'https://smba.trafficmanager.net.evil.example/', 'https://evil.example/smba.trafficmanager.net', 'https://smba.trafficmanager.net@evil.example/', 'https://a:b@smba.trafficmanager.net/', 'https://botframework.com/', 'https://evilbotframework.com/', 'https://127.0.0.1/', 'file:///etc/passwd', 'javascript:1', '', '//smba.trafficmanager.net'])('D50, B11: "%s" is not', (url) => expect(allowed(url)).toBe(false));
});

describe('the whole program', () => {
  const folders: string[] = [];
  const running: Running[] = [];
  const begin = async (environment: Record<string, string> = {}): Promise<Running> => {
    const folder = mkdtempSync(join(tmpdir(), 'vejviser-abs-'));
    folders.push(folder);
    const settings = readSettings({ PORT: '0', DATA_DIR: join(folder, 'data'), LOG_LEVEL: 'silent', ...environment });
    const started = await start(settings, { now: () => DateTime.fromISO('2026-11-24T10:00', { zone: ZONE }), webFolder: resolve(__dirname, '../../dist/web'), authentication: azure.authentication() });
    running.push(started);
    return started;
  };
  afterAll(async () => {
    for (const each of running) await each.stop();
    for (const folder of folders) rmSync(folder, { recursive: true, force: true });
  });

  test('D50: without an app id there is no such address', async () => {
    const { url } = await begin();
    for (const authorization of [null, `Bearer ${azure.token()}`]) expect(await post(url, expecting('hej'), authorization)).toMatchObject({ status: 404, json: aFault });
  });

  describe('with an app id', () => {
    let url: string;
    beforeAll(async () => {
      ({ url } = await begin({ MICROSOFT_APP_ID: APP_ID, MICROSOFT_APP_PASSWORD: 'a password', MICROSOFT_APP_TENANT_ID: '4b5e4b5e-1111-4222-8333-123456789abc', ALLOWED_SERVICE_URLS: azure.url }));
    });
    test('D50: unsigned is 401, signed is answered by the adviser’s bot', async () => {
      expect((await post(url, expecting('Hvornår har I telefontid?'), null)).status).toBe(401);
      const answer = await post(url, expecting('Hvornår har I telefontid?', conversation()));
      expect(textsOf(answer)?.join(' ')).toContain('Torsdag kl. 9-17');
    });
    test('D50: a case is handed over, and the channel gets handoff.initiate with the transcript', async () => {
      const one = conversation();
      for (const text of ['Ring mig op', 'Min hjemmehjælp er taget fra mig', 'Fatma Yıldız', '20 21 89 88', 'torsdag formiddag', 'Ja']) await post(url, activity(text, one));
      azure.sent.splice(0);
      await post(url, activity('Send', one));
      const event = azure.sent.splice(0).map(({ activity: reply }) => reply).find(({ name }) => name === 'handoff.initiate');
      expect(event).toMatchObject({ type: 'event', value: { reference: expect.stringMatching(/^BR-2026-/), subject: 'callback', contact: { name: 'Fatma Yıldız' } }, relatesTo: { serviceUrl: `${azure.url}/`, conversation: one.conversation, channelId: 'msteams' } });
      const { content } = (event?.attachments as undefined | { contentType: string; content: { activities: { text: string; from: { role: string } }[] } }[])?.[0] ?? { content: { activities: [] } };
      expect(content.activities.map(({ from, text }) => `${from.role}: ${text}`)).toEqual(expect.arrayContaining(['user: Ring mig op', 'user: Min hjemmehjælp er taget fra mig']));
      expect(content.activities.filter(({ from }) => from.role === 'bot').length).toBeGreaterThan(3);
    });
    test('D50: a channel that knows no events gets the words all the same', async () => {
      const one = conversation();
      for (const text of ['Ring mig op', 'Min hjemmehjælp er taget fra mig', 'Fatma Yıldız', '20 21 89 88', 'torsdag formiddag', 'Ja']) await post(url, activity(text, one));
      azure.sent.splice(0);
      azure.takes = ({ type }) => type !== 'event';
      const { status } = await post(url, activity('Send', one));
      azure.takes = () => true;
      expect(status).toBe(200);
      const texts = azure.sent.splice(0).map(({ activity: reply }) => String(reply.text));
      expect(texts.findIndex((text) => text.includes('BR-2026-'))).toBe(0);
      expect(texts.length).toBeGreaterThan(2);
    });
    test('D50: on the disk there is nothing to read', () => {
      const readable = folders.flatMap((folder) => readdirSync(folder, { recursive: true, encoding: 'utf8' }).map((name) => join(folder, name)).filter((path) => statSync(path).isFile()).map((path) => readFileSync(path, 'latin1')));
      expect(readable.length).toBeGreaterThan(2);
      for (const text of readable) expect(text).not.toContain('hjemmehj');
    });
  });
});
