import { Citizen } from './citizen';
import { startServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('2026-11-24T10:00');
});
afterAll(() => server.stop());

interface Row {
  readonly said: string;
  readonly topic: string;
  /** Words that must stand in the answer. */
  readonly holds: readonly string[];
  /** Words that must not. */
  readonly lacks?: readonly string[];
  readonly locale?: string;
}

/** What people ask first, and what they must hear: each row names the facts (content-facts) that it rests on. */
const ROWS: readonly Row[] = [
  { said: 'Hvad kan borgerrådgiveren hjælpe med?', topic: 'adviser.can', holds: ['dialog', 'brev', 'klage'] }, // S3–S8
  { said: 'Hvad kan borgerrådgiveren ikke?', topic: 'adviser.cannot', holds: ['ikke træffe afgørelser', 'frist', 'nå frem'] }, // S15, S16, C4, C6
  { said: 'Kan borgerrådgiveren ændre min afgørelse?', topic: 'adviser.cannot', holds: ['heller ikke lave om'] }, // S16
  { said: 'Behandler I klager, som skal til Ankestyrelsen?', topic: 'complaint.decision', holds: ['Ankestyrelsen', 'kan ikke ændre afgørelsen'], lacks: ['ja,'] }, // S14 by C1
  { said: 'Hvad sker der, når jeg har klaget?', topic: 'adviser.process', holds: ['afdelingen'] }, // S18
  { said: 'Hvad er jeres adresse?', topic: 'contact', holds: ['Ishøj Store Torv 20', '2635 Ishøj'] }, // S31
  { said: 'Hvad gør I med mine data?', topic: 'privacy', holds: ['elektronisk'], lacks: ['persondataloven'] }, // S28–S30, C2
  { said: 'Hvor finder jeg PPR?', topic: 'find.department', holds: ['PPR', '43 57 75 75'] },
  { said: 'Hvem i kommunen har med hjemmehjælp at gøre?', topic: 'find.department', holds: ['Visitation'], lacks: ['Ældre Sagen'] },
  { said: 'Jeg skal betale restskat', topic: 'outside', holds: ['Skattestyrelsen'] }, // C14
  { said: 'Min boligstøtte er stoppet', topic: 'outside', holds: ['Udbetaling Danmark'] }, // C14
  { said: 'Jeg vil ikke leve mere', topic: 'crisis', holds: ['112', '70 201 201'] },
  { said: 'Er du et menneske?', topic: 'small-talk', holds: ['computerprogram'] }, // C15
  { said: '😀', topic: 'unknown', holds: [] },
  { said: '<img src=x onerror=alert(1)> **fed** [link](javascript:alert(1))', topic: 'unknown', holds: [], lacks: ['<img', 'javascript'] },
  { said: 'שלום', topic: 'unknown', holds: [] },
  { said: 'What can the adviser do?', topic: 'adviser.can', holds: ['dialogue', 'letter'], locale: 'en-GB' },
  { said: 'I want to speak to a person', topic: 'human', holds: ['20 21 89 88'], locale: 'en-GB' },
];

test.each(ROWS)('$said', async ({ said, topic, holds, lacks = [], locale }) => {
  const citizen = await Citizen.arrive(server.url, locale);
  const answer = await citizen.say(said);
  expect(answer.topic).toBe(topic);
  for (const word of holds) expect(answer.text).toContain(word);
  for (const word of lacks) expect(answer.text.toLowerCase()).not.toContain(word.toLowerCase());
  citizen.leave();
});

test('the two instances are told step by step, with the three weeks that are the department’s', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('Hvad sker der, når jeg har klaget?');
  const first = await citizen.say('Trin 1: afdelingen svarer');
  expect(first.topic).toBe('adviser.process');
  const second = await citizen.say('Trin 2: borgerrådgiveren ser på det');
  for (const word of ['tre uger', 'svare skriftligt', 'centerchef']) expect(second.text).toContain(word);
  citizen.leave();
});

test('a CPR number in any writing is masked before anything is kept, and she is told kindly', async () => {
  const citizen = await Citizen.arrive(server.url);
  for (const written of ['010190-1234', '010190 1234', '0101901234', 'cpr: 010190 - 1234']) {
    const answer = await citizen.say(`Mit nummer er ${written}`);
    expect(answer.phrases).toContain('masked');
  }
  expect(JSON.stringify((await citizen.history()).activities)).not.toMatch(/010190[\s-]*1234/);
  citizen.leave();
});

test('a matter of two tabs: each hears all, and what was sent twice under one id is kept once', async () => {
  const citizen = await Citizen.arrive(server.url);
  const twice = JSON.stringify({ type: 'message', text: 'Hvad er jeres adresse?', from: { id: 'me' }, channelData: { clientActivityID: 'the-same' } });
  const ids = [await citizen.raw(twice), await citizen.raw(twice)].map(({ body }) => body);
  expect(ids[0]).toEqual(ids[1]);
  await citizen.say('tak');
  expect((await citizen.history()).activities.filter(({ text }) => text === 'Hvad er jeres adresse?')).toHaveLength(1);
  citizen.leave();
});
