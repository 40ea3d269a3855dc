import { z } from 'zod';
import { WORD_FLAGS } from '../domain/desk/red-flags';

const Id = z.string().regex(/^[a-z][a-zA-Z0-9]*(?:[.-][\p{L}\p{N}]+)*$/u, 'consists of words with dots or hyphens between, such as list.title');
const Text = z.string().refine((text) => text.trim() !== '', 'is not empty');
const SmallLetters = z.string().regex(/^[\p{Ll}\p{N}]+( [\p{Ll}\p{N}]+)*$/u, 'is in small letters, words with one space between');

/**
 * content/denmark/desk.yaml: what the adviser's desk says. It is read by those who work there, so it is in Danish alone; what a
 * citizen reads of it stands among the phrases, in each language.
 */
export const DeskWords = z.strictObject({
  /** The words of the pages; {name} is put in by the page, {adviser.phone} is a fact of the municipality. */
  texts: z.record(Id, Text),
  /** What the annual report counts by: an id and its name. */
  topics: z.record(z.string().regex(/^[a-z][a-z-]*$/, 'consists of small letters and hyphens'), Text),
  /** Words that raise a red flag, from the start of a word; `childrenBeside`: whole words, that count beside another flag. */
  flags: z.strictObject(Object.fromEntries([...WORD_FLAGS, 'childrenBeside' as const].map((flag) => [flag, z.array(SmallLetters)])) as Record<(typeof WORD_FLAGS)[number] | 'childrenBeside', z.ZodArray<typeof SmallLetters>>),
});
export type DeskWords = z.infer<typeof DeskWords>;
