import { startServer, type TestServer } from './server';
import { handedOver, tell, type Turn } from './told';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('2026-11-25T10:00');
});
afterAll(() => server.stop());

jest.setTimeout(60_000);

/** A complaint over waiting, to the draft. */
const DRAFTED: readonly Turn[] = [
  ['jeg vil klage'], ['Sagens gang eller ventetid'], ['jobcentret'], ['nej'], ['jeg har ventet i 4 måneder'], ['siden juli'], ['Spring over'], ['et svar', '#ask.complaint.handover'],
];
const NAMED: readonly Turn[] = [['Ja', '#ask.complaint.name'], ['Karen Holm', '#ask.complaint.phone']];
const REVIEWED: readonly Turn[] = [...DRAFTED, ...NAMED, ['20304050'], ['nej'], ['nej'], ['nej', '#form.review']];

test.each<{ what: string; turns: readonly Turn[] }>([
  { what: 'a number', turns: [['mit telefonnummer er forkert, det skal være 20304051', '#form.changed', 'Telefonnummer: 20 30 40 51'], ['telefonnummeret er forkert, det er 20304052', '#form.review', '20 30 40 52'], ['nej, nummeret er 20304053', '20 30 40 53']] },
  { what: 'a consent', turns: [['jeg har fortrudt, I må gerne tale med afdelingen', 'Tale med afdelingen: Ja'], ['I må alligevel ikke tale med afdelingen', 'Tale med afdelingen: Nej'], ['det er i orden, at I ser papirerne', 'Se papirerne: Ja']] },
  { what: 'a department and a day', turns: [['det var jobcentret i Taastrup', 'Afdeling: jobcentret i Taastrup'], ['datoen er forkert, det var siden juni', 'Tidspunkt: siden juni']] },
  { what: 'a name', turns: [['jeg hedder Karin Holm', 'Navn: Karin Holm'], ['Navnet er stavet forkert', '#ask.complaint.name'], ['Karna Holm', 'Navn: Karna Holm']] },
  { what: 'what nobody could read, and is not taken for agreement', turns: [['blå bananer', '#form.review.unclear', '#form.review', '!Det er rettet'], ['Ret', '#form.change-ask'], ['blå bananer', '#form.change-unclear'], ['Tilbage', '#form.review']] },
])('corrected at the review: $what', async ({ turns }) => {
  await tell(server, [...REVIEWED, ...turns]);
});

test('what was changed at the review is what is handed over', async () => {
  const told = await tell(server, [...REVIEWED, ['nummeret er ikke rigtigt, det skal være 20304099'], ['jeg har ombestemt mig, I må gerne se papirerne'], ['Send', '#handoff.sent']]);
  expect(handedOver(told)).toMatchObject({ contact: { phone: '+4520304099' }, consent: { scope: ['see-file'] } });
});

test.each([['3', 'jeg har ventet på svar i 6 måneder', 'Det skete: jeg har ventet på svar i 6 måneder'], ['2', 'siden maj:', 'Tidspunkt: siden maj'], ['5', 'at der bliver truffet en afgørelse', 'Dit ønske: at der bliver truffet en afgørelse']])('line %s of the draft, written anew, says the same in review and case', async (line, words, holds) => {
  const told = await tell(server, [...DRAFTED, ['Ret i udkastet'], [line], [words, '#complaint.draft', words], ...NAMED, ['20304050'], ['ja'], ['ja'], ['ja', '#form.review', holds], ['Send', '#handoff.sent']]);
  const { complaint } = handedOver(told) as { complaint: { draft: string; whatHappened: string; when: string; wish: string } };
  expect([complaint.whatHappened, complaint.when, complaint.wish].some((told) => words.startsWith(told))).toBe(true);
  expect(complaint.draft).toContain(words);
});

test('a line struck out is gone from the review as well', async () => {
  await tell(server, [...DRAFTED, ['Ret i udkastet'], ['5'], ['Slet linjen', '#complaint.draft', '!et svar'], ...NAMED, ['20304050'], ['ja'], ['ja'], ['ja', 'Dit ønske: (ikke udfyldt)']]);
});

