import { WebSocket } from 'ws';
import { DirectLineClient, type LinkStatus } from '../../src/web/direct-line-client';
import type { Credentials } from '../../src/web/direct-line-door';
import type { Pace } from '../../src/web/pace';
import { FakeDirectLine, botSays, type Said } from './fake-direct-line';

const QUICK: Partial<Pace> = { firstRetry: 10, longestRetry: 40, pollSoon: 20, pollIdle: 20, echo: 200, request: 2000 };

/** A window's end of the line that writes down what it hears, and can be waited for. */
class Ear {
  readonly statuses: LinkStatus[] = [];
  readonly heard: string[] = [];
  readonly history: string[] = [];
  credentials: Credentials | null = null;
  private waiting: (() => void)[] = [];
  readonly client: DirectLineClient;

  constructor(base: string, more: { resume?: Credentials; pace?: Partial<Pace>; socketClass?: typeof WebSocket } = {}) {
    this.client = new DirectLineClient({
      base,
      locale: 'da-DK',
      resume: more.resume ?? null,
      pace: { ...QUICK, ...more.pace },
      openSocket: (url) => asBrowserSocket(new WebSocket(url)),
      events: {
        status: (status) => this.note(() => this.statuses.push(status)),
        activities: (activities, history) => this.note(() => (history ? this.history : this.heard).push(...activities.map(textOf))),
        credentials: (credentials) => this.note(() => (this.credentials = credentials)),
      },
    });
    void this.client.run();
  }

  /** Resolves once `holds` does; the test's own time limit is the limit. */
  async until(holds: () => boolean): Promise<void> {
    while (!holds()) await new Promise<void>((resolve) => this.waiting.push(resolve));
  }

  private note(happened: () => void): void {
    happened();
    for (const resolve of this.waiting.splice(0)) resolve();
  }
}

function asBrowserSocket(socket: WebSocket): globalThis.WebSocket {
  return socket as unknown as globalThis.WebSocket; // ws speaks the browser's interface, its types only nearly
}

function textOf(activity: unknown): string {
  const { type, text } = activity as { type?: string; text?: string };
  return type === 'message' ? (text ?? '') : `(${type})`;
}

const message = (text: string, clientActivityID = text) => ({ type: 'message', text, channelData: { clientActivityID } });

let server: FakeDirectLine;
const ears: Ear[] = [];
const listen = (more: ConstructorParameters<typeof Ear>[1] = {}) => {
  const ear = new Ear(server.base, more);
  ears.push(ear);
  return ear;
};

const echo = ({ type, text }: Said) => (type === 'message' ? [botSays(`Du skrev: ${String(text)}`)] : []);

beforeEach(async () => {
  server = new FakeDirectLine(echo);
  await server.start();
});
afterEach(async () => {
  for (const { client } of ears.splice(0)) client.close();
  await server.stop();
});

test('begins a conversation, hears the welcome, its own words and the answer, in that order', async () => {
  const ear = listen();
  await ear.until(() => ear.heard.length === 1);
  expect(await ear.client.post(message('Hej'))).toMatchObject({ kind: 'sent' });
  await ear.until(() => ear.heard.length === 3);
  expect(ear.heard).toEqual(['Velkommen.', 'Hej', 'Du skrev: Hej']);
  expect(ear.statuses).toEqual(['connecting', 'online']);
});

test('takes the line up again where it was lost: every message once, in order, over 20 drops', async () => {
  const ear = listen();
  await ear.until(() => ear.heard.length === 1);
  const [id = ''] = server.talks.keys();
  const said = Array.from({ length: 40 }, (_, index) => `Besked ${index}`);
  for (const [index, text] of said.entries()) {
    if (index % 2 === 0) server.dropSockets();
    server.add(id, botSays(text));
  }
  await ear.until(() => ear.heard.length >= 41);
  for (let drop = 0; drop < 18; drop++) {
    await ear.until(() => ear.statuses.at(-1) === 'online');
    const before = ear.statuses.length;
    server.dropSockets();
    await ear.until(() => ear.statuses.length > before);
  }
  server.add(id, botSays('Til sidst'));
  await ear.until(() => ear.heard.includes('Til sidst'));
  expect(ear.heard).toEqual(['Velkommen.', ...said, 'Til sidst']);
});

