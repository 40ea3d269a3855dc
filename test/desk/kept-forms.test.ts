import { startServer, type TestServer } from '../conversations/server';
import { DeskClient, hidden, PASSWORD } from './desk-client';

let server: TestServer;
let anne: DeskClient;
let reference: string;
beforeEach(async () => {
  server = await startServer('2026-11-25T09:00');
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
  reference = await enter('Hendes hjemmehjælp', 'Fatma Yıldız');
});
afterEach(() => server.stop());

async function enter(about: string, name: string): Promise<string> {
  const { headers } = await anne.post('/adviser/enter', { csrf: await anne.csrf(), key: `k-${about}`, receivedBy: 'phone', about, name, want: 'callback' });
  return /BR-2026-\w{6}/.exec(headers.get('location') ?? '')?.[0] ?? '';
}
const WORDS = 'Kære Fatma. Jeg har talt med <afdelingen> & skriver igen i morgen.';
const AS_HTML = 'Kære Fatma. Jeg har talt med &lt;afdelingen> &amp; skriver igen i morgen.';
/** All that a form on a page would send, with its hidden fields as they stand. */
const fieldsOn = (page: string): Record<string, string> =>
  Object.fromEntries([...(/<main.*<\/main>/s.exec(page)?.[0] ?? '').matchAll(/<input type="hidden" name="([^"]+)" value="([^"]*)"/g)].map(([, name = '', value = '']) => [name, value.replaceAll('&lt;', '<').replaceAll('&quot;', '"').replaceAll('&amp;', '&')]));
const locationOf = ({ headers }: { readonly headers: Headers }): string => headers.get('location') ?? '';

async function writeTo(client: DeskClient): Promise<Record<string, string>> {
  const { text } = await client.get(`/adviser/cases/${reference}`);
  return { csrf: hidden(text, 'csrf'), seen: hidden(text, 'seen'), key: 'key-of-the-page', act: 'message', text: WORDS };
}
/** What is in `<textarea id="…">`. */
const areaOf = (page: string, id: string): string => new RegExp(`<textarea id="${id}"[^>]*>([^<]*)</textarea>`).exec(page)?.[1] ?? '';

describe('a preview', () => {
  test.each([
    { act: 'message', fields: { text: 'Først denne, så hin.' }, at: 'message-text', said: 'Først denne, så hin.' },
    { act: 'status', fields: { to: 'waiting-for-citizen', message: 'Send mig brevet, tak.' }, at: 'status-waiting-for-citizen', said: 'Send mig brevet, tak.' },
    { act: 'status', fields: { to: 'closed', message: 'Tak for snakken.', outcome: 'dialogue' }, at: 'status-closed', said: 'Tak for snakken.' },
  ])('of $act at $at leads back to its form with the words still there', async ({ act, fields, at, said }) => {
    const { text } = await anne.get(`/adviser/cases/${reference}`);
    const preview = await anne.post(`/adviser/cases/${reference}/preview`, { csrf: hidden(text, 'csrf'), seen: hidden(text, 'seen'), key: 'key-of-the-page', act, ...fields });
    expect(preview.text.match(new RegExp(`formAction="/adviser/cases/${reference}/edit"`, 'gi'))).toHaveLength(2);
    const back = locationOf(await anne.post(`/adviser/cases/${reference}/edit`, fieldsOn(preview.text)));
    expect(back).toMatch(new RegExp(`#${at}$`));
    // No word of it in the address.
    expect(decodeURIComponent(back)).not.toContain(said.slice(0, 5));
    const page = (await anne.get(back.split('#')[0] ?? '')).text;
    expect(areaOf(page, at)).toBe(said);
    if ('outcome' in fields) expect(page).toMatch(/<option selected value="dialogue"|<option value="dialogue" selected/);
    // The words stand in their own form alone.
    if (at !== 'message-text') expect(areaOf(page, 'message-text')).toBe('');
  });

  test('and the words are shown to nobody else', async () => {
    await anne.post('/adviser/accounts', { csrf: await anne.csrf(), name: 'Bo', login: 'bo', password: PASSWORD, role: 'adviser' });
    const back = locationOf(await anne.post(`/adviser/cases/${reference}/edit`, await writeTo(anne))).split('#')[0] ?? '';
    const bo = await DeskClient.login(server.url, 'bo');
    expect((await bo.get(back)).text).not.toContain('skriver igen');
    expect((await anne.get(back)).text).toContain(AS_HTML);
  });
});

