import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { z } from 'zod';
import { Citizen, type Answer } from './citizen';
import { ENGLISH, FROM_SCHOOL, HEARING, INVITATION, NO_APPEAL, REFUSAL, REQUEST, SENT_ON, SILENT } from './letters';
import { startServer, type TestServer } from './server';

jest.setTimeout(30_000);

let server: TestServer;
beforeAll(async () => {
  server = await startServer('2026-11-25T10:00');
});
afterAll(() => server.stop());
afterEach(() => server.setClock('2026-11-25T10:00'));

/** Says one thing after another; the last answer. */
async function through(citizen: Citizen, ...said: string[]): Promise<Answer> {
  let answer: Answer | undefined;
  for (const each of said) answer = await citizen.say(each);
  if (!answer) throw new Error('Nothing was said.');
  return answer;
}

/** A citizen who says all this, one after another; the last answer. */
async function says(...said: string[]): Promise<Answer> {
  const citizen = await Citizen.arrive(server.url);
  const answer = await through(citizen, ...said);
  citizen.leave();
  return answer;
}

const SUM = ['lørdag den 21. november', 'mandag den 21. december', '26 dage'];

test('a pasted refusal: the day of receipt is asked first, then all is explained, with the last day and the sum', async () => {
  const citizen = await Citizen.arrive(server.url);
  const asked = await citizen.say(REFUSAL);
  expect(asked.phrases).toEqual(['letter.have-read', 'letter.received.ask']);
  expect(asked.topic).toBe('letter.understand');
  const explained = await citizen.say('21. november');
  expect(explained.phrases[0]).toBe('letter.received.noted');
  expect(explained.phrases.at(-1)).toBe('letter.next');
  for (const word of [...SUM, '26/018233', 'Du får nej', '800 meter', '§ 112, stk. 1, i serviceloven', 'retsinformation.dk', 'Ankestyrelsen']) expect(explained.text).toContain(word);
  expect(explained.choices).toEqual(['Skriv en klage', 'Spørg borgerrådgiveren', 'Vis brevet', 'Hvorfor den dag?', 'Ret dagen', 'Svære ord']);
  // Several small messages, none of them a wall.
  for (const { text = '' } of explained.activities) expect(text.length).toBeLessThan(700);
  citizen.leave();
});

test('why that day, after a letter that decides nothing: the sender has set it', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say(HEARING);
  const why = await citizen.say('hvorfor den dag?');
  expect(why.phrases).toEqual(['letter.why-day.stated']);
  citizen.leave();
});

test('asked why the day of receipt matters, it says so and asks again', async () => {
  const citizen = await Citizen.arrive(server.url);
  const why = await through(citizen, REFUSAL, 'hvorfor spørger du om det?');
  expect(why.phrases).toEqual(['letter.received.why', 'letter.received.ask']);
  expect((await citizen.say('21. november')).phrases[0]).toBe('letter.received.noted');
  citizen.leave();
});

test('a complaint begun before the day of receipt is told rests on the letter: to the municipality that sent it, by the earliest day', async () => {
  const road = await says(REFUSAL.replaceAll('Ishøj Kommune', 'Greve Kommune'), 'jeg vil klage', 'Nej, ikke endnu');
  expect(road.phrases).toEqual(expect.arrayContaining(['complaint.road.where', 'complaint.road.last-day']));
  expect(road.text).toContain('Greve Kommune');
  expect(road.text).not.toContain('Ishøj Kommune');
});

test('the last day can be put in a calendar: the file holds the day and nothing of her', async () => {
  const explained = await says(REFUSAL, '21. november');
  const file = explained.activities.flatMap(({ attachments = [] }) => attachments).find(({ contentType }) => contentType === 'text/calendar');
  const response = await fetch(file?.contentUrl ?? '');
  const text = await response.text();
  expect(response.status).toBe(200);
  expect(text).toContain('DTSTART;VALUE=DATE:20261221');
  expect(text).not.toMatch(/018233|Amira|elscooter/);
  expect((await fetch(`${server.url}/api/appeal-day.ics?day=2026-02-30`)).status).toBe(400);
});

