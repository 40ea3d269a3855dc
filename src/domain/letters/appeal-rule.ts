import { z } from 'zod';
import { AppealBody, type LetterReading } from './letter-reading';
import type { LawBook } from './law-book';

/** A section, or one subsection only: `18 stk. 4`. */
const CitedSection = z.string().regex(/^\d+[a-zæøå]?( stk\. \d+)?$/, 'is a section such as 83a, or "18 stk. 4"');

/** Where decisions of one area can be appealed, as the law has it (content/denmark/appeals.yaml). */
export const AppealRule = z
  .strictObject({
    id: z.string().regex(/^[a-z0-9-]+$/),
    about: z.strictObject({ da: z.string().min(2), en: z.string().min(2) }),
    /** Words by which the area is known when she tells of it without a letter. */
    words: z.array(z.string().min(2)).default([]),
    /** Words that may mean this area or another: she is then asked which. */
    vague: z.array(z.string().min(2)).default([]),
    laws: z.array(z.string().min(2)),
    sections: z.array(CitedSection),
    /** Holds for every section of these laws that no other row names. */
    general: z.boolean().default(false),
    /** False: there is no appeal to another authority. Null: nobody knows. */
    possible: z.boolean().nullable(),
    body: AppealBody.nullable().default(null),
    bodyName: z.string().nullable().default(null),
    sendTo: AppealBody.nullable().default(null),
    sendToName: z.string().nullable().default(null),
    via: z.enum(['klageportalen', 'klageportalen-or-mail']).nullable().default(null),
    time: z.union([z.strictObject({ weeks: z.int().positive() }), z.strictObject({ months: z.int().positive() })]).nullable().default(null),
    from: z.enum(['receipt', 'publication-or-receipt', 'knowledge', 'event']).nullable().default(null),
    /** Days in which the municipality must look again (genvurdering); null where it does not. */
    reassessment: z.int().positive().nullable().default(null),
    /** Whether the decision waits for the appeal (opsættende virkning). */
    suspends: z.enum(['none', 'partly', 'on-request', 'statutory']).nullable().default(null),
    /** Help under these sections ends or shrinks only after a notice (varsel), and an appeal keeps it till then. */
    notice: z.strictObject({ weeks: z.int().positive(), sections: z.array(z.string()).min(1) }).nullable().default(null),
    fee: z.boolean().default(false),
    /** What nobody has read in the law: nothing is said of it, and no day is named. */
    unverified: z.array(z.enum(['deadline', 'sendTo', 'scope', 'fee', 'all'])).default([]),
    source: z.string().min(1),
    checked: z.iso.date(),
  })
  .refine(({ possible, body }) => possible !== true || body !== null, 'names the body that decides, since an appeal is possible')
  .refine(({ time, unverified }) => time === null || unverified.every((what) => what === 'sendTo' || what === 'fee'), 'gives no time that nobody has read');
export type AppealRule = z.infer<typeof AppealRule>;

export const AppealRules = z.array(AppealRule).refine((rules) => new Set(rules.map(({ id }) => id)).size === rules.length, 'has each id once');

/** Laws on how cases are handled: cited in any letter, so they tell what it is about only where nothing else does. */
export const PROCEDURE: ReadonlySet<string> = new Set(['forvaltningsloven', 'offentlighedsloven', 'retssikkerhedsloven', 'databeskyttelsesloven', 'databeskyttelsesforordningen', 'digital post-loven', 'kommunestyrelsesloven', 'ombudsmandsloven']);

type Cited = LetterReading['legalBasis'][number];

/**
 * The row that a letter's decision falls under, by the sections it cites: those of substance before those of procedure, the first cited
 * before later ones, a row that names the section before one that holds for the whole law. A section that was replaced counts as what took
 * its place. Null when no row is known: then the law is not guessed at.
 */
export function appealRuleFor(cited: readonly Cited[], rules: readonly AppealRule[], laws: LawBook): AppealRule | null {
  const today = cited.flatMap((each) => asOfToday(each, laws));
  const substance = today.filter(({ law }) => !PROCEDURE.has(law));
  for (const sections of [substance, today]) {
    const named = first(sections, (each) => rules.find((rule) => rule.laws.includes(each.law) && rule.sections.some((section) => names(section, each))));
    const found = named ?? first(sections, (each) => rules.find((rule) => rule.general && rule.laws.includes(each.law)));
    if (found) return found;
  }
  return null;
}

const asOfToday = (cited: Cited, laws: LawBook): Cited[] => {
  const replaced = laws[cited.law]?.sections[cited.section]?.replaced;
  return replaced ? replaced.sections.map((section) => ({ law: replaced.law, section, subsection: null })) : [cited];
};

function names(section: string, { section: number, subsection }: Cited): boolean {
  const [alone, only] = section.split(' stk. ');
  return alone === number && (only === undefined || only === subsection);
}

function first<Item, Found>(items: readonly Item[], find: (item: Item) => Found | undefined): Found | undefined {
  for (const item of items) {
    const found = find(item);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Whether the rule says a thing for certain. */
export const isVerified = ({ unverified }: AppealRule, what: 'deadline' | 'sendTo' | 'fee'): boolean => !unverified.some((each) => each === what || each === 'all' || each === 'scope');
