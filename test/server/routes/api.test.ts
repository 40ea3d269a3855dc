import { z } from 'zod';
import { HandoffCase } from '../../../src/domain/cases/handoff-case';
import { Citizen } from '../../conversations/citizen';
import { startServer, type TestServer } from '../../conversations/server';
import { DeskClient } from '../../desk/desk-client';

let server: TestServer;
let anne: DeskClient;
let token: string;
beforeAll(async () => {
  server = await startServer('2026-11-25T09:00');
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
  const { text } = await anne.post('/adviser/tokens', { csrf: await anne.csrf(), label: 'Journal', scopes: 'cases:read,cases:status,report:read' });
  token = /<code class="secret">([^<]+)</.exec(text)?.[1] ?? '';
});
afterAll(() => server.stop());

const call = async (path: string, body?: object) => {
  const answer = await fetch(server.url + path, { method: body === undefined ? 'GET' : 'POST', headers: { authorization: `Bearer ${token}`, 'content-type': 'application/json' }, ...(body === undefined ? {} : { body: JSON.stringify(body) }) });
  return { status: answer.status, body: z.looseObject({}).parse(await answer.json()), version: answer.headers.get('x-case-version') };
};

async function handOver(): Promise<{ citizen: Citizen; reference: string; pin: string }> {
  const citizen = await Citizen.arrive(server.url);
  for (const text of ['Ring mig op', 'Min sag er gået i stå', 'Fatma', '20 21 89 88', 'torsdag', 'Ja']) await citizen.say(text);
  const { receipt } = await citizen.say('Send');
  return { citizen, reference: receipt?.reference ?? '', pin: receipt?.pin ?? '' };
}

test('a program reads the cases as the contract has them, and changes a status; the citizen reads what it wrote', async () => {
  const { citizen, reference, pin } = await handOver();
  expect(z.array(z.looseObject({ reference: z.string() })).parse((await call('/api/cases')).body['cases']).map((each) => each.reference)).toContain(reference);
  const read = await call(`/api/cases/${reference}`);
  expect(HandoffCase.parse(read.body)).toMatchObject({ reference, status: 'new' });
  const { status, body } = await call(`/api/cases/${reference}/status`, { to: 'open', message: 'Sagen er oprettet i journalen.', version: read.version });
  expect([status, body['status']]).toEqual([200, 'open']);
  await citizen.say(`Hvordan går det med min sag ${reference}?`);
  expect((await citizen.say(pin)).text).toContain('Sagen er oprettet i journalen.');
  expect((await anne.get(`/adviser/cases/${reference}`)).text).toContain('Journal: status Ny → Åben');
  citizen.leave();
});

test.each([
  { what: 'a status that cannot follow', body: { to: 'waiting-for-department' }, status: 400 },
  { what: 'closing without an outcome', body: { to: 'closed' }, status: 400 },
  { what: 'a status that there is not', body: { to: 'lost' }, status: 400 },
  { what: 'a field that nobody knows', body: { to: 'open', colour: 'red' }, status: 400 },
  { what: 'a case that was changed since', body: { to: 'open', version: '7.7' }, status: 409 },
])('$what: $status, and nothing is changed', async ({ body, status }) => {
  const { citizen, reference } = await handOver();
  expect((await call(`/api/cases/${reference}/status`, body)).status).toBe(status);
  expect((await call(`/api/cases/${reference}`)).body['status']).toBe('new');
  citizen.leave();
});

test('the report as JSON; small numbers are null', async () => {
  const { status, body } = await call('/api/report?from=2026-01-01&to=2026-12-31');
  expect(status).toBe(200);
  expect(z.looseObject({ totals: z.looseObject({ complaints: z.object({ now: z.number().nullable(), before: z.number().nullable() }) }) }).parse(body).totals.complaints).toEqual({ now: 0, before: 0 });
  expect((await call('/api/report?from=2026-12-31&to=2026-01-01')).status).toBe(400);
});

test('the API describes itself, and every reference in it leads somewhere', async () => {
  const answer = await fetch(`${server.url}/api/openapi.json`);
  const text = await answer.text();
  const document = z.looseObject({ openapi: z.literal('3.1.0'), paths: z.record(z.string(), z.unknown()), components: z.object({ schemas: z.record(z.string(), z.unknown()) }).loose() }).parse(JSON.parse(text));
  expect(Object.keys(document.paths)).toEqual(['/api/cases', '/api/cases/{reference}', '/api/cases/{reference}/status', '/api/report', '/api/openapi.json']);
  const references = [...text.matchAll(/"#\/components\/schemas\/(\w+)"/g)].flatMap(([, name]) => name ?? []);
  expect(references.filter((name) => !Object.hasOwn(document.components.schemas, name))).toEqual([]);
  expect(document.components.schemas['HandoffCase']).toMatchObject({ type: 'object', properties: { reference: { pattern: expect.any(String) } } });
});
