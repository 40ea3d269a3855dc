import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { SCOPES, type Scope } from '../../src/domain/accounts/api-token';
import { Citizen } from '../conversations/citizen';
import { startServer, type TestServer } from '../conversations/server';
import { DeskClient, hidden, PASSWORD } from './desk-client';

const ROOT = resolve(__dirname, '../..');

type Needs = 'anyone' | 'adviser' | 'administrator' | Scope;
/** Every route of the desk and of the API, and what it takes. A route that is not here fails the test below. */
const ROUTES: readonly (readonly ['GET' | 'POST', string, Needs])[] = [
  ['GET', '/adviser', 'adviser'],
  ['POST', '/adviser', 'adviser'],
  ['GET', '/adviser/events', 'adviser'],
  ['GET', '/adviser/cases/:reference', 'adviser'],
  ['GET', '/adviser/kept/:id', 'adviser'],
  ['GET', '/adviser/cases/:reference/preview', 'adviser'],
  ['GET', '/adviser/cases/:reference/act', 'adviser'],
  ['POST', '/adviser/cases/:reference/edit', 'adviser'],
  ['POST', '/adviser/cases/:reference/preview', 'adviser'],
  ['POST', '/adviser/cases/:reference/act', 'adviser'],
  ['GET', '/adviser/cases/:reference/print', 'adviser'],
  ['GET', '/adviser/cases/:reference/export', 'adviser'],
  ['GET', '/adviser/cases/:reference/pdf', 'adviser'],
  ['GET', '/adviser/cases/:reference/forward', 'adviser'],
  ['POST', '/adviser/cases/:reference/forward', 'adviser'],
  ['GET', '/adviser/cases/:reference/statement', 'adviser'],
  ['POST', '/adviser/cases/:reference/statement', 'adviser'],
  ['GET', '/adviser/cases/:reference/conclusion', 'adviser'],
  ['POST', '/adviser/cases/:reference/conclusion', 'adviser'],
  ['GET', '/adviser/report.docx', 'adviser'],
  ['GET', '/adviser/me', 'adviser'],
  ['POST', '/adviser/me/password', 'adviser'],
  ['GET', '/adviser/confirm', 'adviser'],
  ['POST', '/adviser/confirm', 'adviser'],
  ['GET', '/adviser/enter', 'adviser'],
  ['POST', '/adviser/enter', 'adviser'],
  ['GET', '/adviser/report', 'adviser'],
  ['GET', '/adviser/report.csv', 'adviser'],
  ['GET', '/adviser/questions', 'adviser'],
  ['POST', '/adviser/questions/remove', 'adviser'],
  ['GET', '/adviser/cases/:reference/story', 'adviser'],
  ['GET', '/adviser/person', 'adviser'],
  ['POST', '/adviser/person', 'adviser'],
  ['POST', '/adviser/person/preview', 'adviser'],
  ['POST', '/adviser/person/extract', 'adviser'],
  ['POST', '/adviser/person/erase', 'adviser'],
  ['GET', '/adviser/retention', 'adviser'],
  ['POST', '/adviser/retention', 'adviser'],
  ['GET', '/adviser/accounts', 'administrator'],
  ['POST', '/adviser/accounts', 'administrator'],
  ['POST', '/adviser/accounts/disable', 'administrator'],
  ['POST', '/adviser/accounts/password', 'administrator'],
  ['POST', '/adviser/tokens', 'administrator'],
  ['POST', '/adviser/tokens/remove', 'administrator'],
  ['GET', '/adviser/audit', 'administrator'],
  ['GET', '/adviser/login', 'anyone'],
  ['POST', '/adviser/login', 'anyone'],
  // For who has the link alone: without it there is nothing there, for anyone.
  ['GET', '/adviser/first/:token', 'anyone'],
  ['POST', '/adviser/first/:token', 'anyone'],
  ['GET', '/api/cases', 'cases:read'],
  ['GET', '/api/cases/:reference', 'cases:read'],
  ['POST', '/api/cases/:reference/status', 'cases:status'],
  ['GET', '/api/report', 'report:read'],
  ['GET', '/api/openapi.json', 'anyone'],
  ['POST', '/adviser/logout', 'adviser'],
];

const CALLERS = ['anonymous', 'citizen', 'adviser', 'administrator', ...SCOPES] as const;
type Caller = (typeof CALLERS)[number];

let server: TestServer;
let administrator: DeskClient;
let adviser: DeskClient;
let reference: string;
const bearer = new Map<Caller, string>();

beforeAll(async () => {
  server = await startServer('2026-11-25T09:00');
  administrator = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
  const csrf = await administrator.csrf();
  await administrator.post('/adviser/accounts', { csrf, name: 'Bo', login: 'bo', password: PASSWORD, role: 'adviser' });
  adviser = await DeskClient.login(server.url, 'bo');
  for (const scope of SCOPES) {
    const { text } = await administrator.post('/adviser/tokens', { csrf, label: scope, scopes: scope });
    bearer.set(scope, /<code class="secret">([^<]+)</.exec(text)?.[1] ?? '');
  }
  const { headers } = await administrator.post('/adviser/enter', { csrf, key: 'k', receivedBy: 'phone', about: 'Hemmelig sag' });
  reference = /BR-2026-\w{6}/.exec(headers.get('location') ?? '')?.[0] ?? '';
  const citizen = await Citizen.arrive(server.url);
  bearer.set('citizen', citizen.token);
  citizen.leave();
});
afterAll(() => server.stop());

