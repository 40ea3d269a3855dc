import { z } from 'zod';

/** What a message can be about (contract § 3). The ids are relied on outside: add, never rename. */
export const TOPICS = [
  'adviser.can',
  'adviser.cannot',
  'adviser.process',
  'hours.phone',
  'hours.consultation',
  'contact',
  'callback',
  'letter.understand',
  'complaint.start',
  'complaint.decision',
  'complaint.deadline',
  'complaint.staff',
  'complaint.waiting',
  'complaint.discrimination',
  'complaint.practical',
  'rights.documents',
  'rights.representation',
  'find.department',
  'privacy',
  'human',
  'case.status',
  'crisis',
  'outside',
  'small-talk',
  'unknown',
] as const;
export const Topic = z.enum(TOPICS);
export type Topic = z.infer<typeof Topic>;

/** One reading of a message: a topic and how sure we are of it, 0 to 1. */
export interface TopicGuess {
  readonly topic: Topic;
  readonly confidence: number;
}

/** What the conversation so far says of a message. */
export interface TopicContext {
  /** A letter of hers was just read or spoken of: "hvornår er det senest?" means that letter's deadline. */
  readonly letterRead: boolean;
  /** A form is under way. */
  readonly formActive: boolean;
}

/** What a message is taken to be about. */
export interface Recognition extends TopicGuess {
  /** Other readings, best first; the chosen one is not among them. */
  readonly alternatives: readonly TopicGuess[];
  /** Danger to life or limb: `sure` is answered before all else; `suspected` adds one quiet line. */
  readonly danger: 'sure' | 'suspected' | null;
  /** A second wish in the same message. */
  readonly second: Topic | null;
  /** The language written in, as an ISO 639-1 code; null where the words do not tell ("ok", a name, a number). */
  readonly language: string | null;
}
