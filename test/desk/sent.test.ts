import { z } from 'zod';
import { Citizen } from '../conversations/citizen';
import { startServer, type TestServer } from '../conversations/server';
import { DeskClient, hidden } from './desk-client';

/** What becomes of a case: what was sent, whether it was in time, how it ended, and what the citizen hears of it. */
let server: TestServer;
let anne: DeskClient;
beforeAll(async () => {
  server = await startServer('2026-11-25T09:00');
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
});
afterAll(() => server.stop());
/** Another day, on which everybody has to log in anew. */
const on = async (day: string): Promise<void> => {
  server.setClock(day);
  anne = await DeskClient.login(server.url, 'anne');
};
afterEach(() => on('2026-11-25T09:00'));

const entered = async (fields: Record<string, string> = {}): Promise<{ reference: string; pin: string }> => {
  const { headers } = await anne.post('/adviser/enter', { csrf: await anne.csrf(), key: String(Math.random()), receivedBy: 'phone', about: 'Afslag på en ny kørestol', name: 'Bodil Holm', phone: '20 21 89 88', department: 'Borgerservice', complaint: 'decision', nextDeadline: '2026-11-27', consent: 'contact-department', ...fields });
  const path = headers.get('location') ?? '';
  return { reference: /BR-2026-\w{6}/.exec(path)?.[0] ?? '', pin: /pinkoden (\d{6})/.exec((await anne.get(path)).text)?.[1] ?? '' };
};
const page = async (reference: string): Promise<string> => (await anne.get(`/adviser/cases/${reference}`)).text;
const line = async (reference: string): Promise<string> => new RegExp(`<tr>(?:(?!</tr>).)*${reference}(?:(?!</tr>).)*</tr>`, 's').exec((await anne.get('/adviser')).text)?.[0] ?? '';
const words = (html: string): string => html.replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&amp;', '&');
const proposed = async (reference: string, status: string): Promise<string> => words(new RegExp(`<textarea id="status-${status}"[^>]*>(.*?)</textarea>`, 's').exec(await page(reference))?.[1] ?? '');
const letter = async (reference: string, kind: string): Promise<Record<string, string>> => {
  const { text } = await anne.get(`/adviser/cases/${reference}/${kind}`);
  return { csrf: hidden(text, 'csrf'), seen: hidden(text, 'seen'), key: hidden(text, 'key'), subject: words(/id="subject"[^>]*value="([^"]*)"/.exec(text)?.[1] ?? ''), text: words(/<textarea[^>]*>(.*?)<\/textarea>/s.exec(text)?.[1] ?? '') };
};
const preview = async (reference: string, fields: Record<string, string>): Promise<string> => {
  const text = await page(reference);
  return (await anne.post(`/adviser/cases/${reference}/preview`, { csrf: hidden(text, 'csrf'), seen: hidden(text, 'seen'), key: String(Math.random()), ...fields })).text;
};

test('a letter that was sent is kept as it left: in the case, its PDF and the export; what it is about and how near the day stands in its subject', async () => {
  const { reference } = await entered();
  const fields = await letter(reference, 'forward');
  expect(fields['subject']).toContain('HASTER');
  expect(fields['subject']).toContain('27. november');
  const noted = await anne.post(`/adviser/cases/${reference}/forward`, { ...fields, text: `${fields['text']}\n\nTilføjet: ring & spørg.`, what: 'noted' });
  expect(noted.status).toBe(303);
  expect(words(await page(reference))).toContain('Tilføjet: ring & spørg.');
  expect((await letter(reference, 'forward'))['text']).toContain('Tilføjet: ring & spørg.');
  const { text } = await anne.get(`/adviser/cases/${reference}/export`);
  expect(z.looseObject({}).parse(JSON.parse(text))).toMatchObject({ desk: { letters: [{ kind: 'forward', by: 'Anne Adviser', subject: fields['subject'], text: expect.stringContaining('Tilføjet: ring & spørg.') }] } });
});

test('a letter cannot be noted as sent over what somebody changed meanwhile: she sees that first, and keeps her text', async () => {
  const { reference } = await entered();
  const fields = await letter(reference, 'forward');
  await anne.act(reference, 'note', { text: 'Hun trækker klagen tilbage.' });
  const answer = await anne.post(`/adviser/cases/${reference}/forward`, { ...fields, text: 'Min egen tekst', what: 'noted' });
  expect(answer.text).toContain('Intet er noteret');
  expect(answer.text).toContain('Min egen tekst');
  expect(await page(reference)).not.toContain('sendte klagen');
});

