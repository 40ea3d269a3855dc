import { callbackForm } from '../src/domain/forms/callback-form';
import { replyForm, secondForm } from '../src/domain/forms/carry-on-forms';
import { dialogueForm } from '../src/domain/forms/dialogue-form';
import type { Answers, Form } from '../src/domain/forms/form';
import { letterForm } from '../src/domain/forms/letter-form';
import { meetingForm } from '../src/domain/forms/meeting-form';
import { questionForm } from '../src/domain/forms/question-form';
import type { Topic } from '../src/domain/topics/topic';
import { callbackKnown, sayUnlikelyTime } from './callback-known';
import { COMPLAINT_CASE } from './complaint-case';
import type { FormName } from './form-name';
import type { Progress } from './form-progress';
import type { Talk } from './talk';

/** A form whose answers become a case, and what its matter adds to the asking. */
export interface CaseForm {
  readonly form: Form;
  /** The topic that questions inside the form carry. */
  readonly topic: Topic;
  /** What is known before the first question. */
  readonly known?: (talk: Talk) => Promise<Answers>;
  /** What follows from the answers so far; worked out anew after each. */
  readonly derive?: (talk: Talk, answers: Answers) => Answers;
  /** Said once, before a question is first asked. */
  readonly before?: Readonly<Record<string, (talk: Talk, answers: Answers) => Promise<void>>>;
  /** Said after an answer, before the next question: what it makes known that she must hear at once. */
  readonly notes?: (talk: Talk, before: Answers, after: Answers) => Promise<void>;
  /** Puts what a dialog on top leaves where it belongs; just beside the other answers when left out. */
  readonly keeps?: (talk: Talk, answers: Answers, kept: Answers) => Answers;
  /** Reads what was not understood as an answer to a question, by the question; null when it is none either. */
  readonly reads?: Readonly<Record<string, (talk: Talk, answers: Answers) => Answers | null>>;
  /** Its free texts are her own words, to stand in a letter: a question to the bot or a correction is not taken for them unasked. */
  readonly ownWords?: true;
  /** Takes another day of receipt, or the like, that she tells in the middle; null where she tells none. */
  readonly takesBack?: (talk: Talk, answers: Answers) => Promise<Answers | null>;
  /** Where the words belong that say more than a question asked, by the question. */
  readonly laysBy?: Readonly<Record<string, string>>;
  /** What is asked of the matter at a question: answered, and the question asked again; null when nothing is. */
  readonly asked?: (talk: Talk, answers: Answers) => (() => Promise<void>) | null;
  /** Says why the matter ends here and what to do instead; false when it goes on. */
  readonly ends?: (talk: Talk, answers: Answers) => Promise<boolean>;
  /** Choices of its own at any question: something said, after which the question is asked again; or a dialog on top, whose result is kept as answers. */
  readonly acts?: Readonly<Record<string, (talk: Talk, answers: Answers) => Promise<{ readonly begin: string; readonly options: object } | null>>>;
  /** What she told before, which may stand as her answer to a question; null when she told nothing of it. */
  readonly told?: Readonly<Record<string, (answers: Answers, laidBy: Progress['laidBy']) => string | null>>;
  /** Choices of its own that are offered beside a question. */
  readonly offers?: Readonly<Record<string, readonly string[] | ((talk: Talk, answers: Answers) => readonly string[])>>;
  /** Said instead of the review where nothing is handed over; false when all is to be reviewed and sent. */
  readonly closes?: (talk: Talk, answers: Answers) => Promise<boolean>;
}

/** The ways to hand a matter to the adviser, by the form's name. `<name>.start` is said first, `subject.<name>` names it. */
export const CASE_FORMS: Readonly<Record<FormName, CaseForm>> = {
  callback: { form: callbackForm, topic: 'callback', known: callbackKnown, before: { mayLeaveMessage: sayUnlikelyTime } },
  question: { form: questionForm, topic: 'human' },
  dialogue: { form: dialogueForm, topic: 'complaint.start', ownWords: true },
  meeting: { form: meetingForm, topic: 'contact', known: callbackKnown },
  letter: { form: letterForm, topic: 'letter.understand' },
  complaint: COMPLAINT_CASE,
  reply: { form: replyForm, topic: 'case.status' },
  second: { form: secondForm, topic: 'case.status' },
};
