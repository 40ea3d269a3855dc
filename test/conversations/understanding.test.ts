import { join, resolve } from 'node:path';
import { loadTopicModel } from '../../src/content/load-topic-model';
import { readPhraseFile } from '../../src/content/topic-phrases';
import { createRecognizer } from '../../src/domain/topics/recognize-topic';
import { Citizen } from './citizen';
import { startServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer();
});
afterAll(() => server.stop());

/** A citizen who comes and says one thing after another; what is answered to each. */
async function talk(said: readonly string[], locale?: string) {
  const citizen = await Citizen.arrive(server.url, locale);
  const answers = [];
  for (const each of said) answers.push(await citizen.say(each));
  citizen.leave();
  return answers;
}

const locales = ({ activities }: Awaited<ReturnType<typeof talk>>[number]) => activities.filter(({ type }) => type === 'message').map(({ locale }) => locale);

/** A message that the model as it stands is in doubt about, whatever it was trained on last. */
function somethingDoubtful(): string {
  const { recognize, thresholds } = createRecognizer(loadTopicModel(resolve(__dirname, '../../content')));
  const found = readPhraseFile(join(__dirname, '../domain/topics/dev.tsv')).find(({ text, lang }) => {
    const { topic, confidence, danger, second } = recognize(text);
    return lang === 'da' && text.length < 60 && topic.startsWith('complaint.') && confidence > thresholds.likely && confidence < thresholds.sure - 0.1 && danger === null && second === null;
  });
  if (found === undefined) throw new Error('The model is never in doubt.');
  return found.text;
}

test('doubt is shown: the likeliest meanings and "noget andet", and one of them answers', async () => {
  const citizen = await Citizen.arrive(server.url);
  const doubtful = await citizen.say(somethingDoubtful());
  expect(doubtful.phrases).toEqual(['doubt']);
  expect(doubtful.choices.length).toBeGreaterThanOrEqual(3);
  expect(doubtful.choices.at(-1)).toBe('Noget andet');
  const chosen = await citizen.say(doubtful.choices[0] ?? '');
  expect(chosen.phrases[0]).not.toBe('doubt');
  citizen.leave();
});

test('what says nothing gets what it can do, and a person', async () => {
  const [answer] = await talk(['regnbuefarvede gulerødder danser']);
  expect(answer?.topic).toBe('unknown');
  expect(answer?.choices).toContain('Tal med et menneske');
});

test('what cannot wait comes before what the words may mean beside', async () => {
  const [food] = await talk(['jeg har ingen penge til mad i weekenden']);
  expect(food?.phrases[0]).toBe('complaint.urgent.food');
  expect(food?.activities.filter(({ text }) => text?.includes('penge til mad'))).toHaveLength(1);
  expect(food?.phrases).not.toContain('complaint.waiting');
  expect(food?.choices).toContain('Ring mig op');
  const [home] = await talk(['vi bliver sat ud af vores lejlighed på fredag, jeg vil klage over afgørelsen']);
  expect(home?.phrases[0]).toBe('complaint.urgent.home');
});

test('of two wishes the first is answered and the second offered', async () => {
  const [answer] = await talk(['Hvad er jeres telefonnummer? Og må jeg have en bisidder med til mødet?']);
  expect(['contact', 'rights.representation']).toContain(answer?.phrases[0]);
  expect(answer?.phrases).toContain('second-wish');
  expect(answer?.choices.length).toBeGreaterThan(0);
});

test('after a letter, "hvornår er det senest?" means its deadline; before one it is asked about', async () => {
  const [, after] = await talk(['jeg har fået et brev jeg ikke forstår', 'hvornår er det senest?']);
  expect(after?.topic).toBe('complaint.deadline');
});

