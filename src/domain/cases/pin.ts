import { latinDigits } from '../latin-digits';
import { withoutReference } from './reference';

/** A keyed hash under the server's key; `purpose` keeps its uses apart. */
export type KeyedHash = (purpose: string, text: string) => Uint8Array;

/**
 * The PIN of a case: six digits made of the reference under the server's key. Derived, so that a turn run again after a
 * crash tells the citizen the same PIN, and nothing but its HMAC needs to be kept.
 */
export function derivePin(hash: KeyedHash, reference: string): string {
  // 48 bits: the unevenness of the remainder is below one in a hundred million.
  const value = hash('pin', reference).slice(0, 6).reduce((sum, byte) => sum * 256 + byte, 0);
  return String(value % 1_000_000).padStart(6, '0');
}

/** What is kept of a PIN, as hex digits. */
export function pinHmac(hash: KeyedHash, reference: string, pin: string): string {
  return [...hash('pin-check', `${reference}\n${pin}`)].map((byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Compares two hex digests without telling by its time where they differ. */
export function sameDigest(one: string, other: string): boolean {
  if (one.length !== other.length) return false;
  let difference = 0;
  for (let place = 0; place < one.length; place++) difference |= one.charCodeAt(place) ^ other.charCodeAt(place);
  return difference === 0;
}

/**
 * The PIN in what was written, without the reference that may stand beside it; null when there is none.
 *
 * @example readPin('status på BR-2026-FHK24N pinkode 326 151') // '326151'
 */
export function readPin(text: string): string | null {
  const pin = /(?<![\p{L}\p{N}])\d[\d\s]{4,12}\d(?![\p{L}\p{N}])/u.exec(latinDigits(withoutReference(text)))?.[0]?.replace(/\s/g, '');
  return pin?.length === 6 ? pin : null;
}
