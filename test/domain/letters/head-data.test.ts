import { read } from './letter-words';

const BODY = '\n\nAfslag på hjælp til briller\n\nVi har besluttet at give afslag på din ansøgning om hjælp til briller efter aktivlovens § 82. Øjenlægen skriver, at du ser godt nok.\n\nMed venlig hilsen\nAnne Jensen\n';

test.each([
  ['Dato    J.nr.             Ref.\n4/12 26 09.02.16-K08-3-26 thb', '2026-12-04', '09.02.16-K08-3-26'],
  ['Dato | Sagsnr. | Sagsbehandler\n4. december 2026 | 26/4411 | thb', '2026-12-04', '26/4411'],
  ['Assens, 8/2 2027\nJ.nr. 32.03.08-Ø36-2-27', '2027-02-08', '32.03.08-Ø36-2-27'],
  ['Maribo, den første december 2026\nSagsnr. 26/117702', '2026-12-01', '26/117702'],
  ['Bevillingsdato: 26-11-2026       Sagsnr.: HJ-26-3390', '2026-11-26', 'HJ-26-3390'],
  ['Sags-ID: CPR-2026-3388                         10/11-2026', '2026-11-10', 'CPR-2026-3388'],
  ['Our ref. (sagsnr.): 15.40.00-G01-31-26\nDecember 8th, 2026', '2026-12-08', '15.40.00-G01-31-26'],
  ["5. okt. '26\nJ.nr. HN 41/2026", '2026-10-05', 'HN 41/2026'],
  ['29-O8-2025\nSagsnummer 25/14490', '2025-08-29', '25/14490'],
  ['Dat: 24. novemb er 2026\nSagsnr. 26/1', '2026-11-24', '26/1'],
  ['Acadre-nr. 26/7741\nJournalnr.: 27-00291\nDato: 3. juni 2027', '2027-06-03', '27-00291'],
])('date and case number are read from %j', (head, letterDate, caseNumber) => {
  const { reading } = read(`Nordby Kommune\nSocialafdelingen\n${head}${BODY}`);
  expect({ letterDate: reading.letterDate, caseNumber: reading.caseNumber }).toEqual({ letterDate, caseNumber });
});

test.each([
  ['SMS fra Nordby Kommune, Befordring 10-12-2026 14:06\n\nHej. Svar på din ansøgning om skolekørsel: nej. Skolen ligger 900 m fra jer.', '2026-12-10'],
  ['Nordby Kommune. SMS 3/2-27 kl. 8.30\n\nHej Sofie. Vi minder om møde hos visitator i morgen kl. 13.', '2027-02-03'],
  ['Nordby Kommune\n\nDin ansøgning er kommet frem.\n\nDenne bekræftelse er dannet automatisk den 9. marts 2026.', '2026-03-09'],
])('a message tells its date at its head or foot: %j', (letter, letterDate) => {
  expect(read(letter).reading.letterDate).toBe(letterDate);
});

test.each([
  ['Tabletterne er på 1/2 20 mg.', null],
  ['Fødselsdato: 04-05-1980', null],
  ['Betalingsdato: 01-12-2026', null],
])('no date of the letter stands in %j', (head, letterDate) => {
  expect(read(`Nordby Kommune\n${head}\n\nTil Ole Jensen\n\nVi har modtaget din ansøgning.`).reading.letterDate).toBe(letterDate);
});