/** Whether a route let the caller in; what came then of a request with nothing in it is not asked here. */
async function isLetIn(caller: Caller, [method, path]: (typeof ROUTES)[number]): Promise<boolean> {
  const client = caller === 'administrator' ? administrator : caller === 'adviser' ? adviser : null;
  const csrf = client === null ? 'x' : hidden((await client.get('/adviser/enter')).text, 'csrf');
  const token = bearer.get(caller);
  const isApi = path.startsWith('/api/');
  const stop = new AbortController();
  const answer = await fetch(server.url + path.replace(':reference', reference).replace(':token', 'x'.repeat(43)).replace(':id', 'x'.repeat(32)), {
    method,
    redirect: 'manual',
    signal: stop.signal,
    headers: { ...(client?.cookie ? { cookie: client.cookie } : {}), ...(token === undefined ? {} : { authorization: `Bearer ${token}` }), ...(method === 'POST' ? { 'content-type': isApi ? 'application/json' : 'application/x-www-form-urlencoded' } : {}) },
    ...(method === 'POST' ? { body: isApi ? '{}' : new URLSearchParams({ csrf }).toString() } : {}),
  });
  const body = path === '/adviser/events' ? '' : await answer.text();
  stop.abort();
  const refused = answer.status === 401 || answer.status === 403 || (answer.status === 303 && (answer.headers.get('location') ?? '').startsWith('/adviser/login') && path !== '/adviser/logout');
  if (refused && path !== '/adviser/login') expect(body).not.toMatch(/Hemmelig sag|BR-2026/);
  return path === '/adviser/login' ? true : path === '/adviser/logout' && client === null ? false : !refused;
}

const mayEnter = (caller: Caller, needs: Needs): boolean => needs === 'anyone' || needs === caller || (needs === 'adviser' && caller === 'administrator');

describe.each(CALLERS)('%s', (caller) => {
  test('comes in where the table says, and nowhere else', async () => {
    const found: string[] = [];
    const expected: string[] = [];
    for (const route of ROUTES) {
      const name = `${route[0]} ${route[1]}`;
      if (await isLetIn(caller, route)) found.push(name);
      if (mayEnter(caller, route[2])) expected.push(name);
    }
    expect(found).toEqual(expected);
  });
});

test('the table names every route that there is', () => {
  const desk = readdirSync(join(ROOT, 'src/desk/routes')).map((name) => readFileSync(join(ROOT, 'src/desk/routes', name), 'utf8')).join('\n');
  // The three by OpenID Connect take the place of those with a password: test/desk/open-id.test.ts.
  const byOpenId = ['GET /adviser/oidc anyone', 'GET /adviser/oidc/callback anyone'];
  const ofDesk = [...desk.matchAll(/method: '(get|post)', path: '([^']+)', needs: '(\w+)'/g)].map(([, method, path, needs]) => `${method?.toUpperCase()} ${path} ${needs}`);
  const api = ['cases.ts', 'open-api.ts'].map((name) => readFileSync(join(ROOT, 'src/server/routes', name), 'utf8')).join('\n');
  const ofApi = [...api.matchAll(/server\.(get|post)\('([^']+)'/g)].map(([, method, path]) => `${method?.toUpperCase()} ${path}`);
  expect(ofDesk.length).toBeGreaterThan(25);
  expect([...ROUTES.filter(([, path]) => path.startsWith('/adviser')).map((route) => route.join(' ')), ...byOpenId].sort()).toEqual([...new Set(ofDesk)].sort());
  expect(ROUTES.filter(([, path]) => path.startsWith('/api')).map(([method, path]) => `${method} ${path}`).sort()).toEqual(ofApi.sort());
});

test('an account that was closed is out at once, and its password works no more', async () => {
  administrator = await DeskClient.login(server.url, 'anne');
  adviser = await DeskClient.login(server.url, 'bo');
  const { text } = await administrator.get('/adviser/accounts');
  const id = /name="id" value="([^"]+)"/.exec(text)?.[1] ?? '';
  await administrator.post('/adviser/accounts/disable', { csrf: hidden(text, 'csrf'), id, disabled: '1' });
  expect((await adviser.get('/adviser')).status).toBe(303);
  expect((await DeskClient.login(server.url, 'bo')).cookie).toBeNull();
});

test('a new password ends every session of the account; the old one works no more', async () => {
  const { text } = await administrator.get('/adviser/accounts');
  const csrf = hidden(text, 'csrf');
  await administrator.post('/adviser/accounts', { csrf, name: 'Ida', login: 'ida', password: PASSWORD, role: 'adviser' });
  const ida = await DeskClient.login(server.url, 'ida');
  const id = /<option value="([^"]+)">Ida/.exec((await administrator.get('/adviser/accounts')).text)?.[1] ?? '';
  expect((await administrator.post('/adviser/accounts/password', { csrf, id, password: 'kort' })).status).toBe(400);
  expect((await administrator.post('/adviser/accounts/password', { csrf, id, password: 'en ny lang sætning' })).status).toBe(303);
  expect((await ida.get('/adviser')).status).toBe(303);
  expect((await DeskClient.login(server.url, 'ida')).cookie).toBeNull();
  expect((await DeskClient.login(server.url, 'ida', 'en ny lang sætning')).cookie).not.toBeNull();
});

test('a token that was removed works no more', async () => {
  const token = bearer.get('cases:read') ?? '';
  const ask = async () => (await fetch(`${server.url}/api/cases`, { headers: { authorization: `Bearer ${token}` } })).status;
  expect(await ask()).toBe(200);
  const { text } = await administrator.get('/adviser/accounts');
  const id = /cases:read<\/th>.*?name="id" value="([0-9a-f]+)"/s.exec(text)?.[1] ?? '';
  await administrator.post('/adviser/tokens/remove', { csrf: hidden(text, 'csrf'), id });
  expect(await ask()).toBe(401);
  expect((await administrator.get('/adviser/accounts')).text).not.toContain(token);
});
