import { z } from 'zod';
import { isFirstInstance } from '../complaints/complaint';
import { ComplaintAnswers, onBehalfOf } from '../complaints/complaint-answers';
import { Road } from '../complaints/complaint-road';
import { WHOLE_LETTER } from '../forms/which-matter';
import type { Answers } from '../forms/form';
import type { LetterReading } from '../letters/letter-reading';
import type { TranscriptLine } from '../conversations/turn-memory';
import type { ToldAnswer } from './told-answers';
import { HandoffCase, type ConsentScope, type Want } from './handoff-case';

/** The forms that become a case. */
export const CaseFormName = z.enum(['callback', 'question', 'dialogue', 'meeting', 'letter', 'complaint']);
export type CaseFormName = z.infer<typeof CaseFormName>;

/** What each form says that the citizen wants. */
export const FORM_WANTS = {
  callback: { subject: 'callback', wants: ['callback'] },
  question: { subject: 'question', wants: ['answer'] },
  dialogue: { subject: 'question', wants: ['dialogue'] },
  meeting: { subject: 'question', wants: ['meeting'] },
  letter: { subject: 'letter', wants: ['understand'] },
  complaint: { subject: 'complaint', wants: ['complain'] },
} as const satisfies Record<CaseFormName, { subject: HandoffCase['subject']; wants: readonly Want[] }>;

/** A form that was answered and that she said may be sent. */
export interface AnsweredForm {
  readonly form: CaseFormName;
  readonly answers: Answers;
  readonly language: string;
  readonly noticeVersion: string;
  readonly transcript: readonly TranscriptLine[];
  /** The letter that was talked about; its text is kept only where she said yes to it. */
  readonly letter: { readonly reading: LetterReading; readonly told: boolean; readonly text: string | null; readonly nextDeadline: string | null } | null;
  /** The complaint as she saw it last, in words; only of the complaint form. */
  readonly draft?: string;
  /** The answers as the review showed them, in Danish. */
  readonly told?: readonly ToldAnswer[];
}

/**
 * The case that an answered form becomes; `at` is the moment of sending, ISO with offset.
 *
 * @throws ZodError when the answers do not make a whole case
 */
export function makeHandoffCase({ form, answers, language, noticeVersion, transcript, letter, draft, told = [] }: AnsweredForm, reference: string, at: string): HandoffCase {
  const { subject, wants } = FORM_WANTS[form];
  return HandoffCase.parse({
    reference,
    createdAt: at,
    status: 'new',
    language,
    subject,
    complaint: form === 'complaint' ? complaintIn(answers, draft ?? null) : null,
    letter: letter?.reading ?? null,
    letterRestsOn: letter === null ? null : letter.told ? 'told' : 'letter',
    letterText: answers.keepLetter === true ? (letter?.text ?? null) : null,
    // A complaint's `about` is the code of what it is over, and stands there.
    message: form === 'complaint' ? null : (answers.about ?? null),
    department: answers.department ?? null,
    wish: answers.wish ?? null,
    contact: {
      name: answers.name ?? null,
      phone: answers.phone ?? null,
      email: answers.email ?? null,
      preferred: answers.preferred ?? 'phone',
      // Of a complaint `when` is the day on which it happened, and she is not asked when to call.
      when: form === 'complaint' ? null : (answers.when ?? null),
      mayLeaveMessage: answers.mayLeaveMessage ?? null,
    },
    onBehalfOf: form === 'complaint' ? onBehalfOf(ComplaintAnswers.parse(answers)) : null,
    told: [...told],
    danger: false,
    wants: [...wants],
    consent: { at, noticeVersion, scope: scopesOf(answers) },
    round: 'first',
    nextDeadline: earliest(letter?.nextDeadline ?? null, form === 'complaint' ? (Road.safeParse(answers.road).data?.lastDay ?? null) : null),
    messages: [],
    transcript: [...transcript],
  } satisfies Record<keyof HandoffCase, unknown>);
}

/** What the adviser must see of a complaint (contract § 5). */
function complaintIn(given: Answers, draft: string | null): HandoffCase['complaint'] {
  const answers = ComplaintAnswers.parse(given);
  const { about, letter, department, whatHappened, disagree, when, wish } = answers;
  // Point by point against the letter, or why what is left of it is still wrong.
  const points = [given.point1, given.point2, given.point3, given.stillWrong].filter((each) => typeof each === 'string');
  return {
    about,
    department: department ?? letter?.reading.department ?? null,
    caseNumber: letter?.reading.caseNumber ?? null,
    matter: about === 'decision' ? (answers.area ?? (answers.matter === WHOLE_LETTER ? null : (answers.matter ?? null))) : null,
    received: about === 'decision' ? (answers.received ?? letter?.received ?? null) : null,
    // Of a decision she is asked in other words whether she has complained of it to the municipality.
    firstInstance: about === 'decision' && given.complained === 'not-yet' ? true : isFirstInstance({ about, tried: answers.tried ?? null }),
    whatHappened: whatHappened ?? disagree ?? (points.length > 0 ? points.join('\n\n') : null),
    when: when ?? null,
    wish: wish ?? null,
    draft,
  };
}

/** The earliest day that must not be missed: of the letter, or of the complaint's own road. */
const earliest = (...days: (string | null)[]): string | null => days.filter((day) => day !== null).sort()[0] ?? null;

/** Each use that she said yes to; silence is no consent. */
function scopesOf(answers: Answers): ConsentScope[] {
  return [...(answers.contactDepartment === true ? (['contact-department'] as const) : []), ...(answers.seeFile === true ? (['see-file'] as const) : []), ...(answers.keepLetter === true ? (['keep-letter'] as const) : [])];
}
