import type { Json, JsonObject } from '../json';
import { personalNumbers } from './personal-number';

/** What stands in place of a digit that was masked. */
export const MASK = '•';
const HIDDEN_DIGITS = 4;
const MASKED = new RegExp(`${MASK}{${HIDDEN_DIGITS}}`, 'u');

/** Keys whose values tie messages together and are drawn by programs, not written by people. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['clientActivityID', 'timestamp', 'localTimestamp', 'replyToId']);

/**
 * Hides the last four digits of every CPR number; the text keeps its length, so that places in it stay true.
 *
 * @example maskPersonalData('mit nr. er 010190-1234') // 'mit nr. er 010190-••••'
 */
export function maskPersonalData(text: string): string {
  let masked = text;
  for (const { start, end } of personalNumbers(text)) masked = masked.slice(0, start) + hideLastFour(masked.slice(start, end)) + masked.slice(end);
  return masked;
}

/** Whether a text holds a number that was masked. */
export const holdsMask = (text: string): boolean => MASKED.test(text);

/** An activity with every string in it masked, and numbers that read as CPR numbers as well. */
export function maskActivity(activity: JsonObject): JsonObject {
  return maskObject(activity);
}

function maskObject(object: JsonObject): JsonObject {
  return Object.fromEntries(Object.entries(object).map(([key, value]) => [key, LEFT_ALONE.has(key) ? value : maskJson(value)]));
}

function maskJson(value: Json): Json {
  if (typeof value === 'string') return maskPersonalData(value);
  if (typeof value === 'number') return maskNumber(value);
  if (Array.isArray(value)) return value.map(maskJson);
  return value === null || typeof value === 'boolean' ? value : maskObject(value);
}

/** A number in JSON has lost its leading zero: 101901234 may be 010190-1234. */
function maskNumber(value: number): Json {
  if (!Number.isInteger(value) || value < 100_000_000 || value > 9_999_999_999) return value;
  const written = String(value).padStart(10, '0');
  const masked = maskPersonalData(written);
  return masked === written ? value : masked;
}

/** Counts UTF-16 units, not signs: a digit of another script may take two, and the length must stay. */
function hideLastFour(written: string): string {
  let left = HIDDEN_DIGITS;
  return [...written]
    .reverse()
    .map((sign) => (left > 0 && /\p{Nd}/u.test(sign) ? ((left -= 1), MASK.repeat(sign.length)) : sign))
    .reverse()
    .join('');
}
