import { z } from 'zod';
import { OnBehalfOf } from '../complaints/complaint';
import { maskPersonalData } from '../privacy/personal-data';
import { CaseKind, CaseOutcome } from '../cases/desk-file';
import { CaseStatus, ConsentScope } from '../cases/handoff-case';

const Words = z.string().trim().min(1).max(8000);
const Maybe = (longest: number) => z.string().trim().max(longest).transform((text) => (text === '' ? null : text)).nullable();

/** A letter as it left; left out where only its sending is noted. */
const Letter = z.object({ subject: z.string(), text: z.string() }).optional();
/** How a citizen was answered elsewhere than in the chat; `needless`: she needs no answer. */
export const AnsweredBy = z.enum(['phone', 'email', 'digital-post', 'meeting', 'needless']);
/** The boxes that were ticked, as a form sends them. */
const Ticked = z.string().nullable().default(null).transform((said) => (said ?? '').split(',').filter(Boolean)).pipe(z.array(ConsentScope));
const Masked = (longest: number) => Maybe(longest).transform((text) => (text === null ? null : maskPersonalData(text)));

/** One thing done with a case at the desk. */
export const DeskAct = z.discriminatedUnion('act', [
  /** The citizen reads `message` in the chat; null: she hears of the new status alone. */
  z.object({ act: z.literal('status'), to: CaseStatus, message: Words.nullable(), outcome: CaseOutcome.nullable() }),
  z.object({ act: z.literal('note'), text: Words }),
  z.object({ act: z.literal('message'), text: Words }),
  z.object({ act: z.literal('investigate') }),
  z.object({ act: z.literal('ask-statement'), letter: Letter }),
  z.object({ act: z.literal('statement-received'), text: Words.nullable() }),
  z.object({ act: z.literal('conclude'), outcome: z.enum(['criticism', 'no-criticism']), message: Words }),
  z.object({ act: z.literal('back-to-first') }),
  z.object({ act: z.literal('forwarded'), letter: Letter }),
  /** The written conclusion has been sent to the head of centre (fact S26). */
  z.object({ act: z.literal('conclusion-sent'), letter: Letter }),
  /** She was called, met or written to elsewhere; `text` is kept as a note. */
  z.object({ act: z.literal('answered'), how: AnsweredBy, text: Words.nullable() }),
  /** Who she is, how she is reached, and what she has said yes to, put right. */
  z.object({
    act: z.literal('contact'), name: Masked(120), phone: Masked(40), email: Maybe(120), mayLeaveMessage: z.enum(['yes', 'no']).nullable().default(null),
    behalfName: Masked(120), authority: OnBehalfOf.shape.authority.nullable().default(null), consent: Ticked,
  }),
  z.object({ act: z.literal('journal'), number: Maybe(80) }),
  z.object({ act: z.literal('details'), title: Maybe(120), kind: CaseKind.nullable(), topic: Maybe(60), department: Maybe(120), nextDeadline: z.iso.date().nullable() }),
]);
export type DeskAct = z.infer<typeof DeskAct>;
