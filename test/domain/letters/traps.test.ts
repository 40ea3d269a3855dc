import { aLetter, GUIDANCE, read } from './letter-words';

/** The twenty traps of letters, one by one. */
const reading = (text: string, received?: string) => read(text, { received }).reading;
const REFUSED = 'Vi kan ikke imødekomme din ansøgning om en kørestol, fordi du kan gå 400 meter. Afgørelsen er truffet efter servicelovens § 112.';

test.each(['Vi påtænker at give afslag på din ansøgning.', 'Vi agter at stoppe din hjælp den 1. november 2026.', 'Vi forventer at træffe afgørelse om, at du skal tilbagebetale 4.000 kr.'])('1. a hearing is no decision: %s', (sentence) => {
  const { kind, outcome, appeal } = reading(aLetter('Om din sag', sentence, 'Du kan komme med dine bemærkninger, inden vi træffer afgørelse. Skriv til os senest den 19. oktober 2026.'));
  expect([kind, outcome, appeal.possible, appeal.deadline]).toEqual(['hearing', null, null, null]);
});

test('1. a draft headed "afgørelse" is a hearing', () => {
  expect(reading(aLetter('UDKAST TIL AFGØRELSE', 'Du får ikke støtte til køb af bil.', 'Du har lejlighed til at komme med bemærkninger, inden vi sender den endelige afgørelse.')).kind).toBe('hearing');
});

test('2. a reassessment that upholds is a decision with the outcome of what it upholds, and has no new deadline', () => {
  const upheld = aLetter('Genvurdering', 'Du klagede den 1. september 2026 over, at din hjælp blev nedsat fra 4 til 2 timer. Vi har genvurderet sagen og fastholder afgørelsen om nedsættelse.', 'Vi har sendt din klage til Ankestyrelsen. Du skal ikke gøre mere.');
  expect(reading(upheld)).toMatchObject({ kind: 'decision', outcome: 'reduced', appeal: { possible: true, body: 'ankestyrelsen', sendTo: null, deadline: null } });
});

test('2. one that gives in partly asks whether the complaint is kept up, and that time is the deadline', () => {
  const partly = aLetter('Du får delvist medhold i din klage', 'Du får hjælp til bad to gange om ugen, men ikke til indkøb.', 'Hvis du vil fastholde klagen, skal du sige det til os inden 4 uger, fra du har fået dette brev. Så sender vi sagen til Ankestyrelsen.');
  expect(reading(partly)).toMatchObject({ kind: 'decision', outcome: 'partly-granted', appeal: { possible: true, deadline: '2026-11-02' }, action: { kind: 'confirm-appeal', by: '2026-11-02' } });
});

test.each(['Vi bevilger dig 8 timer, men ikke de sidste 7 timer.', 'Vi har delvist imødekommet din ansøgning.', 'Vi bevilger kørestolen. Vi kan ikke bevilge elscooteren.'])('3. a partial grant: %s', (sentence) => {
  expect(reading(aLetter('Svar på din ansøgning', sentence, GUIDANCE)).outcome).toBe('partly-granted');
});

test.each([
  ['Vi kan ikke afvise, at du har ret, og vi bevilger derfor hjælpen.', 'granted'],
  ['Du er ikke længere berettiget til hjælp, og den stopper den 1. november 2026.', 'stopped'],
  ['Vi har ikke fundet grundlag for at bevilge hjælpen.', 'refused'],
  ['Du skal ikke betale noget tilbage, men hjælpen ophører den 1. november 2026.', 'stopped'],
])('4. negation: %s', (sentence, outcome) => expect(reading(aLetter('Afgørelse', sentence, GUIDANCE)).outcome).toBe(outcome));

test('4. no ground to change is a refusal in a reassessment', () => {
  expect(reading(aLetter('Svar på din klage over afslag', 'Vi har set på sagen igen. Der er ikke grundlag for at ændre afgørelsen om afslag.', 'Klagen er sendt til Ankestyrelsen.')).outcome).toBe('refused');
});

test('5. general law text in the letter decides nothing', () => {
  expect(reading(aLetter('Afslag på sygedagpenge', 'Vi kan ikke imødekomme din ansøgning.', 'Regler\nDu har ret til sygedagpenge, hvis du er uarbejdsdygtig. Kommunen kan standse sygedagpengene, når du er rask.', GUIDANCE)).outcome).toBe('refused');
});

