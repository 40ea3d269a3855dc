import { sentenceAround } from '../../../src/domain/letters/explanation/quote';
import { goesOnByItself } from '../../../src/domain/letters/appeal-day';
import { looksLikeLetter } from '../../../src/domain/letters/looks-like-letter';
import { aLetter, GUIDANCE, read } from './letter-words';

/** Words on the matter under a letterhead whose lines stand close. */
const close = (...lines: readonly string[]): string => ['Nordby Kommune', 'Center for Skole og Familie', 'Dato: 17. november 2026', 'Sagsnr. 26/4410', ...lines].join('\n');
const PAYS_BACK = (span: string) => aLetter('Afgørelse om tilbagebetaling', `Du skal betale 18.420 kr. tilbage for ${span}, fordi du ikke oplyste, at du var flyttet, jf. aktivlovens § 91.`, GUIDANCE);

test.each(['perioden 1. august til 31. oktober 2026', 'tiden fra den 1. februar til den 30. april', 'perioden 1. maj - 30. juni', 'perioden 1. januar til og med 31. marts'])('no day of payment is made of "%s"', (span) => {
  expect(read(PAYS_BACK(span)).reading.action).toMatchObject({ kind: 'pay', by: null, amount: '18.420 kr.' });
});

test('a day of payment beside a span of time is read', () => {
  const letter = aLetter('Afgørelse om tilbagebetaling', 'Du skal betale 18.420 kr. tilbage for perioden 1. august til 31. oktober 2026. Beløbet skal være betalt senest den 4. januar 2027.', GUIDANCE);
  expect(read(letter).reading.action?.by).toBe('2027-01-04');
});

test.each([
  ['Skyldigt beløb: 4.212,00 kr.\nRykkergebyr: 250,00 kr.\nI alt at betale: 4.462,00 kr.', '4.462,00 kr.'],
  ['Restance          1.900,00\nGebyr               100,00\nI alt             2.000,00 kr.', '2.000,00 kr.'],
  ['Du skylder 900 kr. Med gebyr skal du betale i alt 1.000 kr.', '1.000 kr.'],
  ['Amount due: DKK 3,120. Reminder fee included.', 'DKK 3,120'],
])('the sum to pay is the total: %j', (rows, amount) => {
  expect(read(`Nordby Kommune\nOpkrævningen\nDato 20.11.2026\n\nRYKKER 2\nVi har ikke modtaget din betaling for vuggestue.\n${rows}\nSidste rettidige betalingsdag: 4. december 2026`).reading.action?.amount).toBe(amount);
});

test.each(['Afgørelse om specialundervisning til Emil', 'Afgørelse om ophør af botilbud', 'Afslag på plads i dagtilbud', 'Du skal betale boligstøtte tilbage', 'Svar på din ansøgning til visitationen'])('the heading "%s" is no department', (heading) => {
  expect(read(close(heading, 'Vi har besluttet, at Emil ikke får støtte i skolen efter folkeskolelovens § 20, stk. 2.')).reading.department).toBe('Center for Skole og Familie');
});

test('of a list each point is a decision, the granted one too', () => {
  const letter = aLetter('Afgørelse om kontanthjælp', '1. Vi stopper din kontanthjælp fra 1. november 2026 efter aktivlovens § 10.', '2. Du skal betale 8.420 kr. tilbage, jf. aktivlovens § 91.', '3. Din ansøgning om flytning er bevilget med 3.500 kr., jf. aktivlovens § 85.', GUIDANCE);
  expect(read(letter).reading.decisions.map(({ outcome }) => outcome)).toEqual(['stopped', 'repayment', 'granted']);
});

test('one matter granted in part is told once', () => {
  const { reading } = read(aLetter('Afgørelse om tabt arbejdsfortjeneste', 'Vi giver dig delvist medhold. Du får tabt arbejdsfortjeneste for 10 timer om ugen.', GUIDANCE));
  expect(reading).toMatchObject({ outcome: 'partly-granted', decisions: [] });
});

test('the date of a letterhead is nothing to send', () => {
  const letter = 'Nordby Kommune\nYdelsescenter\n26. november 2026\nSagsnummer 26/99\n\nVi mangler oplysninger til din ansøgning\n\nFor at kunne behandle den skal vi bruge:\n- Kontoudtog for 3 måneder\n- Lønsedler\n\nSend venligst oplysningerne inden den 10. december 2026.';
  expect(read(letter).reading.action).toMatchObject({ kind: 'send', by: '2026-12-10', what: ['Kontoudtog for 3 måneder', 'Lønsedler'] });
});

