import { ZONE } from '../src/domain/calendar';
import { Tongue } from '../src/domain/language';
import { channelOf, weeklyOpenings } from '../src/domain/hours/opening-status';
import type { Topic } from '../src/domain/topics/topic';
import type { TonguePart } from '../src/content/tongues';
import { LOCALE } from './reply';
import type { Talk } from './talk';

/** Fewer words than this are no evidence of a language: "ok", a name, "telefon". */
export const WORDS_AT_LEAST = 3;

/** Topics that can be answered in a language without full content, where it has the words. */
const PARTS: Partial<Record<Topic, TonguePart>> = {
  'adviser.can': 'guidance',
  'adviser.cannot': 'guidance',
  'adviser.process': 'guidance',
  'complaint.start': 'complaint',
  'hours.phone': 'hours',
  'hours.consultation': 'hours',
  contact: 'contact',
  privacy: 'notice',
  human: 'human',
  unknown: 'card',
};
const CHOICES: Partial<Record<TonguePart, readonly string[]>> = { card: ['callback', 'human', 'language.en'], guidance: ['callback', 'human'], human: ['callback', 'question'], notice: ['erase', 'human'], complaint: ['callback', 'question', 'language.en', 'complaint.write'] };

/** The language without full content that a message is written in; null when it is none. */
export function tongueOf(language: string | null): Tongue | null {
  return Tongue.safeParse(language).data ?? null;
}

/** Introduces the adviser in her language: who it is, when to phone, that an interpreter can be had. */
export function sayCard(talk: Talk, tongue: Tongue): boolean {
  talk.memory.languageNoted = true;
  talk.introduced = true;
  return talk.sayInTongue('card', tongue, valuesIn(talk, tongue), CHOICES.card);
}

/**
 * The language that a message is to be answered in, where it is one without full content: she was met in it, and the message does not
 * show another. A word or two show none: "telefon" is telefon in many.
 */
export function answersIn({ memory: { tongue }, heard: { recognition, text, action } }: Talk): Tongue | null {
  const shows = action === null && recognition.language !== null && tongueOf(recognition.language) !== tongue && text.split(/\s+/).length >= WORDS_AT_LEAST;
  return shows ? null : tongue;
}

/**
 * Gives the answer to a topic in her language, where it is not a dialog that has to begin. The complaint is Danish: before it begins
 * she is told so, once, and offered a person. False where there are no words for it.
 */
export function giveInTongue(talk: Talk, topic: Topic, begins: object | null): boolean {
  const tongue = answersIn(talk);
  if (tongue === null) return false;
  if (begins === null) return tellInTongue(talk, tongue, topic);
  if (!('form' in begins) || begins.form !== 'complaint' || talk.memory.danishTold) return false;
  return tellInTongue(talk, tongue, 'complaint.start');
}

/** The week's phone hours in her language, by the name under which texts have them; nothing where she has none. */
export const tongueHours = (talk: Talk): Readonly<Record<string, string>> => (talk.tongue === null ? {} : { hours: week(talk, 'phone', talk.tongue) });

/** Answers a topic in her language; false where there are no words for it. */
export function tellInTongue(talk: Talk, tongue: Tongue, topic: Topic): boolean {
  talk.topic = topic;
  // The card just said greets, and tells what can be done where nothing was understood.
  if (talk.introduced && (topic === 'unknown' || topic === 'small-talk')) return true;
  const part = PARTS[topic];
  if (part === undefined) return false;
  if (part === 'complaint') talk.memory.danishTold = true;
  return talk.sayInTongue(part, tongue, valuesIn(talk, tongue), CHOICES[part]);
}

/** Where to get help at once, in her language; said before the same in the conversation's. */
export function sayCrisisInTongue(talk: Talk): void {
  const tongue = tongueOf(talk.heard.recognition.language) ?? talk.memory.tongue;
  if (tongue !== null) talk.sayInTongue('crisis', tongue);
}

function valuesIn(talk: Talk, tongue: Tongue): Readonly<Record<string, string>> {
  return { hours: week(talk, 'phone', tongue), 'consultation-hours': week(talk, 'consultation', tongue), chatDays: String(talk.services.retention.chatDays) };
}

/** The rule, a line a weekday, in figures that every language reads: "Salı 09:00–13:00". */
function week(talk: Talk, channel: 'phone' | 'consultation', tongue: Tongue): string {
  const monday = talk.services.now().setZone(ZONE).startOf('week');
  return Array.from({ length: 7 }, (_, ahead) => monday.plus({ days: ahead }))
    .flatMap((day) => {
      const spans = weeklyOpenings(channelOf(talk.content.hours, channel), day).map(({ start, end }) => `${start.toFormat('HH:mm')}–${end.toFormat('HH:mm')}`);
      return spans.length === 0 ? [] : [`${day.reconfigure({ locale: LOCALE[tongue], numberingSystem: 'latn' }).toFormat('cccc')} ${spans.join(', ')}`];
    })
    .join('\n');
}
