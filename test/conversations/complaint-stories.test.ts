import { Citizen } from './citizen';
import { BOARD, HEARING, NO_APPEAL, PARTLY, REFUSAL, SEVERAL, SILENT } from './letters';
import { startServer, type TestServer } from './server';
import { handedOver, median, tell, type Turn } from './told';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('2026-11-25T10:00');
});
afterAll(() => server.stop());

jest.setTimeout(60_000);

/** Questions asked till the road was known, of every story told here. */
const questions: number[] = [];

const WANTS: Turn = ['jeg vil klage', '#ask.complaint.about'];
const DECISION: Turn = ['En afgørelse', '#ask.complaint.area'];
const NOT_YET: Turn = ['Nej, ikke endnu'];
const KEEPS: Turn = ['Nej', '#complaint.send-yourself', 'Klagen er ikke sendt.'];
const TO_THE_ADVISER: readonly Turn[] = [['Ja', '#ask.complaint.name'], ['Fatma Yıldız', '#ask.complaint.phone'], ['20 21 89 88', '#ask.complaint.mayLeaveMessage'], ['ja', '#ask.complaint.contactDepartment'], ['ja', '#ask.complaint.seeFile'], ['nej', '#form.review']];
const APPEAL = ['Ankestyrelsen afgør klagen', 'sende den til Ishøj Kommune'];

interface Story {
  readonly who: string;
  readonly turns: readonly Turn[];
}

