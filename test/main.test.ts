import { spawn, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Citizen } from './conversations/citizen';

const MAIN = resolve(__dirname, '../dist/main.js');
let folder: string;
let children: ChildProcess[] = [];
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-main-'));
});
afterEach(async () => {
  for (const child of children.filter(({ exitCode, signalCode }) => exitCode === null && signalCode === null)) {
    child.kill('SIGKILL');
    await once(child, 'exit');
  }
  children = [];
  rmSync(folder, { recursive: true, force: true });
});

interface Started {
  readonly child: ChildProcess;
  readonly out: () => string;
  readonly errors: () => string;
  /** Resolves with the printed address, or rejects with what the process said when it ended. */
  readonly address: Promise<string>;
  readonly ended: Promise<number | null>;
}

/** Starts the program as `npm start` does. */
function begin(environment: Record<string, string> = {}): Started {
  const child = spawn(process.execPath, [MAIN], { env: { PATH: process.env.PATH, PORT: '0', DATA_DIR: join(folder, 'data'), ...environment } });
  children.push(child);
  let out = '';
  let errors = '';
  child.stderr.on('data', (chunk: Buffer) => (errors += chunk.toString()));
  const ended = once(child, 'exit').then(([code]) => code as number | null);
  const address = new Promise<string>((found, failed) => {
    child.stdout.on('data', (chunk: Buffer) => {
      out += chunk.toString();
      const url = /Chat page:\s+(http\S+)\//.exec(out)?.[1];
      if (url && out.includes('Health check:')) found(url);
    });
    void ended.then((code) => failed(new Error(`ended with ${code}: ${errors}`)));
  });
  address.catch(() => undefined);
  return { child, out: () => out, errors: () => errors, address, ended };
}

test('prints the address of the chat page and of the health check, and answers there', async () => {
  const { address, out } = begin();
  const url = await address;
  expect(out()).toMatch(/Chat page: +http:\/\/127\.0\.0\.1:\d+\/\nHealth check: http:\/\/127\.0\.0\.1:\d+\/healthz\n/);
  for (const path of ['/healthz', '/readyz', '/']) expect((await fetch(url + path)).status).toBe(200);
});

test('SIGTERM: a message that was taken is answered or answered at the next start, and the process ends with 0', async () => {
  const first = begin();
  const citizen = await Citizen.arrive(await first.address);
  const { status } = await citizen.raw(JSON.stringify({ type: 'message', text: 'Hvornår har I telefontid?', from: { id: 'me' } }));
  first.child.kill('SIGTERM');
  expect(status).toBe(200);
  expect(await first.ended).toBe(0);
  const second = begin();
  const later = new URL(await second.address);
  const history = await fetch(`${later.origin}/v3/directline/conversations/${citizen.conversationId}/activities`, { headers: { authorization: `Bearer ${citizen.token}` } });
  const said = JSON.stringify(await history.json());
  expect(said.split('hours.phone.regular')).toHaveLength(2);
});

test('a second process on the data folder is refused with a clear line and exit 3; the first goes on', async () => {
  const first = begin();
  const url = await first.address;
  const second = begin();
  expect(await second.ended).toBe(3);
  expect(second.errors()).toContain(`store-locked: `);
  expect(second.errors()).toContain(String(first.child.pid));
  expect((await fetch(`${url}/readyz`)).status).toBe(200);
});

test('a port that is taken stops the start with a line that says how to put it right', async () => {
  const other = createServer();
  await new Promise<void>((listening) => other.listen(0, '127.0.0.1', listening));
  const { port } = other.address() as { port: number };
  const { ended, errors } = begin({ PORT: String(port) });
  expect(await ended).toBe(1);
  expect(errors()).toMatch(/port-taken: .*Set PORT or HOST/);
  other.close();
});

test.each([
  [{ PORT: 'abc' }, /settings-invalid: PORT/],
  [{ CONTENT_DIR: 'no-such-folder' }, /content-invalid: .*no-such-folder/],
  [{ MUNICIPALITY: 'atlantis' }, /content-invalid: .*atlantis/],
  [{ SECRET_KEY: 'short' }, /key-invalid: /],
])('%j stops the start with exit 1 and a line on stderr', async (environment, line) => {
  const { ended, errors } = begin(environment);
  expect(await ended).toBe(1);
  expect(errors()).toMatch(line);
  expect(errors()).not.toMatch(/\n\s+at /);
});

test('the address file for the commands goes with the process', async () => {
  const { child, address, ended } = begin();
  await address;
  expect(existsSync(join(folder, 'data', 'server.json'))).toBe(true);
  child.kill('SIGTERM');
  await ended;
  expect(existsSync(join(folder, 'data', 'server.json'))).toBe(false);
});
