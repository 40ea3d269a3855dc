import { createServer, type Server } from 'restify';
import { DateTime } from 'luxon';
import { ZONE } from '../../../src/domain/calendar';
import { OpeningHours } from '../../../src/domain/hours/opening-hours';
import { mountPage } from '../../../src/server/routes/page';

const checked = { source: 'siden', checked: '2026-11-24' };
const hours = OpeningHours.parse({
  channels: [
    { id: 'phone', weekly: [{ day: 'tuesday', from: '09:00', to: '13:00' }, { day: 'thursday', from: '09:00', to: '17:00' }], ...checked },
    { id: 'consultation', weekly: [{ day: 'tuesday', from: '13:00', to: '15:00' }], ...checked },
  ],
  closedDays: [],
  closures: [{ from: '2026-12-01', to: '2026-12-01', reason: { da: 'flytning', en: 'moving house' } }],
});

const FACTS: Readonly<Record<string, string>> = { 'adviser.phone': '20 21 89 88', 'adviser.phone-uri': 'tel:+4520218988', 'municipality.name': 'Ishøj & omegn </script>' };
const SAID: Readonly<Record<string, string>> = {
  'page.open-now': 'Åbent nu. Lukker kl. {time}.',
  'page.closed-now': 'Lukket nu. Åbner {day} kl. {time}.',
  'page.closed-because': 'Lukket i dag: {name}.',
  'page.danger': 'Ring 112.',
};
const content = {
  hours,
  fact: (key: string) => FACTS[key] ?? key,
  say: (id: string, _language: string, values: Readonly<Record<string, string>> = {}) => ({ bubbles: [(SAID[id] ?? `<${id}>`).replace(/\{(\w+)\}/g, (_, name: string) => values[name] ?? '')] }),
};

let server: Server;
let at = '2026-11-24T10:00';
let base = '';

beforeAll(async () => {
  server = createServer({ name: '' });
  mountPage(server, { content: () => content, now: () => DateTime.fromISO(at, { zone: ZONE }), publicUrl: () => 'https://chat.example.dk', retention: { chatDays: 21, filesHours: 24, caseMonths: 60 } });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  base = `http://127.0.0.1:${server.address().port}`;
});
afterAll(() => new Promise<void>((resolve) => server.close(() => resolve())));

const get = async (path: string) => {
  const answer = await fetch(base + path);
  return { answer, text: await answer.text() };
};

test.each([
  { when: 'open', moment: '2026-11-24T10:00', path: '/', says: 'Åbent nu. Lukker kl. 13.00.' },
  { when: 'closed until another day', moment: '2026-11-25T10:00', path: '/', says: 'Lukket nu. Åbner torsdag den 26. november kl. 9.00.' },
  { when: 'closed for a reason', moment: '2026-12-01T10:00', path: '/', says: 'Lukket i dag: flytning. Lukket nu. Åbner torsdag den 3. december kl. 9.00.' },
  { when: 'closed for a reason, in English', moment: '2026-12-01T10:00', path: '/en', says: 'Lukket i dag: moving house. Lukket nu. Åbner Thursday 3 December kl. 9:00.' },
])('says how it stands this minute: $when', async ({ moment, path, says }) => {
  at = moment;
  expect((await get(path)).text).toContain(`<p>${says}</p>`);
});

test('phone, hours, address stand in plain HTML, for those without script', async () => {
  const { text } = await get('/');
  for (const words of ['href="tel:+4520218988"', 'Tirsdag 9.00–13.00', 'Torsdag 9.00–17.00', 'Tirsdag 13.00–15.00', 'adviser.address', 'adviser.email', 'adviser.consultation-place', '<a href="tel:112">112</a>']) {
    expect(text).toContain(words);
  }
});

test('what is put into the page is words, never markup', async () => {
  const { text } = await get('/');
  expect(text).toContain('&#60;page.lead&#62;');
  expect(text).not.toContain('<page.lead>');
  expect(text).toContain('Ishøj &#38; omegn &#60;/script&#62;');
});

test('the hours are there for search engines, and the data cannot end its own element', async () => {
  at = '2026-11-24T10:00';
  const { text } = await get('/');
  const [, json = ''] = /<script type="application\/ld\+json">(.*?)<\/script>/s.exec(text) ?? [];
  expect(JSON.parse(json)).toMatchObject({
    '@type': 'GovernmentOffice',
    telephone: '20 21 89 88',
    parentOrganization: { name: 'Ishøj & omegn </script>' },
    openingHoursSpecification: [{ dayOfWeek: 'https://schema.org/Tuesday', opens: '13:00', closes: '15:00' }],
    specialOpeningHoursSpecification: expect.arrayContaining([expect.objectContaining({ validFrom: '2026-12-01' })]),
  });
});

test('its policy lets nothing run but our own script, by a nonce that no one can know before', async () => {
  const [first, second] = [await get('/'), await get('/')];
  const policy = first.answer.headers.get('content-security-policy') ?? '';
  const [, nonce = ''] = /script-src 'nonce-([^']+)'/.exec(policy) ?? [];
  expect(nonce).toMatch(/^[\w+/]{22}==$/);
  expect(policy).not.toContain('unsafe');
  expect(policy).toContain("connect-src 'self' wss://chat.example.dk");
  expect(first.text).toContain(`<script src="/chat/launcher.js" nonce="${nonce}" async>`);
  expect(second.text).not.toContain(nonce);
  expect(first.text.match(/ style="| on[a-z]+="/g)).toBeNull();
});

test.each([
  ['/', 'da', '/en', 'en'],
  ['/en', 'en', '/', 'da'],
])('%s is in %s and leads to the other', async (path, language, otherPath, other) => {
  const { answer, text } = await get(path);
  expect(answer.headers.get('content-language')).toBe(language);
  expect(text).toContain(`<html lang="${language}">`);
  expect(text).toContain(`<a href="${otherPath}" lang="${other}"`);
});

test('HEAD is answered without a body', async () => {
  const answer = await fetch(base, { method: 'HEAD' });
  expect(answer.status).toBe(200);
  expect(await answer.text()).toBe('');
});
