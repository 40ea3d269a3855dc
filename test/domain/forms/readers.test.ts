import { readPhoneNumber, showPhoneNumber } from '../../../src/domain/forms/phone-number';
import { choicesMeant, labelNamed, meansAll, readChoice } from '../../../src/domain/forms/read-choice';
import { readEmail } from '../../../src/domain/forms/read-email';
import { readName } from '../../../src/domain/forms/read-name';
import { readYesNo } from '../../../src/domain/forms/read-yes-no';

test.each([
  ['20 21 89 88', '+4520218988'],
  ['20218988', '+4520218988'],
  ['2021 8988', '+4520218988'],
  ['+45 20 21 89 88', '+4520218988'],
  ['0045 20218988', '+4520218988'],
  ['ring på 20 21 89 88 efter kl. 16', '+4520218988'],
  ['20-21-89-88', '+4520218988'],
  ['(+45) 20218988', '+4520218988'],
  ['+46 70 123 45 67', '+46701234567'],
  ['+90 532 123 45 67', '+905321234567'],
  ['43 57 75 75', '+4543577575'],
  ['２０２１８９８８', '+4520218988'],
])('%j is the number %s', (said, e164) => expect(readPhoneNumber(said)).toEqual({ kind: 'valid', e164 }));

test.each(['12345678', '00 00 00 00', '1234567'])('%j is asked about, not refused', (said) => expect(readPhoneNumber(said)).toMatchObject({ kind: 'unusual' }));
test.each(['', 'det ved jeg ikke', '112', 'kl. 16'])('%j holds no number', (said) => expect(readPhoneNumber(said)).toEqual({ kind: 'none' }));
test.each([['+4520218988', '20 21 89 88'], ['+46701234567', '+46 70 123 45 67'], ['12345678', '12345678']])('%s is shown as %s', (number, shown) => expect(showPhoneNumber(number)).toBe(shown));

test.each([['ja', true], ['Ja tak!', true], ['ja, det må du gerne', true], ['ok', true], ['👍', true], ['yes please', true], ['nej', false], ['Nej tak', false], ['nej, helst ikke', false], ['nej det vil jeg ikke have', false], ["no, please don't", false], ['måske', null], ['ja men ikke til min mand', null], ['nej men måske', null], ['', null], ['det ved jeg ikke', null]])(
  '%j means %s',
  (said, meant) => expect(readYesNo(said)).toBe(meant),
);

test.each([['Telefon', 0], ['telefonen tak', 0], ['på e-mail', 1], ['2', 1], ['den tredje', 2], ['her i chatten', 2], ['telefon eller e-mail', null], ['', null], ['ved ikke', null]])('%j chooses %s', (said, place) =>
  expect(readChoice(said, ['Telefon', 'E-mail', 'Her i chatten'])).toBe(place),
);

const TRIED = ['Nej, ikke endnu', 'Ja, men uden svar', 'Ja, og de har svaret', 'Sagen er et andet sted nu'];
const COMPLAINED = ['Nej, ikke endnu', 'Ja, kommunen har klagen', 'Ja, og sagen er gået videre'];
const WHOSE = ['Min egen', 'Mit barns', 'Min mors eller fars', 'En, jeg hjælper i mit job', 'En andens'];
const MATTERS = ['Vi stopper din kontanthjælp fra 1. november 2026', 'Du skal betale 18.420 kr. tilbage', 'Hele brevet'];