/** Stories of decisions: where it goes, by when and why, and a draft that holds only what was said. */
const DECISIONS: readonly Story[] = [
  {
    who: 'Lone, whose money was stopped, and who says no more than that',
    turns: [
      WANTS, DECISION,
      ['de har stoppet mine penge', '#ask.complaint.which', '!Det lyder som'],
      ['Kontanthjælp', '#ask.complaint.received'],
      ['i går', 'du fik det tirsdag den 24. november'],
      [...NOT_YET, ...APPEAL, '!Det lyder som', 'tirsdag den 22. december', 'Det er om 27 dage', '#complaint.waits.none'],
      ['spring over', '#ask.complaint.disagree'],
      ['Jeg kom til mødet. Det står i min kalender.', '#ask.complaint.meant'],
      ['Jeg har ikke råd til mad', '#complaint.urgent.food', '43 57 75 75', '#ask.complaint.wish'],
      ['Jeg vil have mine penge igen.', '#ask.complaint.hurry'],
      ['ja', 'Sagen haster for mig.', 'Til: Ishøj Kommune', 'Sagen gælder: kontanthjælp', 'Jeg fik afgørelsen: tirsdag den 24. november 2026', 'sende klagen videre til Ankestyrelsen', '!sygedagpenge'],
      [...KEEPS, 'senest tirsdag den 22. december'],
    ],
  },
  {
    who: 'Bent, on sick pay, six weeks late after a stay in hospital',
    turns: [
      WANTS, DECISION, ['stop af mine sygedagpenge', '#ask.complaint.received'], ['den 14. oktober', '#ask.complaint.complained'],
      [...NOT_YET, 'Fristen ser ud til at være gået onsdag den 11. november', 'Klag alligevel nu'],
      ['Jobcenter', '#ask.complaint.lateBecause'], ['Jeg lå på hospitalet fra den 15. oktober.', '#ask.complaint.disagree'],
      ['Min læge siger, at jeg ikke kan arbejde.'], ['spring over', '#ask.complaint.wish'],
      ['Mine sygedagpenge.', 'Klagen kommer efter fristen. Det er fordi:\nJeg lå på hospitalet fra den 15. oktober.', 'Til: Ishøj Kommune, Jobcenter'], KEEPS,
    ],
  },
  {
    who: 'Karin, who has until tonight, and sends a preliminary appeal in a minute',
    turns: [
      WANTS, DECISION, ['hjælpemidler, jeg fik ikke en rollator'], ['den 28. oktober'], [...NOT_YET, 'onsdag den 25. november', 'Det er i dag'],
      ['spring over', '#ask.complaint.preliminary'],
      ['ja', 'Foreløbig klage over afgørelse', 'Jeg skriver senere, hvorfor jeg er uenig.', 'så den kan nå frem inden fristen', '#ask.complaint.handover'], [...KEEPS, 'senest onsdag den 25. november'],
    ],
  },
  {
    who: 'Svend, whose carport is refused: straight to Byggeklageenheden, and nothing waits of a no',
    turns: [
      WANTS, ['jeg har fået afslag på en byggetilladelse til min carport', '#ask.complaint.received'], ['den 16. november'],
      [...NOT_YET, 'Byggeklageenheden (Nævnenes Hus) afgør klagen', 'Klageportalen', 'mandag den 14. december', '#ask.complaint.disagree', '!Ankestyrelsen'],
      ['De har målt forkert. Den er to meter høj.'], ['spring over'], ['Min tilladelse.', 'Til: Byggeklageenheden (Nævnenes Hus)', '!Ishøj Kommune', '!sende klagen videre'], KEEPS,
    ],
  },
  {
    who: 'Mona, to be moved from her home: she asks that the decision waits',
    turns: [
      WANTS, DECISION, ['jeg skal flytte fra mit botilbud'], ['i går'], [...NOT_YET, ...APPEAL, 'botilbud'], ['spring over', '#ask.complaint.wait'], ['ja'],
      ['Jeg kender ingen på det nye sted.'], ['spring over'], ['At jeg kan blive.', 'Jeg beder om, at afgørelsen ikke føres ud i livet'], KEEPS,
    ],
  },
  {
    who: 'Emma, whose STU was refused: nobody has read the time limit, so no day is named',
    turns: [WANTS, DECISION, ['STU'], ['i går'], [...NOT_YET, '#complaint.road.no-day', '!senest'], ['De siger, at jeg er for gammel.'], ['spring over'], ['STU.', '#complaint.draft'], KEEPS],
  },
  {
    who: 'Inger, who does not know when the letter came',
    turns: [WANTS, DECISION, ['hjælp til tandlæge'], ['det ved jeg ikke', '#ask.complaint.complained'], [...NOT_YET, ...APPEAL, '#complaint.road.no-day', '!senest'], ['spring over'], ['Min mand slår mig, når der ikke er penge til tandlæge.', '#crisis'], ['Fortsæt', 'Du skrev før: "Min mand slår mig, når der ikke er penge til tandlæge."', '#ask.complaint.disagree'], ['Brug det, jeg skrev', '#ask.complaint.meant'], ['spring over'], ['Hjælp til at betale.', '#ask.complaint.behalf'], ['Min egen', 'Min mand slår mig, når der ikke er penge til tandlæge.', 'Sagen gælder: hjælp til tandlæge', '!Jeg fik afgørelsen'], KEEPS],
  },
  {
    who: 'Ahmed, whose matter no row knows: the letter says, the bot guesses nothing',
    turns: [WANTS, DECISION, ['noget med en bjørneklo'], ['i går'], [...NOT_YET, '#complaint.road.see-letter', 'Jeg gætter ikke', '!Ankestyrelsen'], ['spring over'], ['Den står på naboens grund.'], ['spring over'], ['At de kommer igen.', 'Til: ____________________'], KEEPS],
  },
  {
    who: 'Rikke, with two matters: one complaint each',
    turns: [
      ['jeg vil klage over afslag på sygedagpenge og hjemmehjælp', '#complaint.decision'],
      ['Skriv en klage', '#ask.complaint.which', 'Hver får sin egen klage'], ['Hjælp i hjemmet'], ['den 11. november'], [...NOT_YET, ...APPEAL, 'onsdag den 9. december'],
      ['spring over', '#form.words-before'], ['Jeg kan ikke støvsuge med min ryg.'], ['spring over'], ['Rengøring hver uge.', 'Sagen gælder: hjælp i hjemmet', '!sygedagpenge'],
      [...KEEPS, '#complaint.next-matter', 'Hver sag skal have sin egen klage'], ['Skriv en klage', '#complaint.start'],
    ],
  },
  {
    who: 'Poul, for his mother, without a paper: helped all the same, with one to sign',
    turns: [
      WANTS, DECISION, ['de har skåret ned på min mors rengøring'], ['den 11. november'], [...NOT_YET, ...APPEAL, 'onsdag den 9. december'], ['visitationen'],
      ['Min mor er faldet tre gange.'], ['spring over'], ['Hun skal have hjælpen tilbage.', '#ask.complaint.behalf'], ['Min mors eller fars'], ['Aase Jensen'],
      ['Intet papir endnu', 'Jeg klager på vegne af Aase Jensen.', 'Til: Ishøj Kommune, visitationen'], ['Nej', '#complaint.fuldmagt', 'fuldmagt'],
    ],
  },
  {
    who: 'Sofie, a mother with custody, for her son',
    turns: [
      WANTS, DECISION, ['min søns specialskole'], ['den 20. november'], [...NOT_YET, 'Klagenævnet for Specialundervisning', 'fredag den 18. december'], ['PPR'],
      ['Klassen er for stor til min søn.'], ['spring over'], ['En plads på en specialskole.', '#ask.complaint.behalf'], ['Mit barns'], ['Emil Holm'],
      ['Jeg har forældremyndigheden', 'Jeg klager som forælder på vegne af Emil Holm.'], KEEPS,
    ],
  },
  {
    who: 'Jan, who pastes his refusal: point by point against its reasons',
    turns: [
      [REFUSAL, '#letter.received.ask'], ['21. november', 'mandag den 21. december'],
      ['Skriv en klage', '#ask.complaint.complained'], [...NOT_YET, ...APPEAL, 'mandag den 21. december', '800 meter', '#ask.complaint.point1'],
      ['nej det var den 24. november jeg fik brevet', 'tirsdag den 22. december', '#ask.complaint.point1'], ['Min læge har aldrig målt, hvor langt jeg går.', '#ask.complaint.meant'],
      ['vent, jeg fik brevet den 21. november', 'mandag den 21. december', '#ask.complaint.meant'], ['spring over'],
      ['En elscooter.', 'Sagsnummer: 26/018233', 'Til: Ishøj Kommune, Center for Voksne og Velfærd', 'I skriver: "Vi har lagt vægt på', 'Min læge har aldrig målt', 'Vedlagt: en kopi af afgørelsen.', '!Sagen gælder'],
      [...KEEPS, 'mandag den 21. december'],
    ],
  },
  {
    who: 'Bodil, whose letter decides three things: a complaint for each that went against her',
    turns: [
      [SEVERAL, '#letter.received.ask'], ['21. november', 'mandag den 21. december'],
      ['Skriv en klage', '#ask.complaint.matter', 'tag én ad gangen'],
      ['Vi giver dig afslag på hjælp til indkøb', '#ask.complaint.complained'], [...NOT_YET, ...APPEAL, 'mandag den 21. december', 'din søn handler ind', '!tørre støv af', '#ask.complaint.point1'],
      ['Min søn bor i Aalborg nu.'], ['spring over'],
      ['Hjælp til indkøb.', 'Det gælder det her i afgørelsen: "Vi giver dig afslag på hjælp til indkøb"', '!rengøring fra 90'],
      [...KEEPS, '#complaint.next-matter.letter', 'Vi nedsætter din rengøring', '!personlig pleje'],
      ['Skriv en klage', '#ask.complaint.matter'], ['Hele brevet', '#ask.complaint.complained'],
    ],
  },
  {
    who: 'Ulla, who pastes the letter when she is asked what the decision is about',
    turns: [
      WANTS, DECISION, [REFUSAL, '#complaint.letter-first', '#letter.received.ask'], ['i går', 'tirsdag den 22. december'], ['Skriv en klage', '#ask.complaint.complained'],
      [...NOT_YET, ...APPEAL, 'tirsdag den 22. december', '800 meter'], ['spring over', '#ask.complaint.disagree'], ['Den læge har jeg aldrig mødt.'], ['spring over'], ['En elscooter.', 'Sagsnummer: 26/018233', '!I skriver:'], KEEPS,
    ],
  },
  {
    who: 'Leif, who was told on the phone and has no letter: the same day in the explanation and in the complaint',
    turns: [
      ['jeg forstår ikke et brev'], ['Jeg har det ikke her', '#ask.told.decided'], ['Min hjælp stopper'], ['kommunen, mine penge', '#ask.told.which'], ['Sygedagpenge', '#ask.told.day'], ['i går'], ['nej'],
      ['Klage', 'tirsdag den 22. december'], ['Skriv en klage', '#ask.complaint.complained'], [...NOT_YET, ...APPEAL, 'tirsdag den 22. december', '#complaint.waits.none'], ['Jeg er stadig sygemeldt.'], ['spring over'],
      ['Mine sygedagpenge.', 'Sagen gælder: sygedagpenge', 'Jeg fik afgørelsen: tirsdag den 24. november 2026', '!Vedlagt'], KEEPS,
    ],
  },
  {
    who: 'Grethe, whose letter gives no reasons and no guidance: the complaint says so',
    turns: [
      [SILENT], ['den 23. november'], ['Skriv en klage'], [...NOT_YET, '#ask.complaint.point1'], ['spring over', '#ask.complaint.disagree'], ['Jeg kan ikke gå så langt.'], ['spring over'],
      ['En forklaring.', 'Afgørelsen indeholder ingen klagevejledning, jf. forvaltningslovens § 25.'], KEEPS,
    ],
  },
  {
    who: 'Lars, to whom the municipality gave in partly: the few lines that the rest stands, by the second last day',
    turns: [
      [PARTLY, '#letter.received.ask'], ['i går'], ['Skriv en klage', '#complaint.road.keep-up.by', 'tirsdag den 22. december', '#ask.complaint.stillWrong'],
      ['De har regnet min indtægt forkert', 'Jeg fastholder min klage', 'Jeg beder jer sende den videre', 'De har regnet min indtægt forkert', '!Det gælder det her', '!Klage over afgørelse'],
      [...KEEPS, 'tirsdag den 22. december'],
    ],
  },
  {
    who: 'Ida, whose complaint goes past the board that decided: one address, and the board in the text',
    turns: [
      [BOARD, '#letter.received.ask'], ['i går'], ['Skriv en klage', '#ask.complaint.complained'], ['jeg vil bare have hjælpen videre', '#again.complained'], ['nej aldrig', '#ask.complaint.point1'],
      ['De har aldrig besøgt os.'], ['Min søn har brug for støtte i skolen'], ['At I ser på sagen en gang til', '#ask.complaint.behalf'], ['det er mit barn', '#ask.complaint.behalfName'], ['Emil Holm'],
      ['Jeg har forældremyndigheden', 'Til: Ankestyrelsen\n', 'Afgørelsen er truffet af: Ishøj Kommune, Børne- og ungeudvalget'], KEEPS,
    ],
  },
  {
    who: 'Aysel, in English, on a wheelchair: a Danish complaint with her words as a quotation',
    turns: [
      ['English'], ['I want to complain about a decision on my wheelchair'], ['Write a complaint', '#ask.complaint.received'], ['12 November', 'Thursday 12 November'],
      ['No, not yet', 'Ankestyrelsen decides', 'Thursday 10 December', '15 days'], ['skip'], ['They did not look at my papers at all'], ['skip'],
      ['A new decision, please', 'Klage over afgørelse', 'Sagen gælder: hjælpemidler', 'skrevet på engelsk: "They did not look at my papers at all"', 'Appeal of a decision'], ['No', 'The complaint is not sent.', 'Thursday 10 December'],
    ],
  },
];

