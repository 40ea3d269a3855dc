import { saysAnything, sentencesOf } from './normalize';
import type { Topic, TopicGuess } from './topic';

/** More parts than this are a story: what it mentions on the way is no wish. */
const MOST_PARTS = 4;
/** A part of one word ("tak") wishes nothing. */
const LEAST_WORDS = 3;
/** These are never a second wish: nothing is offered for them, or danger has been met already. */
const NO_WISH: ReadonlySet<Topic> = new Set(['unknown', 'small-talk', 'crisis']);
const JOINTS = /[,;]?\s+(?:og(?: også)?|samt|and(?: also)?|også|also|plus)\s+|[,;]\s+/iu;

/**
 * A second thing that a message of few parts asks for: the topic of a part that reads surely as another than the first.
 *
 * @param read the topic of a part by itself
 */
export function secondWish(text: string, first: Topic, sure: number, read: (part: string) => TopicGuess): Topic | null {
  const parts = sentencesOf(text).flatMap((sentence) => sentence.split(JOINTS)).filter(saysAnything);
  if (parts.length < 2 || parts.length > MOST_PARTS || NO_WISH.has(first)) return null;
  const readings = parts.filter((part) => part.trim().split(/\s+/).length >= LEAST_WORDS).map(read);
  const others = readings.filter(({ topic, confidence }) => topic !== first && !NO_WISH.has(topic) && confidence >= sure);
  return others.sort((a, b) => b.confidence - a.confidence)[0]?.topic ?? null;
}