test.each([
  ['nej', TRIED, [0]],
  ['nej aldrig', TRIED, [0]],
  ['Nej ikke før', COMPLAINED, [0]],
  ['no never', ['No, not yet', 'Yes, but no answer', 'Yes, and they answered'], [0]],
  ['det har jeg ikke gjort', COMPLAINED, [0]],
  ['jeg har aldrig klaget før', COMPLAINED, [0]],
  ['I haven\'t yet', ['No, not yet', 'Yes, but no answer', 'Yes, and they answered'], [0]],
  ['det har jeg', TRIED, [1, 2]],
  ['jeg har ikke råd', COMPLAINED, []],
  ['jeg har ringet men ingen svarer', TRIED, [1]],
  ['ja', TRIED, [1, 2]],
  ['ja, det har jeg', COMPLAINED, [1, 2]],
  ['ikke endnu', TRIED, [0]],
  ['ja men uden svar', TRIED, [1]],
  ['ja de har svaret', TRIED, [2]],
  ['de svarede i går', TRIED, [2]],
  ['de har ikke svaret på mine mails siden marts', TRIED, [1]],
  ['jeg vil bare have sygedagpengene videre', COMPLAINED, []],
  ['sagen er gået videre til ankestyrelsen', COMPLAINED, [2]],
  ['kommunen svarer ikke på noget', COMPLAINED, []],
  ['kommunen har fået klagen', COMPLAINED, [1]],
  ['at de giver mig kontanthjælp igen og jeg ikke skal betale', MATTERS, []],
  ['kontanthjælpen', MATTERS, [0]],
  ['det er min mor', WHOSE, [2]],
  ['det er mit barn', WHOSE, [1]],
  ['i morgen', WHOSE, []],
  ['er det dyrt at klage', TRIED, []],
  ['jeg har ikke nogen forældremyndighed længere', ['Jeg har forældremyndigheden', 'Jeg er værge'], []],
  ['ja jeg har en fuldmagt', ['Jeg har forældremyndigheden', 'Jeg er værge', 'Jeg har en fuldmagt', 'Intet papir endnu'], [2]],
  ['ja to gange', ['En afgørelse', 'Sagens gang eller ventetid', 'En ansats opførsel'], []],
  ['ventetid', ['En afgørelse', 'Sagens gang eller ventetid', 'En ansats opførsel'], [1]],
  ['jeg vil klage over en afgørelse', ['En afgørelse', 'Sagens gang eller ventetid', 'En ansats opførsel'], [0]],
] as const)('%j among %j means %j', (said, labels, places) => expect(choicesMeant(said, labels)).toEqual(places));

test.each([['nummeret er ikke rigtigt', 0], ['mit navn er stavet forkert', 1], ['noget helt andet', null], ['navn og nummer', null], ['afdeling', 2]])('%j speaks of label %s', (said, place) => expect(labelNamed(said, ['Nummer', 'Navn', 'Afdeling', 'Tale med afdelingen'])).toBe(place));

test.each([['begge dele', true], ['det hele', true], ['both', true], ['den ene', false], ['alt er forkert i mit liv', false]])('%j means all: %s', (said, all) => expect(meansAll(said)).toBe(all));

test.each([['Fatma Yıldız', 'Fatma Yıldız'], ['jeg hedder Ali Demir.', 'Ali Demir'], ['Mit navn er  Bo   Ø. Hansen', 'Bo Ø. Hansen'], ["My name's Ann", 'Ann'], ['محمد', 'محمد'], ['20218988', null], ['👍', null], ['hvorfor?', null], ['ja', null], ['ved ikke', null], ['Jo Nielsen', 'Jo Nielsen'], ['hvad mener du', null], ['det vil jeg ikke sige', null], ['skal jeg sige det', null], ['Nat Morgen', 'Nat Morgen'], ['Nejla Kaya', 'Nejla Kaya'], ['helst efter kl 14', null], ['nej det siger jeg ikke', null]])('%j names %s', (said, name) =>
  expect(readName(said)).toBe(name),
);

test.each([['min mail er Ali.Demir@example.dk.', 'ali.demir@example.dk'], ['<a@b.dk>', 'a@b.dk'], ['a@b', null], ['ingen', null]])('%j holds the address %s', (said, address) => expect(readEmail(said)).toBe(address));

test('"mig selv" names no choice that only has the word in it', () => expect(readChoice('mig selv', ['Frist for at klage', 'Ring mig op', 'Tal med et menneske'])).toBeNull());