test.each([
  ['Du indkaldes til samtale onsdag den 9. december 2026 kl. 10.15 i Jobcenter Nordby, Torvet 20, 2. sal. Kan du ikke komme, så meld afbud på 43 57 75 00.', 'Jobcenter Nordby, Torvet 20, 2. sal', '43 57 75 00'],
  ['Vi inviterer dig til et møde torsdag den 10. december 2026 kl. 9.00-10.00 på Rådhuset, lokale 14. Ring på tlf. 43 57 75 11, hvis du er forhindret.', 'Rådhuset, lokale 14', '43 57 75 11'],
])('an invitation tells where, and what number to ring: %j', (text, place, phone) => {
  const { reading, evidence } = read(`Nordby Kommune\nJobcenter\n27. november 2026\n\nIndkaldelse til samtale\n\n${text}\n\nVenlig hilsen\nJobcentret`);
  expect(reading).toMatchObject({ kind: 'invitation', action: { kind: 'attend', place } });
  expect(evidence.filter(({ field }) => field === 'action.phone').map(({ quote }) => quote)).toEqual([phone]);
});

test('a reassessment that upholds and passes on is told by its own words, and goes on by itself', () => {
  const { reading, evidence } = read(aLetter('Vi har genvurderet din sag om hjemmehjælp', 'Du klagede den 30. oktober 2026 over vores afgørelse om nedsættelse af din rengøring efter ældrelovens § 10.', 'Vi har genvurderet sagen og fastholder afgørelsen. Vi har derfor i dag sendt din klage og sagens papirer videre til Ankestyrelsen.'));
  const quotes = { outcome: evidence.filter(({ field }) => field === 'outcome').map(({ quote }) => quote) };
  expect(quotes.outcome).toEqual(['Vi har genvurderet sagen og fastholder afgørelsen.']);
  expect(goesOnByItself({ reading, quotes })).toBe(true);
});

test('more tax to pay is an order: none of the results', () => {
  const { reading, doubts } = read('Skattestyrelsen\nDato: 9. november 2026\nVi har ændret din skat for 2024\nDu skal betale 12.300 kr. mere i skat for 2024, fordi fradraget ikke kan godkendes, jf. ligningslovens § 9 C.\nDu kan klage til Skatteankestyrelsen. Klagen skal være modtaget senest 3 måneder efter, at du har modtaget afgørelsen.');
  expect(reading).toMatchObject({ kind: 'decision', outcome: null, appeal: { deadlineText: '3 måneder' } });
  expect(doubts).toEqual([]);
});

const HEADED = close('Afgørelse om anbringelse', 'Udvalget har den 19. november 2026 besluttet, at din datter anbringes, jf. barnets lov § 47.', 'Du kan klage til Ankestyrelsen.');
test.each([
  ['besluttet', 'Udvalget har den 19. november 2026 besluttet, at din datter anbringes, jf. barnets lov § 47.'],
  ['Afgørelse om', 'Afgørelse om anbringelse'],
  ['klage', 'Du kan klage til Ankestyrelsen.'],
])('a quote begins at its own sentence: "%s"', (word, sentence) => {
  expect(sentenceAround(HEADED, HEADED.indexOf(word), HEADED.indexOf(word) + word.length)).toBe(sentence);
});

test('a letterhead on the same line is left out of the quote', () => {
  const line = 'Nordby Kommune Visitationen Dato: 3. november 2026 Sagsnr. 26/1122 Afslag på nødkald Du kan ikke få et nødkald.';
  expect(sentenceAround(line, line.indexOf('Du kan'), line.length)).toBe('Afslag på nødkald Du kan ikke få et nødkald.');
});

test('a line that was broken for want of room is read on', () => {
  const text = 'Vi har lagt vægt på, at du selv kan gøre rent i hele din bolig, og at din mand\nOle kan hjælpe dig.';
  expect(sentenceAround(text, 0, 6)).toBe('Vi har lagt vægt på, at du selv kan gøre rent i hele din bolig, og at din mand Ole kan hjælpe dig.');
});

test.each([
  'Ishøj Kommune\nVisitationen\n3. november 2026\nAfslag på nødkald\nDu kan ikke få et nødkald.\nVenlig hilsen Visitationen',
  'Nordby Kommune\nBorgerservice\nDato: 3. november 2026\nDin ansøgning om pas er ikke imødekommet.',
])('a refusal of a few lines under a letterhead is a letter: %j', (text) => expect(looksLikeLetter(text)).toBe('letter'));

test.each(['Kan du hjælpe mig? Jeg har fået afslag fra visitationen. Hilsen Ole, Ishøj Kommune', 'Hej. Hvad er din adresse? Dato for mødet i jobcentret er den 3. november 2026', 'du skal betale din regning senest i morgen, siger jobcenter manden'])('a few words of hers are none: %j', (text) => expect(looksLikeLetter(text)).toBe('no'));
