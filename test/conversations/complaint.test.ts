import { Citizen, type Answer } from './citizen';
import { startServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('2026-11-25T10:00');
});
afterAll(() => server.stop());

async function through(citizen: Citizen, ...said: string[]): Promise<Answer> {
  let answer: Answer | undefined;
  for (const each of said) answer = await citizen.say(each);
  if (!answer) throw new Error('Nothing was said.');
  return answer;
}

const CONDUCT = ['jeg vil klage', 'En ansats opførsel', 'jobcentret', 'Nej, ikke endnu', 'Hun råbte ad mig i mandags. Jeg gik derfra.', 'en sagsbehandler', 'Jeg tør ikke gå derhen igen.', 'En undskyldning.'];
const TO_THE_ADVISER = ['Ja', 'Fatma Yıldız', '20 21 89 88', 'ja', 'ja', 'nej'];

test('over conduct: the department first, a draft of her own words, sent with two of three yeses, carried on when the department has answered', async () => {
  const citizen = await Citizen.arrive(server.url);
  const asked = await through(citizen, ...CONDUCT.slice(0, 4));
  expect(asked.phrases).toEqual(['complaint.road.department-first', 'ask.complaint.whatHappened']);
  const draft = await through(citizen, ...CONDUCT.slice(4));
  expect(draft.phrases).toEqual(['complaint.draft', 'complaint.draft.not-sent', 'ask.complaint.handover']);
  for (const words of ['Klage over en medarbejders opførsel', 'Til: Ishøj Kommune, jobcentret', 'mandag den 23. november 2026', 'Hun råbte ad mig i mandags. Jeg gik derfra.', 'Jeg tør ikke gå derhen igen.', 'Jeg har ikke klaget til afdelingen før.', 'En undskyldning.']) expect(draft.text).toContain(words);
  const review = await through(citizen, ...TO_THE_ADVISER);
  expect(review.phrases).toContain('form.review');
  const sent = await citizen.say('Send');
  const handoff = sent.activities.find(({ name }) => name === 'handoff.initiate')?.value;
  expect(handoff).toMatchObject({
    subject: 'complaint', wants: ['complain'], status: 'new', round: 'first', nextDeadline: null,
    complaint: { about: 'staff-conduct', department: 'jobcentret', firstInstance: true, whatHappened: 'Hun råbte ad mig i mandags. Jeg gik derfra.', wish: 'En undskyldning.', draft: expect.stringContaining('Klage over en medarbejders opførsel') },
    consent: { scope: ['contact-department'] },
  });
  const { reference, pin } = sent.receipt ?? { reference: '', pin: '' };
  citizen.leave();

  const back = await Citizen.arrive(server.url);
  const status = await through(back, `hvordan går det med ${reference}`, pin);
  expect(status.choices).toContain('Jeg har fået svar fra afdelingen');
  const carried = await through(back, 'Jeg har fået svar fra afdelingen', 'i går', 'De siger, at hun var venlig.', 'Det passer ikke.', 'Send');
  expect(carried.phrases).toEqual(['second.sent']);
  back.leave();
});

test('over a decision, for a mother: where and by when from the law, on her behalf, the last day in the case', async () => {
  const citizen = await Citizen.arrive(server.url);
  const road = await through(citizen, 'jeg vil klage', 'En afgørelse', 'de har skåret ned på min mors rengøring', 'den 11. november', 'Nej, ikke endnu');
  for (const words of ['hjælp i hjemmet', 'Ankestyrelsen afgør klagen', 'sende den til Ishøj Kommune', 'onsdag den 9. december', 'Afgørelsen gælder, også mens du klager']) expect(road.text).toContain(words);
  await citizen.say('visitationen');
  const draft = await through(citizen, 'Min mor er faldet tre gange.', 'spring over', 'Hun skal have hjælpen tilbage.', 'Min mors eller fars', 'Aase Jensen', 'Intet papir endnu');
  expect(draft.text).toContain('Jeg klager på vegne af Aase Jensen.');
  const sent = await through(citizen, ...TO_THE_ADVISER, 'Send');
  expect(sent.activities.find(({ name }) => name === 'handoff.initiate')?.value).toMatchObject({ onBehalfOf: { name: 'Aase Jensen', authority: 'none' }, nextDeadline: '2026-12-09', complaint: { about: 'decision', firstInstance: true } });
  citizen.leave();
});

