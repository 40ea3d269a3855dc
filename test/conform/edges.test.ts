import { connect } from 'node:net';
import { once } from 'node:events';
import { EchoServer } from './echo-server';
import { aFault, Line, message, raw, type Started } from './line';

let server: EchoServer;
let line: Line;
let mine: Started;
beforeAll(async () => {
  server = await EchoServer.start({ limits: { tokensPerAddress: 100_000, conversationsPerAddress: 100_000, messagesPerConversation: 100_000 } });
  line = new Line(server);
  mine = await line.begin();
});
afterAll(() => server.remove());

const ROUTES = ['/tokens/generate', '/tokens/refresh', '/conversations', '/conversations/x', '/conversations/x/activities', '/conversations/x/upload', '/conversations/x/files/y'] as const;

describe('websites', () => {
  const preflight = (path: string, origin: string) => fetch(`${server.url}/v3/directline${path}`, { method: 'OPTIONS', headers: { origin, 'access-control-request-method': 'POST', 'access-control-request-headers': 'authorization,content-type,x-ms-bot-agent' } });
  test.each(ROUTES)('D39: a preflight of %s is answered with all that the client sends', async (path) => {
    const response = await preflight(path, 'https://ishoj.dk');
    expect(response.status).toBe(204);
    expect(Object.fromEntries(response.headers)).toMatchObject({ 'access-control-allow-origin': 'https://ishoj.dk', vary: 'Origin', 'access-control-allow-methods': 'GET, POST, OPTIONS' });
    expect(response.headers.get('access-control-allow-headers')?.split(', ')).toEqual(expect.arrayContaining(['authorization', 'content-type', 'x-ms-bot-agent']));
    expect(Number(response.headers.get('access-control-max-age'))).toBeGreaterThan(0);
  });
  test('D39: nothing secret is exposed, and no cookie is asked for', async () => {
    const response = await fetch(`${server.url}/v3/directline/tokens/generate`, { method: 'POST', headers: { origin: 'https://ishoj.dk' } });
    for (const header of ['access-control-expose-headers', 'access-control-allow-credentials', 'set-cookie']) expect(response.headers.get(header)).toBeNull();
  });
  test('D39: a refusal can be read by a website that is allowed', async () => {
    const { status, headers } = await line.call('/conversations/x', { method: 'GET', headers: { origin: 'https://ishoj.dk' } });
    expect([status, headers.get('access-control-allow-origin')]).toEqual([401, 'https://ishoj.dk']);
  });
  test('B4: our own page may, under each name of this machine', async () => {
    for (const origin of [server.url, server.url.replace('127.0.0.1', 'localhost'), server.url.replace('127.0.0.1', '[::1]')]) expect((await preflight('/conversations', origin)).headers.get('access-control-allow-origin')).toBe(origin);
  });
  test.each(['https://evil.example', 'null', 'https://ishoj.dk.evil.example', 'https://evilishoj.dk', 'http://ishoj.dk', 'https://ishoj.dk:444', 'https://sub.ishoj.dk', 'HTTPS://ISHOJ.DK', 'https://ishoj.dk/', 'https://ishoj.dk@evil.example', 'https://xn--ishj-ira.dk', '*'])('D39, B4: "%s" may not', async (origin) => {
    const response = await preflight('/conversations', origin);
    expect([response.status, response.headers.get('access-control-allow-origin')]).toEqual([204, null]);
    for (const path of ['/tokens/generate', '/tokens/refresh', '/conversations']) expect(await line.call(path, { token: mine.token, headers: { origin } })).toMatchObject({ status: path.endsWith('generate') ? 403 : 403, json: aFault });
    expect(await line.post(mine, message('a'), { origin })).toMatchObject({ status: 403, json: aFault });
  });
});

describe('another conversation’s token', () => {
  test.each([['mine', 'GET', ''], ['mine', 'GET', '/activities'], ['mine', 'POST', '/activities'], ['mine', 'POST', '/upload?userId=x'], ['unknown', 'GET', ''], ['unknown', 'GET', '/activities'], ['unknown', 'POST', '/activities'], ['..%2f..%2fetc', 'GET', '/activities'], ['%00', 'GET', '/activities'], ['__proto__', 'GET', '']])('D43, B1: %s, %s %s is 403 and says nothing', async (id, method, path) => {
    const other = await line.begin();
    const answer = await line.call(`/conversations/${id === 'mine' ? mine.conversationId : id}${path}`, { token: other.token, method, ...(method === 'POST' ? { body: message('a') } : {}) });
    expect(answer).toMatchObject({ status: 403, json: { error: { code: 'Forbidden', message: 'The token is for another conversation.' } } });
  });
});

