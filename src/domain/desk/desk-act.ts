import { z } from 'zod';
import { CaseKind, CaseOutcome } from '../cases/desk-file';
import { CaseStatus } from '../cases/handoff-case';

const Words = z.string().trim().min(1).max(8000);
const Maybe = (longest: number) => z.string().trim().max(longest).transform((text) => (text === '' ? null : text)).nullable();

/** One thing done with a case at the desk. */
export const DeskAct = z.discriminatedUnion('act', [
  /** The citizen reads `message` in the chat; null: she hears of the new status alone. */
  z.object({ act: z.literal('status'), to: CaseStatus, message: Words.nullable(), outcome: CaseOutcome.nullable() }),
  z.object({ act: z.literal('note'), text: Words }),
  z.object({ act: z.literal('message'), text: Words }),
  z.object({ act: z.literal('investigate') }),
  z.object({ act: z.literal('ask-statement') }),
  z.object({ act: z.literal('statement-received'), text: Words.nullable() }),
  z.object({ act: z.literal('conclude'), outcome: z.enum(['criticism', 'no-criticism']), message: Words }),
  z.object({ act: z.literal('back-to-first') }),
  z.object({ act: z.literal('forwarded') }),
  /** The written conclusion has been sent to the head of centre (fact S26). */
  z.object({ act: z.literal('conclusion-sent') }),
  z.object({ act: z.literal('journal'), number: Maybe(80) }),
  z.object({ act: z.literal('details'), title: Maybe(120), kind: CaseKind.nullable(), topic: Maybe(60), department: Maybe(120), nextDeadline: z.iso.date().nullable() }),
]);
export type DeskAct = z.infer<typeof DeskAct>;
