import { Citizen, type Answer } from './citizen';
import { startServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** Says one thing after another; the last answer. */
async function through(citizen: Citizen, ...said: string[]): Promise<Answer> {
  let answer: Answer | undefined;
  for (const each of said) answer = await citizen.say(each);
  if (!answer) throw new Error('Nothing was said.');
  return answer;
}

const CALLBACK = ['Ring mig op', 'Min hjemmehjælp er taget fra mig, og jeg forstår det ikke', 'Fatma Yıldız', '20 21 89 88', 'torsdag formiddag'];

test('called back: asked one thing at a time, reviewed, sent, with reference and PIN', async () => {
  const citizen = await Citizen.arrive(server.url);
  const first = await citizen.say('Ring mig op');
  expect(first.phrases).toEqual(['callback.start', 'notice.short', 'ask.callback.about']);
  expect(first.topic).toBe('callback');
  const review = await through(citizen, ...CALLBACK.slice(1), 'ja');
  expect(review.phrases).toContain('form.review');
  for (const word of ['Fatma Yıldız', '20 21 89 88', 'torsdag formiddag', 'hjemmehjælp']) expect(review.text).toContain(word);
  const sent = await citizen.say('Send');
  expect(sent.phrases[0]).toBe('handoff.sent');
  expect(sent.receipt?.reference).toMatch(/^BR-2026-[2-9A-HJKMNP-Z]{6}$/);
  expect(sent.receipt?.pin).toMatch(/^\d{6}$/);
  expect(sent.text).toContain(sent.receipt?.reference);
  expect(sent.activities.find(({ name }) => name === 'handoff.initiate')?.value).toMatchObject({
    reference: sent.receipt?.reference,
    subject: 'callback',
    status: 'new',
    contact: { name: 'Fatma Yıldız', phone: '+4520218988', mayLeaveMessage: true },
    wants: ['callback'],
  });
  citizen.leave();
});

test('opening hours in the middle are answered, and the form goes on where it was', async () => {
  const citizen = await Citizen.arrive(server.url);
  await through(citizen, ...CALLBACK.slice(0, 3));
  const asked = await citizen.say('hvornår har I åbent?');
  expect(asked.phrases).toEqual(expect.arrayContaining(['hours.phone.regular', 'ask.callback.phone']));
  const next = await citizen.say('20218988');
  expect(next.phrases).toEqual(['ask.callback.when']);
  citizen.leave();
});

test('back, and one answer changed in the review, keep all the others', async () => {
  const citizen = await Citizen.arrive(server.url);
  await through(citizen, ...CALLBACK.slice(0, 4));
  expect((await citizen.say('tilbage')).phrases).toEqual(['ask.callback.phone']);
  const review = await through(citizen, '+46 70 123 45 67', 'om aftenen', 'nej');
  expect(review.text).toContain('+46 70 123 45 67');
  const change = await citizen.say('Ret');
  expect(change.phrases).toEqual(['form.change-ask']);
  const again = await through(citizen, change.choices.find((label) => /navn/i.test(label)) ?? '', 'Ali Demir');
  expect(again.phrases).toContain('form.review');
  for (const word of ['Ali Demir', '+46 70 123 45 67', 'om aftenen', 'hjemmehjælp']) expect(again.text).toContain(word);
  citizen.leave();
});

test('an unusual number is read back, not refused', async () => {
  const citizen = await Citizen.arrive(server.url);
  const check = await through(citizen, ...CALLBACK.slice(0, 3), '12345678');
  expect(check.phrases).toEqual(['form.phone-check']);
  expect((await citizen.say('ja')).phrases).toEqual(['ask.callback.when']);
  citizen.leave();
});

test('stop asks first, and drops nothing until she says so', async () => {
  const citizen = await Citizen.arrive(server.url);
  await through(citizen, ...CALLBACK.slice(0, 3));
  expect((await citizen.say('stop')).phrases).toEqual(['form.abandoned-ask']);
  expect((await citizen.say('nej')).phrases).toEqual(['ask.callback.phone']);
  await citizen.say('stop');
  expect((await citizen.say('stop')).phrases).toEqual(['form.abandoned']);
  citizen.leave();
});

test('danger inside a form comes first; the form waits and is taken up again', async () => {
  const citizen = await Citizen.arrive(server.url);
  await through(citizen, ...CALLBACK.slice(0, 2));
  const danger = await citizen.say('jeg vil ikke leve mere');
  expect(danger.topic).toBe('crisis');
  expect(danger.text).toContain('112');
  const back = await citizen.say('Fortsæt');
  expect(back.phrases).toEqual(['ask.callback.name']);
  citizen.leave();
});

test('the status is told to whoever has reference and PIN, and to nobody else', async () => {
  const citizen = await Citizen.arrive(server.url);
  const sent = await through(citizen, ...CALLBACK, 'ja', 'Send');
  const { reference, pin } = sent.receipt ?? { reference: '', pin: '' };
  const other = await Citizen.arrive(server.url);
  const wrongPin = pin === '000000' ? '111111' : '000000';
  expect((await through(other, `hvordan går det med min sag ${reference}`, wrongPin)).phrases).toEqual(['case.status.wrong']);
  expect((await through(other, 'hvordan går det med min sag', 'BR-2026-AAAAAA', '123456')).phrases).toEqual(['case.status.wrong']);
  const told = await through(other, 'hvordan går det med min sag', reference.toLowerCase().replaceAll('-', ' '), pin);
  expect(told.phrases).toEqual(['case.status.new', 'case.status.carry-on']);
  expect(told.topic).toBe('case.status');
  other.leave();
  citizen.leave();
});

test('a wrong PIN may be tried again; what is written when the case is open is kept for it', async () => {
  const citizen = await Citizen.arrive(server.url);
  const { reference, pin } = (await through(citizen, ...CALLBACK, 'ja', 'ok send den')).receipt ?? { reference: '', pin: '' };
  const other = await Citizen.arrive(server.url);
  expect((await through(other, `status på ${reference}`, pin === '000000' ? '111111' : '000000')).phrases).toEqual(['case.status.wrong']);
  expect((await other.say(pin)).phrases).toEqual(['case.status.new', 'case.status.carry-on']);
  expect((await other.say('er der nyt?')).phrases).toEqual(['case.status.new', 'case.status.carry-on']);
  const review = await other.say('jeg vil gerne tilføje at det også skete den 25. november');
  expect(review.text).toContain('også skete den 25. november');
  expect((await other.say('nej det er ikke rigtigt')).phrases).toEqual(['form.change-ask']);
  other.leave();
  const third = await Citizen.arrive(server.url);
  expect((await third.say(`status på ${reference} pinkode ${pin}`)).phrases).toEqual(['case.status.new', 'case.status.carry-on']);
  third.leave();
  citizen.leave();
});

test('after the hand-over she is told what has become of it; its number is known, and its PIN is asked for once', async () => {
  const citizen = await Citizen.arrive(server.url);
  const { pin } = (await through(citizen, ...CALLBACK, 'ja', 'Send')).receipt ?? { pin: '' };
  expect((await citizen.say('hvornår bliver jeg ringet op?')).phrases).toEqual(['handed.kept', 'handoff.next.callback', 'handoff.reach']);
  expect((await citizen.say('hvad var min pinkode?')).phrases).toEqual(['case.status.lost-pin']);
  expect((await citizen.say('I behøver ikke ringe til mig alligevel')).phrases[0]).toBe('case.status.to-write-pin');
  const wish = await citizen.say(pin);
  expect(wish.phrases).toContain('form.review');
  expect(wish.text).toContain('behøver ikke ringe');
  expect((await citizen.say('send')).phrases).toEqual(['reply.sent']);
  expect((await citizen.say('Hvordan går min sag?')).phrases).toEqual(['case.status.new', 'case.status.carry-on']);
  citizen.leave();
});

test('what the wish for a call tells is not asked again; a time at which nobody can call is said to be one', async () => {
  const citizen = await Citizen.arrive(server.url);
  const asked = await citizen.say('jeg vil gerne ringes op juleaften kl. 10 på 22334455, mit navn er Lis og det handler om min mors hjemmehjælp');
  expect(asked.phrases).toEqual(['callback.start', 'notice.short', 'ask.callback.when']);
  expect((await citizen.say('juleaften kl. 10')).phrases).toEqual(['callback.closed-then', 'ask.callback.mayLeaveMessage']);
  const review = await citizen.say('nej');
  for (const word of ['22 33 44 55', 'Lis', 'min mors hjemmehjælp', 'juleaften kl. 10']) expect(review.text).toContain(word);
  citizen.leave();
});

test.each([
  ['jeg vil gerne sende et spørgsmål til borgerrådgiveren', 'question.start'],
  ['jeg vil gerne slette min sag', 'erase.sent-case'],
  ['jeg skal ikke ringes op alligevel', 'case.status.to-write'],
  ['hvad var min pinkode?', 'case.status.lost-pin'],
])('%j is answered by %s', async (said, phrase) => {
  const citizen = await Citizen.arrive(server.url);
  expect((await citizen.say(said)).phrases[0]).toBe(phrase);
  citizen.leave();
});

test('five wrong PINs lock the reference, the right one included', async () => {
  const citizen = await Citizen.arrive(server.url);
  const { reference, pin } = (await through(citizen, ...CALLBACK, 'ja', 'Send')).receipt ?? { reference: '', pin: '' };
  for (let tries = 0; tries < 5; tries++) await through(citizen, `status på min sag ${reference}`, pin === '000000' ? '111111' : '000000');
  expect((await through(citizen, `status på min sag ${reference}`, pin)).phrases).toEqual(['case.status.locked']);
  citizen.leave();
});

test('"slet" in the middle of a form asks first; kept, the form goes on where it was', async () => {
  const citizen = await Citizen.arrive(server.url);
  await through(citizen, ...CALLBACK.slice(0, 3));
  expect((await citizen.say('slet')).phrases).toEqual(['erase.ask']);
  expect((await citizen.say('Fortryd')).phrases).toEqual(['erase.cancelled', 'ask.callback.phone']);
  citizen.leave();
});

test('a question of ours holds nobody: asked for the number of a case, she may speak of something else', async () => {
  const citizen = await Citizen.arrive(server.url);
  expect((await citizen.say('hvordan går det med min sag')).phrases).toEqual(['case.status']);
  expect((await citizen.say('hvad kan borgerrådgiveren ikke?')).phrases).toEqual(['adviser.cannot', 'adviser.cannot.appeal']);
  await citizen.say('hvordan går det med min sag');
  expect((await citizen.say('stop')).phrases).toEqual(['cancelled']);
  citizen.leave();
});

test('a choice can be named by its number or its beginning', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('hvordan behandler I en klage?');
  expect((await citizen.say('trin 2')).phrases[0]).toBe('adviser.process.second');
  await citizen.say('Tal med et menneske');
  expect((await citizen.say('1')).phrases[0]).toBe('callback.start');
  citizen.leave();
});

test('a CPR number is hidden in what is kept, she is told, and it is no answer', async () => {
  const citizen = await Citizen.arrive(server.url);
  await through(citizen, ...CALLBACK.slice(0, 4));
  const told = await citizen.say('010190-1234');
  expect(told.phrases).toEqual(['masked', 'again.when']);
  expect(JSON.stringify(told.activities)).not.toContain('1234');
  citizen.leave();
});
