import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { Citizen } from './citizen';
import { startServer, type TestServer } from './server';

let folder: string;
let server: TestServer;
beforeEach(async () => {
  folder = mkdtempSync(join(tmpdir(), 'vejviser-off-'));
  cpSync(resolve(__dirname, '../../content'), folder, { recursive: true });
  server = await startServer('2026-11-24T10:00', { CONTENT_DIR: folder });
});
afterEach(async () => {
  await server.stop();
  rmSync(folder, { recursive: true, force: true });
});

const off = (...ids: string[]) => writeFileSync(join(folder, 'ishoj/topics-off.yaml'), ids.length === 0 ? '[]\n' : ids.map((id) => `- ${id}\n`).join(''));
/** Says it until the answer is of that phrase: a change goes live within two seconds, by itself. */
const saidUntil = async (citizen: Citizen, text: string, phrase: string) => {
  for (;;) {
    const answer = await citizen.say(text);
    if (answer.phrases.includes(phrase)) return answer;
  }
};

test('the whole bot switched off says so at once, names the adviser, hears danger and erases; switched on, a form goes on where it was', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('Ring mig op');
  await citizen.say('Min sag er gået i stå');
  const other = await Citizen.arrive(server.url);
  off('everything');
  await saidUntil(other, 'Hej', 'bot-off');
  other.leave();
  const closed = await citizen.say('Fatma');
  expect(closed.text).toMatch(/lukket lige nu[^]*20 21 89 88[^]*112/);
  expect(closed.phrases).toEqual(['bot-off']);
  expect((await citizen.say('Jeg vil ikke leve mere')).phrases[0]).toBe('crisis');
  const newcomer = await Citizen.arrive(server.url, 'da-DK', 'bot-off');
  expect((await newcomer.say('Hvornår er der telefontid?')).phrases).toEqual(['bot-off']);
  expect((await newcomer.say('slet')).phrases).toEqual(['erase.ask']);
  expect((await newcomer.say('Ja, slet den')).phrases).toContain('erase.done');
  newcomer.leave();
  off();
  let on = await citizen.say('Fortsæt');
  while (on.phrases.includes('bot-off')) on = await citizen.say('Fortsæt');
  expect(on.phrases).toEqual(['ask.callback.name']);
  citizen.leave();
});

test('one topic switched off sends to the adviser; the others answer', async () => {
  const citizen = await Citizen.arrive(server.url);
  off('rights.documents');
  await saidUntil(citizen, 'Jeg vil have aktindsigt i min sag', 'topic-off');
  expect((await citizen.say('Hvornår er der telefontid?')).topic).toBe('hours.phone');
  citizen.leave();
});

test('an operator sees turns, topics, hand-offs and the store; a stranger sees nothing', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('Hvornår er der telefontid?');
  await citizen.say('xyzzy plugh');
  for (const text of ['Ring mig op', 'Min sag er gået i stå', 'Fatma', '20 21 89 88', 'torsdag', 'Ja', 'Send']) await citizen.say(text);
  const answer = await fetch(`${server.url}/metrics`);
  const text = await answer.text();
  expect(answer.headers.get('content-type')).toMatch(/^text\/plain; version=0\.0\.4/);
  for (const line of [/^vejviser_turn_seconds_count \d\d?$/m, /^vejviser_topics_total\{topic="hours\.phone"\} 1$/m, /^vejviser_handoffs_total\{outcome="kept"\} 1$/m, /^vejviser_handoffs_total\{outcome="failed"\} 0$/m, /^vejviser_store_seconds_count\{call="receive"\} 9$/m, /^vejviser_sockets 1$/m, /^vejviser_store_takes_writes 1$/m, /^vejviser_unanswered 0$/m, /^vejviser_unsure_total\{phrase="unknown"\} 1$/m]) expect(text).toMatch(line);
  expect(text).not.toMatch(/Fatma|2021|gået i stå/);
  expect((await fetch(`${server.url}/metrics`, { headers: { 'x-forwarded-for': '192.0.2.1' } })).status).toBe(404);
  citizen.leave();
});
