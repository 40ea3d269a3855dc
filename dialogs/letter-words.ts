import { DateTime } from 'luxon';
import { ZONE } from '../src/domain/calendar';
import type { Content } from '../src/content/content';
import { sayDay } from '../src/domain/dates/say-day';
import type { Language } from '../src/domain/language';
import type { Explanation, Point, Value } from '../src/domain/letters/explanation/point';

/** What it takes to put a point in words. */
export interface Voice {
  readonly content: Content;
  readonly language: Language;
  /** Copenhagen time: a day of another year is told with it. */
  readonly now: DateTime;
}

/** A point in words: its phrase with the values put in. */
export function pointInWords(voice: Voice, { say, values }: Point): string {
  const words = Object.fromEntries(Object.entries(values).map(([name, value]) => [name, valueInWords(voice, value)]));
  return capital(voice.content.say(say, voice.language, words).bubbles.join('\n'), voice.language);
}

function valueInWords({ content, language, now }: Voice, value: Value): string {
  if (typeof value === 'string') return value;
  if ('day' in value) return sayDay(DateTime.fromISO(value.day, { zone: ZONE }), language, now);
  return 'phrase' in value ? content.say(value.phrase, language).bubbles.join(' ') : value[language];
}

/** One message a part: what belongs together is read together. */
export const partsInWords = (voice: Voice, explanation: Explanation): { readonly id: string; readonly text: string }[] =>
  explanation.flatMap(({ points }) => (points[0] ? [{ id: points[0].say, text: points.map((each) => pointInWords(voice, each)).join('\n') }] : []));

const capital = (text: string, language: Language): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
