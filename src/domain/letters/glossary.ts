import { z } from 'zod';
import { foldWords } from '../topics/said-words';

/** A hard word of letters in plain ones. */
export const GlossaryEntry = z.strictObject({
  id: z.string().regex(/^[\p{Ll}-]+$/u),
  term: z.string().min(2),
  /** Other forms, as people write them. */
  also: z.array(z.string().min(2)).default([]),
  da: z.string().min(2),
  en: z.string().min(2),
  seeAlso: z.array(z.string()).default([]),
  /** Known to nearly everyone: explained when asked for, never offered. */
  common: z.boolean().default(false),
});
export type GlossaryEntry = z.infer<typeof GlossaryEntry>;

/** content/denmark/glossary.yaml */
export const Glossary = z.array(GlossaryEntry).superRefine((entries, context) => {
  const ids = new Set(entries.map(({ id }) => id));
  if (ids.size !== entries.length) context.addIssue({ code: 'custom', path: [], message: 'has each id once' });
  entries.forEach(({ seeAlso }, at) => {
    for (const id of seeAlso) if (!ids.has(id)) context.addIssue({ code: 'custom', path: [at, 'seeAlso'], message: `names words of this file, which ${id} is not` });
  });
});

/** A way of writing a word of the glossary, folded, with a space at both ends. */
interface Form {
  readonly entry: GlossaryEntry;
  readonly padded: string;
}

/** Folded once a glossary: it was the dearest step of a turn. */
const foldedForms = new WeakMap<readonly GlossaryEntry[], readonly Form[]>();

/** All forms, the longest first. */
function formsOf(glossary: readonly GlossaryEntry[]): readonly Form[] {
  const before = foldedForms.get(glossary);
  if (before) return before;
  const forms = glossary.flatMap((entry) => [entry.term, ...entry.also].map((form) => ({ entry, padded: ` ${foldWords(form)} ` }))).sort((a, b) => b.padded.length - a.padded.length);
  foldedForms.set(glossary, forms);
  return forms;
}

/**
 * The word that someone asks about; the longest that she mentions, null when none is known.
 *
 * @example wordAsked('hvad betyder partshøring?', glossary)?.id // 'partshøring'
 */
export function wordAsked(text: string, glossary: readonly GlossaryEntry[]): GlossaryEntry | null {
  const said = ` ${foldWords(text)} `;
  return formsOf(glossary).find(({ padded }) => said.includes(padded))?.entry ?? null;
}
