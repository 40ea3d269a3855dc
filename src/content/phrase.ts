import type { Language } from '../domain/language';
import { TOPICS, type Topic } from '../domain/topics/topic';
import { fill } from './placeholders';
import type { MasterPhrase } from './phrase-file';

/** The words of a phrase in one language, and where they stand. */
export interface PhraseText {
  readonly text: string;
  readonly file: string;
  readonly line: number;
  /** The line of a place in the text, `offset` characters from its start. */
  lineAt(offset: number): number;
}

/** What the bot says at one point, in every language. */
export interface Phrase extends Omit<MasterPhrase, 'text'> {
  readonly id: string;
  /** `denmark`, or the municipality whose own phrase it is. */
  readonly scope: string;
  /** The name of its file, without the ending. */
  readonly subject: string;
  readonly texts: Readonly<Record<Language, PhraseText>>;
}

/** A line alone with `---` parts two message bubbles. */
const BUBBLE = /^[ \t]*---[ \t]*$/m;

/**
 * The text as message bubbles.
 *
 * @example bubblesOf('Hej.\n---\nHvad kan jeg hjælpe med?\n') // ['Hej.', 'Hvad kan jeg hjælpe med?']
 */
export function bubblesOf(text: string): string[] {
  return text.split(BUBBLE).map((bubble) => bubble.trim()).filter((bubble) => bubble !== '');
}

/** The bubbles with values put in. They are parted first: a value that looks like a parting line is only text. */
export function sayBubbles(text: string, valueOf: (name: string) => string): string[] {
  return bubblesOf(text).map((bubble) => fill(bubble, valueOf));
}

/**
 * What a phrase is about: what it says itself, else the longest topic that its id begins with.
 *
 * @example topicOf({ id: 'hours.phone.open-now' }) // 'hours.phone'
 */
export function topicOf({ id, topic }: { readonly id: string; readonly topic?: Topic | undefined }): Topic | null {
  if (topic) return topic;
  const begins = TOPICS.filter((each) => id === each || id.startsWith(`${each}.`));
  return begins.sort((a, b) => b.length - a.length)[0] ?? null;
}