describe('the day of receipt', () => {
  test.each([
    { said: 'I går', ids: ['letter.received.noted'], says: 'tirsdag den 24. november' },
    { said: 'lørdag den 21. november', ids: ['letter.received.noted'], says: 'lørdag den 21. november' },
    { said: '21/11', ids: ['letter.received.noted'], says: 'lørdag den 21. november' },
    { said: 'i lørdags', ids: ['letter.received.confirm'], says: 'lørdag den 21. november' },
    { said: 'det kom den 23.', ids: ['letter.received.confirm'], says: 'mandag den 23. november' },
    { said: 'ved ikke', ids: ['letter.kind.decision'], says: 'fredag den 18. december' },
    { said: '3. december 2026', ids: ['letter.received.future', 'letter.received.ask'], says: 'ikke kommet endnu' },
    { said: '3. november', ids: ['letter.received.before-letter', 'letter.received.ask'], says: 'fredag den 20. november' },
    { said: 'det kan jeg vel godt sige', ids: ['letter.received.again', 'letter.received.ask'], says: 'ved ikke' },
  ])('"$said"', async ({ said, ids, says: words }) => {
    const answer = await says(REFUSAL, said);
    expect(answer.phrases.slice(0, ids.length)).toEqual(ids);
    expect(answer.text).toContain(words);
  });

  test('not known: counted from the letter\'s date, which is said to be the safe day', async () => {
    const answer = await says(REFUSAL, 'Ved ikke');
    for (const word of ['Jeg tæller fra brevets dato', 'fredag den 18. december']) expect(answer.text).toContain(word);
  });

  test('read back before it is used, where there was room for doubt', async () => {
    const citizen = await Citizen.arrive(server.url);
    await through(citizen, REFUSAL, 'i lørdags');
    expect((await citizen.say('nej')).phrases).toEqual(['letter.received.ask']);
    expect((await through(citizen, 'i mandags', 'ja')).text).toContain('mandag den 21. december');
    citizen.leave();
  });

  test('not understood twice: nobody is kept, the safe day is taken', async () => {
    expect((await says(REFUSAL, 'det kan jeg vel godt sige', 'æh')).text).toContain('Jeg tæller fra brevets dato');
  });

  test.each(['jeg fik det først den 23.', 'nej vent, det var den 23.', 'Ret dagen'])('corrected later: "%s"', async (said) => {
    const citizen = await Citizen.arrive(server.url);
    await through(citizen, REFUSAL, '21. november');
    const asked = await citizen.say(said);
    // A day said of her own accord that gives her longer is asked about before it is counted from.
    const corrected = await citizen.say(asked.phrases.includes('letter.received.ask') ? '23. november' : 'ja');
    expect(corrected.text).toContain('Du fik det mandag den 23. november');
    expect(corrected.text).toContain('Sidste dag at klage er mandag den 21. december');
    // What has not changed is not told again.
    expect(corrected.text).not.toContain('Du får nej');
    citizen.leave();
  });

  test('a word asked about in the middle is explained, and it is asked again', async () => {
    expect((await says(REFUSAL, 'hvad betyder genvurdering?')).phrases).toEqual(['letter.word', 'letter.received.ask']);
  });

  test('opening hours in the middle are answered, and it is asked again', async () => {
    const citizen = await Citizen.arrive(server.url);
    await citizen.say(REFUSAL);
    expect((await citizen.say('hvornår har I telefontid?')).phrases).toEqual(expect.arrayContaining(['hours.phone.regular', 'letter.received.ask']));
    expect((await citizen.say('21. november')).text).toContain('mandag den 21. december');
    citizen.leave();
  });
});

describe('each kind of letter: what it means, and what to do', () => {
  test.each([
    ['a hearing', HEARING, ['Intet er bestemt endnu', 'senest fredag den 4. december', 'Du kan bede om mere tid']],
    ['a request', REQUEST, ['mangler noget fra dig', 'senest mandag den 7. december', 'lønsedler']],
    ['an invitation', INVITATION, ['kalder dig til et møde', 'tirsdag den 8. december', 'Du må tage en med']],
    ['no appeal', NO_APPEAL, ['ikke kan klage til en anden myndighed', 'Folketingets Ombudsmand inden et år']],
  ])('%s', async (_kind, letter, words) => {
    const answer = await says(letter);
    for (const word of words) expect(answer.text).toContain(word);
    expect(answer.text).not.toContain('Sidste dag at klage');
    expect(answer.phrases.at(-1)).toBe('letter.next');
  });

  test('a decision that is silent: what the law says is said to be the law\'s, and not to wait', async () => {
    const answer = await says(SILENT, '21. november');
    for (const word of ['Loven om hjælpemidler siger som regel', 'Loven giver som regel fire uger', 'mandag den 21. december', 'Klag alligevel hurtigt']) expect(answer.text).toContain(word);
  });

  test('another municipality\'s letter: where to turn', async () => {
    expect((await says(REFUSAL.replaceAll('Ishøj Kommune', 'Greve Kommune'), '21. november')).text).toContain('Det kommer ikke fra Ishøj Kommune');
  });
});