describe('a form sent after the session ended', () => {
  /** Sends it without a session, logs in as this person, and gives the page that she comes to. */
  async function comeBack(path: string, fields: Record<string, string>, login = 'anne'): Promise<{ client: DeskClient; page: string }> {
    anne.cookie = null;
    const sent = await anne.post(path, fields);
    expect(locationOf(sent)).toMatch(/^\/adviser\/login\?to=%2Fadviser%2Fkept%2F[0-9a-f]{32}$/);
    const asked = await new DeskClient(server.url).get(locationOf(sent));
    expect(asked.text).toContain('Du var logget ud');
    expect(asked.text).not.toContain('skriver igen');
    const client = new DeskClient(server.url);
    const to = locationOf(await client.post('/adviser/login', { login, password: PASSWORD, to: hidden(asked.text, 'to') }));
    return { client, page: (await client.get(to)).text };
  }

  test.each([
    { how: 'by the clock', ends: async () => server.setClock('2026-11-25T09:31') },
    { how: 'in another tab', ends: async () => void (await anne.post('/adviser/logout', { csrf: await anne.csrf() })) },
  ])('$how keeps a message, which is sent once she has logged in and says so', async ({ ends }) => {
    const fields = await writeTo(anne);
    await ends();
    const { client, page } = await comeBack(`/adviser/cases/${reference}/preview`, fields);
    expect(page).toContain(AS_HTML);
    expect(page).toContain(reference);
    expect((await client.get(`/adviser/cases/${reference}`)).text).not.toContain('skriver igen');
    const preview = await client.post(`/adviser/cases/${reference}/preview`, fieldsOn(page));
    expect([preview.status, preview.text.includes('Det ser borgeren')]).toEqual([200, true]);
    await client.post(`/adviser/cases/${reference}/act`, fieldsOn(preview.text));
    expect((await client.get(`/adviser/cases/${reference}`)).text).toContain(AS_HTML);
  });

  test('keeps a note and a new inquiry', async () => {
    const note = { ...(await writeTo(anne)), act: 'note' };
    const csrf = await anne.csrf();
    const { client, page } = await comeBack(`/adviser/cases/${reference}/act`, note);
    expect(locationOf(await client.post(`/adviser/cases/${reference}/act`, fieldsOn(page)))).toBe(`/adviser/cases/${reference}?done=note`);
    const inquiry = await comeBack('/adviser/enter', { csrf, key: 'another-key', receivedBy: 'visit', about: WORDS, name: 'Yrsa' });
    const { headers } = await inquiry.client.post('/adviser/enter', fieldsOn(inquiry.page));
    expect(headers.get('location')).toMatch(/done=entered$/);
  });

  test('is never shown to another who logs in at the same browser', async () => {
    await anne.post('/adviser/accounts', { csrf: await anne.csrf(), name: 'Bo', login: 'bo', password: PASSWORD, role: 'adviser' });
    const { page } = await comeBack(`/adviser/cases/${reference}/preview`, await writeTo(anne), 'bo');
    expect(page).not.toContain('skriver igen');
  });

  test('of a page that was not ours is kept for nobody', async () => {
    const fields = await writeTo(anne);
    anne.cookie = null;
    for (const csrf of ['', 'x'.repeat(43), `${'x'.repeat(43)}.${'x'.repeat(43)}`]) expect(locationOf(await anne.post(`/adviser/cases/${reference}/preview`, { ...fields, csrf }))).toBe('/adviser/login');
    expect((await anne.post(`/adviser/cases/${reference}/preview`, fields, { 'sec-fetch-site': 'cross-site' })).status).toBe(403);
  });

  test('and sent when she has logged in elsewhere meanwhile is shown again, not done', async () => {
    const fields = { ...(await writeTo(anne)), act: 'note' };
    const again = await DeskClient.login(server.url, 'anne');
    const to = locationOf(await again.post(`/adviser/cases/${reference}/act`, fields));
    expect(to).toMatch(/^\/adviser\/kept\//);
    expect((await again.get(to)).text).toContain(AS_HTML);
    expect((await again.get(`/adviser/cases/${reference}`)).text).not.toContain('skriver igen');
  });

  test('is gone the day after, and with the case that it belongs to', async () => {
    const fields = await writeTo(anne);
    const keep = async (): Promise<string> => locationOf(await new DeskClient(server.url).post(`/adviser/cases/${reference}/preview`, fields)).replace('/adviser/login?to=', '');
    const [one, other] = [decodeURIComponent(await keep()), decodeURIComponent(await keep())];
    expect((await anne.get(one)).text).toContain('skriver igen');
    await anne.post('/adviser/person/erase', { csrf: await anne.csrf(), references: reference });
    expect(locationOf(await anne.get(one))).toBe('/adviser');
    reference = await enter('En anden sag', 'Yrsa');
    const third = decodeURIComponent(await keep());
    server.setClock('2026-11-26T10:00');
    anne = await DeskClient.login(server.url, 'anne');
    for (const path of [other, third]) expect(locationOf(await anne.get(path))).toBe('/adviser');
  });
});

describe('a form that asks for the password first', () => {
  beforeEach(async () => {
    server.setClock('2026-11-25T09:20');
    await anne.get('/adviser');
  });
  const confirm = async (to: string): Promise<string> => locationOf(await anne.post('/adviser/confirm', { csrf: await anne.csrf(), to, password: PASSWORD }));

  test('keeps a new account as it was filled in, but for its password', async () => {
    const csrf = await anne.csrf();
    const asked = locationOf(await anne.post('/adviser/accounts', { csrf, name: 'Ditte Krag', login: 'ditte', password: 'en hemmelig sætning', role: 'adviser' }));
    expect((await anne.get(asked)).text).toContain('Intet er gjort endnu');
    const to = decodeURIComponent(asked.replace('/adviser/confirm?to=', ''));
    expect(await confirm(to)).toBe(to);
    const { text } = await anne.get(to);
    expect(text).toContain('Ditte Krag');
    expect(text).not.toContain('en hemmelig sætning');
    expect((await anne.post('/adviser/accounts', { ...fieldsOn(text), password: 'en hemmelig sætning' })).status).toBe(303);
    expect((await DeskClient.login(server.url, 'ditte', 'en hemmelig sætning')).cookie).not.toBeNull();
  });

  test('keeps which cases were to be erased', async () => {
    const asked = locationOf(await anne.post('/adviser/person/erase', { csrf: await anne.csrf(), references: reference }));
    const to = decodeURIComponent(asked.replace('/adviser/confirm?to=', ''));
    await confirm(to);
    const { text } = await anne.get(to);
    expect(text).toContain(reference);
    expect((await anne.get(`/adviser/cases/${reference}`)).status).toBe(200);
    expect(locationOf(await anne.post('/adviser/person/erase', fieldsOn(text)))).toBe('/adviser/person?erased=1');
  });
});

describe('the way back to a list', () => {
  test('a search has an address without its words, which shows it again, to her alone', async () => {
    await enter('Noget helt andet', 'Yrsa Holm');
    const to = locationOf(await anne.post('/adviser', { csrf: await anne.csrf(), q: 'Fatma', status: 'all' }));
    expect(to).toMatch(/^\/adviser\?search=[\w-]+$/);
    for (let time = 0; time < 2; time++) {
      const { status, text } = await anne.get(to);
      expect([status, text.includes(reference), text.includes('Yrsa Holm'), text.includes('value="Fatma"')]).toEqual([200, true, false, true]);
    }
    await anne.post('/adviser/accounts', { csrf: await anne.csrf(), name: 'Bo', login: 'bo', password: PASSWORD, role: 'adviser' });
    expect((await (await DeskClient.login(server.url, 'bo')).get(to)).text).not.toContain('value="Fatma"');
    expect((await anne.get(to)).text).toContain('Fatma');
    // From a case it leads there again, also after something was done with the case.
    const done = locationOf(await anne.act(reference, 'note', { text: 'Ringede.' }));
    expect((await anne.get(done)).text).toContain(`<a href="${to}">Til listen</a>`);
  });

  test.each(['?subject=callback&status=active', '?status=closed&instance=first'])('"Til listen" keeps the filters %s', async (query) => {
    await anne.get(`/adviser${query}`);
    const back = /<a href="([^"]+)">Til listen<\/a>/.exec((await anne.get(`/adviser/cases/${reference}`)).text)?.[1]?.replaceAll('&amp;', '&') ?? '';
    expect([...new URLSearchParams(back.split('?')[1])].sort()).toEqual([...new URLSearchParams(query)].sort());
    await anne.get('/adviser');
    expect((await anne.get(`/adviser/cases/${reference}`)).text).toContain('<a href="/adviser">Til listen</a>');
  });

  test('a person\'s cases: the search again, and what was forgotten is named', async () => {
    const to = locationOf(await anne.post('/adviser/person', { csrf: await anne.csrf(), q: 'Fatma' }));
    const { text } = await anne.get(to);
    expect(text).toContain(reference);
    const back = locationOf(await anne.post('/adviser/person/preview', { csrf: hidden(text, 'csrf'), search: hidden(text, 'search'), what: 'erase' }));
    const again = (await anne.get(back)).text;
    expect([again.includes(reference), again.includes('Sæt mindst ét kryds')]).toEqual([true, true]);
  });

  test('no search outlives the session, nor is it one of another page', async () => {
    const to = locationOf(await anne.post('/adviser', { csrf: await anne.csrf(), q: 'Fatma' }));
    expect((await anne.get(to.replace('/adviser?', '/adviser/person?'))).text).not.toContain('Fatma');
    for (const broken of [to.slice(0, -1), `${to.slice(0, 30)}x${to.slice(31)}`, '/adviser?search=', '/adviser?search=%00']) expect([(await anne.get(broken)).status, (await anne.get(broken)).text.includes('value="Fatma"')]).toEqual([200, false]);
    anne = await DeskClient.login(server.url, 'anne');
    expect((await anne.get(to)).text).not.toContain('value="Fatma"');
  });
});

describe('an address that is no page', () => {
  test.each([['/adviser/', '/adviser'], ['/adviser/cases', '/adviser'], ['/adviser/report/', '/adviser/report']])('%s leads to %s', async (path, to) => {
    expect(locationOf(await anne.get(path))).toBe(to);
  });

  test('an opened preview leads to its case', async () => {
    for (const part of ['preview', 'act']) expect(locationOf(await anne.get(`/adviser/cases/${reference}/${part}`))).toBe(`/adviser/cases/${reference}`);
  });

  test.each(['/adviser/xyz', '/adviser/cases/BR-2026-AAAAAA/noget', '/adviser/person/erase', '/adviser/logout'])('%s says so in Danish, with the way back', async (path) => {
    for (const client of [anne, new DeskClient(server.url)]) {
      const { status, text, headers } = await client.get(path);
      expect([status, headers.get('content-type')]).toEqual([404, 'text/html; charset=utf-8']);
      expect(text).toContain('Der er ikke noget her');
      expect(text).toContain('href="/adviser"');
    }
  });
});