/** Stories that are no decision: the department first, the adviser when it has answered. */
const CONDUCT: readonly Story[] = [
  {
    who: 'Fatma, shouted at, told in her first words and not asked for twice',
    turns: [
      ['min sagsbehandler råbte ad mig i mandags og smækkede med døren', '#complaint.staff'], ['Skriv en klage', '#ask.complaint.department'], ['jobcentret'],
      [...NOT_YET, '#complaint.road.department-first', 'Du skrev før', '#ask.complaint.whatHappened'], ['Brug det, jeg skrev', '#ask.complaint.who'], ['en sagsbehandler'], ['Jeg sover dårligt.'],
      ['En undskyldning.', 'mandag den 23. november 2026:', 'min sagsbehandler råbte ad mig i mandags og smækkede med døren', 'Jeg har ikke klaget til afdelingen før.'], KEEPS,
    ],
  },
  {
    who: 'Aase, who takes it for waiting, and finds while telling it that it was decided: what she told is kept',
    turns: [
      WANTS, ['Sagens gang eller ventetid'], ['byggesag'], NOT_YET,
      ['Den 3. juli søgte jeg om et skur. I går kom der et brev med nej.', '#ask.complaint.meant'],
      ['tilbage', '#ask.complaint.whatHappened'], ['tilbage', '#ask.complaint.tried'], ['tilbage', '#ask.complaint.department'], ['tilbage', '#ask.complaint.about'],
      DECISION, ['byggetilladelse til et skur', '#ask.complaint.received'], ['i går', '#ask.complaint.complained'],
      [...NOT_YET, 'Byggeklageenheden', '#ask.complaint.wait'], ['nej', 'Du skrev før', 'Den 3. juli søgte jeg om et skur.', '#ask.complaint.disagree'],
      ['Brug det, jeg skrev', '#ask.complaint.meant'], ['spring over'],
      ['At jeg må bygge.', 'Det er jeg uenig i', 'I går kom der et brev med nej.'], KEEPS,
    ],
  },
  {
    who: 'Bo, who is deaf, and is answered in writing',
    turns: [
      WANTS, ['En ansats opførsel'], ['jobcentret'], NOT_YET, ['Hun vendte ryggen til mig i går.', '#ask.complaint.who'], ['spring over'], ['spring over'], ['En undskyldning.', '#ask.complaint.handover'],
      ['Ja', '#ask.complaint.name'], ['Bo Ek', '#ask.complaint.phone'], ['jeg er døv, skriv til mig', '#ask.complaint.preferred'], ['E-mail', '#ask.complaint.email'], ['bo@ek.dk', '#ask.complaint.contactDepartment'],
      ['ja'], ['nej', '#form.review', 'bo@ek.dk'], ['Send', 'BR-'],
    ],
  },
  {
    who: 'Niels, four months without an answer, and no answer to his complaint either',
    turns: [
      WANTS, ['Sagens gang eller ventetid'], ['byggesag'], ['Ja, men uden svar', '#complaint.road.department-first'], ['Den 3. juli søgte jeg. Den 20. oktober klagede jeg. Ingen svarer.'], ['Jeg kan ikke bygge.'],
      ['Et svar.', 'Klage over sagsbehandling', 'fredag den 3. juli 2026:', 'tirsdag den 20. oktober 2026:', 'har ikke fået svar'], KEEPS,
    ],
  },
  {
    who: 'Hanne, answered and still not content: second instance',
    turns: [WANTS, ['Betjeningen'], ['borgerservice'], ['Ja, og de har svaret', '#complaint.road.adviser-second', 'Det er ikke sikkert'], ['Den 2. november blev jeg sendt hjem uden hjælp.'], ['spring over'], ['At I ser på det.', 'Afdelingen har svaret på min klage.'], KEEPS],
  },
  {
    who: 'Tove, whose home help did not come',
    turns: [['hjemmehjælpen kom ikke i går', '#complaint.practical'], ['Skriv en klage'], ['hjemmeplejen'], [...NOT_YET, '#complaint.road.department-first'], ['Hjælpen kom ikke i går. Jeg fik ingen mad.', '#complaint.urgent.food'], ['spring over'], ['At de kommer.', '#ask.complaint.hurry'], ['nej', 'Klage over udførelsen af en opgave', '!Sagen haster'], KEEPS],
  },
  {
    who: 'Omar, treated worse for his origin',
    turns: [WANTS, ['Diskrimination'], ['borgerservice'], NOT_YET, ['I går sagde hun, at folk som mig altid snyder.'], ['en medarbejder i skranken'], ['Jeg blev ked af det.'], ['En undskyldning.', 'Klage over diskrimination', 'tirsdag den 24. november 2026:', 'en medarbejder i skranken'], KEEPS],
  },
  {
    who: 'Lis, who asks, commands and takes back in between: nothing of it becomes her words, and all she told does',
    turns: [
      WANTS, ['Betjeningen'], ['nej vent, det er en afgørelse jeg vil klage over', '#ask.complaint.area'], ['tilbage igen', '#ask.complaint.about'], ['Betjeningen'],
      ['det var en dame med rødt hår ved skranken', '#again.complaint.department'], ['det er nok Borgerservice.', '#ask.complaint.tried'],
      ['jeg vil ikke leve mere', '#crisis'], ['nej jeg klarer den, lad os fortsætte', '#ask.complaint.tried'], ['ja', '#form.which'],
      ['de har ikke svaret på mine mails siden marts', '#complaint.road.department-first', '#ask.complaint.whatHappened'],
      ['spring over', '#form.needed'], ['hvad er forskellen på en klage og en afgørelse', '#form.is-question', '#form.words-before'], ['de er uhøflige i telefonen', '#ask.complaint.when'],
      ['flere gange i foråret', '#ask.complaint.meant'], ['spring over'], ['vis udkast', '#complaint.draft', '#ask.complaint.wish'],
      ['en undskyldning', 'Til: Ishøj Kommune, Borgerservice', 'flere gange i foråret:', 'har ikke fået svar', '!forskellen', '!udkast\n', '!spring over'],
      ['ret: skriv også at hun lo', 'de er uhøflige i telefonen. Hun lo.'], ['kan jeg få det som word', '#complaint.file', '#ask.complaint.handover'],
      KEEPS, ['kan jeg se min klage igen', '#complaint.draft', 'Hun lo.'],
    ],
  },
  {
    who: 'Birthe, whose matter is two years old',
    turns: [WANTS, ['En ansats opførsel'], ['skolen'], NOT_YET, ['Den 3. marts 2024 talte lederen grimt til mig.', '#complaint.long-ago', 'mere end et år siden', 'Ombudsmanden'], ['en leder'], ['spring over'], ['En undskyldning.', 'søndag den 3. marts 2024:'], KEEPS],
  },
  {
    who: 'Zeynep, in Turkish: Danish around her own words',
    turns: [WANTS, ['En ansats opførsel'], ['jobcentret'], NOT_YET, ['Bana bağırdı ve çok üzüldüm, kimse yardım etmedi'], ['spring over'], ['en sagsbehandler'], ['spring over'], ['Et svar, tak.', 'Med mine egne ord, skrevet på tyrkisk: "Bana bağırdı ve çok üzüldüm, kimse yardım etmedi"'], KEEPS],
  },
  {
    who: 'Kim, angry: rude words are pointed out, and stay until she changes them',
    turns: [WANTS, ['En ansats opførsel'], ['spring over'], NOT_YET, ['I går var hun en idiot over for mig.'], ['spring over'], ['spring over'], ['En ny sagsbehandler.', '#complaint.draft.rude', 'idiot', 'Til: Ishøj Kommune'], ['Ret i udkastet', '#draft.edit.pick'], ['3', '#draft.edit.write'], ['I går talte hun grimt til mig.', '!idiot'], KEEPS],
  },
];