describe('asked afterwards', () => {
  test.each([
    ['hvorfor den dag?', ['letter.day.rests-letter'], 'Læg fire uger til'],
    ['hvornår er det senest?', ['letter.day.rests-letter'], 'mandag den 21. december'],
    ['hvor lang tid har jeg til at klage?', ['letter.day.rests-letter'], '26 dage'],
    ['hvad betyder partshøring?', ['letter.word'], 'Partshøring: Kommunen fortæller'],
    ['vis mig brevet', ['letter.show.how', 'letter.show'], '[FRISTEN: 4 uger]'],
    ['Svære ord', ['letter.word'], 'Hjælpemiddel:'],
    ['Forklar brevet igen', ['letter.kind.decision'], 'Du får nej'],
  ])('"%s"', async (said, ids, words) => {
    const answer = await says(REFUSAL, '21. november', said);
    expect(answer.phrases.slice(0, ids.length)).toEqual(ids);
    expect(answer.text).toContain(words);
  });

  test('what happens if she does not come, or cannot: the letter\'s own words, and what to do', async () => {
    const citizen = await Citizen.arrive(server.url);
    await citizen.say(INVITATION);
    for (const said of ['hvad sker der hvis jeg ikke kommer', 'jeg kan ikke den dag']) {
      const answer = await citizen.say(said);
      expect(answer.phrases.slice(0, 2)).toEqual([expect.stringMatching(/^letter\.if-not(?:\.silent)?$/), 'letter.if-not.attend']);
    }
    citizen.leave();
    expect((await says(HEARING, 'hvad sker der hvis jeg ikke svarer?')).text).toContain('Hører vi ikke fra dig, træffer vi afgørelse');
  });

  test('a word is explained without a letter, too', async () => {
    expect((await says('hvad betyder opsættende virkning?')).phrases).toEqual(['letter.word']);
  });

  test.each([
    ['hvad betyder § 54 i retssikkerhedsloven', 'law.asked.named', 'https://www.retsinformation.dk'],
    ['hvad betyder § 60 i retssikkerhedsloven', 'letter.law.about', '§ 60 i retssikkerhedsloven handler om'],
    ['hvad siger servicelovens § 100?', 'letter.law.about', '§ 100 i serviceloven handler om'],
    ['hvad handler paragraf 112 i serviceloven om', 'letter.law.about', '§ 112 i serviceloven handler om'],
    ['what does section 112 of serviceloven mean?', 'letter.law.about', 'section 112 of the Social Services Act'],
    ['hvad betyder § 3 i kystsikringsloven', 'law.asked.unknown', 'Den regel kender jeg ikke'],
  ])('a section of law is explained without a letter: "%s"', async (said, id, words) => {
    const answer = await says(said);
    expect(answer.phrases).toEqual([id]);
    expect(answer.text).toContain(words);
  });

  test('how to appeal what rests on a section is no question about the section', async () => {
    expect((await says('hvem klager jeg til over et afslag efter servicelovens § 100')).phrases[0]).not.toMatch(/law/);
  });

  test('the text is gone when its time is over, the explanation is not', async () => {
    const short = await startServer('2026-11-25T10:00', { RETENTION_FILES_HOURS: '1' });
    const citizen = await Citizen.arrive(short.url);
    await through(citizen, REFUSAL, '21. november', 'Vis brevet');
    short.setClock('2026-11-25T10:25');
    const token = await citizen.refresh();
    short.setClock('2026-11-25T10:50');
    const longer = await citizen.refresh(token);
    citizen.leave();
    short.setClock('2026-11-25T11:10');
    await short.restart();
    const later = await Citizen.resume(short.url, citizen, longer);
    expect((await later.say('Vis brevet')).phrases).toEqual(['letter.show.gone']);
    // What she pasted is gone from the chat as well (contract § 6); what was said of it stays.
    const { activities } = await later.history();
    expect(activities.filter(({ text = '' }) => text.includes('Klagevejledning'))).toEqual([]);
    expect(activities.filter(({ text = '' }) => text.includes('Du får nej'))).toHaveLength(1);
    expect((await later.say('hvornår er det senest?')).text).toContain('mandag den 21. december');
    later.leave();
    await short.stop();
  });
});

