import { Citizen, type Answer } from './citizen';
import { HEARING, REFUSAL } from './letters';
import { startServer, type TestServer } from './server';

jest.setTimeout(60_000);

/** A Wednesday. */
const NOW = '2026-11-25T10:00';
let server: TestServer;
beforeAll(async () => {
  server = await startServer(NOW);
});
afterAll(() => server.stop());

/** What is said to the last of these, by one citizen. */
async function says(said: readonly string[]): Promise<Answer> {
  const citizen = await Citizen.arrive(server.url);
  let answer = await citizen.say(said[0] ?? '');
  for (const each of said.slice(1)) answer = await citizen.say(each);
  citizen.leave();
  return answer;
}

interface Row {
  readonly said: readonly string[];
  readonly holds: readonly string[];
  readonly lacks?: readonly string[];
}

const ADVISER = '20 21 89 88';
const READ = [REFUSAL, '21. november'];

/** What is asked after a letter is answered from that letter. */
const OF_A_LETTER: readonly Row[] = [
  { said: [...READ, 'hvor skal jeg sende klagen hen?'], holds: ['send klagen til kommunen', 'mandag den 21. december'], lacks: [ADVISER] },
  { said: [...READ, 'kan jeg ringe og klage'], holds: ['43 57 75 75', 'klage i telefonen'], lacks: [ADVISER] },
  { said: [...READ.map((each) => each.replaceAll('Ishøj Kommune', 'ISHØJ KOMMUNE')), 'kan jeg ringe og klage'], holds: ['43 57 75 75'], lacks: ['ikke fra'] },
  { said: [...READ, 'nej, mødet er den 23. november'], holds: [], lacks: ['Jeg regner med, at du fik det mandag'] },
  { said: [...READ, 'hvorfor fik jeg afslag'], holds: ['800 meter'] },
  { said: [...READ, 'hvad skal jeg gøre nu'], holds: ['send klagen til kommunen'], lacks: ['112'] },
  { said: [...READ, 'min mand fik det først den 23. november'], holds: ['hver jeres frist', 'mandag den 21. december'], lacks: ['23. november'] },
  { said: [REFUSAL, 'jeg fik det den 20., men min mand fik det den 23. november'], holds: ['fredag den 20. november'] },
  { said: [...READ, REFUSAL.replace('Dato: 20. november', 'Dato: 23. november'), '24. november', 'hvornår er fristen for det første brev?'], holds: ['to breve', 'mandag den 21. december', 'tirsdag den 22. december'] },
  { said: [...READ, 'Skriv en klage', 'er det for sent at klage'], holds: ['mandag den 21. december', 'Har du klaget'], lacks: ['ikke klage igen'] },
  { said: [...READ, 'Skriv en klage', 'nej', 'hvor sender jeg den?'], holds: ['Ankestyrelsen', 'mandag den 21. december'], lacks: [ADVISER] },
  { said: [...READ, 'Skriv en klage', 'nej', 'er den sendt nu?'], holds: ['Intet er sendt endnu'], lacks: ['forstod jeg ikke'] },
  { said: [...READ, 'Skriv en klage', 'hvis jeg klager, skal jeg så betale'], holds: [], lacks: ['ikke klage igen'] },
  { said: [...READ, 'jeg fik svar fra min læge den 24. november'], holds: [], lacks: ['24. november'] },
  { said: [...READ, 'min nabo fik sit brev den 24. november', 'hvornår er det senest?'], holds: ['mandag den 21. december'] },
  { said: [...READ, 'jeg fik det faktisk den 24. november'], holds: ['Er det rigtigt?'], lacks: ['Sidste dag'] },
  { said: [...READ, 'jeg fik det faktisk den 20. november'], holds: ['fredag den 18. december'] },
  { said: [REFUSAL, 'mellem den 20. og den 23. november'], holds: ['Du fik brevet fredag den 20. november. Er det rigtigt?'] },
  { said: [REFUSAL, 'lørdag den 21.'], holds: ['lørdag den 21. november. Er det rigtigt?'] },
  { said: [REFUSAL, 'er det for sent?'], holds: ['fredag den 18. december', 'Hvilken dag fik du brevet?'], lacks: ['under "klagevejledning"'] },
  { said: [REFUSAL, 'har jeg tid nok til at klage'], holds: ['fredag den 18. december', 'Hvilken dag fik du brevet?'] },
  { said: [REFUSAL, 'den kom i postkassen d. 20 men jeg åbnede den først i går'], holds: ['fredag den 20. november'], lacks: ['24. november'] },
  { said: [REFUSAL, 'jeg åbnede den først i går'], holds: ['dagen, brevet kom, der tæller', 'Hvilken dag fik du brevet?'], lacks: ['24. november'] },
  { said: [REFUSAL, 'hvor skal jeg klage?'], holds: ['send klagen til kommunen', 'Hvilken dag fik du brevet?'] },
  { said: [HEARING, 'hvornår er fristen?'], holds: ['fredag den 4. december'], lacks: ['4 uger'] },
  { said: [HEARING, 'hvor sender jeg mit svar'], holds: ['Skriv til afdelingen'], lacks: [ADVISER] },
];

