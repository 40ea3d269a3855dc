import { z } from 'zod';

/** A form that somebody filled in and that could not be done then: it is hers alone, and waits until she comes back. */
export const KeptForm = z.object({
  id: z.string(),
  /** Whose it is; nobody else is ever shown it. */
  accountId: z.string(),
  /** Milliseconds since 1970. */
  at: z.number(),
  /** Where it was sent to. */
  path: z.string(),
  fields: z.record(z.string(), z.string()),
});
export type KeptForm = z.infer<typeof KeptForm>;

/** Over the night and the morning after; then it is gone. */
const KEPT_MS = 24 * 3_600_000;

/** Whether it may still be shown at `now`, in milliseconds since 1970. */
export const isStillKept = ({ at }: Pick<KeptForm, 'at'>, now: number): boolean => now - at < KEPT_MS;
