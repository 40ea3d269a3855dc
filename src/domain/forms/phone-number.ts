import { findPhoneNumbersInText, parsePhoneNumberFromString } from 'libphonenumber-js/max';
import { latinDigits } from '../latin-digits';

/** What a typed phone number came to. */
export type ReadPhone =
  | { readonly kind: 'valid'; readonly e164: string }
  /** It has the length of a number and yet is given to nobody, such as 12345678: asked about, never refused. */
  | { readonly kind: 'unusual'; readonly asWritten: string }
  | { readonly kind: 'none' };

/**
 * The first phone number in what was written; without a country code it is Danish.
 *
 * @example readPhoneNumber('ring på 20 21 89 88 efter kl. 16') // { kind: 'valid', e164: '+4520218988' }
 */
export function readPhoneNumber(text: string): ReadPhone {
  const written = latinDigits(text.normalize('NFKC')).replace(/[\u200b-\u200f\u202a-\u202e\u2060]/gu, '');
  const [found] = findPhoneNumbersInText(written, { defaultCountry: 'DK', extended: true });
  if (found?.number.isValid()) return { kind: 'valid', e164: found.number.number };
  const digits = /\+?\d[\d\s().-]{5,22}\d/u.exec(written)?.[0].trim();
  if (digits === undefined) return { kind: 'none' };
  const parsed = parsePhoneNumberFromString(digits.replace(/^00/u, '+'), 'DK');
  if (parsed?.isValid()) return { kind: 'valid', e164: parsed.number };
  const count = digits.replaceAll(/\D/gu, '').length;
  return count >= 6 && count <= 15 ? { kind: 'unusual', asWritten: digits } : { kind: 'none' };
}

/**
 * A number as people read it: Danish ones without the country code.
 *
 * @example showPhoneNumber('+4520218988') // '20 21 89 88'
 */
export function showPhoneNumber(number: string): string {
  const parsed = parsePhoneNumberFromString(number);
  if (!parsed) return number;
  return parsed.country === 'DK' ? parsed.formatNational() : parsed.formatInternational();
}