test('sent in time, the last day gives no alarm any more, and the citizen hears to whom her complaint went', async () => {
  const { reference, pin } = await entered();
  expect(await line(reference)).toContain('chip urgent');
  await anne.act(reference, 'forwarded');
  expect(await line(reference)).toContain('27.11.2026 – klagen sendt 25.11.2026');
  expect(await line(reference)).not.toContain('chip urgent');
  const told = await proposed(reference, 'waiting-for-department');
  expect(told).toContain('Jeg har sendt din klage til Borgerservice. Det var onsdag den 25. november.');
  expect(told).not.toContain('løber');
  await anne.act(reference, 'status', { to: 'waiting-for-department', message: told });
  const citizen = await Citizen.arrive(server.url);
  await citizen.say(`Hvordan går det med min sag ${reference}?`);
  expect((await citizen.say(pin)).text).toContain('Jeg har sendt din klage til Borgerservice');
  citizen.leave();
  await on('2026-12-01T09:00');
  expect(await line(reference)).toContain('klagen sendt 25.11.2026');
  expect(await line(reference)).not.toContain('overskredet');
  expect(await page(reference)).toContain('klagen sendt 25.11.2026, i tide');
  expect(await page(reference)).not.toContain('overskredet');
});

test('a last day that was over when the complaint was sent stays red', async () => {
  const { reference } = await entered();
  await on('2026-11-30T09:00');
  await anne.act(reference, 'forwarded');
  expect(await line(reference)).toContain('overskredet');
  expect(await page(reference)).toContain('Klagen sendt 30.11.2026');
});

test('another last day, set after the complaint was sent, is to be met still', async () => {
  const { reference } = await entered();
  await anne.act(reference, 'forwarded');
  await anne.act(reference, 'details', { title: '', kind: '', topic: '', department: 'Borgerservice', nextDeadline: '2026-11-30' });
  expect(await line(reference)).toContain('30.11.2026 – om 5 dage');
});

test('who closes a case whose last day runs is told so, and proposed a text that fits; erasing says it as well', async () => {
  const { reference } = await entered();
  const text = await proposed(reference, 'closed');
  expect(text).toContain('Jeg har ikke sendt din klage til afdelingen');
  expect(text).toContain('27. november');
  expect(text).not.toContain('svaret fra afdelingen');
  const shown = await preview(reference, { act: 'status', to: 'closed', message: text, outcome: 'guided' });
  expect(shown).toContain('Fristen er 27.11.2026, og klagen er ikke sendt til afdelingen.');
  const erase = await anne.post('/adviser/person/preview', { csrf: await anne.csrf(), references: reference, what: 'erase' });
  expect(erase.text).toContain('Fristen er 27.11.2026, og klagen er ikke sendt til afdelingen.');
  await anne.act(reference, 'forwarded');
  expect(await proposed(reference, 'closed')).toContain('svaret fra afdelingen');
  expect(await preview(reference, { act: 'status', to: 'closed', message: '', outcome: 'guided' })).not.toContain('Fristen er');
});

test.each(['2026-11-27', ''])('closing over a word that nobody answered is warned of, last day "%s"', async (nextDeadline) => {
  const { reference, pin } = await entered({ nextDeadline });
  const citizen = await Citizen.arrive(server.url);
  for (const said of [`Hvordan går det med min sag ${reference}?`, pin, 'Skriv i sagen', 'Har I læst det?', 'Send']) await citizen.say(said);
  citizen.leave();
  expect(await preview(reference, { act: 'status', to: 'closed', message: '', outcome: 'guided' })).toContain('har ikke fået svar');
});

test('how a case ended stands in its head and its log, and a case that is opened again has not ended', async () => {
  const { reference } = await entered();
  await anne.act(reference, 'status', { to: 'closed', message: '', outcome: 'dialogue' });
  const closed = await page(reference);
  expect(closed).toContain('Lukket – Løst ved dialog');
  expect(closed).toContain('sagen endte: Løst ved dialog');
  await anne.act(reference, 'status', { to: 'open', message: '' });
  const { text } = await anne.get(`/adviser/cases/${reference}/export`);
  expect(z.looseObject({}).parse(JSON.parse(text))).toMatchObject({ desk: { outcome: null, closedAt: null } });
});

test('a case that the citizen wakes has not ended either', async () => {
  const { reference, pin } = await entered();
  await anne.act(reference, 'status', { to: 'closed', message: '', outcome: 'withdrawn' });
  const citizen = await Citizen.arrive(server.url);
  for (const said of [`Hvordan går det med min sag ${reference}?`, pin, 'Skriv i sagen', 'Jeg vil klage alligevel', 'Send']) await citizen.say(said);
  citizen.leave();
  const { text } = await anne.get(`/adviser/cases/${reference}/export`);
  expect(z.looseObject({}).parse(JSON.parse(text))).toMatchObject({ case: { status: 'open' }, desk: { outcome: null, closedAt: null } });
});

