import { z } from 'zod';

const Words = z.string().min(2);

/** What one section of a law is about, as the end of "Paragraf 100 handler om …". */
export const LawSection = z.strictObject({
  da: Words,
  en: Words,
  /** The section no longer holds: from when, and where its matter stands now. */
  replaced: z.strictObject({ from: z.iso.date(), law: z.string(), sections: z.array(z.string()).min(1) }).optional(),
  /** The section of ældreloven that holds as a rule for people of pension age (since 1 July 2025). */
  older: z.string().optional(),
  /** Where its text stands when not with the rest of the law. */
  url: z.url().optional(),
});
export type LawSection = z.infer<typeof LawSection>;

/** One law, under its popular name. */
const Law = z.strictObject({
  en: Words,
  /** The text that was read (LBK 1129/2025); null when only the name is known. */
  act: z.string().min(3).nullable(),
  url: z.url().nullable(),
  /** How it is cited. */
  unit: z.enum(['section', 'article']).default('section'),
  checked: z.iso.date(),
  /** By section, as a reading gives it: `83a`. What nobody has compared with the law is left out. */
  sections: z.record(z.string().regex(/^\d+[a-zæøå]?$/), LawSection),
});

/** content/denmark/sections.yaml: the laws that letters cite, by popular name in small letters. */
export const LawBook = z.record(z.string().min(2), Law).superRefine((book, context) => {
  for (const [law, { sections }] of Object.entries(book)) {
    for (const [section, { replaced, older }] of Object.entries(sections)) {
      const missing = replaced && !book[replaced.law] ? replaced.law : older && !book['ældreloven']?.sections[older] ? `ældreloven § ${older}` : null;
      if (missing) context.addIssue({ code: 'custom', path: [law, 'sections', section], message: `refers to a law that stands in this file, which ${missing} does not` });
    }
  }
});
export type LawBook = z.infer<typeof LawBook>;