/** Stories that end before a complaint is written, each with what can be done instead. */
const ENDS: readonly Story[] = [
  { who: 'a parking charge', turns: [WANTS, DECISION, ['p-bøde', '#complaint.instead.park', 'kommunens parkering']] },
  { who: 'support for transport, SEL § 117', turns: [WANTS, DECISION, ['tilskud til kørsel', '#complaint.instead.sel-no-117', 'Ombudsmand']] },
  { who: 'the level of service for all', turns: [WANTS, DECISION, ['kommunens serviceniveau', '#complaint.instead.rsl-60-3', 'netop din hjælp']] },
  { who: 'a place in a nursery', turns: [WANTS, DECISION, ['plads i vuggestue', '#complaint.road.no-appeal', 'se på sagen igen']] },
  { who: 'waste', turns: [WANTS, DECISION, ['affaldsgebyr', '#complaint.instead.affald']] },
  { who: 'a home that can’t wait', turns: [WANTS, DECISION, ['boliganvisning', '#complaint.instead.alm-no-59', '43 57 75 75']] },
  { who: 'a family about to be put on the street', turns: [['jeg vil klage, vi bliver sat ud af vores lejlighed i morgen', '43 57 75 75']] },
  { who: 'what the municipality is looking at again', turns: [WANTS, DECISION, ['førtidspension'], ['den 2. november'], ['Ja, kommunen har klagen', '#complaint.road.reassessing', 'inden fire uger', 'ventetiden']] },
  { who: 'what Ankestyrelsen has', turns: [WANTS, DECISION, ['førtidspension'], ['den 2. september'], ['Ja, og sagen er gået videre', '#ask.complaint.pending'], ['Ankestyrelsen ser på den', '#complaint.pending.ankestyrelsen', 'nye oplysninger']] },
  { who: 'what Ankestyrelsen has decided', turns: [WANTS, DECISION, ['kontanthjælp'], ['den 2. juni'], ['Ja, og sagen er gået videre'], ['Ankestyrelsen har svaret', '#complaint.pending.decided', 'Ombudsmand inden et år', 'domstolene']] },
  { who: 'what a court has', turns: [WANTS, ['Sagens gang eller ventetid'], ['familieafdelingen'], ['Sagen er et andet sted nu', '#ask.complaint.pending'], ['En domstol', '#complaint.pending.court', 'Advokatvagten']] },
  { who: 'what the Ombudsman has', turns: [WANTS, ['Betjeningen'], ['spring over'], ['Sagen er et andet sted nu'], ['Ombudsmanden', '#complaint.pending.ombudsman']] },
  { who: 'a neighbour', turns: [WANTS, ['Noget andet', '#ask.complaint.other'], ['En nabo eller et firma', '#complaint.other.neighbour', 'hegnsyn']] },
  { who: 'politics', turns: [WANTS, ['Noget andet'], ['Noget, politikerne har bestemt', '#complaint.other.politics', 'byrådet']] },
  { who: 'her own job with the municipality', turns: [WANTS, ['Noget andet'], ['Mit job i kommunen', '#complaint.other.employment', 'fagforening']] },
  { who: 'another authority, named afterwards', turns: [WANTS, ['Noget andet'], ['En anden myndighed', '#complaint.other.authority'], ['boligstøtte', 'Udbetaling Danmark']] },
  { who: 'Udbetaling Danmark, named at once', turns: [['jeg vil klage over Udbetaling Danmark', 'Udbetaling Danmark', '!sag for Ankestyrelsen']] },
  { who: 'a hearing letter: comment, do not complain', turns: [[HEARING], ['Skriv en klage', '#complaint.road.comment.by', 'Der er ikke afgjort noget endnu']] },
  { who: 'a letter that says it cannot be appealed', turns: [[NO_APPEAL], ['jeg vil klage', '#complaint.instead.sel-no-117', 'kan ikke ændres af en anden myndighed'], ['Skriv en klage', '#ask.complaint.tried']] },
];