test('the timeline goes by date, and names who wrote', async () => {
  const { reference } = await entered({ nextDeadline: '2026-11-20' });
  await anne.act(reference, 'message', { text: 'Hvornår kom brevet?' });
  const timeline = /<ol class="timeline">.*?<\/ol>/s.exec(await page(reference))?.[0] ?? '';
  expect(timeline).toContain('Anne Adviser skrev til borgeren');
  const days = [...timeline.matchAll(/(\d\d)\.(\d\d)\.(\d{4})<\/span><span>/g)].map(([, day, month, year]) => `${year}-${month}-${day}`);
  expect(days.length).toBeGreaterThan(2);
  expect(days).toEqual([...days].sort());
});

test('who wants a mail is written to by mail, and a call or a mail that was made is noted: nothing waits any more', async () => {
  const { reference } = await entered({ complaint: '', phone: '', email: 'bodil@example.dk', nextDeadline: '' });
  await anne.act(reference, 'details', { title: '', kind: '', topic: '', department: '', nextDeadline: '' });
  expect(await page(reference)).toContain('Borgeren vil helst have svar på mail');
  const called = await entered({ complaint: '', nextDeadline: '', want: 'callback' });
  expect((await anne.act(called.reference, 'answered', { how: 'phone', text: 'Ringet, talt med hende.' })).status).toBe(303);
  const text = await page(called.reference);
  expect(text).toContain('Talt i telefon');
  expect(text).toContain('Ringet, talt med hende.');
  expect(text).not.toContain('Borgeren vil gerne tale med dig i telefon');
});

test('a wish from the chat for a mail leads to the mail, not to the chat', async () => {
  const citizen = await Citizen.arrive(server.url);
  for (const said of ['Send et spørgsmål', 'Hvem kan hjælpe mig med mit høreapparat?', 'På e-mail', 'karen@example.dk', 'Karen Nielsen']) await citizen.say(said);
  const { receipt } = await citizen.say('Send');
  citizen.leave();
  const reference = receipt?.reference ?? '';
  expect(await page(reference)).toContain('href="mailto:karen@example.dk"');
  await anne.act(reference, 'answered', { how: 'email', text: '' });
  expect(await page(reference)).not.toContain('Borgeren vil gerne have svar på mail.');
});

test('a consent given later is recorded, and a name put right, with who did it and when; what was not touched stays', async () => {
  const { reference } = await entered({ consent: '' });
  expect(await page(reference)).toContain('Spørg borgeren');
  expect(words(/<textarea id="message-text"[^>]*>(.*?)<\/textarea>/s.exec(await page(reference))?.[1] ?? '')).toContain('Må jeg det?');
  await anne.act(reference, 'contact', { name: 'Bodil Holmgaard', phone: '20 21 89 88', email: '', mayLeaveMessage: 'no', behalfName: 'Ellen Frandsen', authority: 'fuldmagt', consent: 'contact-department,see-file' });
  const text = await page(reference);
  for (const said of ['Bodil Holmgaard', 'Ellen Frandsen', '20 21 89 88', 'Må tale med afdelingen, Må se sagen', 'Anne Adviser: samtykke – → Må tale med afdelingen, Må se sagen', 'rettede borgerens oplysninger']) expect(text).toContain(said);
  expect((await anne.get(`/adviser/cases/${reference}/forward`)).text).not.toContain('har ikke sagt ja');
  expect((await anne.act(reference, 'contact', { name: 'Bodil', consent: 'everything' })).status).toBe(400);
});

test('the letter that asks for a statement says whose matter it is', async () => {
  const { reference } = await entered();
  await anne.act(reference, 'contact', { name: 'Bodil Holm', phone: '', email: '', mayLeaveMessage: '', behalfName: 'Ellen Frandsen', authority: 'fuldmagt', consent: 'contact-department' });
  await anne.act(reference, 'investigate');
  const { text } = await letter(reference, 'statement');
  expect(text).toContain('Sagen handler om Ellen Frandsen. Bodil Holm klager på vegne af Ellen Frandsen.');
});

test('every answer of the review stands in the case under its label', async () => {
  const citizen = await Citizen.arrive(server.url);
  for (const said of ['Skriv en klage', 'En ansats opførsel', 'Jobcentret', 'Nej, ikke endnu', 'Den 12. november 2026 råbte hun ad mig i telefonen og smækkede røret på.', 'Min rådgiver', 'Jeg sov ikke den nat', 'En undskyldning', 'Ja', 'Lis Berg', '22 33 44 55', 'Ja', 'Ja', 'Nej']) await citizen.say(said);
  const sent = await citizen.say('Send');
  citizen.leave();
  const reference = sent.receipt?.reference ?? '';
  expect(reference).not.toBe('');
  const text = /<section aria-labelledby="told">.*?<\/section>/s.exec(await page(reference))?.[0] ?? '';
  for (const said of ['Betydning', 'Jeg sov ikke den nat', 'Hvem det gælder', 'Min rådgiver', 'Klaget før', 'Nej, ikke endnu', 'En undskyldning']) expect(text).toContain(said);
  expect(text).not.toContain('22 33 44 55');
});
