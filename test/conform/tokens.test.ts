import { EchoServer } from './echo-server';
import { aFault, handshake, Line, type Started } from './line';

let server: EchoServer;
let line: Line;
beforeAll(async () => {
  server = await EchoServer.start({ limits: { tokensPerAddress: 100_000, conversationsPerAddress: 100_000 } });
  line = new Line(server);
});
afterAll(() => server.remove());

const claimsOf = (token: string): Record<string, unknown> => JSON.parse(Buffer.from(token.split('.')[1] ?? '', 'base64url').toString()) as Record<string, unknown>;

describe('generate', () => {
  test('D1: needs no Authorization and gives exactly a conversation, a token and its time', async () => {
    const { status, json } = await line.call('/tokens/generate');
    expect(status).toBe(200);
    expect(json).toEqual({ conversationId: expect.any(String), token: expect.any(String), expires_in: 1800 });
  });
  test('D1: starts nothing', async () => {
    const { conversationId } = await line.generate();
    expect(await server.store.find(conversationId)).toBeNull();
  });
  test('D1: the token is a JWT whose payload names the user, drawn with dl_ in front', async () => {
    const { token, conversationId } = await line.generate();
    expect(claimsOf(token)).toMatchObject({ user: expect.stringMatching(/^dl_/), conv: conversationId });
  });
  test('D1: an id has at least 128 random bits, and none comes twice', async () => {
    const ids = await Promise.all(Array.from({ length: 200 }, async () => (await line.generate()).conversationId));
    expect(new Set(ids).size).toBe(200);
    for (const id of ids) expect(Buffer.from(id, 'base64url').length).toBeGreaterThanOrEqual(16);
  });
  test.each([[{ user: { id: 'dl_ann' } }], [{ User: { Id: 'dl_ann' } }], [{ User: { id: 'dl_ann' } }], [{ user: { id: 'dl_ann', name: 'Ann' }, more: 1 }]])('D1: the user of %j is kept', async (body) => {
    expect(claimsOf((await line.generate(body)).token).user).toBe('dl_ann');
  });
  test.each([[{}], [{ user: {} }], [{ user: { name: 'Ann' } }]])('D1: %j gets an id of ours', async (body) => {
    expect(claimsOf((await line.generate(body)).token).user).toMatch(/^dl_[0-9a-f]{32}$/);
  });
  test.each([['trustedOrigins'], ['TrustedOrigins']])('D1: with %s the token serves those websites alone, refreshed as well', async (name) => {
    const headers = { origin: 'https://ishoj.dk' };
    const { token } = await line.generate({ [name]: ['https://ishoj.dk'] });
    const refreshed = (await line.call('/tokens/refresh', { token, headers })).json as Started;
    expect((await line.call('/conversations', { token: refreshed.token, headers })).status).toBe(201);
    const elsewhere = await line.generate({ [name]: ['https://www.ishoj.dk'] });
    for (const path of ['/tokens/refresh', '/conversations']) expect(await line.call(path, { token: elsewhere.token, headers })).toMatchObject({ status: 403, json: aFault });
  });
  test.each([['ann'], ['DL_ann'], ['dl_'], [' dl_ann'], ['dl_ann/../x'], ['dl_<b>'], [`dl_${'a'.repeat(80)}`], [7], [null]])('D4: %j is no user id', async (id) => {
    expect(await line.call('/tokens/generate', { body: { user: { id } } })).toMatchObject({ status: 400, json: aFault });
  });
  test.each([['[]'], ['null'], ['"x"'], ['{'], ['{"user":"dl_ann"}'], ['{"trustedOrigins":"https://ishoj.dk"}']])('D4: the body %s is refused', async (body) => {
    expect(await line.call('/tokens/generate', { body })).toMatchObject({ status: 400, json: aFault });
  });
});