describe('addresses that are none', () => {
  const authorization = () => ({ authorization: `Bearer ${mine.token}` });
  test.each([
    ['GET', '/v3/directline'], ['GET', '/v3/directline/'], ['POST', '/v3/directline/'], ['GET', '/v3/directline/tokens'], ['GET', '/v3/directline/tokens/generate'], ['GET', '/v3/directline/conversations'],
    ['PUT', '/v3/directline/tokens/generate'], ['PATCH', '/v3/directline/conversations'], ['DELETE', '/v3/directline/conversations/ID'], ['PUT', '/v3/directline/conversations/ID/activities'], ['DELETE', '/v3/directline/conversations/ID/activities/1'], ['PUT', '/v3/directline/conversations/ID/activities/1'],
    ['HEAD', '/v3/directline/conversations'], ['HEAD', '/v3/directline/conversations/ID'], ['HEAD', '/v3/directline/conversations/ID/activities'], ['TRACE', '/v3/directline/conversations'], ['PROPFIND', '/v3/directline/conversations'],
    ['POST', '/v3/directline/tokens/generate/'], ['GET', '/v3/directline/conversations/ID/activities/'], ['POST', '//v3//directline/tokens/generate'], ['POST', '/v3//directline/tokens/generate'], ['GET', '//'], ['GET', '///x'],
    ['GET', '/v3/directline/%2e%2e/x'], ['GET', '/v3/directline/../../etc/passwd'], ['GET', '/v3/directline/conversations/%2e%2e%2f%2e%2e'], ['POST', '/V3/DirectLine/tokens/generate'], ['GET', '/v3/directline/conversations/ID/files'],
    ['GET', '/v3/directline/conversations/ID/stream/multimodal'], ['GET', '/.bot/v3/directline/conversations/connect'], ['POST', '/.bot/v3/directline/tokens/generate'], ['GET', '/v3/directline/session/getsessionid'], ['GET', '/v3/conversations'], ['POST', '/directline/conversations'],
  ])('D44, D48, D49: %s %s is 404 or 405 with a body that says so', async (method, path) => {
    const { status, headers, body } = await raw(server.url, { method, path: path.replace('ID', mine.conversationId), headers: authorization() });
    expect([403, 404, 405]).toContain(status);
    expect(headers.server).toBeFalsy();
    if (method === 'HEAD') return;
    expect(JSON.parse(body)).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
    expect(headers['cache-control']).toBe('no-store');
    expect(headers['content-type']).toMatch(/^application\/json/);
  });
  test.each(['/v3/directline/conversations/%', '/v3/directline/conversations/%E0%A4%A/activities', '/v3/directline/conversations/%zz', '/%'])('D44: GET %s is a wrong address, not our fault', async (path) => {
    const { status, body } = await raw(server.url, { method: 'GET', path, headers: authorization() });
    expect([400, 403, 404]).toContain(status);
    expect(JSON.parse(body)).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
  });
  test.each([1, 100, 101, 1000, 8000])('D44: an id of %i signs is another conversation or no address', async (length) => {
    const { status, body } = await raw(server.url, { method: 'GET', path: `/v3/directline/conversations/${'x'.repeat(length)}/activities`, headers: authorization() });
    expect([403, 404]).toContain(status);
    expect(JSON.parse(body)).toMatchObject({ error: { code: expect.any(String) } });
  });
  test('D40: getsessionid is a clean 404 from another website as well', async () => {
    const response = await fetch(`${server.url}/v3/directline/session/getsessionid`, { headers: { origin: 'https://ishoj.dk' } });
    expect([response.status, await response.json()]).toMatchObject([404, aFault]);
  });
});

