import type { ComplaintAbout } from '../src/domain/complaints/complaint';
import { LetterOfComplaint } from '../src/domain/complaints/complaint-answers';
import { dayToldIn } from '../src/domain/dates/day-of-receipt';
import { FreeText } from '../src/domain/forms/answers';
import { saysNotKnown } from '../src/domain/forms/not-known';
import { asksBot } from '../src/domain/forms/asked-of-bot';
import { readYesNo } from '../src/domain/forms/read-yes-no';
import type { Answers } from '../src/domain/forms/form';
import { JsonObject } from '../src/domain/json';
import { appealDay, goesOnByItself, mustStandBy } from '../src/domain/letters/appeal-day';
import { shortQuote } from '../src/domain/letters/explanation/quote';
import type { LetterReading } from '../src/domain/letters/letter-reading';
import { looksLikeLetter } from '../src/domain/letters/looks-like-letter';
import { TOPICS, type Topic } from '../src/domain/topics/topic';
import { turnMemory } from './bot-memory';
import { factsOf, letterForCase } from './letter-facts';
import type { Talk } from './talk';

/** What the topic spoken of last says that a complaint is about. */
const ABOUT: Partial<Readonly<Record<Topic, ComplaintAbout>>> = {
  'complaint.decision': 'decision',
  'complaint.deadline': 'decision',
  'complaint.staff': 'staff-conduct',
  'complaint.waiting': 'case-handling',
  'complaint.discrimination': 'discrimination',
  'complaint.practical': 'practical-work',
};

/** "Jeg klager for min mor" is answered by what it takes to speak for another. */
const FOR_ANOTHER: Topic = 'rights.representation';

/** Kinds of letters that a complaint may be about, or that say why there is none to write. */
const COMPLAINED_OF: readonly LetterReading['kind'][] = ['decision', 'hearing', 'payment-demand'];
/** So many reasons are gone through with her. */
const REASONS_AT_MOST = 3;
/** Fewer words than this tell nothing that is worth keeping. */
const STORY_FROM = 5;
/** In more messages than these she has come to something else. */
const TOLD_IN_AT_MOST = 4;
/** From so many words on it is a story that can stand as her answer. */
const ANSWER_FROM = 8;
/** A decision, told of as such. */
const DECISION = /(?<!\p{L})(?:afslag|afslået|afgørelse|afgjort|bevilling|frakendt|frataget|sanktion|tilbagebetal|refus|decision|rejected|turned down|denied|sanction)/iu;

/** What is known before the first question: her first words, what was spoken of last, and the letter just read. */
export async function knownFrom(talk: Talk): Promise<Answers> {
  const spokenOf = ABOUT[talk.memory.topic ?? 'unknown'] ?? offeredBeside(talk);
  const { noAppeal } = talk.memory;
  talk.memory.noAppeal = false;
  const along = spokenOf === undefined || spokenOf === 'decision' ? letterKnown(talk) : null;
  if (noAppeal && talk.heard.action === 'complaint.write') return { about: 'case-handling', ...departmentOf(along) };
  if (along !== null) return { about: 'decision', letter: along };
  // After a question or two on it, the decision spoken of is still the one she means.
  const spoken = spokenOf === 'decision' ? talk.memory.decisionTold : null;
  const story = (await firstWords(talk)) ?? spoken?.area ?? null;
  // Asked how long ago one may complain, she has not said that it was decided.
  const ofDecision = spokenOf === 'decision' && talk.memory.topic === 'complaint.deadline' && story !== null && !DECISION.test(story);
  const about = (ofDecision ? undefined : spokenOf) ?? (story !== null && DECISION.test(story) ? 'decision' : undefined);
  const received = about === 'decision' && story !== null ? (dayToldIn(story, talk.services.now()) ?? spoken?.received ?? null) : null;
  return { ...(about === undefined ? {} : { about }), ...(story === null ? {} : { story }), ...(received === null ? {} : { received }) };
}

/** Who speaks for another is told how; what she would complain of was offered beside it. */
function offeredBeside({ memory, content }: Talk): ComplaintAbout | undefined {
  if (memory.topic !== FOR_ANOTHER) return undefined;
  const matters = memory.offered.map((label) => ABOUT[TOPICS.find((topic) => topic === content.actionSaid(label)) ?? 'unknown']);
  return matters.find((about) => about !== undefined);
}

/** The department that the letter names, as far as it does. */
function departmentOf(letter: JsonObject | null): Answers {
  const reading = letter === null ? undefined : LetterOfComplaint.safeParse(letter).data?.reading;
  return reading?.department ? { department: reading.department } : {};
}