describe('Authorization', () => {
  const garbled = ['Bearer', 'Bearer ', 'Bearer x', 'Bearer a.b.c', 'Basic YTpi', 'x.y.z', 'bearer', 'Bearer x y', 'Bearer undefined', 'BotConnector x'];
  test.each(garbled)('D2: "%s" is refused wherever it is shown', async (authorization) => {
    for (const [method, path] of [['POST', '/tokens/generate'], ['POST', '/tokens/refresh'], ['POST', '/conversations'], ['GET', '/conversations/x'], ['GET', '/conversations/x/activities'], ['POST', '/conversations/x/activities'], ['POST', '/conversations/x/upload?userId=dl_x']] as const) {
      expect(await line.call(path, { method, headers: { authorization } })).toMatchObject({ status: 401, json: aFault });
    }
  });
  test.each([['POST', '/tokens/refresh'], ['POST', '/conversations'], ['GET', '/conversations/x'], ['GET', '/conversations/x/activities'], ['POST', '/conversations/x/activities'], ['POST', '/conversations/x/upload?userId=dl_x']])('D2: %s %s without any is refused', async (method, path) => {
    expect(await line.call(path, { method })).toMatchObject({ status: 401, json: aFault });
  });
  test('D2: the scheme is read in any case, as HTTP has it', async () => {
    const { token } = await line.generate();
    expect((await line.call('/tokens/refresh', { headers: { authorization: `bearer ${token}` } })).status).toBe(200);
  });

  describe('a token whose time is over', () => {
    let started: Started;
    beforeAll(async () => {
      started = await line.begin();
      server.clock.now += 1_800_000;
    });
    afterAll(() => {
      server.clock.now -= 1_800_000;
    });
    test.each([['POST', '/tokens/refresh'], ['POST', '/conversations'], ['GET', '/conversations/ID'], ['GET', '/conversations/ID/activities'], ['POST', '/conversations/ID/activities'], ['POST', '/conversations/ID/upload?userId=dl_x']])('D3: gets 403 TokenExpired at %s %s', async (method, path) => {
      const answer = await line.call(path.replace('ID', started.conversationId), { token: started.token, method });
      expect(answer).toMatchObject({ status: 403, json: { error: { code: 'TokenExpired' } } });
    });
  });

  test('D3: a token holds to the last second of its half hour', async () => {
    const { token } = await line.begin();
    server.clock.now += 1_799_000;
    expect((await line.call('/tokens/refresh', { token })).status).toBe(200);
    server.clock.now -= 1_799_000;
  });
});