test.each([
  ['Du kan klage til Ankestyrelsen. Klagen skal sendes til kommunen inden 4 uger.', 'kommunen'],
  ['Klagen skal sendes direkte til Ankestyrelsen inden 4 uger. Du kan klage, hvis du er uenig.', 'ankestyrelsen'],
])('6. who decides and where to send: %s', (sentence, sendTo) => {
  expect(reading(aLetter('Afslag på hjælp', REFUSED, `Klagevejledning\n${sentence}`)).appeal).toMatchObject({ body: 'ankestyrelsen', sendTo });
});

test('7. of two bodies the one for this decision is the body, the other another route', () => {
  const { appeal, otherRoutes } = reading(aLetter('Afslag på byggetilladelse', 'Vi kan ikke give byggetilladelse til carporten, jf. byggelovens § 16.', 'Klagevejledning\nAfgørelsen kan påklages til Byggeklageenheden inden 4 uger. Klagen sendes direkte til Byggeklageenheden. Spørgsmålet om lokalplanen afgøres særskilt, og den afgørelse kan påklages til Planklagenævnet.'));
  expect([appeal.body, otherRoutes]).toEqual(['byggeklageenheden', ['planklagenaevnet']]);
});

test('8. several decisions: the worst is the outcome, each is listed', () => {
  const { outcome, decisions } = reading(aLetter('Afgørelse om stop og tilbagebetaling', '1. Din kontanthjælp stopper den 1. november 2026.', '2. Du skal tilbagebetale 61.240 kr.', GUIDANCE));
  expect(outcome).toBe('repayment');
  expect(decisions.map((each) => each.outcome)).toEqual(['stopped', 'repayment']);
});

test.each([
  ['inden 4 uger efter, at du har modtaget brevet', '4 uger', 28, '2026-11-02'],
  ['inden fire uger fra modtagelsen', 'fire uger', 28, '2026-11-02'],
  ['senest 28 dage efter modtagelsen', '28 dage', 28, '2026-11-02'],
  ['inden for 4 uger', '4 uger', 28, '2026-11-02'],
  ['senest den 2. november 2026', '2. november 2026', null, '2026-11-02'],
  ['senest mandag den 2. november 2026 kl. 12', '2. november 2026', null, '2026-11-02'],
  ['inden 3 måneder', '3 måneder', null, '2027-01-05'],
  ['inden den 01-11-2026', '01-11-2026', null, '2026-11-01'],
])('9. a time or a date: %s', (words, deadlineText, deadlineDays, deadline) => {
  expect(reading(aLetter('Afslag på hjælp', REFUSED, `Klagevejledning\nDu kan klage til Ankestyrelsen. Din klage skal sendes til os ${words}.`)).appeal).toMatchObject({ deadlineText, deadlineDays, deadline });
});

test('9. the time runs from receipt where that is known, over weekends and holidays', () => {
  expect(reading(aLetter('Afslag på hjælp', REFUSED, GUIDANCE), '2026-11-27').appeal.deadline).toBe('2026-12-28');
});

test('10. the municipality’s four weeks are not the citizen’s', () => {
  const guidance = 'Klagevejledning\nDu kan klage til Ankestyrelsen. Send klagen til os. Vi har 4 uger til at genvurdere sagen.';
  expect(reading(aLetter('Afslag på hjælp', REFUSED, guidance)).appeal).toMatchObject({ possible: true, deadline: null });
});

test('10. nor are those that it gives itself for a complaint it has received', () => {
  const text = 'Nordby Municipality\nCitizen Service\n\n3 March 2026\n\nDear Ms Obi\n\nWe have received your complaint about our decision of 2 February 2026.\n\nWe now look at the case again. We have up to four weeks for that, from the day your complaint came, and we will reply to you no later than 31 March 2026. If we do not change it, we pass the complaint on to Ankestyrelsen.\n\nYours sincerely\nAnne Jensen';
  expect(reading(text).appeal).toMatchObject({ deadlineDays: null, deadline: null });
});

test('11. guidance on page 2 is found, guidance enclosed is not missing', () => {
  const onPageTwo = `${aLetter('Afslag på hjælp', REFUSED)}\n\nSide 1 af 2\n\f\n${GUIDANCE}\n\nSide 2 af 2`;
  expect(reading(onPageTwo)).toMatchObject({ missing: [], appeal: { possible: true, deadline: '2026-11-02' } });
  expect(reading(aLetter('Afslag på hjælp', REFUSED, 'Klagevejledning vedlagt.')).missing).toEqual([]);
});