/** What she wrote when asked what it is about, where it was none of the choices; null when it tells nothing. */
export function aboutTold({ heard, services }: Talk): Answers | null {
  const { text, recognition, action } = heard;
  if (action !== null) return null;
  const topic = recognition.confidence >= services.thresholds.likely ? recognition.topic : 'unknown';
  const about = DECISION.test(text) ? 'decision' : topic === 'outside' ? 'other' : ABOUT[topic];
  if (about === undefined) return null;
  const story = toldIn(text);
  return { about, ...(story === null ? {} : { story }) };
}

/** Where none of the choices was hers: what she tells of it, or that she does not know; it is taken down as any complaint. */
export function otherTold(talk: Talk): Answers | null {
  const { heard: { text, action } } = talk;
  if (action !== null) return null;
  const told = aboutTold(talk);
  if (told !== null) return told.about === 'other' ? null : told;
  const story = toldIn(text);
  if (story === null && !saysNotKnown(text)) return null;
  return { about: 'case-handling', ...(story === null ? {} : { story }) };
}

/** Her first words, where they are long enough to stand as the answer to what happened. */
export function storyIn({ story }: Answers): string | null {
  return typeof story === 'string' && story.split(/\s+/).length >= ANSWER_FROM ? story : null;
}

/** What she told in the message that led here: this one, or the one before a button was pressed. */
async function firstWords(talk: Talk): Promise<string | null> {
  const { heard, memory, context } = talk;
  if (heard.action === null && !heard.offered) return toldIn(heard.text);
  const lines = await turnMemory(context).transcript();
  const hers = lines.filter(({ from, text }) => from === 'citizen' && text !== heard.text);
  // A long story was asked about first: is it a letter? What was said last is the no to that.
  if (memory.topic === 'complaint.start' && readYesNo(hers.at(-1)?.text ?? '') === false) return FreeText.safeParse(hers.slice(-2).find(({ text }) => text.split(/\s+/).length >= STORY_FROM)?.text ?? '').data ?? null;
  if (ABOUT[memory.topic ?? 'unknown'] === undefined && memory.topic !== FOR_ANOTHER) return null;
  return toldLast(hers.map(({ text }) => text));
}

const WISH = /^(?:hej[,.! ]*)?(?:jeg|vi|i|we) (?:vil|ønsker at|skal|want to|would like to|wish to)(?: gerne)? (?:klage|complain)(?: \S+){0,5}$/iu;

/** What she told one message after another, joined: the last ones that tell something and ask nothing. */
function toldLast(hers: readonly string[]): string | null {
  const last = hers.slice(-TOLD_IN_AT_MOST);
  const from = last.findLastIndex((text) => toldIn(text) === null || asksBot(text)) + 1;
  // "Jeg vil klage over en medarbejder" is her wish; what follows it is her story.
  const told = last.slice(from).filter((text, nth, all) => all.length === 1 || nth > 0 || !WISH.test(text));
  if (told.length === 0) return null;
  return FreeText.safeParse(told.map((text) => (/[.!?…]$/u.test(text.trim()) ? text.trim() : `${text.trim()}.`)).join(' ')).data ?? toldIn(told.at(-1) ?? '');
}

function toldIn(text: string): string | null {
  if (text.split(/\s+/).length < STORY_FROM || looksLikeLetter(text) !== 'no') return null;
  return FreeText.safeParse(text).data ?? null;
}

/** The letter just read, with what she was told of it; null when there is none that one complains of. */
export function letterKnown(talk: Talk): JsonObject | null {
  const along = letterForCase(talk);
  const { letter } = talk.memory;
  if (along === null || letter === null || !COMPLAINED_OF.includes(along.reading.kind)) return null;
  const facts = factsOf(talk, letter);
  const kept: LetterOfComplaint = {
    reading: along.reading, reasons: sentencesOf(letter.quotes['has.reasons'] ?? []), lastDay: appealDay(facts)?.last ?? null,
    goesOn: goesOnByItself(facts), standBy: mustStandBy(facts), row: letter.row, told: letter.told, received: letter.received?.how === 'told' ? letter.received.day : null,
  };
  return JsonObject.parse(JSON.parse(JSON.stringify(kept)));
}

/** The letter's reasons, a sentence or a few each, fit to be quoted. */
const sentencesOf = (quotes: readonly string[]): string[] => [...new Set(quotes.map((quote) => shortQuote(quote)))].filter((quote) => quote !== '').slice(0, REASONS_AT_MOST);
