import { createServer, type Server } from 'node:http';
import { startServer, type TestServer } from '../conversations/server';
import { Citizen } from '../conversations/citizen';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { systemClock } from '../../src/domain/calendar';
import { signature, startCaseWebhook } from '../../src/notify/case-webhook';
import { openEmbeddedStore } from '../../src/storage/nedb/open-embedded-store';

const SECRET = 'a secret of the test, long enough'.replaceAll(' ', '-');
interface Call {
  readonly body: string;
  readonly signed: string | undefined;
}

let other: Server;
let port: number;
let calls: Call[] = [];
let status = 200;
let waiting: (() => void)[] = [];
let server: TestServer;

beforeEach(async () => {
  [calls, waiting, status] = [[], [], 200];
  other = createServer((request, response) => {
    let body = '';
    request.on('data', (chunk: Buffer) => (body += chunk.toString()));
    request.on('end', () => {
      calls.push({ body, signed: request.headers['x-vejviser-signature']?.toString() });
      // Not in a chain: restify changes writeHead for the whole process.
      response.statusCode = status;
      response.end();
      for (const wake of waiting) wake();
    });
  });
  port = await new Promise((found) => other.listen(0, '127.0.0.1', () => found((other.address() as { port: number }).port)));
  server = await startServer('2026-11-25T09:00', { WEBHOOK_URL: `http://127.0.0.1:${port}/hook`, WEBHOOK_SECRET: SECRET });
});
afterEach(async () => {
  await server.stop();
  other.close();
});

const called = (count: number): Promise<void> =>
  new Promise((resolve) => {
    const look = (): void => {
      if (calls.length >= count) resolve();
    };
    waiting.push(look);
    look();
  });

async function handOver(): Promise<string> {
  const citizen = await Citizen.arrive(server.url);
  for (const text of ['Ring mig op', 'Min sag er gået i stå', 'Fatma', '20 21 89 88', 'torsdag', 'Ja']) await citizen.say(text);
  const { receipt } = await citizen.say('Send');
  citizen.leave();
  return receipt?.reference ?? '';
}

test('another program is told of a case, signed, and of nobody\'s name', async () => {
  const reference = await handOver();
  await called(1);
  const { body, signed } = calls[0] ?? { body: '', signed: '' };
  expect(JSON.parse(body)).toEqual({ event: 'case', id: expect.any(String), reference, at: '2026-11-25T09:00:00.000+01:00' });
  expect(body).not.toMatch(/Fatma|2021/);
  expect(signed).toBe(signature(SECRET, Date.parse('2026-11-25T09:00:00+01:00') / 1000, body));
});

test('what it did not take is sent again after a restart, once', async () => {
  status = 503;
  const reference = await handOver();
  await called(1);
  status = 200;
  await server.restart();
  await called(2);
  expect(calls.map(({ body }) => (JSON.parse(body) as { reference: string }).reference)).toEqual([reference, reference]);
  await server.restart();
  const another = await handOver();
  await called(3);
  expect(calls.map(({ body }) => (JSON.parse(body) as { reference: string }).reference)).toEqual([reference, reference, another]);
});

test.each([
  { when: 'after the case was kept', kept: true, told: ['BR-2026-7K4QX9'] },
  { when: 'before the case was kept', kept: false, told: [] },
])('a stop of the server $when, with nobody told: the next start tells what there is', async ({ kept, told }) => {
  const folder = mkdtempSync(join(tmpdir(), 'vejviser-webhook-'));
  const store = await openEmbeddedStore({ dataDir: join(folder, 'data'), key: new Uint8Array(32), report: () => undefined });
  let done: () => void = () => undefined;
  const begin = () => startCaseWebhook({ outbox: store.webhookCalls, work: store.work, exists: async () => kept, url: `http://127.0.0.1:${port}/hook`, secret: SECRET, now: systemClock, log: done });
  const before = begin();
  await before.prepare('BR-2026-7K4QX9');
  await before.stop();
  expect(calls).toEqual([]);
  const ended = new Promise<void>((resolve) => (done = resolve));
  const after = begin();
  after.wake();
  await ended;
  await after.stop();
  expect(calls.map(({ body }) => (JSON.parse(body) as { reference: string }).reference)).toEqual(told);
  expect(await store.webhookCalls.all()).toEqual([]);
  await store.close();
  rmSync(folder, { recursive: true, force: true });
});
