import { z } from 'zod';
import { ComplaintAbout, OnBehalfOf } from '../complaints/complaint';
import { LetterReading } from '../letters/letter-reading';

/** Drawn without 0/O, 1/I/L so that it can be said on the phone: `BR-2026-7K4QX9`. */
export const CaseReference = z.string().regex(/^BR-\d{4}-[2-9A-HJKMNP-Z]{6}$/);

export const CaseStatus = z.enum(['new', 'open', 'waiting-for-department', 'waiting-for-citizen', 'closed']);
export type CaseStatus = z.infer<typeof CaseStatus>;

/** What the citizen wants of the adviser. */
export const Want = z.enum(['complain', 'understand', 'dialogue', 'meeting', 'callback', 'answer']);
export type Want = z.infer<typeof Want>;

/** Each use needs its own yes (design § 7). */
export const ConsentScope = z.enum(['contact-department', 'see-file', 'keep-letter']);
export type ConsentScope = z.infer<typeof ConsentScope>;

/** A case handed to the adviser (contract § 5). */
export const HandoffCase = z.object({
  reference: CaseReference,
  createdAt: z.iso.datetime({ offset: true }),
  status: CaseStatus,
  language: z.string(),
  subject: z.enum(['complaint', 'letter', 'callback', 'question']),
  complaint: z
    .object({
      about: ComplaintAbout,
      department: z.string().nullable(),
      caseNumber: z.string().nullable(),
      /** What a decision is about, in her words or the letter's, and the day she got it. */
      matter: z.string().nullable().optional(),
      received: z.iso.date().nullable().optional(),
      firstInstance: z.boolean().nullable(),
      whatHappened: z.string().nullable(),
      when: z.string().nullable(),
      wish: z.string().nullable(),
      draft: z.string().nullable(),
    })
    .nullable(),
  letter: LetterReading.nullable(),
  /** Whether the reading comes from her letter, or from what she told of one that she had not at hand. */
  letterRestsOn: z.enum(['letter', 'told']).nullable().default(null),
  /** The letter's own words: only with her yes to keep them (`keep-letter`). */
  letterText: z.string().nullable().default(null),
  /** What it is about, in the citizen's words; where there is no complaint. */
  message: z.string().nullable(),
  /** The department or centre it concerns, where she named one. */
  department: z.string().nullable(),
  /** What she would like to come out of it, in her words. */
  wish: z.string().nullable(),
  contact: z.object({
    name: z.string().nullable(),
    phone: z.string().nullable().describe('E.164'),
    email: z.string().nullable(),
    preferred: z.enum(['phone', 'email', 'digital-post', 'chat']),
    when: z.string().nullable().describe('when it suits, in her words'),
    mayLeaveMessage: z.boolean().nullable(),
  }),
  onBehalfOf: OnBehalfOf.nullable(),
  /** Every answer of the review that she pressed Send on, under its label, in Danish. */
  told: z.array(z.object({ field: z.string(), label: z.string(), text: z.string() })).default([]),
  /** Her words spoke of danger to life or limb, when they were kept. */
  danger: z.boolean().default(false),
  wants: z.array(Want),
  consent: z.object({ at: z.iso.datetime({ offset: true }), noticeVersion: z.string(), scope: z.array(ConsentScope) }),
  round: z.enum(['first', 'investigation', 'concluded']),
  nextDeadline: z.iso.date().nullable(),
  /** What citizen and adviser wrote to each other after the hand-over, in order; `key` keeps one from being added twice. */
  messages: z.array(z.object({ key: z.string(), at: z.iso.datetime({ offset: true }), from: z.enum(['citizen', 'adviser']), text: z.string() })).default([]),
  transcript: z.array(z.object({ at: z.string(), from: z.enum(['citizen', 'bot', 'adviser']), text: z.string(), /** The phrase of the content that the bot's words came from. */ phrase: z.string().optional() })),
});
export type HandoffCase = z.infer<typeof HandoffCase>;
