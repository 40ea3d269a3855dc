import type { DateTime } from 'luxon';
import { z } from 'zod';
import { shortQuote } from '../letters/explanation/quote';
import { LetterReading } from '../letters/letter-reading';
import { ComplaintAbout, Tried, type Complaint, type NamedBody, type OnBehalfOf } from './complaint';
import { AUTHORITY, BY_RIGHT } from './on-behalf';
import { timelineOf } from './timeline';

/** The letter that a complaint is about: what was read, the reasons it gives word for word, and what she was told of it. */
export const LetterOfComplaint = z.object({
  reading: LetterReading,
  reasons: z.array(z.string()).max(3),
  /** The last day as it was told to her, so that the complaint names no other. */
  lastDay: z.iso.date().nullable().default(null),
  /** It says that the complaint goes on by itself (L-5.1). */
  goesOn: z.boolean().default(false),
  /** It gives in partly, and she must say whether she stands by her complaint (L-3.7). */
  standBy: z.boolean().default(false),
  /** There is no letter in hand: it rests on what she told. */
  told: z.boolean().default(false),
  /** The day she got it, where she told of a decision without a letter. */
  received: z.iso.date().nullable().default(null),
  /** The row of appeals.yaml that her own words named, where there is no letter in hand. */
  row: z.string().nullable().default(null),
});
export type LetterOfComplaint = z.infer<typeof LetterOfComplaint>;

/** The answers to the complaint form, as far as they have come; what was skipped is null. */
export const ComplaintAnswers = z.object({
  letter: LetterOfComplaint.optional(),
  // "Noget andet" is an answer that leads away: no complaint is made of it.
  about: ComplaintAbout.catch('case-handling').default('case-handling'),
  story: z.string().optional(),
  area: z.string().optional(),
  which: z.string().optional(),
  /** Which of the matters of the letter, in its words; `all` where it is the whole letter. */
  matter: z.string().optional(),
  received: z.iso.date().nullish(),
  department: z.string().nullish(),
  lateBecause: z.string().nullish(),
  preliminary: z.boolean().default(false),
  wait: z.boolean().default(false),
  point1: z.string().nullish(),
  point2: z.string().nullish(),
  point3: z.string().nullish(),
  disagree: z.string().nullish(),
  /** Where the municipality gave in partly: what is still wrong. */
  stillWrong: z.string().nullish(),
  whatHappened: z.string().nullish(),
  when: z.string().nullish(),
  who: z.string().nullish(),
  meant: z.string().nullish(),
  tried: Tried.nullish().catch(null),
  wish: z.string().nullish(),
  hurry: z.boolean().default(false),
  behalfName: z.string().nullish(),
  byRight: z.enum(BY_RIGHT).nullish(),
  name: z.string().nullish(),
  edits: z.record(z.string(), z.string().nullable()).default({}),
});
export type ComplaintAnswers = z.infer<typeof ComplaintAnswers>;

/** Names that the road gives the complaint. */
export interface RoadNames {
  /** The area that she chose among several, as it is called. */
  readonly area?: string | null;
  readonly addressee: NamedBody | null;
  readonly goesOnTo: NamedBody | null;
  /** Who decided, where it is sent to another. */
  readonly decidedBy?: string | null;
  /** It says that an earlier complaint stands. */
  readonly keepsUp?: boolean;
}

const NO_NAMES: RoadNames = { addressee: null, goesOnTo: null };

/** The complaint that the answers make. */
export function complaintOf(answers: ComplaintAnswers, today: DateTime, { addressee, goesOnTo, area = null, decidedBy = null, keepsUp = false }: RoadNames = NO_NAMES): Complaint {
  const { about, letter } = answers;
  const told = about === 'decision' ? (keepsUp ? answers.stillWrong : answers.disagree) : answers.whatHappened;
  const inHand = letter !== undefined && !letter.told;
  return {
    about,
    matter: about === 'decision' && letter === undefined ? (answers.area ?? null) : null,
    area: about === 'decision' && !inHand ? area : null,
    received: about === 'decision' && !inHand ? (answers.received ?? letter?.received ?? null) : null,
    addressee,
    goesOnTo,
    decidedBy,
    keepsUp,
    hurry: answers.hurry,
    decision: !inHand ? null : { ...decisionOf(letter), reasons: reasonsOf(letter, answers.matter), matter: keepsUp ? null : matterOfLetter(letter, answers.matter) },
    department: answers.department ?? null,
    caseNumber: null,
    whatHappened: told ?? null,
    timeline: typeof answers.whatHappened === 'string' ? timelineOf(answers.whatHappened, answers.when ?? null, today) : [],
    who: answers.who ?? null,
    meant: answers.meant ?? null,
    tried: answers.tried ?? null,
    wish: answers.wish ?? null,
    onBehalfOf: onBehalfOf(answers),
    name: answers.name ?? null,
    asksToWait: answers.wait,
    preliminary: answers.preliminary,
    lateBecause: answers.lateBecause ?? null,
  };
}

/** A matter is named by so much of the letter's sentence at most. */
const MATTER_AT_MOST = 90;

/** The matters that the letter decides against her, each by the letter's own words; empty where it decides one matter alone. */
export function mattersAgainst({ reading: { decisions } }: LetterOfComplaint): string[] {
  if (decisions.length < 2) return [];
  const against = decisions.filter(({ outcome }) => outcome !== null && outcome !== 'granted').map(({ about }) => named(about));
  return [...new Set(against)];
}

/** How a sentence of the letter stands as the name of its matter; one that was cut short shows it, since it is quoted. */
const named = (about: string): string => shortQuote(about, MATTER_AT_MOST).replace(/[.:,;\s]+$/u, '');

/** The words themselves, to be looked for in the letter's. */
const words = (name: string): string => name.replace(/ …$/u, '');

/** The matter of the letter that is complained of: the one she chose, else the only one that went against her; null where it is the whole letter. */
function matterOfLetter(letter: LetterOfComplaint, chosen: string | undefined): string | null {
  const matters = mattersAgainst(letter);
  if (chosen !== undefined) return matters.find((matter) => matter === chosen) ?? null;
  return matters.length === 1 ? (matters[0] ?? null) : null;
}

/** The reasons that are gone through with her: those of the letter, without what it says of the matters that she lets stand. */
export function reasonsOf(letter: LetterOfComplaint, chosen: string | undefined): string[] {
  const matter = matterOfLetter(letter, chosen);
  if (matter === null) return letter.reasons;
  const others = letter.reading.decisions.map(({ about }) => named(about)).filter((about) => about !== matter);
  return letter.reasons.filter((reason) => !others.some((about) => reason.includes(words(about)) || about.includes(words(named(reason)))));
}

/** The person it is for, where that is another. */
export const onBehalfOf = ({ behalfName, byRight }: ComplaintAnswers): OnBehalfOf | null => (behalfName ? { name: behalfName, authority: AUTHORITY[byRight ?? 'none'] } : null);

/** What she says to each of the letter's reasons, in their order; empty where she let one pass. */
export const pointsOf = ({ point1, point2, point3 }: ComplaintAnswers): string[] => [point1, point2, point3].map((point) => point ?? '');

const decisionOf = ({ reading: { letterDate, caseNumber, department, authority, missing } }: LetterOfComplaint) => ({ letterDate, caseNumber, department, authority, missing });