test('12. OCR noise is seen through', () => {
  const noisy = aLetter('AFSLAG PA HJAELPEMIDDEL', 'Vi kan ikke imødekornme din ansøgning, da du kan ga 400 meter. Afgorelsen er truffet efter servicelovens S 112, stk. l.', 'Klageveiledning\nDu kan klage over afgø-relsen til Ankestyreisen. Klagen skal sendes til kornmunen inden 4 uqer.');
  expect(reading(noisy)).toMatchObject({ kind: 'decision', outcome: 'refused', legalBasis: [{ law: 'serviceloven', section: '112', subsection: '1' }], appeal: { body: 'ankestyrelsen', sendTo: 'kommunen', deadline: '2026-11-02' } });
});

test.each([
  ['Hej Fatima\n\nDu får desværre nej til den lejlighed, du har søgt.\n\nHilsen Jonas', 'refused'],
  ['Nordby Kommune\n\nYour application has been rejected because you live in another municipality.\n\nKind regards', 'refused'],
  ['Hej Ole. Vi har godkendt din ansøgning om skolekort. Mvh. Skolekontoret', 'granted'],
])('13. short, English and SMS-like decisions: %s', (text, outcome) => expect(reading(text)).toMatchObject({ kind: 'decision', outcome }));

test('14. the date of another letter is not this letter’s, and what is not there is null', () => {
  const { letterDate, caseNumber } = reading('Nordby Kommune\n\nSvar på din ansøgning af 3. september 2026\n\nVi kan ikke imødekomme din ansøgning af 3. september 2026.');
  expect([letterDate, caseNumber]).toEqual([null, null]);
});

test.each(['Udbetaling Danmark', 'Skattestyrelsen', 'Region Hovedstaden'])('15. a letter from %s is from it', (authority) => {
  const letter = `${authority}\nKongens Vænge 8\n3400 Hillerød\n\n5. oktober 2026\n\nAfslag på tilskud\n\nVi kan ikke imødekomme din ansøgning.\n\nDu kan klage til Ankestyrelsen. Klagen skal sendes til ${authority} inden 4 uger.`;
  expect(reading(letter)).toMatchObject({ authority, appeal: { sendTo: 'other' } });
});

test('16. old law is read as it is written', () => {
  expect(reading(aLetter('Afslag', `${REFUSED} Du fik før hjælp efter servicelovens § 41.`, GUIDANCE)).legalBasis.map(({ section }) => section)).toEqual(['112', '41']);
});

test.each(['Afgørelsen kan ikke påklages.', 'Afgørelsen kan ikke indbringes for anden administrativ myndighed.', 'Du kan ikke klage over afgørelsen til en anden myndighed.', 'Der er ingen klageadgang.'])('17. a decision that cannot be appealed: %s', (sentence) => {
  expect(reading(aLetter('Afslag på kørsel', 'Vi kan ikke bevilge kørsel efter servicelovens § 117, fordi du kan tage bussen.', sentence))).toMatchObject({ appeal: { possible: false, body: null, sendTo: null, deadline: null }, missing: [] });
});

test('18. a refusal of access to files goes to the body of the case', () => {
  expect(reading(aLetter('Afslag på aktindsigt', 'Vi kan ikke udlevere notatet, da det er internt, jf. forvaltningslovens § 12.', 'Du kan klage til Ankestyrelsen, der behandler klager i den sag, dokumenterne hører til. Klagen sendes til os.'))).toMatchObject({ outcome: 'refused', appeal: { body: 'ankestyrelsen', sendTo: 'kommunen' }, has: { legalBasis: true } });
});

test.each([
  ['☒ bevilget   ☐ afslag', 'granted'],
  ['☐ bevilget   ☒ afslag', 'refused'],
])('19. of two boxes the ticked one counts: %s', (boxes, outcome) => {
  expect(reading(aLetter('Afgørelse om hjælpemiddel', `Kørestol   ${boxes}`, GUIDANCE)).outcome).toBe(outcome);
});

test('20. two parents with a day of receipt each have a last day each', () => {
  const letter = aLetter('Afslag på merudgifter', 'Vi kan ikke imødekomme jeres ansøgning, fordi udgiften er almindelig, jf. barnets lovs § 86.', GUIDANCE);
  expect([reading(letter, '2026-10-05').appeal.deadline, reading(letter, '2026-10-07').appeal.deadline]).toEqual(['2026-11-02', '2026-11-04']);
});

test('the day is told as late only after the last day', () => {
  const letter = aLetter('Afslag på hjælp', REFUSED, GUIDANCE);
  expect(['2026-11-02', '2026-11-03'].map((today) => read(letter, { today }).reading.appeal.late)).toEqual([false, true]);
  expect(read(aLetter('Orientering', 'Du skal ikke gøre noget.'), { today: '2026-11-03' }).reading.appeal.late).toBeNull();
});
