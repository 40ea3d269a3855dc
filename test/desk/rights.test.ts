import { execFile } from 'node:child_process';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { z } from 'zod';
import { Citizen } from '../conversations/citizen';
import { startServer, type TestServer } from '../conversations/server';
import { allKept, spoilAudit } from '../conversations/store-under-test';
import { DeskClient } from './desk-client';

const ROOT = resolve(__dirname, '../..');
let server: TestServer;
let anne: DeskClient;
beforeEach(async () => {
  server = await startServer('2026-11-25T09:00');
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
});
afterEach(() => server.stop());

const allThatIsKept = (): Promise<string> => allKept(server.environment);

const WORDS = Array.from({ length: 20 }, (_, place) => `plantet${String.fromCharCode(97 + place)}qz`);

/** A case with twenty planted words, in every place where people write. */
async function plant(): Promise<{ reference: string; pin: string }> {
  const word = (place: number): string => WORDS[place] ?? '';
  const citizen = await Citizen.arrive(server.url);
  for (const text of ['Ring mig op', `Min sag om ${word(0)} og ${word(1)} er gået i stå`, `${word(2)} ${word(3)}`, '20 21 89 88', `torsdag ${word(4)}`, 'Ja']) await citizen.say(text);
  const { receipt } = await citizen.say('Send');
  const reference = receipt?.reference ?? '';
  await anne.act(reference, 'message', { text: `Hej ${word(5)} ${word(6)}` });
  await citizen.say(`Hvordan går det med min sag ${reference}?`);
  await citizen.say(receipt?.pin ?? '');
  for (const text of ['Skriv i sagen', `Svaret er ${word(7)} ${word(8)} ${word(9)}`, 'Send']) await citizen.say(text);
  await anne.act(reference, 'note', { text: `${word(10)} ${word(11)}` });
  await anne.act(reference, 'details', { title: word(12), kind: 'complaint', topic: 'waiting', department: word(13), nextDeadline: '' });
  await anne.act(reference, 'journal', { number: word(14) });
  await anne.act(reference, 'status', { to: 'closed', message: `${word(15)} ${word(16)} ${word(17)}`, outcome: 'guided' });
  await anne.act(reference, 'note', { text: word(18) });
  await anne.search(word(2));
  await citizen.say(`Hvad med ${word(19)}?`);
  citizen.leave();
  // Another day, on another phone, she only reads: what the adviser wrote stands in that conversation as well.
  const later = await Citizen.arrive(server.url);
  await later.say(`Hvordan går det med min sag ${reference}?`);
  expect((await later.say(receipt?.pin ?? '')).text).toContain(word(15));
  later.leave();
  return { reference, pin: receipt?.pin ?? '' };
}

const erase = async (references: string, what = 'erase') => {
  const csrf = await anne.csrf();
  const preview = await anne.post('/adviser/person/preview', { csrf, references, what });
  return { preview, done: await anne.post(`/adviser/person/${what}`, { csrf, references }) };
};

test('twenty planted words are kept before an erase, and none after it, on the running server', async () => {
  const { reference } = await plant();
  const before = await allThatIsKept();
  expect(WORDS.filter((word) => !before.includes(word))).toEqual([]);
  const { preview, done } = await erase(reference);
  expect(preview.text).toContain(reference);
  expect(done.status).toBe(303);
  const after = await allThatIsKept();
  expect(WORDS.filter((word) => after.includes(word))).toEqual([]);
  expect((await anne.get(`/adviser/cases/${reference}`)).status).toBe(404);
  expect((await anne.get('/adviser?status=all')).text).not.toContain(reference);
  // A figure is left, by itself.
  expect(after).toMatch(/"receivedBy":"chat".*"because":"person"|because.*person/);
});

test('looking at the preview erases nothing', async () => {
  const { reference } = await plant();
  await anne.post('/adviser/person/preview', { csrf: await anne.csrf(), references: reference, what: 'erase' });
  expect((await anne.get(`/adviser/cases/${reference}`)).status).toBe(200);
});

/** An entry of the log; in a file it is JSON within JSON. */
const SEARCHED = /\\?"action\\?":\\?"search\\?".*?\\?"hashes\\?":\[\\?"([0-9a-f]{32})\\?"\]/;

test('what was searched for is not in the log: only its keyed hash is', async () => {
  await anne.search('hemmeligtnavn');
  const kept = await allThatIsKept();
  expect(kept).toMatch(SEARCHED);
  expect(kept).not.toContain('hemmeligtnavn');
});

