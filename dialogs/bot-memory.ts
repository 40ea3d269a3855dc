import type { TurnContext } from 'botbuilder';
import type { DialogState } from 'botbuilder-dialogs';
import { z } from 'zod';
import { TURN_MEMORY, type TurnMemory } from '../src/domain/conversations/turn-memory';
import { Language, Tongue } from '../src/domain/language';
import { Topic } from '../src/domain/topics/topic';
import { FormProgress } from './form-progress';
import { LetterMemory } from './letter-memory';

/** Raised when the shape below changes so that older conversations start afresh instead of misbehaving. */
const VERSION = 1;

const Remembered = z.object({
  version: z.literal(VERSION),
  language: Language,
  /** Her own choice of language outweighs what she writes in. */
  languageChosen: z.boolean(),
  /** The language without full content that she writes in; answered in as far as there are words. */
  tongue: Tongue.nullable().default(null),
  /** It was said once how far her language is understood. */
  languageNoted: z.boolean().default(false),
  /** She was told in her language that the complaint is written in Danish. */
  danishTold: z.boolean().default(false),
  /** What the last answer was about. */
  topic: Topic.nullable(),
  /** Forms begun so far: makes the key under which a form's case is kept once. */
  formsBegun: z.int().nonnegative(),
  /** References of the cases sent from this conversation. */
  cases: z.array(z.string()),
  /** The case whose PIN was given here last; `at`: when, ISO. It need not be asked for again for a while. */
  shown: z.object({ reference: z.string(), at: z.string() }).nullable().default(null),
  /** What was handed over last: what comes next of it, and where she must send an appeal herself, by which day (ISO). */
  handed: z.object({ reference: z.string(), next: z.string(), how: z.enum(['phone', 'email', 'chat']).default('phone'), where: z.string().nullable(), day: z.string().nullable() }).nullable().default(null),
  /** Labels of the choices under the last answer: "2" and "trin 2" mean one of them. */
  offered: z.array(z.string()),
  /** The road of a complaint that was told last, so that it is not told twice. */
  roadTold: z.string().nullable().default(null),
  /** What a decision is about that she asked of without a letter, in her words, and the day she got it. */
  decisionTold: z.object({ area: z.string(), received: z.iso.date().nullable() }).nullable().default(null),
  /** A form that waits while something more urgent was answered. */
  paused: z.boolean(),
  /** What she wrote as an answer when something more urgent was answered first: not to be written twice. */
  setAside: z.string().nullable().default(null),
  /** The answers of the complaint that was finished last, so that its draft can be had again; null when there is none. */
  draft: z.record(z.string(), z.json()).nullable().catch(null).default(null),
  /** A form that she stopped: what she wrote in it, so that she can go on with it. */
  laidAside: FormProgress.nullable().catch(null).default(null),
  /** She was told that the decision cannot be appealed: what she writes next is on how the case was dealt with. */
  noAppeal: z.boolean().default(false),
  /** The letter that was last talked about; one of another version is dropped. */
  letter: LetterMemory.nullable().catch(null).default(null),
  /** The last day of a letter that was talked about before that one, while it has not passed; ISO. */
  earlierDay: z.iso.date().nullable().default(null),
  dialog: z.object({ dialogStack: z.array(z.object({ id: z.string(), state: z.unknown() })) }),
});

/** What the bot remembers of one conversation between turns. */
export interface BotMemory extends Omit<z.infer<typeof Remembered>, 'dialog'> {
  dialog: DialogState;
}

/** What the channel lent the bot for this turn. */
export function turnMemory(context: TurnContext): TurnMemory {
  const lent = context.turnState.get<TurnMemory | undefined>(TURN_MEMORY);
  if (!lent) throw new Error('The channel put no TurnMemory on the turn.');
  return lent;
}

/** What is remembered of this conversation; a fresh memory when there is none, or one of another version. */
export function recall(lent: TurnMemory, locale: string | undefined): BotMemory {
  const parsed = Remembered.safeParse(lent.state);
  if (parsed.success) return parsed.data as BotMemory;
  return {
    version: VERSION,
    language: locale?.toLowerCase().startsWith('en') ? 'en' : 'da',
    languageChosen: false,
    tongue: null,
    languageNoted: false,
    danishTold: false,
    topic: null,
    formsBegun: 0,
    cases: [],
    shown: null,
    handed: null,
    offered: [],
    roadTold: null,
    decisionTold: null,
    paused: false,
    setAside: null,
    draft: null,
    laidAside: null,
    noAppeal: false,
    letter: null,
    earlierDay: null,
    dialog: { dialogStack: [] },
  };
}

/** Gives the memory back to the channel, which writes it together with the replies. */
export function remember(lent: TurnMemory, memory: BotMemory): void {
  lent.state = JSON.parse(JSON.stringify(memory)) as TurnMemory['state'];
}
