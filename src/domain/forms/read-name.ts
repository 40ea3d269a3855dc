import { readTime } from '../dates/read-time';
import { asksBot } from './asked-of-bot';

const INTRODUCTIONS = /^(?:hej[,!.]?\s+)?(?:jeg hedder|mit navn er|mit navn:?|navn:?|det er|jeg er|my name is|my name's|my name:?|name:?|i am|i'm|this is)\s+/iu;

/** Words of a sentence. */
const TOLD = /(?<!\p{L})(?:jeg|ikke|hvad|hvorfor|not|why|what)(?!\p{L})/iu;

/** Answers to another question; nobody is called that. */
const NO_NAME = /^(?:ja|jo|jep|nej|næ|ok|okay|ved ikke|det ved jeg ikke|yes|no|nope|tak|hej|hello|hi)$/iu;

/** She would rather not say, or answers what was asked before. */
const NOT_TOLD = /^(?:nej,?\s|helst\s|no,?\s(?:i|thanks|thank)(?!\p{L})|det (?:siger|vil|skal|må)\s|(?:i|jeg) (?:would|will|vil|siger|ønsker|don't|do not)\s|anonym(?:t|ous)?$)/iu;

/**
 * The name in what was written, without the words around it.
 *
 * @example readName('Jeg hedder Fatma Yıldız.') // 'Fatma Yıldız'
 */
export function readName(text: string): string | null {
  const name = text.trim().replace(INTRODUCTIONS, '').replace(/[\s.,!]+$/u, '').replace(/\s+/gu, ' ');
  // A part of the day may be a name as well; a time with its hour is none.
  if (asksBot(text) || TOLD.test(name) || NOT_TOLD.test(name) || (/\p{N}/u.test(name) && readTime(name) !== null)) return null;
  return /\p{L}/u.test(name) && !/\p{N}{3}/u.test(name) && !name.includes('?') && !NO_NAME.test(name) ? name : null;
}