test('the hash of a search is under a key of the case found: the same search twice has one hash, and another once the case was erased', async () => {
  const { reference } = await plant();
  const hashes = async (): Promise<string[]> => [...(await allThatIsKept()).matchAll(new RegExp(SEARCHED, 'g'))].flatMap(([, hash]) => hash ?? []);
  await anne.search(WORDS[2] ?? '');
  await anne.search(WORDS[2] ?? '');
  const [first, second] = (await hashes()).slice(-2);
  expect(first).toBe(second);
  await erase(reference);
  await anne.search(WORDS[2] ?? '');
  expect((await hashes()).at(-1)).not.toBe(first);
});

test('the extract holds the data, and when and why they were looked at, but not by whom', async () => {
  const { reference } = await plant();
  await anne.get(`/adviser/cases/${reference}/print`);
  const { done } = await erase(reference, 'extract');
  const extract = z.object({ cases: z.array(z.looseObject({ reference: z.string() })), lookUps: z.array(z.strictObject({ at: z.string(), action: z.string(), purpose: z.string(), reference: z.string() })) }).loose().parse(JSON.parse(done.text));
  expect(extract.cases.map((each) => each.reference)).toEqual([reference]);
  expect(done.text).toContain(WORDS[0]);
  expect(extract.lookUps.map(({ action }) => action)).toEqual(expect.arrayContaining(['read', 'change', 'search', 'print', 'extract']));
});

describe('every doing is on record', () => {
  const actions = async (): Promise<string> => (await anne.get('/adviser/audit')).text;

  test.each<{ what: string; doing: (reference: string) => Promise<unknown>; said: string }>([
    { what: 'reading', doing: (reference) => anne.get(`/adviser/cases/${reference}`), said: 'Læste sagen' },
    { what: 'a search', doing: () => anne.search('x'), said: 'Søgte' },
    { what: 'printing', doing: (reference) => anne.get(`/adviser/cases/${reference}/print`), said: 'Udskrev' },
    { what: 'an export', doing: (reference) => anne.get(`/adviser/cases/${reference}/export`), said: 'Hentede sagen som fil' },
    { what: 'a change', doing: (reference) => anne.act(reference, 'note', { text: 'x' }), said: 'Ændrede sagen' },
    { what: 'a refused login', doing: () => new DeskClient(server.url).post('/adviser/login', { login: 'anne', password: 'x' }), said: 'Afvist login' },
  ])('$what', async ({ doing, said }) => {
    const { headers } = await anne.post('/adviser/enter', { csrf: await anne.csrf(), key: 'k', receivedBy: 'phone', about: 'x' });
    await doing(/BR-2026-\w{6}/.exec(headers.get('location') ?? '')?.[0] ?? '');
    expect(await actions()).toContain(said);
  });

  test('a case that is not there: that it was asked for is on record all the same', async () => {
    await anne.get('/adviser/cases/BR-2026-ZZZZZZ');
    expect(await actions()).toContain('BR-2026-ZZZZZZ');
  });

  test('audit-check finds it whole beside the running server, and broken after one byte was changed', async () => {
    await anne.search('x');
    const check = () => promisify(execFile)(process.execPath, [join(ROOT, 'dist/cli/audit-check.js')], { encoding: 'utf8', env: { PATH: process.env.PATH, ...server.environment } });
    expect(JSON.parse((await check()).stdout)).toMatchObject({ kind: 'whole' });
    await spoilAudit(server.environment);
    await expect(check()).rejects.toMatchObject({ code: 1, stdout: expect.stringMatching(/"kind":"(?:line|row)-damaged"/) });
  });
});

describe('retention', () => {
  const closed = async (fields: Record<string, string> = {}): Promise<string> => {
    const { headers } = await anne.post('/adviser/enter', { csrf: await anne.csrf(), key: String(Math.random()), receivedBy: 'phone', about: 'x', outcome: 'guided', ...fields });
    return /BR-2026-\w{6}/.exec(headers.get('location') ?? '')?.[0] ?? '';
  };
  const later = async (moment: string): Promise<void> => {
    server.setClock(moment);
    anne = await DeskClient.login(server.url, 'anne');
  };

  test('names what will go and why, and takes it when told; a last day still to come keeps a case', async () => {
    const [going, kept, open] = [await closed(), await closed({ nextDeadline: '2032-01-01' }), await closed({ outcome: '' })];
    await later('2031-11-24T12:00');
    expect((await anne.get('/adviser/retention')).text).toContain('gamle nok');
    await later('2031-11-25T12:00');
    const { text } = await anne.get('/adviser/retention');
    expect(text).toMatch(new RegExp(`${going}.*?Slettes`, 's'));
    expect(text).toMatch(new RegExp(`${kept}.*?en frist ikke er gået`, 's'));
    expect(text).not.toContain(open);
    expect((await anne.get(`/adviser/cases/${going}`)).status).toBe(200);
    await anne.post('/adviser/retention', { csrf: await anne.csrf() });
    expect([(await anne.get(`/adviser/cases/${going}`)).status, (await anne.get(`/adviser/cases/${kept}`)).status]).toEqual([404, 200]);
  });
});