test('is back within 2 seconds at its own pace', async () => {
  const ear = listen({ pace: { firstRetry: 250, longestRetry: 2000 } });
  await ear.until(() => ear.statuses.at(-1) === 'online');
  const lost = performance.now();
  server.dropSockets();
  await ear.until(() => ear.statuses.at(-1) === 'lost');
  await ear.until(() => ear.statuses.at(-1) === 'online');
  expect(performance.now() - lost).toBeLessThan(2000);
});

test('waits for a server that is down, and begins when it comes up', async () => {
  server.faults.down = true;
  const ear = listen();
  await ear.until(() => ear.statuses.includes('lost'));
  server.faults.down = false;
  await ear.until(() => ear.heard.includes('Velkommen.'));
  expect(ear.statuses).toEqual(['connecting', 'lost', 'online']);
});

test.each(['noSockets', 'deafSockets'] as const)('polls where sockets are blocked on the way (%s)', async (fault) => {
  server.faults[fault] = true;
  const ear = listen();
  await ear.client.post(message('Hej'));
  await ear.until(() => ear.heard.includes('Du skrev: Hej') && ear.heard.includes('Velkommen.'));
  await ear.client.post(message('Igen'));
  await ear.until(() => ear.heard.includes('Du skrev: Igen'));
  expect(ear.heard).toEqual(['Velkommen.', 'Hej', 'Du skrev: Hej', 'Igen', 'Du skrev: Igen']);
});

test.each(['refusePosts', 'losePostAnswers'] as const)('sends the very same message again when no answer comes (%s), and it is kept once', async (fault) => {
  const ear = listen();
  await ear.until(() => ear.heard.length === 1);
  server.faults[fault] = 2;
  expect(await ear.client.post(message('Hej'))).toMatchObject({ kind: 'sent' });
  await ear.until(() => ear.heard.includes('Du skrev: Hej'));
  expect(server.texts).toEqual(['Hej']);
});

test('gives up after three tries and says so', async () => {
  const ear = listen();
  await ear.until(() => ear.heard.length === 1);
  server.faults.refusePosts = 3;
  expect(await ear.client.post(message('Hej'))).toEqual({ kind: 'failed' });
  expect(await ear.client.post(message('Hej'))).toMatchObject({ kind: 'sent' });
});

test('resumes with what was said before as history, and nothing twice', async () => {
  const first = listen();
  await first.until(() => first.heard.length === 1);
  await first.client.post(message('Hej'));
  await first.until(() => first.heard.length === 3);
  first.client.close();
  const credentials = first.credentials;
  if (!credentials) throw new Error('no credentials');
  const second = listen({ resume: credentials });
  await second.until(() => second.statuses.includes('online'));
  await second.client.post(message('Igen'));
  await second.until(() => second.heard.length === 2);
  expect(second.history).toEqual(['Velkommen.', 'Hej', 'Du skrev: Hej']);
  expect(second.heard).toEqual(['Igen', 'Du skrev: Igen']);
});

test('ends when the conversation is no more', async () => {
  const ear = listen();
  await ear.until(() => ear.heard.length === 1);
  for (const id of server.talks.keys()) server.erase(id);
  await ear.until(() => ear.statuses.includes('ended'));
  expect(await ear.client.post(message('Hej'))).toEqual({ kind: 'ended' });
});

test('renews its token and remembers the new one', async () => {
  const ear = listen({ pace: { refresh: 30 } });
  await ear.until(() => ear.heard.length === 1);
  ear.credentials = null;
  await ear.until(() => ear.credentials !== null);
  expect(server.asked).toContain('POST tokens/refresh');
});

test('sends files with their message', async () => {
  const ear = listen();
  await ear.until(() => ear.heard.length === 1);
  expect(await ear.client.upload(message('', 'fil-1'), [new File(['indhold'], 'brev æøå.txt', { type: 'text/plain' })])).toMatchObject({ kind: 'sent' });
  const [talk] = server.talks.values();
  expect(talk?.log).toContainEqual(expect.objectContaining({ attachments: [expect.objectContaining({ name: 'brev æøå.txt' })] }));
});

test('a line that is silent for too long counts as lost', async () => {
  const ear = listen({ pace: { silence: 60 } });
  await ear.until(() => ear.statuses.includes('lost'));
  await ear.until(() => ear.statuses.at(-1) === 'online');
});
