import { z } from 'zod';

/** A session ends after so long without a request, */
export const IDLE_MS = 30 * 60_000;
/** and after so long in any case. */
export const ABSOLUTE_MS = 8 * 3_600_000;
/** A use is written down only when the last one written is so old: not every page is a write to the disk. */
const WRITTEN_EVERY_MS = 60_000;

/** Someone logged in, in one browser. Its id is the hash of the token that the browser holds. */
export const Session = z.object({ id: z.string(), accountId: z.string(), startedAt: z.number(), usedAt: z.number(), /** When she last showed that it is she. */ confirmedAt: z.number().default(0), /** The list as she last looked at it, as the query of its address: the way back from a case leads there. */ list: z.string().default('') });
export type Session = z.infer<typeof Session>;

/** Whether it still holds at `now`, in milliseconds since 1970. */
export const isLive = ({ startedAt, usedAt }: Session, now: number): boolean => now - usedAt < IDLE_MS && now - startedAt < ABSOLUTE_MS;

/** So long it is taken to be she who logged in; after that she shows it anew before cases leave the desk. */
const CONFIRMED_MS = 15 * 60_000;

/** Whether it was she, by her password or her municipality's word, a short while before `now`. */
export const isConfirmed = ({ confirmedAt }: Session, now: number): boolean => now - confirmedAt < CONFIRMED_MS;

/** Whether its use at `now` must be written down. */
export const isDueForWriting = ({ usedAt }: Session, now: number): boolean => now - usedAt >= WRITTEN_EVERY_MS;