test('danger comes before a form, which waits and is taken up where it was', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('Ring mig op');
  await citizen.say('De har taget min mors hjælp');
  const danger = await citizen.say('farvel og tak for ingenting, kig efter min hund');
  expect(danger.topic).toBe('crisis');
  expect(danger.phrases[0]).toMatch(/^crisis/);
  expect(danger.text).toContain('112');
  expect(danger.text).toContain('70 201 201');
  expect(danger.choices).toContain('Tal med et menneske');
  const back = await citizen.say('Fortsæt');
  expect(back.phrases).toEqual(['ask.callback.name']);
  citizen.leave();
});

test('the conversation follows a sentence in English, and no name, number or "ok"', async () => {
  const [english, ok, number] = await talk(['When are you open on the phone?', 'ok', '20 21 89 88']);
  for (const answer of [english, ok, number]) expect(answer && locales(answer)).toEqual(expect.arrayContaining(['en-GB']));
  const [danish, thanks] = await talk(['hvornår har I telefontid?', 'ok thanks']);
  for (const answer of [danish, thanks]) expect(answer && locales(answer)).toEqual(expect.arrayContaining(['da-DK']));
});

test.each([
  { said: 'Telefon saatleriniz ne zaman?', locale: 'tr-TR', phrases: ['tongue.card', 'tongue.hours'], holds: ['Salı 09:00–13:00', 'Perşembe 09:00–17:00', '20 21 89 88', '112', 'Tercümana'] },
  { said: 'أريد التحدث مع شخص حقيقي', locale: 'ar', phrases: ['tongue.card', 'tongue.human'], holds: ['20 21 89 88', '112'] },
  { said: 'میں ایک انسان سے بات کرنا چاہتا ہوں', locale: 'ur-PK', phrases: ['tongue.card', 'tongue.human'], holds: ['20 21 89 88'] },
  { said: 'Добрий день', locale: 'uk-UA', phrases: ['tongue.card'], holds: ['20 21 89 88', '112'] },
  { said: 'Jaki jest wasz numer telefonu?', locale: 'pl-PL', phrases: ['tongue.card', 'tongue.contact'], holds: ['borgerraadgiver@ishoj.dk', 'den danske tekst gælder'] },
])('in $locale she meets the adviser, once, and is answered', async ({ said, locale, phrases, holds }) => {
  const [answer] = await talk([said]);
  expect(answer?.phrases).toEqual(phrases);
  expect(new Set(answer && locales(answer))).toEqual(new Set([locale]));
  for (const word of holds) expect(answer?.text).toContain(word);
});

test('the card is said once, and Danish is answered in Danish again', async () => {
  const [first, second, danish] = await talk(['Jaki jest wasz numer telefonu?', 'W jakich godzinach można dzwonić?', 'hvad kan borgerrådgiveren hjælpe mig med?']);
  expect(first?.phrases).toContain('tongue.card');
  expect(second?.phrases).toEqual(['tongue.hours']);
  expect(danish?.phrases[0]).toBe('adviser.can');
});

test('danger in another language is answered in it before all else', async () => {
  const [answer] = await talk(['kocam beni dövüyor, yardım edin']);
  expect(answer?.phrases[0]).toBe('tongue.crisis');
  expect(answer?.topic).toBe('crisis');
  expect(answer?.text).toContain('112');
});

test('Swedish is read as Danish, with a note once', async () => {
  const [first, second] = await talk(['När kan man ringa till er?', 'Jag vill prata med en människa']);
  expect(first?.phrases[0]).toBe('language.scandinavian');
  expect(second?.phrases).not.toContain('language.scandinavian');
});

test('the hand-off names the language she writes in', async () => {
  const citizen = await Citizen.arrive(server.url);
  await citizen.say('Proszę do mnie oddzwonić');
  for (const answer of ['Ring mig op', 'Pismo z gminy', 'Anna Nowak', '20 21 89 88', 'torsdag', 'ja']) await citizen.say(answer);
  const sent = await citizen.say('Send');
  expect(sent.activities.find(({ name }) => name === 'handoff.initiate')?.value).toMatchObject({ language: 'pl' });
  citizen.leave();
});
