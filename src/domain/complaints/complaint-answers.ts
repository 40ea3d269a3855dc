import type { DateTime } from 'luxon';
import { z } from 'zod';
import { LetterReading } from '../letters/letter-reading';
import { ComplaintAbout, Tried, type Complaint, type OnBehalfOf } from './complaint';
import { AUTHORITY, BY_RIGHT } from './on-behalf';
import { timelineOf } from './timeline';

/** The letter that a complaint is about: what was read, and the reasons it gives word for word. */
export const LetterOfComplaint = z.object({ reading: LetterReading, reasons: z.array(z.string()).max(3) });
export type LetterOfComplaint = z.infer<typeof LetterOfComplaint>;

/** The answers to the complaint form, as far as they have come; what was skipped is null. */
export const ComplaintAnswers = z.object({
  letter: LetterOfComplaint.optional(),
  about: ComplaintAbout.default('case-handling'),
  area: z.string().optional(),
  received: z.iso.date().nullish(),
  department: z.string().nullish(),
  lateBecause: z.string().nullish(),
  preliminary: z.boolean().default(false),
  wait: z.boolean().default(false),
  point1: z.string().nullish(),
  point2: z.string().nullish(),
  point3: z.string().nullish(),
  disagree: z.string().nullish(),
  whatHappened: z.string().nullish(),
  when: z.string().nullish(),
  who: z.string().nullish(),
  meant: z.string().nullish(),
  tried: Tried.nullish(),
  wish: z.string().nullish(),
  behalfName: z.string().nullish(),
  byRight: z.enum(BY_RIGHT).nullish(),
  name: z.string().nullish(),
  edits: z.record(z.string(), z.string().nullable()).default({}),
});
export type ComplaintAnswers = z.infer<typeof ComplaintAnswers>;

/** The complaint that the answers make. */
export function complaintOf(answers: ComplaintAnswers, today: DateTime): Complaint {
  const { about, letter } = answers;
  const told = about === 'decision' ? answers.disagree : answers.whatHappened;
  return {
    about,
    decision: letter === undefined ? null : { ...decisionOf(letter), reasons: letter.reasons },
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

/** The person it is for, where that is another. */
export const onBehalfOf = ({ behalfName, byRight }: ComplaintAnswers): OnBehalfOf | null => (behalfName ? { name: behalfName, authority: AUTHORITY[byRight ?? 'none'] } : null);

/** What she says to each of the letter's reasons, in their order; empty where she let one pass. */
export const pointsOf = ({ point1, point2, point3 }: ComplaintAnswers): string[] => [point1, point2, point3].map((point) => point ?? '');

const decisionOf = ({ reading: { letterDate, caseNumber, department, authority, missing } }: LetterOfComplaint) => ({ letterDate, caseNumber, department, authority, missing });
