import { z } from 'zod';

/** What the annual report counts of a case: codes and days, nothing that anybody wrote. */
export const ReportRow = z.object({
  /** ISO date on which it came in. */
  received: z.iso.date(),
  receivedBy: z.string(),
  department: z.string().nullable(),
  topic: z.string().nullable(),
  kind: z.string().nullable(),
  isComplaint: z.boolean(),
  about: z.string().nullable(),
  instance: z.enum(['first', 'second']),
  outcome: z.string().nullable(),
  /** Calendar days from its coming in to its closing; null while it is open. */
  days: z.int().nonnegative().nullable(),
  /** Calendar days that the department took for its statement; null where there was none. */
  statementDays: z.int().nonnegative().nullable(),
  /** What the decision lacked. */
  missing: z.array(z.string()),
  /** Terms of the letter that were explained. */
  terms: z.array(z.string()),
});
export type ReportRow = z.infer<typeof ReportRow>;

/** What is left of a case that was erased. Its id is a keyed hash of the reference. */
export const Tombstone = ReportRow.extend({ id: z.string(), erasedAt: z.number(), because: z.enum(['retention', 'person']) });
export type Tombstone = z.infer<typeof Tombstone>;
