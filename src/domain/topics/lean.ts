import { foldWords } from './said-words';
import type { Topic, TopicContext } from './topic';

/** More words than this are a message that stands by itself. */
const WORDS_AT_MOST = 9;
/** Words that point at what was there before: "hvornår er *det* senest?", "what does *it* mean?" */
const POINTS = /(?<!\p{L})(det|den|de|dette|denne|her|brevet|afgørelsen|it|this|that|they|the letter|the decision)(?!\p{L})/u;
/** A subject of its own: then nothing before is meant. */
const OWN_SUBJECT = /(?<!\p{L})(åbent|åbningstid\p{L}*|lukket|telefontid|telefonen|ringe|ring|træffetid\p{L}*|rådgivning|jer|i åbner|open|opening|phone|call|you)(?!\p{L})/u;

/** How much a context adds to the score of a topic, in the scores' own measure (1 lies between a plain yes and a plain no). */
const AFTER_LETTER: Partial<Record<Topic, number>> = { 'complaint.deadline': 0.45, 'letter.understand': 0.45, 'complaint.decision': 0.35 };

/** When is the last day, what does it mean, can it be appealed: words by which a short message names its wish without its subject. */
const WISHES: readonly (readonly [Topic, RegExp])[] = [
  ['complaint.deadline', /(?<!\p{L})(senest|frist\p{L}*|sidste (?:dag|chance|dato)|hvor længe|hvor lang tid|for sent|dato|udløber|når jeg det|inden hvornår|latest|deadline|last day|how long|too late|expires?|by when)(?!\p{L})/u],
  ['letter.understand', /(?<!\p{L})(betyder|mener|menes|forklar\p{L}*|forstå\p{L}*|siger|står|hvad vil|means?|explain|understand|says?)(?!\p{L})/u],
  ['complaint.decision', /(?<!\p{L})(anke\p{L}*|klage\p{L}*|uenig|sende|lave om|ændre|appeal|complain|disagree|send|overturn)(?!\p{L})/u],
];

/**
 * What the conversation so far adds to the topics of a message: after a letter, a short message that only points ("hvornår er det
 * senest?") means that letter. Nothing for a message that names its own subject.
 */
export function leanOf(text: string, { letterRead, formActive }: TopicContext): Partial<Record<Topic, number>> {
  const said = foldWords(text);
  // In a form, what is no question is an answer, and tells of the matter in words of its own.
  if (formActive && !text.trim().endsWith('?')) return {};
  if (!letterRead || said.split(' ').length > WORDS_AT_MOST || OWN_SUBJECT.test(said)) return {};
  const wished = WISHES.find(([, words]) => words.test(said));
  if (wished) return { [wished[0]]: 2 * (AFTER_LETTER[wished[0]] ?? 0) };
  return POINTS.test(said) ? AFTER_LETTER : {};
}
