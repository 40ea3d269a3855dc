import { z } from 'zod';

/** Who can decide an appeal (klageinstans): the slugs of contract § 1. */
export const AppealBody = z.enum([
  'ankestyrelsen', 'boernehusene', 'byggeklageenheden', 'planklagenaevnet', 'miljoe-og-foedevareklagenaevnet',
  'skatteankestyrelsen', 'vurderingsankenaevnet', 'ligebehandlingsnaevnet', 'beboerklagenaevnet', 'huslejenaevnet',
  'patientklager', 'datatilsynet', 'folketingets-ombudsmand', 'kommunen', 'domstolene', 'skoleleder-og-kommune', 'other',
]);
export type AppealBody = z.infer<typeof AppealBody>;

export const LetterKind = z.enum(['decision', 'hearing', 'request', 'notice', 'payment-demand', 'invitation', 'receipt', 'other']);
export const Outcome = z.enum(['granted', 'partly-granted', 'refused', 'stopped', 'reduced', 'repayment', 'dismissed']);

/** One section of a law, by the law's popular name. */
export const LegalBasis = z.object({ law: z.string(), section: z.string(), subsection: z.string().nullable() });

/** The appeal guidance (klagevejledning) of a decision, as far as the letter gives it. `null`: the letter does not say. */
export const Appeal = z.object({
  possible: z.boolean().nullable(),
  sendTo: AppealBody.nullable().describe('where the complaint must be sent'),
  body: AppealBody.nullable().describe('who decides the appeal'),
  deadlineText: z.string().nullable(),
  deadlineDays: z.int().positive().nullable(),
  deadline: z.iso.date().nullable(),
  late: z.boolean().nullable().optional(),
});

/** What a letter asks the citizen to do. */
export const LetterAction = z.object({
  kind: z.enum(['comment', 'send', 'pay', 'attend', 'confirm-appeal']),
  by: z.iso.date().nullable(),
  at: z.string().nullable(),
  place: z.string().nullable(),
  amount: z.string().nullable(),
  what: z.array(z.string()),
});

/** What a letter says (contract § 1); what is not in the letter is null. */
export const LetterReading = z.object({
  kind: LetterKind,
  outcome: Outcome.nullable(),
  authority: z.string().nullable(),
  department: z.string().nullable(),
  caseNumber: z.string().nullable(),
  letterDate: z.iso.date().nullable(),
  legalBasis: z.array(LegalBasis),
  appeal: Appeal,
  has: z.object({ decision: z.boolean(), reasons: z.boolean(), legalBasis: z.boolean(), appealGuidance: z.boolean() }),
  missing: z.array(z.enum(['reasons', 'legal-basis', 'appeal-guidance'])),
  terms: z.array(z.string()),
  action: LetterAction.nullable(),
  decisions: z.array(z.object({ about: z.string(), outcome: Outcome.nullable() })),
  otherRoutes: z.array(AppealBody),
});
export type LetterReading = z.infer<typeof LetterReading>;
