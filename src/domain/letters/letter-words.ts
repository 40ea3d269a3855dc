import { z } from 'zod';
import { AppealBody, LetterKind, Outcome } from './letter-reading';
import { WordingModel } from './wording';

/**
 * A cue: words as they stand in letters, small letters. `word*` stands for any ending, `(a|b)` for either, `[a]` for a word that may be
 * missing, `<we>` for any word of a family (families.yaml), `…` for up to six words between. Misprints and the usual confusions of OCR are seen through, so only true spellings are listed.
 *
 * @example 'vi [har] (bevilget|bevilger) … timer'
 */
const Cue = z.string().min(2);
const Cues = z.array(Cue);
/** Cues that say as much as each other; the weight is compared with that of other cues only. */
const Weighed = z.array(z.strictObject({ weight: z.number(), says: Cues }));

/** What a part of a letter is for, as its heading tells. */
export const SectionPurpose = z.enum(['decision', 'reasons', 'rules', 'facts', 'guidance', 'hearing', 'general', 'payment', 'next-steps']);
export type SectionPurpose = z.infer<typeof SectionPurpose>;

/** What the operative part may do beside the seven outcomes: an order or a changed registration, and a complaint that changes nothing. */
export const Effect = z.enum([...Outcome.options, 'order', 'upheld', 'upheld-partly', 'decided']);
export type Effect = z.infer<typeof Effect>;

/** What makes a sentence decide nothing, by why. */
export const Hedge = z.enum(['condition', 'intent', 'reported', 'earlier', 'later', 'general']);
export type Hedge = z.infer<typeof Hedge>;

/** What guidance (klagevejledning) says, by what of it. */
export const GuidanceCue = z.enum([
  'may-complain', 'may-not-complain', 'over', 'enclosed', 'elsewhere', 'send', 'send-directly', 'passed-on', 'decided-by', 'time-limit', 'no-time-limit', 'ours', 'court', 'later', 'keep-up', 'goes-on', 'portal', 'notice-given',
]);
export type GuidanceCue = z.infer<typeof GuidanceCue>;

/** What a letter asks of the citizen, by what of it. */
export const ActionCue = z.enum(['comment', 'send', 'pay', 'attend', 'confirm-appeal']);

const Law = z.strictObject({
  law: z.string().min(2).describe('the popular name, small letters'),
  also: z.array(z.string().min(2)).default([]).describe('other names and short forms'),
  last: z.int().positive().optional().describe('its last section: a higher number belongs to another law'),
  articles: z.boolean().default(false).describe('cited by article, not by section'),
  about: z.enum(['substance', 'procedure']).default('substance').describe('procedure: no decision on help rests on it'),
});

/** What the reader of letters knows by name: content/denmark/letters, one file a key. */
export const LetterWordFiles = z.strictObject({
  families: z.record(z.string().regex(/^[a-z-]+$/, 'is in small letters'), z.array(z.string().min(1)).min(1)).describe('words that stand for each other in cues'),
  laws: z.array(Law),
  bodies: z.array(z.strictObject({ slug: AppealBody, names: z.array(z.string().min(2)).min(1), aside: z.boolean().default(false).describe('for other questions than the decision: named beside the main body') })),
  kinds: z.record(LetterKind, z.strictObject({ title: Weighed, body: Weighed })),
  outcomes: z.record(Effect, z.strictObject({ title: Weighed, body: Weighed })),
  hedges: z.record(Hedge, Cues),
  reasons: z.strictObject({ given: Weighed, facts: Weighed, bare: Cues, aside: Cues, basis: Cues }),
  guidance: z.record(GuidanceCue, Cues),
  actions: z.record(ActionCue, Cues),
  headings: z.record(SectionPurpose, Cues),
  dates: z.strictObject({ months: z.array(z.array(z.string()).min(1)).length(12), numbers: z.record(z.string(), z.int().positive()), ordinals: z.record(z.string(), z.int().min(1).max(31)), units: z.strictObject({ days: z.array(z.string()), weeks: z.array(z.string()), months: z.array(z.string()), years: z.array(z.string()) }) }),
  sender: z.strictObject({
    authorities: z.array(z.string()).describe('names of authorities other than municipalities'),
    municipalities: z.array(z.string()).describe('their names without "Kommune", so that misprints are seen through'),
    units: z.array(z.string()).describe('beginnings or endings of the names of units'),
    unitParts: z.strictObject({ heads: z.array(z.string()).min(1), tails: z.array(z.string()).min(1) }).describe('what names of units are put together of, so that misprints are seen through'),
    people: z.array(z.string()).describe('titles of those who sign'),
    caseLabels: Cues,
    otherLabels: Cues,
    dateLabels: Cues,
    closings: Cues,
  }),
  terms: z.array(z.strictObject({ id: z.string(), forms: Cues.min(1) })),
  known: z.array(z.string()).describe('true words that must not be taken for misprints of cue words'),
});

/** All that is known of how letters are worded: what people wrote down, and what was learnt from labelled letters. */
export const LetterWords = LetterWordFiles.extend({
  /** Null where none was trained: then the cues alone tell the kind. */
  wording: WordingModel.nullable(),
});
export type LetterWords = z.infer<typeof LetterWords>;
