import type { DialogContext } from 'botbuilder-dialogs';
import { ZONE } from '../src/domain/calendar';
import { readReceiptDay, RECEIVED, tellsOfThisLetter } from '../src/domain/dates/day-of-receipt';
import { readPastDay } from '../src/domain/dates/read-past-day';
import { wordAsked, type GlossaryEntry } from '../src/domain/letters/glossary';
import { asksLastDay, letterQuestion, type LetterQuestion } from '../src/domain/letters/explanation/parts-asked';
import type { Point } from '../src/domain/letters/explanation/point';
import { wordQuestion } from './letter-words-asked';
import type { LetterReading } from '../src/domain/letters/letter-reading';
import { sectionQuestion } from './sections-asked';
import { tellAskedOfLetter, tellIfNot, tellLastDay, tellLetterMarked, tellSections, tellWhyThatDay, tellWord } from './letter-answers';
import { LetterDialog, type LetterOptions } from './letter-dialog';
import type { Talk } from './talk';

/** What a message means when a letter was just explained, or when it asks what a word means. */
export type FollowUp =
  | { readonly kind: 'why-day' | 'last-day' | 'show' | 'if-not' }
  /** Another day of receipt than she first said. */
  | { readonly kind: 'received' }
  /** The day that another got it: hers stays. */
  | { readonly kind: 'another' }
  /** A word that nobody has explained. */
  | { readonly kind: 'unknown-word' }
  /** Something that was told in the explanation. */
  | { readonly kind: 'told'; readonly asked: LetterQuestion }
  | { readonly kind: 'word'; readonly entry: GlossaryEntry }
  /** Sections of law that it asks the meaning of. */
  | { readonly kind: 'sections'; readonly points: readonly Point[] };

/** A story of more words than this is a matter of its own. */
const WORDS_AT_MOST = 14;
const ASKS_WHY = /(?<!\p{L})(?:hvorfor|hvordan|why|how)(?!\p{L}).*(?<!\p{L})(?:den dag|dag|dato|frist|regnet|talt|day|date|counted|deadline)/iu;
/** A word or two that it asks the meaning of; the words with an explanation are found before. */
const ASKS_MEANING = /^\s*(?:hvad betyder|hvad er (?:en |et )?|what is (?:an? )?|what does)\s+[\p{L}-]+(?: [\p{L}-]+)?(?: mean)?\s*\??\s*$/iu;
/** She takes back a day that she said, and says no more of it than which it was: any other day in her words may be another thing's. */
const CORRECTS = /(?<!\p{L})(?:nej|vent|undskyld|fejl|forkert|rettelse|faktisk|alligevel|sorry|no|wait|actually|wrong|mistake)(?!\p{L}).*(?<!\p{L})(?:det|den|brevet|it|that) (?:var|was)(?!\p{L})/iu;
const SHOW = /(?<!\p{L})(?:vis|se|show|see)(?!\p{L}).*(?<!\p{L})(?:brev|brevet|letter)(?!\p{L})/iu;
/** "Hvad sker der, hvis jeg ikke kommer?", "jeg kan ikke den dag". */
const IF_NOT = /(?<!\p{L})(?:hvad sker der|hvad så|what happens|what if)(?!\p{L})|(?<!\p{L})(?:hvis|if) (?:jeg|i) (?:ikke|don't|do not|can't|cannot)|(?<!\p{L})(?:jeg )?kan (?:desværre )?ikke (?:den dag|komme|møde|nå det|betale|deltage)|(?:can't|cannot) (?:come|make it|pay|attend)|(?<!\p{L})(?:flytte|ændre|udskyde) (?:mødet|tiden|samtalen)|(?:more time|udsættelse)/iu;

/** What the message asks of the letter last explained; null when nothing. A word or a section is explained with or without a letter. */
export function letterFollowUp(talk: Talk): FollowUp | null {
  const { heard: { text, action }, memory: { letter }, content, services } = talk;
  if (action !== null || text.split(/\s+/).length > WORDS_AT_MOST) return null;
  const points = sectionQuestion(talk);
  if (points !== null) return { kind: 'sections', points };
  const word = wordQuestion(talk) ?? (letter?.explained ? wordAlone(text, content.glossary) : null);
  if (word !== null) return { kind: 'word', entry: word };
  if (!letter?.explained) return null;
  if (asksForSomething(letter.reading) && IF_NOT.test(text)) return { kind: 'if-not' };
  if (ASKS_WHY.test(text)) return { kind: 'why-day' };
  if (asksLastDay(text)) return { kind: 'last-day' };
  const now = services.now().setZone(ZONE);
  const day = readReceiptDay(text, now);
  if (day === null && readPastDay(text, now) !== null && RECEIVED.test(text)) return { kind: 'another' };
  if (day !== null && !text.includes('?') && (tellsOfThisLetter(text) || CORRECTS.test(text))) return { kind: 'received' };
  if (SHOW.test(text)) return { kind: 'show' };
  const asked = letterQuestion(text);
  if (asked !== null) return { kind: 'told', asked };
  return ASKS_MEANING.test(text) ? { kind: 'unknown-word' } : null;
}

/** It asks her to come, to answer, to send or to pay. */
const asksForSomething = ({ kind, action }: LetterReading): boolean => kind !== 'decision' && action !== null;

/** One of the letter's words and nothing else: she was told that she can write it. */
function wordAlone(text: string, glossary: readonly GlossaryEntry[]): GlossaryEntry | null {
  const word = wordAsked(text, glossary);
  const said = text.trim().replace(/[?.!]+$/, '').toLocaleLowerCase('da');
  return word !== null && [word.term, ...word.also].some((form) => form.toLocaleLowerCase('da') === said) ? word : null;
}

/** Answers what is asked of the letter last explained. */
export async function answerFollowUp(talk: Talk, dc: DialogContext, asked: FollowUp): Promise<void> {
  talk.topic = 'letter.understand';
  switch (asked.kind) {
    case 'word':
      return tellWord(talk, asked.entry);
    case 'sections':
      return tellSections(talk, asked.points);
    case 'why-day':
      return tellWhyThatDay(talk);
    case 'last-day':
      return tellLastDay(talk);
    case 'if-not':
      return tellIfNot(talk);
    case 'show':
      return tellLetterMarked(talk);
    case 'another':
      await talk.say('letter.received.another', {}, { choices: [] });
      return tellLastDay(talk);
    case 'unknown-word':
      return talk.say('letter.word.unknown');
    case 'told':
      return tellAskedOfLetter(talk, asked.asked);
    case 'received':
      await dc.beginDialog(LetterDialog.ID, { received: 'said' } satisfies LetterOptions);
  }
}
