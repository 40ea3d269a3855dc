import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { request } from 'node:http';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { brotliDecompressSync, gunzipSync } from 'node:zlib';
import { createServer, type Server } from 'restify';
import { mountWebFiles } from '../../../src/server/routes/web-files';

const SCRIPT = '"use strict";'.repeat(100);
let folder: string;
let server: Server;
let port: number;
let version = 'v1';

beforeAll(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-web-'));
  for (const name of ['launcher.js', 'chat.js']) writeFileSync(join(folder, name), SCRIPT);
  server = createServer({ name: '' });
  mountWebFiles(server, { folder, content: () => ({ version, allText: (language) => ({ launcher: `${language} ${version}` }) }) });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  port = server.address().port;
});
afterAll(async () => {
  rmSync(folder, { recursive: true });
  await new Promise<void>((resolve) => server.close(() => resolve()));
});

/** Asks with plain node, which unpacks nothing behind our back. */
function ask(path: string, headers: Record<string, string> = {}, method = 'GET'): Promise<{ status: number; headers: NodeJS.Dict<string | string[]>; body: Buffer }> {
  return new Promise((resolve, reject) => {
    const asked = request({ port, path, headers, method, agent: false }, (answer) => {
      const parts: Buffer[] = [];
      answer.on('data', (part: Buffer) => parts.push(part));
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, body: Buffer.concat(parts) }));
    });
    asked.on('error', reject);
    asked.end();
  });
}

test.each([
  { accepts: 'gzip, deflate, br', packed: 'br', unpack: brotliDecompressSync },
  { accepts: 'gzip', packed: 'gzip', unpack: gunzipSync },
  { accepts: 'br;q=0, gzip;q=0.5', packed: 'gzip', unpack: gunzipSync },
  { accepts: 'identity', packed: undefined, unpack: (bytes: Buffer) => bytes },
])('a script goes out packed as $packed to who accepts $accepts', async ({ accepts, packed, unpack }) => {
  const { status, headers, body } = await ask('/chat/launcher.js', { 'accept-encoding': accepts });
  expect(status).toBe(200);
  expect(headers['content-encoding']).toBe(packed);
  expect(headers['content-length']).toBe(String(body.length));
  expect(unpack(body).toString()).toBe(SCRIPT);
});

test('any site may embed the scripts and the texts', async () => {
  for (const path of ['/chat/launcher.js', '/chat/chat.js', '/chat/texts/da.json']) {
    expect((await ask(path)).headers).toMatchObject({ 'access-control-allow-origin': '*', 'cross-origin-resource-policy': 'cross-origin', 'x-content-type-options': 'nosniff', vary: 'Accept-Encoding' });
  }
});

test.each(['', 'W/'])('who has it already is told so (%j before the tag)', async (weak) => {
  const { headers } = await ask('/chat/chat.js');
  const again = await ask('/chat/chat.js', { 'if-none-match': `"other", ${weak}${String(headers['etag'])}` });
  expect([again.status, again.body.length]).toEqual([304, 0]);
});

test('the texts change as soon as the content does', async () => {
  const before = await ask('/chat/texts/en.json');
  expect(JSON.parse(before.body.toString())).toEqual({ launcher: 'en v1' });
  version = 'v2';
  const after = await ask('/chat/texts/en.json', { 'if-none-match': String(before.headers['etag']) });
  expect(JSON.parse(after.body.toString())).toEqual({ launcher: 'en v2' });
});

test('nothing but its own files is served', async () => {
  for (const path of ['/chat/texts/de.json', '/chat/../package.json', '/chat/%2e%2e/package.json', '/chat/chat.js.map']) expect((await ask(path)).status).toBe(404);
});

test('HEAD tells the length without the file', async () => {
  const { status, body, headers } = await ask('/chat/chat.js', {}, 'HEAD');
  expect([status, body.length, headers['content-length']]).toEqual([200, 0, String(SCRIPT.length)]);
});

test('scripts that are not built stop the start with what to do', () => {
  expect(() => mountWebFiles(server, { folder: join(folder, 'nowhere'), content: () => ({ version, allText: () => ({}) }) })).toThrow(expect.objectContaining({ code: 'not-found', remedy: 'Build first: npm run build.' }));
});