test('a letter sent as a PDF is read, and explained like one that was pasted', async () => {
  server.setClock('2026-12-28T10:00');
  const citizen = await Citizen.arrive(server.url);
  const bytes = new Uint8Array(readFileSync(join(__dirname, '../fixtures/letters/files/b02-tre-sider-hoved-fod.pdf')));
  const asked = await citizen.send([{ name: 'brev.pdf', bytes }]);
  expect(asked.phrases[0]).toBe('letter.have-read');
  const explained = asked.phrases.includes('letter.received.ask') ? await citizen.say('ved ikke') : asked;
  expect(explained.phrases).toEqual(expect.arrayContaining(['letter.kind.decision', 'letter.next']));
  expect((await citizen.say('Vis brevet')).phrases).toContain('letter.show');
  citizen.leave();
}, 30_000);

describe('what is and is not a letter', () => {
  const STORY = `${'Jeg har ringet til kommunen mange gange, og ingen vil hjælpe mig med min sag. '.repeat(40)}`;
  test('a long story is not taken for one: she is asked', async () => {
    const citizen = await Citizen.arrive(server.url);
    expect((await citizen.say(STORY)).phrases).toEqual(['letter.is-it']);
    expect((await citizen.say('nej')).phrases).toEqual(['story.heard']);
    citizen.leave();
  });
  test('she says it is one, and it is read', async () => {
    const citizen = await Citizen.arrive(server.url);
    const bare = `${'Det er en sag om hjælp til at komme rundt. '.repeat(70)}\nSagsnr. 26/018233. Ishøj Kommune siger nej til en kørestol.`;
    expect((await citizen.say(bare)).phrases).toEqual(['letter.is-it']);
    expect((await citizen.say('ja')).phrases[0]).toBe('letter.have-read');
    citizen.leave();
  });
  test('asked for the letter, something short is no letter', async () => {
    const citizen = await Citizen.arrive(server.url);
    expect((await citizen.say('Forstå et brev')).phrases).toEqual(['letter.ask']);
    expect((await citizen.say('det handler om hjælp')).phrases).toEqual(['letter.ask.again']);
    citizen.leave();
  });
  test('a letter that tells of violence is read, not taken for a cry for help alone', async () => {
    const answer = await says(REFUSAL.replace('Vi har lagt vægt på', 'Du har oplyst, at du er udsat for vold af din mand. Vi har lagt vægt på'));
    expect(answer.phrases).toContain('letter.have-read');
  });
});

describe('without a letter: five questions to the same explanation', () => {
  const TOLD = ['Jeg har ikke brevet, kan du forklare en afgørelse?', 'Jeg har det ikke her', 'De siger nej', 'kommunen, hjemmehjælp', '21. november', '4 uger'];
  test('marked as resting on what she told', async () => {
    const answer = await says('Forstå et brev', ...TOLD.slice(1), 'Klage');
    for (const word of ['bygger på det, du har fortalt', 'Du får nej', 'Loven om hjælp i hjemmet', 'Du har fortalt, at du har fire uger', 'mandag den 21. december', 'inden 14 dage']) expect(answer.text).toContain(word);
  });
  test('the law\'s time where none was stated; no day where the law is not known', async () => {
    expect((await says('Forstå et brev', ...TOLD.slice(1, 5), 'nej', 'Bare forstå det')).text).toContain('Loven giver som regel fire uger');
    const unknown = await says('Forstå et brev', 'Jeg har det ikke her', 'De siger nej', 'noget med et fyr', '21. november', 'nej', 'Bare forstå det');
    expect(unknown.text).not.toContain('Sidste dag at klage');
    expect(unknown.text).toContain('Klag snart');
  });
  test('the day is read back; one that lies ahead is not taken', async () => {
    const citizen = await Citizen.arrive(server.url);
    await through(citizen, 'Forstå et brev', ...TOLD.slice(1, 4));
    expect((await citizen.say('3. december 2026')).phrases).toEqual(['again.day']);
    expect((await citizen.say('i lørdags')).text).toContain('Jeg regner med, at du fik det lørdag den 21. november');
    citizen.leave();
  });
  test('back, a word not understood, and out again', async () => {
    const citizen = await Citizen.arrive(server.url);
    await through(citizen, 'Forstå et brev', 'Jeg har det ikke her', 'De siger nej');
    expect((await citizen.say('tilbage')).phrases).toEqual(['ask.told.decided']);
    expect((await citizen.say('hmm')).phrases).toEqual(['again.decided']);
    expect((await citizen.say('stop')).phrases).toEqual(['cancelled']);
    citizen.leave();
  });
});

