import { Citizen } from './citizen';
import { startServer, type TestServer } from './server';

let server: TestServer;
beforeAll(async () => {
  server = await startServer('2026-11-30T10:00');
});
afterAll(() => server.stop());

interface Row {
  readonly said: string;
  readonly topic?: string;
  /** Words that must stand in the answer. */
  readonly holds: readonly string[];
  /** Words that must not. */
  readonly lacks?: readonly string[];
  readonly locale?: string;
}

const QUIET = 'vil ikke leve mere?';

async function expectAnswer({ said, topic, holds, lacks = [], locale }: Row): Promise<void> {
  const citizen = await Citizen.arrive(server.url, locale);
  const answer = await citizen.say(said);
  if (topic !== undefined) expect(answer.topic).toBe(topic);
  for (const word of holds) expect(answer.text).toContain(word);
  for (const word of lacks) expect(answer.text).not.toContain(word);
  citizen.leave();
}

describe('danger and need of the day get the number that helps', () => {
  test.each<Row>([
    { said: 'der er brand i mit køkken', topic: 'crisis', holds: ['112'] },
    { said: 'det er brand hos min nabo', topic: 'crisis', holds: ['112'] },
    { said: 'jeg har drukket ukrudtsmiddel', topic: 'crisis', holds: ['112'] },
    { said: 'min far er faldet ned ad trappen og svarer ikke', topic: 'crisis', holds: ['112'], lacks: ['udlejer'] },
    { said: 'my kitchen is on fire', topic: 'crisis', holds: ['112'], locale: 'en-GB' },
    { said: 'jeg er bange for min kæreste', topic: 'crisis', holds: ['112', '1888'] },
    { said: "I'm scared of my husband", topic: 'crisis', holds: ['112', '1888'], locale: 'en-GB' },
    { said: 'jeg har ingen steder at sove i nat', holds: ['43 57 75 75'] },
    { said: 'we have nowhere to sleep tonight', holds: ['43 57 75 75'], locale: 'en-GB' },
    { said: 'زوجي عنيف وأنا أخاف منه', topic: 'crisis', holds: ['إذا كانت الحياة في خطر', '112', '1888'], lacks: ['شما'] },
  ])('$said', expectAnswer);

  test('a greeting in Arabic is answered in Arabic, one in Persian in Persian', async () => {
    await expectAnswer({ said: 'سلام عليكم ورحمة الله', holds: ['مرحبا'] });
    await expectAnswer({ said: 'سلام، به کمک شما نیاز دارم', holds: ['سلام'], lacks: ['مرحبا'] });
  });

  test.each<Row>([
    { said: 'jeg skyder mig selv i foden hvis jeg skriver den klage', holds: [], lacks: ['112'] },
    { said: 'jeg har ikke lyst til at leve af min kones løn', holds: [], lacks: ['112'] },
    { said: 'de tager livet af mig med alle de breve', holds: [], lacks: ['112'] },
    { said: 'hvor ligger ydelsescentret', holds: [], lacks: [QUIET] },
    { said: 'hvorfor skal I have min adresse', topic: 'privacy', holds: [], lacks: [QUIET] },
    { said: 'vores barn kan ikke få en plads i dagplejen', holds: [], lacks: [QUIET] },
  ])('nobody is frightened by $said', expectAnswer);

  test('a man whose wife fears for the house is answered, not only given numbers', async () => {
    const story = 'Hej. Jobcentret vil have mig i praktik, selv om min læge siger nej. Jeg har skrevet til min sagsbehandler tre gange uden at få svar. Min kone er bange for at vi mister lejligheden. Hvem kan hjælpe mig?';
    const citizen = await Citizen.arrive(server.url);
    expect((await citizen.say(story)).topic).not.toBe('crisis');
    citizen.leave();
  });
});

describe('what is asked is answered where it belongs', () => {
  test.each<Row>([
    { said: 'kommunen har fjernet min datter', topic: 'complaint.decision', holds: ['Ankestyrelsen'], lacks: ['Slet'] },
    { said: 'vores børn er blevet tvangsfjernet', topic: 'complaint.decision', holds: ['Ankestyrelsen'] },
    { said: 'kommunen har sendt min adresse til min eks', topic: 'privacy', holds: ['Datatilsynet', '1888'] },
    { said: 'har rådhuset åbent på torsdag', holds: ['43 57 75 75'], lacks: ['20 21 89 88'] },
    { said: 'telefonnummeret til jobcentret', holds: ['Jobcenter'], lacks: ['20 21 89 88'] },
    { said: 'har I åbent på torsdag', topic: 'hours.phone', holds: ['3. december'] },
    { said: 'mine sygedagpenge stopper på mandag, hvad lever jeg af', holds: ['43 57 75 75', 'Ankestyrelsen'] },
    { said: 'kan jeg få afslaget på skrift', topic: 'complaint.decision', holds: ['14 dage'] },
    { said: 'de sagde nej over telefonen, jeg har ikke fået noget brev', holds: ['14 dage'] },
    { said: 'jæ vil klaje på min saksbehanler', topic: 'complaint.staff', holds: [] },
    { said: 'min husleje er sat op igen', topic: 'outside', holds: ['Huslejenævnet'], lacks: ['Udbetaling Danmark'] },
    { said: 'hvem står for boligstøtte', holds: ['Udbetaling Danmark'], lacks: ['Voksne og Velfærd'] },
    { said: 'krydset ved skolen er farligt, hvem klager jeg til', topic: 'complaint.practical', holds: ['43 57 75 75'], lacks: ['Vejdirektoratet'] },
    { said: 'kommunen har slæbt min bil væk', holds: [], lacks: ['støtte til bil'] },
    { said: 'må jeg lydoptage et møde med jobcentret', topic: 'rights.representation', holds: ['optage', '20 21 89 88'], lacks: ['fuldmagt'] },
    { said: 'jeg vil gerne klage over rådgiveren', holds: ['43 57 75 75'], lacks: ['Hvad vil du klage over?'] },
    { said: 'politiet nægter at skrive min anmeldelse', topic: 'outside', holds: ['Politiet'], lacks: ['udlejer'] },
    { said: 'hvor længe gemmes det jeg skriver', topic: 'privacy', holds: ['21 dage', '24 timer', '5 år'] },
    { said: 'hvor søger man om bolig', topic: 'find.department', holds: ['Boliganvisning'], lacks: ['Hvad handler det om?'] },
    { said: 'hvem bestemmer om min far får hjemmehjælp', topic: 'find.department', holds: ['Visitation'] },
    { said: 'hvem bestemmer om min kone får førtidspension', topic: 'find.department', holds: ['Jobcenter'], lacks: ['Udbetaling Danmark'] },
    { said: 'hvor ligger jobcentret', topic: 'find.department', holds: ['Jobcenter', 'Brohuset'] },
    { said: 'er der åbent i weekenden', topic: 'hours.phone', holds: ['1. december', 'Efter de dage'] },
  ])('$said', expectAnswer);
});
