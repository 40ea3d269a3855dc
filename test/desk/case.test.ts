import { Citizen } from '../conversations/citizen';
import { startServer, type TestServer } from '../conversations/server';
import { DeskClient, hidden } from './desk-client';

let server: TestServer;
let anne: DeskClient;
let reference: string;
let pin: string;
let citizen: Citizen;
beforeAll(async () => {
  server = await startServer('2026-11-25T09:00');
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
});
afterAll(() => server.stop());

/** Hands a case over in the chat. */
beforeEach(async () => {
  citizen = await Citizen.arrive(server.url);
  for (const text of ['Ring mig op', 'Min hjemmehjælp er taget fra mig', 'Fatma Yıldız', '20 21 89 88', 'torsdag formiddag', 'Ja']) await citizen.say(text);
  const { receipt } = await citizen.say('Send');
  reference = receipt?.reference ?? '';
  pin = receipt?.pin ?? '';
  expect(reference).not.toBe('');
});
afterEach(() => citizen.leave());

/** What the citizen reads when she asks for her case. */
const asked = async (): Promise<string> => {
  await citizen.say(`Hvordan går det med min sag ${reference}?`);
  return (await citizen.say(pin)).text;
};
const page = async (): Promise<string> => (await anne.get(`/adviser/cases/${reference}`)).text;

test('a case from the chat is on the list, with its flag, and the page says the five things on top', async () => {
  const { text } = await anne.get('/adviser');
  expect(text).toContain(reference);
  expect(text).toContain('Hjælp stoppet');
  expect(text).toContain('Fatma Yıldız');
  const top = /<dl class="top">.*?<\/dl>/s.exec(await page())?.[0] ?? '';
  for (const said of ['Hvem', 'Fatma Yıldız', 'Hvad', 'Ring op', 'Afdeling', 'Nærmeste frist', 'Ingen kendt frist', 'Vil ringes op']) expect(top).toContain(said);
});

test('what the preview shows is, word for word, what the citizen reads', async () => {
  const text = await page();
  const fields = { csrf: hidden(text, 'csrf'), seen: hidden(text, 'seen'), key: 'k-preview', act: 'status', to: 'open', message: 'Hej Fatma.\n\nJeg ringer på torsdag <kl. 10>.' };
  const preview = await anne.post(`/adviser/cases/${reference}/preview`, fields);
  const shown = [...preview.text.matchAll(/<p class="said adviser">(.*?)<\/p>/gs)].map(([, bubble]) => (bubble ?? '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&amp;', '&'));
  expect(shown).toHaveLength(2);
  expect((await anne.get(`/adviser/cases/${reference}`)).text).not.toContain('Jeg ringer på torsdag');
  await anne.post(`/adviser/cases/${reference}/act`, fields);
  const read = await asked();
  for (const bubble of shown) expect(read).toContain(bubble);
});

test('two messages each way, to the end: the citizen reads every word, the adviser every answer', async () => {
  await anne.act(reference, 'message', { text: 'Hvornår blev hjælpen stoppet?' });
  expect(await asked()).toContain('Hvornår blev hjælpen stoppet?');
  await citizen.say('Skriv i sagen');
  await citizen.say('Den 3. november');
  await citizen.say('Send');
  expect((await anne.get('/adviser')).text).toMatch(new RegExp(`${reference}.*?1 ulæst besked`, 's'));
  expect(await page()).toContain('Den 3. november');
  expect(await page()).not.toContain('said citizen fresh');
  await anne.act(reference, 'status', { to: 'closed', message: 'Afdelingen ringer til dig.', outcome: 'dialogue' });
  const last = await asked();
  expect(last).toContain('er lukket');
  expect(last).toContain('Afdelingen ringer til dig.');
});

test('internal notes reach no citizen', async () => {
  await anne.act(reference, 'note', { text: 'Hun lød bange.' });
  expect(await page()).toContain('Hun lød bange.');
  expect(await asked()).not.toContain('bange');
});

test('two at once: the second is shown what changed, with what she typed, and can do it after all', async () => {
  const text = await page();
  const stale = { csrf: hidden(text, 'csrf'), seen: hidden(text, 'seen') };
  await anne.act(reference, 'note', { text: 'Først.' });
  const second = await anne.post(`/adviser/cases/${reference}/act`, { ...stale, key: 'k2', act: 'message', text: 'Mit svar til dig' });
  expect(second.status).toBe(409);
  expect(second.text).toContain('Sagen blev ændret imens');
  expect(second.text).toContain('skrev en note');
  expect(second.text).toContain('Mit svar til dig');
  expect(await asked()).not.toContain('Mit svar til dig');
  const again = await anne.post(`/adviser/cases/${reference}/act`, { csrf: hidden(second.text, 'csrf'), seen: hidden(second.text, 'seen'), key: 'k2', act: 'message', text: 'Mit svar til dig' });
  expect(again.status).toBe(303);
  expect(await asked()).toContain('Mit svar til dig');
});

test('an act that can no longer follow, since another tab did it, is told as a change and not as a fault of the form', async () => {
  const text = await page();
  const stale = { csrf: hidden(text, 'csrf'), seen: hidden(text, 'seen'), act: 'status', to: 'open' };
  await anne.act(reference, 'status', { to: 'open' });
  const second = await anne.post(`/adviser/cases/${reference}/preview`, { ...stale, key: 'k-tab' });
  expect(second.status).toBe(409);
  expect(second.text).toContain('Sagen blev ændret imens');
});

test('the second instance goes stage by stage, and the department has three weeks', async () => {
  await anne.act(reference, 'investigate');
  expect(await page()).toContain('Undersøges');
  await anne.act(reference, 'ask-statement');
  const waiting = await page();
  expect(waiting).toContain('16.12.2026 – om 21 dage');
  expect(waiting).toContain('Venter på afdelingen');
  await anne.act(reference, 'statement-received', { text: 'De beklager.' });
  expect(await page()).toContain('Afslut undersøgelsen');
  await anne.act(reference, 'conclude', { outcome: 'criticism', message: 'Der er grund til kritik.' });
  expect(await asked()).toContain('Der er grund til kritik.');
  expect(await page()).toContain('Undersøgt');
});

test.each([
  { what: 'a reference that is none', path: '/adviser/cases/..%2f..%2fetc', status: 404 },
  { what: 'a case that is not there', path: '/adviser/cases/BR-2026-ZZZZZZ', status: 404 },
])('$what: $status', async ({ path, status }) => expect((await anne.get(path)).status).toBe(status));

test('an act that cannot follow is refused, and changes nothing', async () => {
  const refused = await anne.act(reference, 'status', { to: 'waiting-for-department', message: '', outcome: '' });
  expect(refused.status).toBe(400);
  expect(await asked()).toContain('ikke åbnet endnu');
});

test('an open list hears of a new case within two seconds, and is told no name', async () => {
  const controller = new AbortController();
  const stream = await fetch(`${server.url}/adviser/events`, { headers: { cookie: anne.cookie ?? '' }, signal: controller.signal });
  const reader = stream.body?.getReader();
  const heard = (async () => {
    let text = '';
    while (!text.includes('event: case')) text += new TextDecoder().decode((await reader?.read())?.value);
    return text;
  })();
  const begun = Date.now();
  await anne.act(reference, 'note', { text: 'x' });
  const text = await heard;
  expect(Date.now() - begun).toBeLessThan(2_000);
  expect(text).not.toMatch(/Fatma|BR-2026/);
  controller.abort();
});

test('nobody hears the stream without a session', async () => {
  expect((await new DeskClient(server.url).get('/adviser/events')).status).toBe(303);
});