test('an English citizen: an English letter, in English', async () => {
  const citizen = await Citizen.arrive(server.url, 'en-GB');
  const read = await citizen.say(ENGLISH);
  // What the reader is not sure of is asked first.
  if (read.phrases.includes('letter.doubt.outcome')) await citizen.say('no');
  const explained = await citizen.say('21 November');
  for (const word of ['It is a decision from Ishøj Kommune', 'You get a no', 'Social Services Act (serviceloven)', 'The last day to appeal is Monday 21 December', '26 days']) expect(explained.text).toContain(word);
  expect((await citizen.say('why that day?')).text).toContain('four weeks');
  citizen.leave();
});

describe('handed over', () => {
  const Case = z.looseObject({ subject: z.string(), wants: z.array(z.string()), letter: z.looseObject({ kind: z.string(), caseNumber: z.string().nullable(), appeal: z.looseObject({ deadline: z.string().nullable() }) }).nullable(), letterText: z.string().nullable(), nextDeadline: z.string().nullable(), consent: z.looseObject({ scope: z.array(z.string()) }), transcript: z.array(z.object({ from: z.string(), text: z.string() })) });
  async function sent(keep: string): Promise<z.infer<typeof Case>> {
    const answer = await says(REFUSAL, '21. november', 'Spørg borgerrådgiveren', 'Jeg forstår ikke hvorfor', keep, 'På telefonen', '20 21 89 88', 'Amira Testesen', 'ja', 'Send');
    expect(answer.phrases[0]).toBe('handoff.sent');
    return Case.parse(answer.activities.find(({ name }) => name === 'handoff.initiate')?.value);
  }
  test('with her yes: reading, last day and the letter itself', async () => {
    const handoff = await sent('ja');
    expect(handoff).toMatchObject({ subject: 'letter', wants: ['understand'], nextDeadline: '2026-12-21', letterRestsOn: 'letter', consent: { scope: ['keep-letter'] } });
    expect(handoff.letter).toMatchObject({ kind: 'decision', caseNumber: '26/018233', appeal: { deadline: '2026-12-21' } });
    expect(handoff.letterText).toContain('elscooter');
  });
  test('without: the reading and the last day, and nowhere the letter\'s text, not in the transcript either', async () => {
    const handoff = await sent('nej');
    expect(handoff).toMatchObject({ nextDeadline: '2026-12-21', letterText: null, consent: { scope: [] } });
    expect(handoff.transcript.filter(({ from, text }) => from === 'citizen' && text.includes('Klagevejledning'))).toEqual([]);
  });
  test('a call about it has the reading, and no text', async () => {
    const answer = await says(REFUSAL, '21. november', 'Ring mig op', 'Om brevet', 'Amira', '20 21 89 88', 'torsdag', 'ja', 'Send');
    expect(answer.activities.find(({ name }) => name === 'handoff.initiate')?.value).toMatchObject({ subject: 'callback', nextDeadline: '2026-12-21', letterText: null, letter: { kind: 'decision' } });
  });
});

test('what a letter tells of is no danger now; what she adds to it is', async () => {
  const told = `${REFUSAL}\n\nVi har lagt vægt på, at din eksmand slog dig, og at du i 2019 forsøgte selvmord.`;
  expect((await says(told)).phrases).not.toContain('crisis.suspected');
  const added = await says(`${REFUSAL}\n\njeg orker ikke at leve mere, jeg tager mine piller i aften`);
  expect(added.phrases).toContain('letter.received.ask');
  expect(added.phrases).toContain('crisis.suspected');
});

test('a letter in the first person, between the names of a school, is read as one', async () => {
  const answer = await says(FROM_SCHOOL, 'nej');
  expect(answer.text).toContain('Du får nej');
  expect(answer.phrases).toContain('letter.route.none');
  expect(answer.text).not.toContain('Klag i tide');
});

test('a reassessment that is sent on by itself says so, and asks for no second complaint', async () => {
  const answer = await says(SENT_ON);
  expect(answer.phrases).toContain('letter.route.goes-on');
  expect(answer.text).not.toContain('Klag i tide');
});

test('"ja" to whom nothing was understood of chooses nothing', async () => {
  const answer = await says('regnbuefarvede gulerødder danser', 'ja');
  expect(answer.phrases.join()).not.toMatch(/hours|contact|callback/);
});
