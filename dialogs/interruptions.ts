import { readCommand, type Command } from '../src/domain/topics/command';
import type { Topic } from '../src/domain/topics/topic';
import type { Thresholds } from '../src/domain/topics/topic-model';
import type { Heard } from './talk';

/** What the dialog under way waits for. */
export interface Awaited {
  /** `text`: anything she writes may be the answer; `fixed`: only a number, a choice or the like is. */
  readonly kind: 'text' | 'fixed';
  /** Whether what she wrote is an answer to a question of the fixed kind. */
  readonly understood: boolean;
  /** Choices that belong to the question. */
  readonly choices: readonly string[];
  /** What she wrote at a question for her own words asks something, and may be meant for the bot. */
  readonly asks?: boolean;
  /** Answers would be lost if it were left: a question in passing is answered, and then it goes on. */
  readonly holds?: boolean;
}

/** What comes before the dialog under way. */
export type Interruption =
  | { readonly kind: 'crisis' }
  | { readonly kind: 'command'; readonly command: Command | 'resume' }
  | { readonly kind: 'choice'; readonly choice: string }
  | { readonly kind: 'question'; readonly topic: Topic };

const COMMANDS: ReadonlySet<string> = new Set(['back', 'stop', 'restart', 'erase', 'skip', 'resume']);

/** Questions that are answered in passing; everything else, in a form, is told as part of the matter. */
const IN_PASSING: ReadonlySet<Topic> = new Set<Topic>(['hours.phone', 'hours.consultation', 'contact', 'privacy', 'human']);

/** Of a question of the fixed kind, more can be answered in passing, since it cannot be meant as the answer. */
const BESIDE_A_FIXED_QUESTION: ReadonlySet<Topic> = new Set<Topic>([...IN_PASSING, 'adviser.can', 'adviser.cannot', 'adviser.process', 'complaint.deadline', 'rights.documents', 'rights.representation']);

/** A story of more words than this is told, not asked. */
const QUESTION_WORDS_AT_MOST = 12;
const WISH_WORDS_AT_MOST = 9;
const ASKS = /\?\s*$|^\s*(hvornår|hvordan|hvem|hvad|hvor|hvorfor|kan|må|er|har|skal|when|how|who|what|where|why|can|may|is|are|do|does)(?!\p{L})/iu;

/**
 * What a message is apart from an answer to the dialog under way: danger, a command, a choice from elsewhere, a
 * question. Null: it belongs to the dialog, or there is none and it is to be routed. Danger comes before everything;
 * only a choice pressed or typed to the letter is never read as danger.
 */
export function interruption(heard: Heard, awaited: Awaited | null, { sure }: Thresholds): Interruption | null {
  const { text, action, recognition, offered } = heard;
  if (action === null && !offered && recognition.danger === 'sure') return { kind: 'crisis' };
  if (awaited !== null && action === null && wantsPerson(text, recognition.topic, recognition.confidence >= sure)) return { kind: 'question', topic: 'human' };
  if (awaited?.understood || (action !== null && awaited?.choices.includes(action))) return null;
  const language = action === null ? languageWished(text) : null;
  if (language !== null) return { kind: 'choice', choice: language };
  const command = action !== null && COMMANDS.has(action) ? (action as Command | 'resume') : readCommand(text);
  if (command !== null) return { kind: 'command', command };
  if (action !== null) return { kind: 'choice', choice: action };
  if (awaited === null || recognition.confidence < sure) return null;
  return isQuestion(text, awaited, recognition.topic) ? { kind: 'question', topic: recognition.topic } : null;
}

/** "Can we speak English?", "på dansk, tak": the choice that this is. */
function languageWished(text: string): 'language.en' | 'language.da' | null {
  if (text.split(/\s+/).length > WISH_WORDS_AT_MOST) return null;
  if (/(?<!\p{L})(?:speak|write|talk|in|på|tale|taler|skrive) (?:\p{L}+ )?(?:english|engelsk)(?!\p{L})/iu.test(text)) return 'language.en';
  return /(?<!\p{L})(?:speak|in|på|tale|skrive) (?:dansk|danish)(?!\p{L})/iu.test(text) ? 'language.da' : null;
}

/** A wish for a person comes before any answer, if it is all she says; it needs no question mark, and could be read as a name. */
const wantsPerson = (text: string, topic: Topic, isSure: boolean): boolean => topic === 'human' && isSure && text.split(/\s+/).length >= 3 && text.split(/\s+/).length <= WISH_WORDS_AT_MOST;

function isQuestion(text: string, awaited: Awaited, topic: Topic): boolean {
  const words = text.split(/\s+/).length;
  if (awaited.kind === 'fixed') return !awaited.understood && BESIDE_A_FIXED_QUESTION.has(topic);
  if (awaited.asks === true) return BESIDE_A_FIXED_QUESTION.has(topic);
  return IN_PASSING.has(topic) && ASKS.test(text) && words <= QUESTION_WORDS_AT_MOST;
}
