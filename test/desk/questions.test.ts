import { Story } from '../../src/domain/conversations/story';
import { Citizen } from '../conversations/citizen';
import { startServer, type TestServer } from '../conversations/server';
import { DeskClient, hidden } from './desk-client';

let server: TestServer;
let anne: DeskClient;
beforeEach(async () => {
  server = await startServer('2026-11-25T09:00');
  anne = await DeskClient.first(server.url, server.firstAccountUrl ?? '');
});
afterEach(() => server.stop());

const asks = async (...said: readonly string[]): Promise<Citizen> => {
  const citizen = await Citizen.arrive(server.url);
  for (const each of said) await citizen.say(each);
  citizen.leave();
  return citizen;
};
const list = async (): Promise<string> => (await anne.get('/adviser/questions')).text;

test('what it does not know is listed by how often, with numbers, addresses and names left out', async () => {
  await asks('regnbuefarvede gulerødder danser med Ole Madsen på 43 57 75 75');
  await asks('Regnbuefarvede gulerødder danser med Ole Madsen på 43 57 75 75!');
  await asks('grønne dingenoter til ole@example.dk');
  const text = await list();
  expect(text).toContain('gulerødder danser med ▒ på ▒');
  expect(text).toMatch(/danser med ▒ på ▒!?<\/th><td[^>]*>2<\/td>/);
  expect(text.indexOf('gulerødder')).toBeLessThan(text.indexOf('dingenoter'));
  for (const secret of ['Ole', 'Madsen', '43 57', 'ole@example.dk']) expect(text).not.toContain(secret);
});

test('what is answered, what is said within a form, and danger are not listed', async () => {
  await asks('hvornår har I åbent?', 'Ring mig op', 'regnbuefarvede gulerødder', 'Jeg vil ikke leve mere');
  expect(await list()).toContain('Der er ingen spørgsmål lige nu.');
});

test('it goes at "Slet" at once, and with the time of the chat; the editor can be done with it before', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('regnbuefarvede gulerødder danser');
  expect(await list()).toContain('gulerødder');
  await citizen.say('Slet samtalen');
  await citizen.say('Ja, slet den');
  citizen.leave();
  expect(await list()).not.toContain('gulerødder');

  await asks('blå dingenoter flyver');
  const text = await list();
  await anne.post('/adviser/questions/remove', { csrf: hidden(text, 'csrf'), id: hidden(text, 'id') });
  expect(await list()).not.toContain('dingenoter');

  await asks('gule dingenoter flyver');
  server.setClock('2026-12-20T09:00');
  await server.restart();
  anne = await DeskClient.login(server.url, 'anne');
  expect(await list()).not.toContain('dingenoter');
});

test('one click makes a conversation a story that can be played again, with the citizen left out', async () => {
  const citizen = await Citizen.arrive(server.url);
  for (const text of ['Ring mig op', 'Min hjemmehjælp er taget fra mig', 'Fatma Yıldız', '20 21 89 88', 'torsdag formiddag', 'Ja']) await citizen.say(text);
  const { receipt } = await citizen.say('Send');
  citizen.leave();
  const file = await anne.get(`/adviser/cases/${receipt?.reference}/story`);
  for (const secret of ['Fatma', 'Yıldız', '20 21 89 88', 'hjemmehjælp', receipt?.reference ?? '?', receipt?.pin ?? '?']) expect(file.text).not.toContain(secret);
  const story = Story.parse(JSON.parse(file.text));
  expect(story.turns[0]).toEqual({ said: 'Ring mig op', answered: ['callback.start', 'notice.short', 'ask.callback.about'] });
  const again = await Citizen.arrive(server.url);
  for (const { said, answered } of story.turns) expect((await again.say(said)).phrases).toEqual(answered);
  again.leave();
});
