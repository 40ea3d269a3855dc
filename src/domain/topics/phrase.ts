import { z } from 'zod';
import { Topic } from './topic';

/** An example of what people write, with what it is about. */
export const Phrase = z.strictObject({
  text: z.string().min(1),
  topic: Topic,
  /** ISO 639-1, with "-latn" where another script is usual. */
  lang: z.string().regex(/^[a-z]{2}(-latn)?$/, 'is a language such as "da" or "ur-latn"'),
  /** The manner it is written in: "angry", "child" … */
  register: z.string().min(1),
  /** Who wrote it: the name of its file. */
  writer: z.string().min(1),
});
export type Phrase = z.infer<typeof Phrase>;