test.each<{ what: string; turns: readonly Turn[] }>([
  { what: 'a mother', turns: [['jeg vil klage på vegne af min mor, hun er 84 og hjemmehjælpen kommer ikke'], ['Skriv en klage', '#ask.complaint.department'], ['hjemmeplejen'], ['Nej, ikke endnu', 'Du skrev før', 'hun er 84'], ['Brug det, jeg skrev'], ['siden 1. november'], ['Spring over'], ['At de kommer', '#ask.complaint.behalf'], ['Min mors eller fars', '#ask.complaint.behalfName'], ['Lis Holm', '#ask.complaint.byRight'], ['jeg er hendes datter', 'Jeg klager på vegne af Lis Holm.']] },
  { what: 'a neighbour', turns: [['jeg skriver for min nabo, han kan ikke dansk. kommunen svarer ham ikke'], ['Skriv en klage'], ['jobcentret'], ['nej', 'Du skrev før', 'min nabo'], ['Brug det, jeg skrev'], ['i maj'], ['Spring over'], ['Et svar', '#ask.complaint.behalf'], ['min nabos', '#ask.complaint.behalfName']] },
  { what: 'a grandmother, in English', turns: [['I am writing on behalf of my grandmother, the home help never comes'], ['Write a complaint'], ['the home care'], ['No, not yet', 'You wrote before', 'my grandmother']] },
])('for $what, said in the first message: her words are kept, and she is asked whose case and by what right', async ({ turns }) => {
  await tell(server, turns);
});

test('at the question for her name: "it is my father\'s case" is no name', async () => {
  const told = await tell(server, [...DRAFTED, ['Ja'], ['Det er min fars sag', '#ask.complaint.behalfName'], ['Bent Holm', '#ask.complaint.byRight'], ['Fuldmagt', '#ask.complaint.name'], ['Eva Holm'], ['20304050'], ['ja'], ['ja'], ['ja', 'Navn: Eva Holm', 'Klager for: Bent Holm'], ['Send']]);
  expect(handedOver(told)).toMatchObject({ contact: { name: 'Eva Holm' }, onBehalfOf: { name: 'Bent Holm', authority: 'fuldmagt' } });
});

test.each([['Forælder', 'Jeg har forældremyndigheden'], ['jeg er hans mor', 'Jeg har forældremyndigheden'], ['jeg er bare en ven', 'Intet papir endnu'], ['jeg har ikke noget på skrift', 'Intet papir endnu'], ['hun har skrevet under på en fuldmagt', 'Jeg har en fuldmagt']])('what gives the right to complain, told as %j', async (said, label) => {
  await tell(server, [...DRAFTED, ['det er min søns sag', '#ask.complaint.behalfName'], ['Emil Holm', '#ask.complaint.byRight'], [said, '#ask.complaint.handover'], ['Ja'], ['Karen Holm'], ['Ret', '#form.change-ask'], ['Lov til det', '#ask.complaint.byRight', '!Fristen'], [label, '#ask.complaint.phone']]);
});

test.each([[[['På e-mail'], ['karen@example.dk']], 'svarer dig på e-mail'], [[['Her i chatten']], 'svarer dig her i chatten']] as const)('who left no number is not told of a call: %j', async (answers, holds) => {
  await tell(server, [...DRAFTED, ...NAMED, ['Spring over'], ...answers.map(([said]): Turn => [said]), ['ja'], ['nej'], ['Send', holds, '!ringer til dig'], ['hvad sker der nu?', holds, '!ringer til dig']]);
});

test('who says no to a talk with the department hears that nobody passes it on', async () => {
  await tell(server, [...DRAFTED, ...NAMED, ['20304050'], ['ja'], ['nej'], ['nej'], ['Send', 'ringer til dig', '#complaint.own-duty.department', '#complaint.file', 'Ishøj Kommune, jobcentret']]);
  await tell(server, [...DRAFTED, ...NAMED, ['20304050'], ['ja'], ['ja'], ['nej'], ['Send', '#handoff.sent', '!sender ingen klagen videre']]);
});

test('what a no leads to is told at each consent, and the question is put again', async () => {
  await tell(server, [
    ...DRAFTED, ['hvad sker der, hvis jeg siger nej?', '#explain.handover', '#ask.complaint.handover'], ...NAMED, ['20304050'],
    ['hvorfor spørger I om det?', '#explain.mayLeaveMessage', '#ask.complaint.mayLeaveMessage'], ['nej'],
    ['what happens if I say no?', '#explain.contactDepartment'], ['hvilken afdeling', '#explain.contactDepartment'], ['hvornår har I åbent?', '#ask.complaint.contactDepartment', '!Siger du nej'], ['nej'],
    ['hvilke papirer?', '#explain.seeFile'], ['skal jeg sige ja?', '#explain.seeFile', '#ask.complaint.seeFile'], ['nej', '#form.review'],
  ]);
});

test('without a name: she is told how, and no word of hers becomes one', async () => {
  const told = await tell(server, [
    ...DRAFTED, ['Ja'], ['kan jeg være anonym?', '#explain.complaint.name', '#ask.complaint.name'], ['Anonym', '#explain.complaint.name'], ['jeg vil helst ikke sige mit navn', '#explain.complaint.name'], ['Spring over', '#ask.complaint.phone'],
    ['Spring over'], ['Her i chatten'], ['nej'], ['nej', 'Navn: (ikke udfyldt)'], ['Send', '#handoff.sent'],
  ]);
  expect(handedOver(told)).toMatchObject({ contact: { name: null, phone: null, preferred: 'chat' } });
});

