import { z } from 'zod';
import { FormName } from './form-name';

/** How far a form has come: kept between turns, so plain JSON. */
export const FormProgress = z.object({
  form: FormName,
  version: z.int(),
  /** Counts the forms of a conversation: with its id, the key under which the case is kept once. */
  run: z.int(),
  answers: z.record(z.string(), z.json()),
  /** What she wrote to questions that apply no longer, by the question: kept, so that it may stand where it fits again. */
  laidBy: z.record(z.string(), z.string()).default({}),
  /** The question that was asked last; null in the review. */
  asking: z.string().nullable(),
  /** `changing`: she is choosing which answer to change; `stopping`: she is asked whether to drop it all. */
  phase: z.enum(['asking', 'review', 'changing', 'stopping']),
  /** A phone number that looked unusual and was read back: taken as written when she says yes. */
  unusual: z.string().nullable(),
});
export type Progress = z.infer<typeof FormProgress>;

/** In place of an answer's name: she has yet to say which one she would change. */
export const SOME_ANSWER = '';
