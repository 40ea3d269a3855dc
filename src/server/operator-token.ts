import { createHmac, timingSafeEqual } from 'node:crypto';

/** Time enough for one command, too little to be of use when found in a log. */
const SECONDS = 60;

const sign = (key: Uint8Array, until: number): string => createHmac('sha256', key).update(`operator\n${until}`).digest('base64url');

/** A token that lets whoever has the server's key read the cases; `now` in milliseconds since 1970. */
export function signOperatorToken(key: Uint8Array, now: number): string {
  const until = Math.floor(now / 1000) + SECONDS;
  return `${until}.${sign(key, until)}`;
}

export function verifyOperatorToken(key: Uint8Array, token: string, now: number): boolean {
  const [until = '', signature = ''] = token.split('.');
  const expected = Buffer.from(sign(key, Number(until)));
  const given = Buffer.from(signature);
  const seconds = Math.floor(now / 1000);
  return /^\d{1,12}$/.test(until) && Number(until) > seconds && Number(until) <= seconds + SECONDS && given.length === expected.length && timingSafeEqual(given, expected);
}
