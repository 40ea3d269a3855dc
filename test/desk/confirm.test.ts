import { startServer, type TestServer } from '../conversations/server';
import { DeskClient, hidden, PASSWORD } from './desk-client';

let server: TestServer;
let anne: DeskClient;
let reference: string;
beforeEach(async () => {
  server = await startServer('2026-11-25T09:00');
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
  const { headers } = await anne.post('/adviser/enter', { csrf: await anne.csrf(), key: 'k', receivedBy: 'phone', about: 'Hendes sag', name: 'Fatma Yıldız' });
  reference = /BR-2026-\w{6}/.exec(headers.get('location') ?? '')?.[0] ?? '';
});
afterEach(() => server.stop());

/** Keeps the session alive until then. */
async function goOnUntil(...moments: string[]): Promise<void> {
  for (const moment of moments) {
    server.setClock(moment);
    expect((await anne.get('/adviser')).status).toBe(200);
  }
}

test('a quarter of an hour after the login a case leaves the desk only when the password is given again', async () => {
  const path = `/adviser/cases/${reference}/export`;
  expect((await anne.get(path)).status).toBe(200);
  await goOnUntil('2026-11-25T09:20');
  const { headers } = await anne.get(path);
  expect(headers.get('location')).toBe(`/adviser/confirm?to=${encodeURIComponent(path)}`);
  expect((await anne.get(`/adviser/cases/${reference}`)).status).toBe(200);
  const csrf = await anne.csrf();
  expect((await anne.post('/adviser/confirm', { csrf, to: path, password: 'en anden lang sætning' })).status).toBe(400);
  expect((await anne.get(path)).status).toBe(303);
  expect((await anne.post('/adviser/confirm', { csrf, to: 'https://evil.example/', password: PASSWORD })).headers.get('location')).toBe('/adviser');
  expect((await anne.get(path)).status).toBe(200);
});

test('an erase and an extract ask as well, and a token for a machine', async () => {
  await goOnUntil('2026-11-25T09:20');
  const csrf = await anne.csrf();
  for (const path of ['/adviser/person/erase', '/adviser/person/extract', '/adviser/tokens']) {
    // Afterwards she comes to what she was about, which is still to be done.
    expect((await anne.post(path, { csrf, references: reference })).headers.get('location')).toMatch(/^\/adviser\/confirm\?to=%2Fadviser%2Fkept%2F[0-9a-f]{32}$/);
  }
  expect((await anne.get(`/adviser/cases/${reference}`)).status).toBe(200);
});

test('her own password: the old one must be right, every other browser is logged out, this one stays', async () => {
  const elsewhere = await DeskClient.login(server.url, 'anne');
  const csrf = await anne.csrf();
  const fresh = 'en helt anden lang sætning';
  expect((await anne.post('/adviser/me/password', { csrf, current: 'forkert forkert', password: fresh })).status).toBe(400);
  expect((await elsewhere.get('/adviser')).status).toBe(200);
  expect((await anne.post('/adviser/me/password', { csrf, current: PASSWORD, password: 'kort' })).status).toBe(400);
  expect((await anne.post('/adviser/me/password', { csrf, current: PASSWORD, password: fresh })).status).toBe(303);
  expect((await anne.get('/adviser/me?done=password')).text).toContain('er skiftet');
  expect((await elsewhere.get('/adviser')).status).toBe(303);
  expect((await DeskClient.login(server.url, 'anne')).cookie).toBeNull();
  expect((await DeskClient.login(server.url, 'anne', fresh)).cookie).not.toBeNull();
});

test('the day after its closing a case is shown only for a reason, which stands in the audit log', async () => {
  await anne.act(reference, 'status', { to: 'closed', outcome: 'guided' });
  expect((await anne.get(`/adviser/cases/${reference}`)).text).toContain('Fatma Yıldız');
  server.setClock('2026-11-27T09:00');
  anne = await DeskClient.login(server.url, 'anne');
  const asked = await anne.get(`/adviser/cases/${reference}`);
  expect(asked.text).toContain('Hvorfor vil du se sagen');
  expect(asked.text).not.toContain('Fatma Yıldız');
  for (const part of ['print', 'pdf', 'export']) expect((await anne.get(`/adviser/cases/${reference}/${part}`)).headers.get('location')).toBe(`/adviser/cases/${reference}`);
  expect((await anne.get(`/adviser/cases/${reference}?reason=nosy`)).text).not.toContain('Fatma Yıldız');
  const shown = await anne.get(`/adviser/cases/${reference}?reason=citizen-asked`);
  expect(shown.text).toContain('Fatma Yıldız');
  expect((await anne.get('/adviser/audit')).text).toContain('closed:citizen-asked');
  // What is done there keeps the reason: nobody is asked twice in one walk.
  const noted = await anne.post(`/adviser/cases/${reference}/act`, { csrf: hidden(shown.text, 'csrf'), seen: hidden(shown.text, 'seen'), key: 'kk', act: 'note', reason: hidden(shown.text, 'reason'), text: 'Hun ringede igen.' });
  expect(noted.headers.get('location')).toBe(`/adviser/cases/${reference}?done=note&reason=citizen-asked`);
});