describe('a forged token is refused', () => {
  const encode = (value: object | string): string => Buffer.from(typeof value === 'string' ? value : JSON.stringify(value)).toString('base64url');
  const mutants: readonly (readonly [what: string, forge: (header: string, payload: string, signature: string) => string])[] = [
    ['nothing', () => ''],
    ['one dot', () => '.'],
    ['two dots', () => '..'],
    ['three dots', () => '...'],
    ['without a signature', (h, p) => `${h}.${p}`],
    ['with an empty signature', (h, p) => `${h}.${p}.`],
    ['a fourth part', (h, p, s) => `${h}.${p}.${s}.x`],
    ['an empty fourth part', (h, p, s) => `${h}.${p}.${s}.`],
    ['a signature cut by one', (h, p, s) => `${h}.${p}.${s.slice(0, -1)}`],
    ['a signature with one more', (h, p, s) => `${h}.${p}.${s}A`],
    ['a signature changed at its first sign', (h, p, s) => `${h}.${p}.${s.startsWith('A') ? 'B' : 'A'}${s.slice(1)}`],
    ['a signature changed at its last sign', (h, p, s) => `${h}.${p}.${s.slice(0, -1)}${s.endsWith('A') ? 'B' : 'A'}`],
    ['a padded signature', (h, p, s) => `${h}.${p}.${s}=`],
    ['a signature in plain base64', (h, p, s) => `${h}.${p}.${Buffer.from(s, 'base64url').toString('base64')}`],
    ['a signature in hex', (h, p, s) => `${h}.${p}.${Buffer.from(s, 'base64url').toString('hex')}`],
    ['a signature of zeros', (h, p) => `${h}.${p}.${Buffer.alloc(32).toString('base64url')}`],
    ['alg none', (_h, p) => `${encode({ alg: 'none', typ: 'JWT' })}.${p}.`],
    ['alg none with the signature', (_h, p, s) => `${encode({ alg: 'none', typ: 'JWT' })}.${p}.${s}`],
    ['alg None', (_h, p) => `${encode({ alg: 'None', typ: 'JWT' })}.${p}.`],
    ['alg HS512', (_h, p, s) => `${encode({ alg: 'HS512', typ: 'JWT' })}.${p}.${s}`],
    ['alg RS256', (_h, p, s) => `${encode({ alg: 'RS256', typ: 'JWT' })}.${p}.${s}`],
    ['a kid', (_h, p, s) => `${encode({ alg: 'HS256', typ: 'JWT', kid: '../../etc/passwd' })}.${p}.${s}`],
    ['a jwk of its own', (_h, p, s) => `${encode({ alg: 'HS256', typ: 'JWT', jwk: { kty: 'oct', k: 'AA' } })}.${p}.${s}`],
    ['the header in another order', (_h, p, s) => `${encode({ typ: 'JWT', alg: 'HS256' })}.${p}.${s}`],
    ['an empty header', (_h, p, s) => `.${p}.${s}`],
    ['an empty payload', (h, _p, s) => `${h}..${s}`],
    ['a payload null', (h, _p, s) => `${h}.${encode('null')}.${s}`],
    ['a payload that is no JSON', (h, _p, s) => `${h}.${encode('{')}.${s}`],
    ['a later end', (h, p, s) => `${h}.${encode({ ...claimsOf(`.${p}.`), exp: 99_999_999_999 })}.${s}`],
    ['another conversation', (h, p, s) => `${h}.${encode({ ...claimsOf(`.${p}.`), conv: 'other' })}.${s}`],
    ['another user', (h, p, s) => `${h}.${encode({ ...claimsOf(`.${p}.`), user: 'dl_x' })}.${s}`],
    ['another use', (h, p, s) => `${h}.${encode({ ...claimsOf(`.${p}.`), use: 'stream' })}.${s}`],
    ['a space in the payload', (h, p, s) => `${h}.${encode(Buffer.from(p, 'base64url').toString().replace('{', '{ '))}.${s}`],
    ['parts in another order', (h, p, s) => `${p}.${h}.${s}`],
    ['upper case', (h, p, s) => `${h}.${p}.${s}`.toUpperCase()],
    ['commas for dots', (h, p, s) => `${h},${p},${s}`],
    ['encoded once more', (h, p, s) => encode(`${h}.${p}.${s}`)],
    ['percent-encoded dots', (h, p, s) => `${h}%2E${p}%2E${s}`],
    ['twice over', (h, p, s) => `${h}.${p}.${s}.${h}.${p}.${s}`],
    ['8 kB of dots', () => '.'.repeat(8_000)],
    ['a NUL behind it', (h, p, s) => `${h}.${p}.${s}%00`],
  ];
  let parts: [string, string, string];
  beforeAll(async () => {
    const { token } = await line.begin();
    const [header = '', payload = '', signature = ''] = token.split('.');
    parts = [header, payload, signature];
  });
  test.each(mutants)('D2, B2: %s', async (_what, forge) => {
    expect(await line.call('/tokens/refresh', { headers: { authorization: `Bearer ${forge(...parts)}` } })).toMatchObject({ status: 401, json: aFault });
  });
  test('D2, B2: one signed with another key', async () => {
    const other = await EchoServer.start({ tokenKey: Buffer.alloc(32, 7) });
    const { token } = await new Line(other).begin();
    await other.remove();
    expect((await line.call('/tokens/refresh', { token })).status).toBe(401);
  });
  test('D2: a stream’s ticket is no token, a token no ticket, and neither opens a file', async () => {
    const { streamUrl, token, conversationId } = await line.begin();
    const ticket = new URL(streamUrl).searchParams.get('t') ?? '';
    expect((await line.call('/tokens/refresh', { token: ticket })).status).toBe(401);
    expect((await handshake(`${server.url.replace('http', 'ws')}/v3/directline/conversations/${conversationId}/stream?t=${token}`)).status).toBe(401);
    for (const t of [ticket, token]) expect((await line.call(`/conversations/${conversationId}/files/x?t=${t}`, { method: 'GET' })).status).toBe(403);
  });
});

