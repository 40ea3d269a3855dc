import { byWhen } from '../src/domain/letters/explanation/by-when';
import { asksLastDay, letterQuestion, type LetterQuestion } from '../src/domain/letters/explanation/parts-asked';
import type { GlossaryEntry } from '../src/domain/letters/glossary';
import { tellAskedOfLetter, tellNewDay, tellWord } from './letter-answers';
import { factsOf } from './letter-facts';
import type { LetterMemory } from './letter-memory';
import { wordQuestion } from './letter-words-asked';
import type { Talk } from './talk';

/** "Why that day?", asked while the day of receipt is asked for. */
const ASKS_WHY = /(?<!\p{L})(?:hvorfor|why|hvad skal du bruge|hvad bruger du)(?!\p{L})/iu;
const WHY_WORDS_AT_MOST = 8;

type Early = { readonly word: GlossaryEntry } | { readonly asked: LetterQuestion } | 'why' | 'last-day';

/**
 * What she asks while the letter's dialog waits for an answer of hers: what a word means, what the letter says, why it is asked, or "is it too
 * late?". Null when nothing. `days`: the day of receipt is what it waits for.
 */
export function askedEarly(talk: Talk, waitsFor: 'letter' | 'day' | 'other'): Early | null {
  const { heard: { text, action }, memory: { letter } } = talk;
  if (waitsFor === 'letter') return null;
  const word = wordQuestion(talk);
  if (word !== null) return { word };
  if (letter === null || action !== null) return null;
  if (asksLastDay(text) && timesOf(talk, letter) !== null) return 'last-day';
  const asked = letterQuestion(text);
  if (asked === 'again') return { asked: { parts: ['what', 'decided'] } };
  // The day is told when it can be counted.
  if (asked !== null) return { asked: typeof asked === 'string' ? asked : { parts: asked.parts.filter((part) => part !== 'deadline') } };
  return waitsFor === 'day' && text.split(/\s+/).length <= WHY_WORDS_AT_MOST && ASKS_WHY.test(text) ? 'why' : null;
}

/** Answers that; the dialog then asks again what it waits for. */
export async function answerEarly(talk: Talk, early: Early): Promise<void> {
  if (early === 'why') return talk.say('letter.received.why', {}, { choices: [] });
  if (early === 'last-day') return tellSafeDay(talk);
  return 'word' in early ? tellWord(talk, early.word) : tellAskedOfLetter(talk, early.asked);
}

/** The letter as if it had come on its own date: no day counted from it is later than the true one. Null where nothing can be counted yet. */
function timesOf(talk: Talk, letter: LetterMemory): LetterMemory | null {
  const { letterDate } = letter.reading;
  const safe: LetterMemory = letter.received !== null || letterDate === null ? letter : { ...letter, received: { day: letterDate, how: 'letter-date' } };
  return byWhen(factsOf(talk, safe)).length > 0 ? safe : null;
}

async function tellSafeDay(talk: Talk): Promise<void> {
  const safe = talk.memory.letter && timesOf(talk, talk.memory.letter);
  if (safe) await tellNewDay(talk, safe);
}