describe.each([
  ['a decision', DECISIONS],
  ['no decision', CONDUCT],
  ['no complaint', ENDS],
])('%s', (_kind, stories) => {
  test.each(stories)('$who', async ({ turns }) => {
    const { questionsToTheRoad } = await tell(server, turns);
    if (questionsToTheRoad !== null) questions.push(questionsToTheRoad);
  });
});

test('the road is known after at most seven questions, in the middle of all stories told', () => {
  expect(questions.length).toBeGreaterThan(30);
  expect(median(questions)).toBeLessThanOrEqual(7);
});

test('opening hours in the middle, an answer changed, a reload, the adviser told: nothing is lost', async () => {
  const citizen = await Citizen.arrive(server.url);
  await tell(server, [WANTS, DECISION, ['kontanthjælp'], ['i går'], NOT_YET, ['jobcentret', '#ask.complaint.disagree'], ['hvornår har I åbent?', '#ask.complaint.disagree', 'Tirsdag'], ['Jeg var til mødet.'], ['tilbage', '#ask.complaint.disagree'], ['Jeg var til mødet kl. 9.']], citizen);
  const back = await Citizen.resume(server.url, citizen, citizen.token);
  citizen.leave();
  const told = await tell(server, [['spring over'], ['Mine penge.', 'Jeg var til mødet kl. 9.', '!Jeg var til mødet.\n'], ...TO_THE_ADVISER, ['Ret'], ['Afdeling', '#ask.complaint.department'], ['ydelseskontoret', 'ydelseskontoret', 'Fatma Yıldız', 'Mine penge.'], ['Send', '#handoff.sent', '#handoff.next.complaint.decision', '#complaint.own-duty.by', 'selv sende den til Ishøj Kommune', 'tirsdag den 22. december']], back);
  expect(handedOver(told)).toMatchObject({ subject: 'complaint', nextDeadline: '2026-12-22', complaint: { about: 'decision', firstInstance: true, department: 'ydelseskontoret', draft: expect.stringContaining('Jeg var til mødet kl. 9.') } });
  const files = told.last.activities.flatMap(({ attachments = [] }) => attachments.map(({ contentType }) => contentType));
  expect(files).toEqual(expect.arrayContaining(['text/calendar', 'application/vnd.openxmlformats-officedocument.wordprocessingml.document']));
  back.leave();
});