describe('every refusal', () => {
  test.each(['text/html', 'application/xml', 'image/png', '*/*;q=0', '', 'application/json;q=0'])('D45: is JSON, whatever is accepted: "%s"', async (accept) => {
    for (const path of ['/v3/directline/conversations/x', '/v3/directline/nowhere']) {
      const { status, body, headers } = await raw(server.url, { method: 'GET', path, headers: { accept } });
      expect([401, 404]).toContain(status);
      expect(JSON.parse(body)).toEqual({ error: { code: expect.any(String), message: expect.any(String) } });
      expect(headers['content-type']).toMatch(/^application\/json/);
    }
  });
  test('D45: of a fault we did not foresee nothing is told but that there was one', async () => {
    const failing = await EchoServer.start({}, undefined, (store) => new Proxy(store, { get: (target, name) => (name === 'activitiesAfter' ? () => Promise.reject(new Error('secret path /data/cases.db')) : Reflect.get(target, name, target)) }));
    const there = new Line(failing);
    const answer = await there.read(await there.begin());
    expect(answer).toMatchObject({ status: 500, json: { error: { code: 'ServiceError', message: 'Something went wrong on the server.' } } });
    await failing.remove();
  });
  test('D45: an answer is not to be kept by anyone on the way', async () => {
    for (const { headers } of [await line.call('/tokens/generate'), await line.call('/tokens/refresh', { token: mine.token }), await line.call('/conversations', { token: mine.token }), await line.call(`/conversations/${mine.conversationId}/activities`, { method: 'GET', token: mine.token }), await line.post(mine, message('a'))]) {
      expect(headers.get('cache-control')).toBe('no-store');
      expect(headers.get('x-content-type-options')).toBe('nosniff');
    }
  });
  test.each([['bad request line', 'NONSENSE\r\n\r\n'], ['bad header', 'GET / HTTP/1.1\r\nHost: x\r\nA B: c\r\n\r\n'], ['two lengths', 'POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: x\r\nContent-Length: 1\r\nContent-Length: 2\r\n\r\nab'], ['a length and chunks', 'POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: x\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n0\r\n\r\n'], ['20 kB of headers', `GET / HTTP/1.1\r\nHost: x\r\nA: ${'x'.repeat(20_000)}\r\n\r\n`]])('D44: %s is refused and the connection closed', async (_what, request) => {
    const { hostname, port } = new URL(server.url);
    const socket = connect(Number(port), hostname);
    let answer = '';
    socket.on('data', (chunk) => (answer += String(chunk)));
    socket.on('error', () => undefined);
    socket.write(request);
    await once(socket, 'close');
    expect(answer).toMatch(/^HTTP\/1\.1 4\d\d /);
  });
  test('B12: who sends its headers or its body slowly is not waited for long', () => {
    expect(server.timeouts.headers).toBeLessThanOrEqual(10_000);
    expect(server.timeouts.request).toBeLessThanOrEqual(30_000);
  });
  test('B12: five hundred who never finish their headers keep nobody else waiting', async () => {
    const { hostname, port } = new URL(server.url);
    const slow = Array.from({ length: 500 }, () => connect(Number(port), hostname));
    for (const socket of slow) socket.on('error', () => undefined).write('POST /v3/directline/tokens/generate HTTP/1.1\r\nHost: x\r\nX: ');
    await Promise.all(slow.map((socket) => (socket.connecting ? once(socket, 'connect') : null)));
    for (let n = 0; n < 20; n++) {
      const at = performance.now();
      expect((await line.call('/tokens/generate')).status).toBe(200);
      expect(performance.now() - at).toBeLessThan(1000);
    }
    for (const socket of slow) socket.destroy();
  });
  test('D44: bodies cut off in the middle harm nobody', async () => {
    const { hostname, port } = new URL(server.url);
    for (let n = 0; n < 20; n++) {
      const socket = connect(Number(port), hostname);
      await once(socket, 'connect');
      socket.write(`POST /v3/directline/conversations/${mine.conversationId}/activities HTTP/1.1\r\nHost: x\r\nAuthorization: Bearer ${mine.token}\r\nContent-Type: application/json\r\nContent-Length: 100\r\n\r\n{"type":`);
      socket.resetAndDestroy();
    }
    expect((await line.read(mine)).status).toBe(200);
  });
});