/** Without a letter: the area she names leads, and the day she tells is counted from. */
const OF_AN_AREA: readonly Row[] = [
  { said: ['jeg fik min afgørelse om hjemmehjælp den 28. oktober. hvornår er sidste dag for at klage?'], holds: ['hjælp i hjemmet', 'onsdag den 25. november', 'i dag'] },
  { said: ['jeg fik min afgørelse om hjemmehjælp den 28. oktober. hvornår er sidste dag for at klage?', 'er det i dag?'], holds: ['onsdag den 25. november'], lacks: ['Telefonen'] },
  { said: ['jeg fik afslag på hjemmehjælp den 22. oktober'], holds: ['torsdag den 19. november', 'gået'], lacks: ['december'] },
  { said: ['jeg fik afslag på hjælpemidler den 22. oktober', 'Skriv en klage'], holds: ['torsdag den 22. oktober'], lacks: ['den 22. november'] },
  { said: ['jeg har fået afslag på hjemmehjælp', 'i sidste uge'], holds: ['datoen på brevet'], lacks: ['forstod jeg ikke'] },
  { said: ['jeg har fået afslag på hjemmehjælp', 'det ved jeg ikke'], holds: ['datoen på brevet'], lacks: ['forstod jeg ikke'] },
  { said: ['hvor klager man over afslag på en carport', 'den 16. november'], holds: ['Klageportalen', 'mandag den 14. december'], lacks: ['Ankestyrelsen'] },
];

/** What people tell at the kitchen table: the letter, the day and the matter in one breath. */
const STORY = 'Hej. Jeg fik brev fra jobcentret den 23. november om at de tager min kontanthjælp i december fordi jeg ikke kom til et møde. Men jeg var på hospitalet med min søn den dag, og jeg ringede om morgenen. Hvad skal jeg gøre, jeg har ikke råd til huslejen';

const OTHERS: readonly Row[] = [
  { said: [STORY], holds: ['kontanthjælp', 'Ankestyrelsen', 'mandag den 21. december'], lacks: ['Mente du'] },
  {
    said: ['Min mor på 84 har fået brev fra visitationen om at hun kun får rengøring hver tredje uge nu, det kom den 19. november. Hun kan ikke selv og jeg bor i Aalborg. kan jeg klage for hende'],
    holds: ['hjælp i hjemmet', 'torsdag den 17. december'],
    lacks: ['Mente du'],
  },
  // Another day of the story is none of the letter's.
  { said: ['Jeg har fået brev om at de stopper min kontanthjælp. Mødet som jeg ikke kom til var den 20. november, og jeg ringede om morgenen og sagde at min søn var syg'], holds: ['brevet'], lacks: ['december'] },
  { said: ['fik en p-bøde på 790 kr foran banken, skiltet va dækket af sne. ska den betales'], holds: ['p-afgift fra kommunen'], lacks: ['ikke noget for kommunen'] },
  { said: [STORY, 'hvad er sidste dag'], holds: ['mandag den 21. december'], lacks: ['Fristen står i brevet'] },
  { said: [STORY, 'hvad er sidste dag', 'Skriv en klage'], holds: ['Jeg hjælper dig med at skrive klagen'], lacks: ['Hvad handler afgørelsen om?', 'Hvornår fik du'] },
  { said: ['hjemmehjælpen kommer ikke', 'ja tak'], holds: ['Jeg hjælper dig med at skrive klagen'] },
  { said: ['telefonnummer til jobcentret'], holds: ['Jobcenter', '43 57 75 75'], lacks: [ADVISER] },
  { said: ['Jeg har fået svar fra afdelingen, men jeg er ikke tilfreds'], holds: ['undersøge sagen'], lacks: ['vente uden svar'] },
  { said: ['jeg vil klage over en medarbejder', 'hun råbte ad mig i telefonen den 20. november'], holds: ['skrive det ned som en klage'], lacks: ['Det er i orden at sige til'] },
  {
    said: ['jeg vil klage over en medarbejder', 'hun råbte ad mig i telefonen den 20. november', 'jeg ringede om mine penge og hun smækkede røret på', 'Skriv en klage', 'Jobcenter', 'Nej, ikke endnu'],
    holds: ['"hun råbte ad mig i telefonen den 20. november. jeg ringede om mine penge og hun smækkede røret på."'],
  },
  { said: ['jeg vil klage over en medarbejder', 'jeg blev meget ked af det'], holds: ['skrive det ned som en klage'], lacks: ['forstod jeg ikke'] },
  { said: ['jeg vil klage over en medarbejder', 'hvornår har I åbent?'], holds: ['Tirsdag kl. 9-13'], lacks: ['skrive det ned'] },
  { said: ['vi har intet at spise'], holds: ['43 57 75 75'] },
];

test.each([...OF_A_LETTER, ...OF_AN_AREA, ...OTHERS].map((row) => ({ ...row, last: row.said.map((each) => each.slice(0, 60).replace(/\s+/g, ' ')).join(' → ') })))('$last', async ({ said, holds, lacks = [] }) => {
  const answer = await says(said);
  for (const words of holds) expect(answer.text).toContain(words);
  for (const words of lacks) expect(answer.text).not.toContain(words);
});

test('a long story that is no letter is heard: it can become a complaint', async () => {
  const story = `${'Min mor på 84 har haft den samme hjælp i mange år, og nu kommer der ingen. Vi har ringet til kommunen mange gange og fået nye svar hver gang. '.repeat(5)}Jeg vil klage over det.`;
  const citizen = await Citizen.arrive(server.url);
  const asked = await citizen.say(story);
  const heard = asked.phrases.includes('letter.is-it') ? await citizen.say('Nej') : asked;
  expect(heard.choices).toContain('Skriv en klage');
  citizen.leave();
});