test('the last day can be taken into her calendar from the road on, and it is the day she was told', async () => {
  const citizen = await Citizen.arrive(server.url);
  const { last } = await tell(server, [WANTS, DECISION, ['kontanthjælp'], ['den 27. november 2025'], ['tilbage'], ['i går'], [...NOT_YET, 'tirsdag den 22. december']], citizen);
  const calendar = last.activities.flatMap(({ attachments = [] }) => attachments).find(({ contentType }) => contentType === 'text/calendar');
  const file = await (await fetch(calendar?.contentUrl?.replace(/^https?:\/\/[^/]+/, server.url) ?? '')).text();
  expect(file).toContain('DTSTART;VALUE=DATE:20261222');
  expect(file.match(/BEGIN:VALARM/g)).toHaveLength(2);
  expect(file).toContain('UID:appeal-2026-12-22@');
  citizen.leave();
});

test('first and second instance are told apart when the adviser gets the case', async () => {
  const end: readonly Turn[] = [['I går kom der ingen.'], ['spring over'], ['At de kommer.'], ...TO_THE_ADVISER];
  const first = await tell(server, [WANTS, ['Praktisk arbejde, fx rengøring'], ['hjemmeplejen'], NOT_YET, ...end, ['Send', '#handoff.next.complaint.first', 'mulighed for at svare først', '!selv sende den til Ishøj']]);
  expect(handedOver(first)).toMatchObject({ round: 'first', nextDeadline: null, complaint: { about: 'practical-work', firstInstance: true, wish: 'At de kommer.' } });
  const second = await tell(server, [WANTS, ['Praktisk arbejde, fx rengøring'], ['hjemmeplejen'], ['Ja, og de har svaret'], ...end, ['Send', '#handoff.next.complaint.second', 'tre uger']]);
  expect(handedOver(second)).toMatchObject({ complaint: { firstInstance: false } });
});
