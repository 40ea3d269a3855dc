import { appealDay } from '../../../src/domain/letters/appeal-day';
import type { LetterFacts } from '../../../src/domain/letters/explanation/point';
import { aLetter, GUIDANCE, read } from './letter-words';

/** Letters that a stranger wrote, and others of the same fault in other words. */
const short = (...lines: readonly string[]): string => ['Nordby Kommune', 'Ydelse', 'Dato: 9. november 2026', 'Sagsnr. 26/3000', '', ...lines].join('\n');

test.each([
  ['Vi har besluttet at stoppe din kontanthjælp, fordi du har en formue på 38.000 kr. på en konto.\n\nDu skal desuden betale 22.416 kr. tilbage, jf. aktivlovens § 91.', '22.416 kr.'],
  ['Du havde 61.000 kr. stående på en opsparing, som du ikke havde oplyst. Vi kræver derfor 9.120 kr. tilbage efter aktivlovens § 91.', '9.120 kr.'],
])('the sum to pay back is the claim, not what she owns: %j', (text, amount) => {
  expect(read(aLetter('Afgørelse om tilbagebetaling', text, GUIDANCE)).reading.action?.amount).toBe(amount);
});

test.each([
  ['senest 4 uger efter den 10. november 2026', '2026-11-10', '2026-12-08'],
  ['inden fire uger regnet fra den 10. november 2026', '2026-11-10', '2026-12-08'],
  ['inden 4 uger fra dette brevs dato', '2026-11-09', '2026-12-07'],
  ['inden 4 uger fra datoen på dette brev', '2026-11-09', '2026-12-07'],
])('"%s" is counted from that day, however late the letter came', (limit, day, last) => {
  const { reading, appealTime } = read(short('Afslag på hjælp til medicin', '', `Vi giver afslag på din ansøgning efter aktivlovens § 82. Du kan klage til Ydelse ${limit}. Ankestyrelsen er klageinstans.`));
  expect(appealTime).toMatchObject({ from: 'stated-event', day });
  const facts: LetterFacts = { reading, quotes: {}, received: { day: '2026-11-19', how: 'told' }, time: appealTime, noticed: null, told: false, rule: null, today: '2026-11-30' };
  expect(appealDay(facts)?.last).toBe(last);
});

test.each(['inden udgangen af november 2026', 'senest ultimo november 2026'])('"%s" is the last day of the month', (limit) => {
  expect(read(short('Afslag på hjælp til medicin', '', `Vi giver afslag på din ansøgning efter aktivlovens § 82. Du kan klage til Ydelse ${limit}. Ankestyrelsen er klageinstans.`)).reading.appeal.deadline).toBe('2026-11-30');
});

test('a complaint turned away as late is a decision, no receipt', () => {
  expect(read(short('Din klage er modtaget for sent', '', 'Du har den 12. november 2026 klaget over vores afgørelse af 1. september 2026. Klagefristen var 4 uger. Vi afviser derfor din klage, da den er modtaget for sent.')).reading).toMatchObject({ kind: 'decision', outcome: 'dismissed' });
});

test.each(['Du får bevilget 8 timers ledsagelse, ikke 15 som du søgte om.', 'Du får 8 timers ledsagelse om måneden, ikke de 15, du har søgt om.'])('less than was asked for is a part: %s', (text) => {
  expect(read(aLetter('Ledsagelse', `${text} Grunden er, at du selv tager bussen til træning. (SEL § 97).`, GUIDANCE)).reading.outcome).toBe('partly-granted');
});

test.each(['Hvis du ikke sender os de tre seneste lønsedler inden den 11. december 2026, afslår vi ansøgningen.', 'Sender du ikke dine lønsedler inden den 11. december 2026, afslår vi ansøgningen.'])('a receipt that demands is a request: %s', (text) => {
  expect(read(short(`Tak for din ansøgning om økonomisk friplads. Vi forventer at svare inden 4 uger. ${text}`)).reading).toMatchObject({ kind: 'request', action: { kind: 'send', by: '2026-12-11' } });
});

test.each([
  ['Beløbet bedes indbetalt senest den 3. december 2026. Kan du ikke betale, så kontakt Opkrævningen om en afdragsordning.', '2026-12-03'],
  ['Du betaler i 6 rater fra 1. januar 2027. Kan du ikke betale, så ring til os.', '2027-01-01'],
])('the day of payment is read: %s', (text, by) => {
  expect(read(`Nordby Kommune\nOpkrævningen\nDato 19.11.2026\n\nRYKKER 2\nVi har ikke modtaget din betaling.\nI alt    3.124,00 kr.\n${text}`).reading.action?.by).toBe(by);
});

test('a case sent back is a decision with no yes or no', () => {
  expect(read('Ankestyrelsen\n7998 Statsservice\n18. november 2026\nJ.nr. 26-55120\n\nAfgørelse fra Ankestyrelsen\n\nVi hjemviser Nordby Kommunes afgørelse af 2. juni 2026 om merudgifter til behandling på ny. Kommunen skal indhente en ny lægeerklæring og træffe en ny afgørelse.').reading).toMatchObject({ kind: 'decision', outcome: null });
});

test('the same no told three times is one', () => {
  expect(read('Nordby Kommune\nFamilieafdelingen\n\nHej Samira\n\nJeg skriver lige for at sige at vi har kigget på din ansøgning om aflastning til Noor. Det bliver desværre et nej. Du opfylder ikke betingelserne. Din sag er hermed lukket.\n\nMvh\nTrine').reading).toMatchObject({ outcome: 'refused', decisions: [], missing: ['legal-basis', 'appeal-guidance'] });
});

test('complaining of the handling alone is no appeal', () => {
  expect(read(aLetter('Svar på dit ønske om plads', 'Vi kan desværre ikke give Sami plads fra den 1. november, fordi der er 14 børn foran ham.', 'Du kan ikke klage over afgørelsen til en anden myndighed. Er du utilfreds med sagsbehandlingen, så skriv til vores leder.')).reading.appeal.possible).toBe(false);
});
