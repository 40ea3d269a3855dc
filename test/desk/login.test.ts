import { startServer, type TestServer } from '../conversations/server';
import { DeskClient, hidden, PASSWORD } from './desk-client';

let server: TestServer;
beforeEach(async () => {
  server = await startServer('2026-11-25T09:00');
});
afterEach(() => server.stop());

const linkOf = (): string => {
  if (server.firstAccountUrl === null) throw new Error('There is no link.');
  return server.firstAccountUrl;
};
const first = () => DeskClient.first(server.url, linkOf());
const reads = async (client: DeskClient): Promise<number> => (await client.get('/adviser')).status;

describe('the first account', () => {
  test('is made by the link, which then works no more; there is none at the next start', async () => {
    const link = linkOf();
    const anne = await first();
    expect(await reads(anne)).toBe(200);
    expect((await new DeskClient(server.url).get(new URL(link).pathname)).status).toBe(404);
    await server.restart();
    expect(server.firstAccountUrl).toBeNull();
  });

  test('the link works for 15 minutes', async () => {
    const path = new URL(linkOf()).pathname;
    server.setClock('2026-11-25T09:14');
    expect((await new DeskClient(server.url).get(path)).status).toBe(200);
    server.setClock('2026-11-25T09:15');
    expect((await new DeskClient(server.url).get(path)).status).toBe(404);
  });

  test('a password too short is refused, and the link goes on working', async () => {
    const path = new URL(linkOf()).pathname;
    const refused = await new DeskClient(server.url).post(path, { name: 'A', login: 'anne', password: 'kort' });
    expect([refused.status, refused.text.includes('mindst 12 tegn')]).toEqual([400, true]);
    expect((await first()).cookie).not.toBeNull();
  });

  test('a link that was guessed leads nowhere', async () => {
    expect((await new DeskClient(server.url).get('/adviser/first/AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA')).status).toBe(404);
  });
});

describe('a session', () => {
  test('has a cookie for this host alone, that no script reads and no other site sends along', async () => {
    const answer = await new DeskClient(server.url).post(new URL(linkOf()).pathname, { name: 'A', login: 'anne', password: PASSWORD });
    expect(answer.headers.get('set-cookie')).toMatch(/^__Host-desk=[\w-]{43}; Path=\/; Secure; HttpOnly; SameSite=Strict$/);
  });

  test('ends after 30 minutes without a request', async () => {
    const anne = await first();
    for (const time of ['09:29', '09:58']) {
      server.setClock(`2026-11-25T${time}`);
      expect(await reads(anne)).toBe(200);
    }
    server.setClock('2026-11-25T10:28');
    expect((await anne.get('/adviser')).headers.get('location')).toBe('/adviser/login?to=%2Fadviser');
  });

  test('is not kept alive by an open list that asks by itself', async () => {
    const anne = await first();
    server.setClock('2026-11-25T09:20');
    const asked = await fetch(`${server.url}/adviser`, { redirect: 'manual', headers: { cookie: anne.cookie ?? '', 'x-live': '1' } });
    expect(asked.status).toBe(200);
    const controller = new AbortController();
    expect((await fetch(`${server.url}/adviser/events`, { headers: { cookie: anne.cookie ?? '', accept: 'text/event-stream' }, signal: controller.signal })).status).toBe(200);
    controller.abort();
    server.setClock('2026-11-25T09:30');
    expect(await reads(anne)).toBe(303);
  });

  test('ends after 8 hours in any case', async () => {
    const anne = await first();
    for (let minutes = 20; minutes < 480; minutes += 20) {
      server.setClock(`2026-11-25T${String(9 + Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`);
      expect(await reads(anne)).toBe(200);
    }
    server.setClock('2026-11-25T17:00');
    expect(await reads(anne)).toBe(303);
  });

  test('outlives a restart; logging out ends it on the server', async () => {
    const anne = await first();
    await server.restart();
    const again = new DeskClient(server.url);
    again.cookie = anne.cookie;
    const { text } = await again.get('/adviser');
    const stolen = again.cookie;
    expect((await again.post('/adviser/logout', { csrf: hidden(text, 'csrf') })).status).toBe(303);
    again.cookie = stolen;
    expect(await reads(again)).toBe(303);
  });

  test('one planted before the login is not taken over', async () => {
    const planted = (await first()).cookie;
    const victim = new DeskClient(server.url);
    victim.cookie = planted;
    await victim.post('/adviser/login', { login: 'anne', password: PASSWORD });
    expect(victim.cookie).not.toBe(planted);
    const attacker = new DeskClient(server.url);
    attacker.cookie = planted;
    expect(await reads(attacker)).toBe(303);
  });
});

describe('logging in', () => {
  test.each(['https://evil.example/', '//evil.example', '/\\evil.example', '/adviser\\..\\x', 'javascript:alert(1)', '/v3/directline'])('leads to no place but ours: %s', async (to) => {
    await first();
    expect((await new DeskClient(server.url).post('/adviser/login', { login: 'anne', password: PASSWORD, to })).headers.get('location')).toBe('/adviser');
  });

  test('leads on to the page that was asked for', async () => {
    await first();
    expect((await new DeskClient(server.url).post('/adviser/login', { login: 'ANNE ', password: PASSWORD, to: '/adviser/cases/BR-2026-AAAAAA' })).headers.get('location')).toBe('/adviser/cases/BR-2026-AAAAAA');
  });

  test('five wrong passwords lock the account, even for the right one; the answer is the same for a name that is not there', async () => {
    await first();
    const wrong = async (login: string, password: string) => {
      const { status, text } = await new DeskClient(server.url).post('/adviser/login', { login, password });
      return `${status} ${text.replace(/nonce="[^"]*"/g, '')}`;
    };
    const answers = [];
    for (let count = 0; count < 5; count++) answers.push(await wrong('anne', 'forkert'));
    answers.push(await wrong('anne', PASSWORD), await wrong('bo', PASSWORD), await wrong('', ''));
    expect(new Set(answers).size).toBe(1);
    server.setClock('2026-11-25T09:05');
    expect((await DeskClient.login(server.url, 'anne')).cookie).not.toBeNull();
  });
});

describe('a form of the desk', () => {
  test.each([
    { what: 'without the session\'s secret', fields: {}, headers: {} },
    { what: 'with another secret', fields: { csrf: 'x'.repeat(43) }, headers: {} },
    { what: 'that another site sends', fields: null, headers: { 'sec-fetch-site': 'cross-site' } },
    { what: 'that a neighbour on the same domain sends', fields: null, headers: { 'sec-fetch-site': 'same-site' } },
  ])('$what is refused', async ({ fields, headers }) => {
    const anne = await first();
    const csrf = hidden((await anne.get('/adviser')).text, 'csrf');
    expect((await anne.post('/adviser/logout', fields ?? { csrf }, headers)).status).toBe(403);
    expect(await reads(anne)).toBe(200);
  });

  test('with the secret of another session is refused', async () => {
    const anne = await first();
    const other = await DeskClient.login(server.url, 'anne');
    expect((await anne.post('/adviser/logout', { csrf: hidden((await other.get('/adviser')).text, 'csrf') })).status).toBe(403);
  });
});
