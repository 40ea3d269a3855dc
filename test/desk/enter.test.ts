import { z } from 'zod';
import { Citizen } from '../conversations/citizen';
import { startServer, type TestServer } from '../conversations/server';
import { DeskClient } from './desk-client';

let server: TestServer;
let anne: DeskClient;
beforeAll(async () => {
  server = await startServer('2026-11-25T09:00');
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
});
afterAll(() => server.stop());

const enter = async (fields: Record<string, string>) => {
  const answer = await anne.post('/adviser/enter', { csrf: await anne.csrf(), key: String(Math.random()), receivedBy: 'phone', about: 'Ringede om sin boligstøtte', ...fields });
  return { ...answer, path: answer.headers.get('location') ?? '', reference: /BR-2026-[2-9A-Z]{6}/.exec(answer.headers.get('location') ?? '')?.[0] ?? '' };
};

test('a call is a case in one form, and the citizen can ask for it in the chat with the PIN she is told', async () => {
  const { path, reference } = await enter({ name: 'Bent Østergård', phone: '43 57 75 75' });
  const { text } = await anne.get(path);
  const pin = /pinkoden (\d{6})/.exec(text)?.[1] ?? '';
  expect(text).toContain('Bent Østergård');
  const citizen = await Citizen.arrive(server.url);
  await citizen.say(`Hvordan går det med min sag ${reference}?`);
  expect((await citizen.say(pin)).text).toContain('er åbnet');
  citizen.leave();
  server.setClock('2026-11-25T09:10');
  expect((await anne.get(path)).text).not.toContain(pin);
  server.setClock('2026-11-25T09:00');
});

test.each([
  { rule: 'a day that is known', fields: { nextDeadline: '2026-12-01' }, shown: '01.12.2026' },
  { rule: 'five weeks from the day of receipt, over Christmas (the bot\'s own reckoning)', fields: { decisionReceived: '2026-11-20', weeks: '5' }, shown: '28.12.2026' },
])('the last day: $rule', async ({ fields, shown }) => {
  const { reference } = await enter({ complaint: 'decision', ...fields });
  expect((await anne.get(`/adviser/cases/${reference}`)).text).toContain(shown);
});

test('one that is done with already is closed, for the figures', async () => {
  const { reference } = await enter({ outcome: 'guided', title: 'Vejledt om boligstøtte' });
  expect((await anne.get('/adviser?status=closed')).text).toContain(reference);
  expect((await anne.get('/adviser')).text).not.toContain(reference);
});

test('the same form sent twice makes one case', async () => {
  const fields = { csrf: await anne.csrf(), key: 'same', receivedBy: 'visit', about: 'To gange' };
  const [one, other] = [await anne.post('/adviser/enter', fields), await anne.post('/adviser/enter', fields)];
  expect(one.headers.get('location')).toBe(other.headers.get('location'));
});

test('what is missing is said, and what was typed stands there still', async () => {
  const { status, text } = await enter({ about: '', name: 'Bent <b>' });
  expect(status).toBe(400);
  expect(text).toContain('value="Bent &lt;b>"');
});

test.each([{ phone: 'abc' }, { complaint: 'decision', decisionReceived: '2026-12-05', weeks: '4' }])('%j is refused', async (fields: Record<string, string>) => expect((await enter(fields)).status).toBe(400));

test('a CPR number is masked before it is kept', async () => {
  const { reference } = await enter({ about: 'Hun sagde 010190-1234' });
  const { text } = await anne.get(`/adviser/cases/${reference}`);
  expect(text).toContain('010190-••••');
  expect(text).not.toContain('1234');
});

test('the export holds the moment of receipt, a short subject and the number in the journal', async () => {
  const { reference } = await enter({ title: 'Boligstøtte' });
  await anne.act(reference, 'journal', { number: '27.03.00-G01-1-26' });
  const { text, headers } = await anne.get(`/adviser/cases/${reference}/export`);
  expect(headers.get('content-disposition')).toBe(`attachment; filename="${reference}.json"`);
  expect(z.looseObject({}).parse(JSON.parse(text))).toMatchObject({ reference, receivedAt: '2026-11-25T09:00:00.000+01:00', subject: 'Boligstøtte', journal: '27.03.00-G01-1-26', case: { reference }, desk: { receivedBy: 'phone' } });
  expect(text).not.toMatch(/pinHmac|idempotencyKey/);
});

test('on paper nothing is folded away, and there is no form', async () => {
  const { reference } = await enter({});
  const { text } = await anne.get(`/adviser/cases/${reference}/print`);
  expect(text).toContain('Ringede om sin boligstøtte');
  expect(text).not.toMatch(/<details>|<textarea/);
});

test('the text to the department says that it should answer first (S20); without her yes there is a warning; sending it is on the log', async () => {
  const { reference } = await enter({ complaint: 'service', department: 'Jobcentret' });
  const path = `/adviser/cases/${reference}`;
  const { text } = await anne.get(`${path}/forward`);
  expect(text).toContain('Til Jobcentret');
  expect(text).toContain('det er bedst, at I svarer borgeren');
  expect(text).toContain('Borgeren har ikke sagt ja');
  await anne.act(reference, 'forwarded');
  expect((await anne.get(path)).text).toContain('sendte klagen til afdelingen');
  expect((await anne.get(`${path}/statement`)).text).toContain('senest onsdag den 16. december');
});
