import { z } from 'zod';

/** What the reading child tells its parent. The child opens strangers' files: its words are checked like theirs. */
export const ReadingMessage = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('progress'), page: z.int().positive(), pages: z.int().positive() }),
  z.strictObject({ kind: z.literal('read'), text: z.string(), pages: z.int().positive(), poor: z.boolean() }),
  z.strictObject({ kind: z.literal('fault'), code: z.string().max(40) }),
]);
export type ReadingMessage = z.infer<typeof ReadingMessage>;

/** What the parent hands to the child: the files of one letter. */
export const ReadingOrder = z.strictObject({ files: z.array(z.strictObject({ name: z.string(), bytes: z.instanceof(Uint8Array) })) });
export type ReadingOrder = z.infer<typeof ReadingOrder>;