/** What ends, or turns, the road of a complaint over a decision. */
test.each([
  { said: ['parkeringsbøde'], phrase: 'complaint.instead.park', holds: ['kan ikke ændres af en anden myndighed', 'kommunens parkering'] },
  { said: ['tilskud til kørsel'], phrase: 'complaint.instead.sel-no-117', holds: ['kan ikke ændres af en anden myndighed', 'Ombudsmand'] },
  { said: ['plads i vuggestue'], phrase: 'complaint.road.no-appeal', holds: ['kan ikke ændres af en anden myndighed', 'Ombudsmand'] },
  { said: ['sygedagpenge', 'for 6 uger siden', 'Nej, ikke endnu'], phrase: 'complaint.road.late', holds: ['onsdag den 11. november', 'Klag alligevel nu'] },
  { said: ['sygedagpenge', 'den 28. oktober', 'Nej, ikke endnu', 'jobcentret'], phrase: 'ask.complaint.preliminary', holds: ['foreløbig klage'] },
  { said: ['botilbud', 'i går', 'Nej, ikke endnu', 'handicap'], phrase: 'ask.complaint.wait', holds: ['venter, til klagen er afgjort'] },
  { said: ['STU', 'i går', 'Nej, ikke endnu'], phrase: 'complaint.road.no-day', holds: ['Sidste dag kan jeg ikke regne ud'] },
  { said: ['en gammel båd', 'spring over', 'Nej, ikke endnu'], phrase: 'complaint.road.see-letter', holds: ['Jeg gætter ikke'] },
])('a decision about $said.0: $phrase', async ({ said, phrase, holds }) => {
  const citizen = await Citizen.arrive(server.url);
  const answer = await through(citizen, 'jeg vil klage', 'En afgørelse', ...said);
  expect(answer.phrases).toContain(phrase);
  for (const words of holds) expect(answer.text).toContain(words);
  citizen.leave();
});

test('kept to herself: the file, how to send it, and that it is not sent; no case', async () => {
  const citizen = await Citizen.arrive(server.url);
  const closed = await through(citizen, ...CONDUCT, 'Nej');
  expect(closed.phrases).toEqual(['complaint.file', 'complaint.send-yourself', 'complaint.check-list']);
  expect(closed.activities.some(({ name }) => name === 'handoff.initiate')).toBe(false);
  citizen.leave();
});

test('a question in the middle, a line of the draft written anew, one answer changed: nothing else is lost', async () => {
  const citizen = await Citizen.arrive(server.url);
  const asked = await through(citizen, ...CONDUCT.slice(0, 5), 'hvornår har I åbent?');
  expect(asked.phrases.at(-1)).toBe('ask.complaint.who');
  await through(citizen, ...CONDUCT.slice(5));
  const edited = await through(citizen, 'Ret i udkastet', '3', 'Hun råbte ad mig foran alle.');
  expect(edited.text).toContain('Hun råbte ad mig foran alle.');
  expect(edited.text).not.toContain('Jeg gik derfra');
  const review = await through(citizen, ...TO_THE_ADVISER, 'Ret', 'Dit ønske', 'En ny sagsbehandler.');
  for (const words of ['En ny sagsbehandler.', 'Fatma Yıldız', 'jobcentret', 'Jeg tør ikke gå derhen igen.']) expect(review.text).toContain(words);
  const sent = await citizen.say('Send');
  expect(sent.activities.find(({ name }) => name === 'handoff.initiate')?.value).toMatchObject({ complaint: { draft: expect.stringContaining('Hun råbte ad mig foran alle.'), wish: 'En ny sagsbehandler.' } });
  citizen.leave();
});

test('in Turkish: the complaint is Danish, her words stand as a quotation of hers', async () => {
  const citizen = await Citizen.arrive(server.url);
  const draft = await through(citizen, ...CONDUCT.slice(0, 4), 'Bana bağırdı ve çok üzüldüm, kimse yardım etmedi', 'spring over', 'en sagsbehandler', 'spring over', 'Et svar, tak.');
  expect(draft.text).toContain('Med mine egne ord, skrevet på tyrkisk: "Bana bağırdı ve çok üzüldüm, kimse yardım etmedi"');
  citizen.leave();
});
