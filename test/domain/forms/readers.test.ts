import { readPhoneNumber, showPhoneNumber } from '../../../src/domain/forms/phone-number';
import { readChoice } from '../../../src/domain/forms/read-choice';
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

test.each([['Fatma Yıldız', 'Fatma Yıldız'], ['jeg hedder Ali Demir.', 'Ali Demir'], ['Mit navn er  Bo   Ø. Hansen', 'Bo Ø. Hansen'], ["My name's Ann", 'Ann'], ['محمد', 'محمد'], ['20218988', null], ['👍', null], ['hvorfor?', null], ['ja', null], ['ved ikke', null], ['Jo Nielsen', 'Jo Nielsen'], ['Nat Morgen', 'Nat Morgen'], ['Nejla Kaya', 'Nejla Kaya'], ['helst efter kl 14', null], ['nej det siger jeg ikke', null]])('%j names %s', (said, name) =>
  expect(readName(said)).toBe(name),
);

test.each([['min mail er Ali.Demir@example.dk.', 'ali.demir@example.dk'], ['<a@b.dk>', 'a@b.dk'], ['a@b', null], ['ingen', null]])('%j holds the address %s', (said, address) => expect(readEmail(said)).toBe(address));