describe('with a secret', () => {
  const SECRET = 'a-secret-of-the-server';
  let closed: EchoServer;
  let shut: Line;
  beforeAll(async () => {
    closed = await EchoServer.start({ secret: SECRET });
    shut = new Line(closed);
  });
  afterAll(() => closed.remove());
  test.each([[undefined], ['Bearer wrong'], ['Bearer a-secret-of-the-serve'], ['Bearer a-secret-of-the-serverr'], ['a-secret-of-the-server'], ['Basic a-secret-of-the-server']])('D5: generate with %s is refused', async (authorization) => {
    expect(await shut.call('/tokens/generate', { headers: authorization === undefined ? {} : { authorization } })).toMatchObject({ status: 401, json: aFault });
  });
  test('D5: generate with the secret gives a token that says nothing of it', async () => {
    const { status, json } = await shut.call('/tokens/generate', { token: SECRET });
    expect(status).toBe(200);
    expect(JSON.stringify(json) + JSON.stringify(claimsOf((json as Started).token))).not.toContain(SECRET);
  });
  test('D5: a token from generate is no key to generate', async () => {
    const { token } = (await shut.call('/tokens/generate', { token: SECRET })).json as Started;
    expect((await shut.call('/tokens/generate', { token })).status).toBe(401);
  });
  test('D6: the secret cannot be refreshed', async () => expect(await shut.call('/tokens/refresh', { token: SECRET })).toMatchObject({ status: 403, json: aFault }));
  test('D8: a conversation may be begun with the secret itself; what comes back is a token', async () => {
    const { status, json } = await shut.call('/conversations', { token: SECRET });
    expect(status).toBe(201);
    expect(JSON.stringify(json)).not.toContain(SECRET);
    expect((await shut.call('/tokens/refresh', { token: (json as Started).token })).status).toBe(200);
  });
});

describe('refresh', () => {
  test('D6: gives a new token for the same conversation and user', async () => {
    const { token, conversationId } = await line.begin();
    server.clock.now += 1000;
    const { status, json } = await line.call('/tokens/refresh', { token });
    expect(status).toBe(200);
    expect(json).toEqual({ conversationId, token: expect.any(String), expires_in: 1800 });
    const fresh = (json as Started).token;
    expect(fresh).not.toBe(token);
    expect(claimsOf(fresh)).toMatchObject({ conv: conversationId, user: claimsOf(token).user });
    server.clock.now -= 1000;
  });
  test('D6: again and again for a whole day', async () => {
    const began = server.clock.now;
    let { token, conversationId } = await line.begin();
    for (let quarter = 0; quarter < 96; quarter++) {
      server.clock.now += 900_000;
      ({ token } = (await line.call('/tokens/refresh', { token })).json as Started);
    }
    expect((await line.call(`/conversations/${conversationId}/activities`, { method: 'GET', token })).status).toBe(200);
    server.clock.now = began;
  });
  test('D6: before the conversation is begun as well', async () => {
    const { token, conversationId } = await line.generate();
    expect((await line.call('/tokens/refresh', { token })).json).toMatchObject({ conversationId });
  });
  test('D7: a token lives 30 minutes, twice the time after which clients refresh it', async () => {
    const { token, expires_in: seconds } = await line.begin();
    const { iat, exp } = claimsOf(token);
    expect([seconds, Number(exp) - Number(iat)]).toEqual([1800, 1800]);
  });
  test('D7: tokens of before a restart are good after it', async () => {
    const first = await EchoServer.start();
    const started = await new Line(first).begin();
    await first.stop();
    const second = await EchoServer.start({}, first.folder);
    const after = new Line(second);
    expect((await after.call('/tokens/refresh', { token: started.token })).status).toBe(200);
    expect((await after.read(started)).status).toBe(200);
    await second.remove();
  });
});
