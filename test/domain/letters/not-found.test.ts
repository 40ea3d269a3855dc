import { aLetter, GUIDANCE, read } from './letter-words';

const reading = (text: string) => read(text).reading;

describe('what must not be taken for a case number', () => {
  test.each([
    ['a CPR number', 'CPR-nr. 010180-9999'],
    ['a masked CPR number', 'Cpr. 010180-xxxx'],
    ['an invoice', 'Fakturanr.: FA-2260714'],
    ['a customer', 'Kundenr. 0044 71 883'],
    ['an EAN number', 'EAN 5798000000001'],
    ['a document', 'Dok.nr.: 203311/26'],
    ['a land register number', 'Matr.nr. 12 xy Greve By'],
    ['a telephone', 'Tlf. 43 57 75 75'],
    ['another’s case', 'Deres j.nr.: 26-114 LWB'],
  ])('%s', (_name, line) => expect(reading(`Nordby Kommune\n${line}\n\nVi skriver til dig om din ansøgning om hjælp.`).caseNumber).toBeNull());
});

describe('what must not be taken for the letter’s date', () => {
  test.each([
    ['the date of the application', 'Din ansøgning er modtaget: 14. januar 2026'],
    ['a day in the text', 'Vi modtog din ansøgning den 3. september 2026 og har nu set på den.'],
    ['a month alone', 'November 2026'],
    ['a birthday', 'Født den 3. marts 1980'],
    ['a last day to pay', 'Betalingsfrist: 1. oktober 2026'],
    ['a day that does not exist', 'Dato: 31. februar 2026'],
    ['a case number that looks like one', 'Sagsnr. 27.36.00-G01-12-26'],
  ])('%s', (_name, line) => expect(reading(`Nordby Kommune\n${line}\n\nVi skriver til dig om din ansøgning om hjælp.`).letterDate).toBeNull());
});

describe('what must not be taken for the time to complain', () => {
  const deadline = (sentence: string) => reading(aLetter('Afslag på hjælp', 'Vi kan ikke imødekomme din ansøgning.', `Klagevejledning\nDu kan klage til Ankestyrelsen. Klagen sendes til kommunen. ${sentence}`)).appeal;

  test.each([
    ['the municipality’s own time to reassess', 'Kommunen har 4 uger til at vurdere sagen igen.'],
    ['the time to pass the complaint on', 'Fastholder vi afgørelsen, sender vi klagen videre inden 4 uger.'],
    ['the time to sue', 'Sag ved domstolene skal anlægges inden 6 måneder.'],
    ['the time to pay', 'Beløbet skal betales inden 14 dage.'],
    ['no time at all', 'Der er ingen frist for at klage.'],
  ])('%s', (_name, sentence) => expect(deadline(sentence)).toMatchObject({ possible: true, deadline: null, deadlineText: null }));

  test('the time to comment in a hearing', () => {
    const { kind, appeal } = reading(aLetter('Partshøring', 'Vi påtænker at stoppe din hjælp. Du kan komme med bemærkninger inden 14 dage.'));
    expect([kind, appeal.deadline]).toEqual(['hearing', null]);
  });
});

describe('what decides nothing', () => {
  test.each([
    ['a condition', 'Du har ret til sygedagpenge, hvis du er syg.'],
    ['what the citizen asks for', 'Du har søgt om at få bevilget en kørestol.'],
    ['what the citizen says', 'Du skriver, at vi skal bevilge det hele.'],
    ['a quotation', 'Brevet siger: "Vi har bevilget dig hele beløbet til dine briller."'],
    ['a possibility', 'Hjælpen kan blive stoppet, hvis du ikke møder op.'],
    ['an earlier decision', 'Ved afgørelse af 3. maj 2025 fik du bevilget 5 timer.'],
    ['the contrary', 'Du skal ikke betale noget tilbage.'],
  ])('%s', (_name, sentence) => expect(reading(aLetter('Om din sag', sentence)).outcome).toBeNull());
});

test('a letter about nothing gives nothing', () => {
  for (const text of ['', ' ', '\n\n\n', '???', 'Hej', '12345', '☒☐☒']) {
    expect(reading(text)).toMatchObject({ kind: 'other', outcome: null, caseNumber: null, letterDate: null, legalBasis: [], missing: [] });
  }
});

test('what a poor reading did not give is not called missing', () => {
  const letter = aLetter('Afslag på hjælp', 'Vi kan ikke imødekomme din ansøgning.');
  expect(read(letter).reading.missing).toEqual(['reasons', 'legal-basis', 'appeal-guidance']);
  const poor = read(letter, { poor: true });
  expect([poor.reading.missing, poor.doubts.map(({ field, why }) => `${field} ${why}`)]).toEqual([[], expect.arrayContaining(['missing poor-reading'])]);
});

test('evidence quotes the letter as it stands', () => {
  const letter = aLetter('Afslag på briller', 'Vi kan ikke imødekomme din ansøgning, fordi dine briller er to år gamle, jf. aktivlovens § 82.', GUIDANCE);
  const { evidence } = read(letter);
  expect(evidence.map(({ field }) => field)).toEqual(expect.arrayContaining(['kind', 'outcome', 'caseNumber', 'letterDate', 'legalBasis.0', 'appeal.deadlineText', 'appeal.body', 'appeal.sendTo']));
  for (const { start, end, quote } of evidence) expect(letter.slice(start, end)).toBe(quote);
});