test.each<{ turns: readonly Turn[] }>([
  { turns: [['jeg har ikke telefon kun mail', '#ask.complaint.email'], ['karen@example.dk', '#ask.complaint.contactDepartment']] },
  { turns: [['skriv hellere på mail', '#ask.complaint.email']] },
  { turns: [['Spring over', '#ask.complaint.preferred'], ['karen@example.dk', '#ask.complaint.contactDepartment']] },
  { turns: [['helst i chatten', '#ask.complaint.contactDepartment']] },
])('to be written to, told at the question for her number: $turns', async ({ turns }) => {
  await tell(server, [...DRAFTED, ...NAMED, ...turns]);
});

test('"Ret" among the contact questions leads to the answers, in the draft\'s lines to the draft, and from there to an answer', async () => {
  await tell(server, [
    ...DRAFTED, ...NAMED, ['20304050'], ['nej'], ['Ret', '#form.change-ask'], ['Navn', '#ask.complaint.name'], ['Karin Holm', '#ask.complaint.contactDepartment'],
    ['Navnet er forkert', '#ask.complaint.name'], ['Karla Holm', '#ask.complaint.contactDepartment'], ['Ret'], ['Tilbage', '#ask.complaint.contactDepartment'], ['nej'], ['nej', 'Navn: Karla Holm'],
  ]);
  await tell(server, [...DRAFTED, ['Ret', '#draft.edit.pick'], ['blå bananer', '#draft.edit.unclear', '#draft.edit.pick'], ['afdelingen er forkert', '#ask.complaint.department'], ['Borgerservice', '#ask.complaint.handover']]);
  await tell(server, [...DRAFTED, ['Ret', '#draft.edit.pick'], ['Ret', '#form.change-ask']]);
});

test('who would rather be called is, with what she has told', async () => {
  const told = await tell(server, [
    ['jeg vil klage'], ['Jeg vil hellere ringes op', '#form.call-instead'], ['Fortsæt', '#ask.complaint.about'], ...DRAFTED.slice(1, 6),
    ['kan I ikke ringe til mig i stedet', '#form.call-instead'], ['Ja, ring mig op', '#callback.start', '#ask.callback.name'], ['Karen Holm'], ['20304050'], ['tirsdag formiddag'], ['nej', 'jeg har ventet i 4 måneder'], ['Send'],
  ]);
  expect(handedOver(told)).toMatchObject({ subject: 'callback', message: 'jeg har ventet i 4 måneder' });
});

test('that she is here again is no answer; what others are to do is one', async () => {
  await tell(server, [...DRAFTED.slice(0, 6), ['nu er jeg her igen', '#ask.complaint.meant'], ['fortsæt', '#ask.complaint.meant'], ['hej, jeg er tilbage', '#ask.complaint.meant'], ['Spring over'], ['at de ringer til mig i stedet', '#complaint.draft', 'at de ringer til mig i stedet']]);
});

test('a complaint that was stopped is taken up where it was left', async () => {
  await tell(server, [...DRAFTED, ['stop'], ['stop', '#form.laid-aside'], ['jeg vil fortsætte min klage', '#form.taken-up', '#ask.complaint.handover'], ['stop'], ['stop'], ['jeg vil klage', '#form.laid-aside.again', '#ask.complaint.about'], ['fortsæt min klage', '#form.taken-up', '#ask.complaint.handover'], ['Ja', '#ask.complaint.name']]);
  await tell(server, [...DRAFTED, ['stop'], ['stop'], ['hvornår har I åbent?'], ['Fortsæt', '#form.taken-up', '#ask.complaint.handover']]);
  await tell(server, [['jeg vil klage'], ['stop'], ['stop', '#form.abandoned', '!er her endnu']]);
});

test.each<{ said: string; asks: string }>([{ said: 'ved ikke', asks: '#ask.complaint.department' }, { said: 'Noget andet i kommunen', asks: '#ask.complaint.department' }, { said: 'de har glemt at svare mig hele sommeren', asks: '#ask.complaint.department' }, { said: 'En nabo eller et firma', asks: '#complaint.other.neighbour' }])('something else: $said', async ({ said, asks }) => {
  await tell(server, [['jeg vil klage'], ['Noget andet', '#ask.complaint.other'], [said, asks]]);
});

test.each([['kan jeg klage mundtligt', 'må du gerne klage mundtligt'], ['må man ringe og klage?', 'kvittering'], ['can I complain over the phone?', '43 57 75 75'], ['kan jeg få en anden sagsbehandler', 'anden sagsbehandler, ved jeg ikke'], ['jeg vil gerne skifte sagsbehandler', 'tale sammen']])('%j is answered, and begins no form', async (said, holds) => {
  await tell(server, [[said, holds, '!Intet er sendt, før']]);
});
