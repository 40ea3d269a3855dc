import type { Topic } from '../src/domain/topics/topic';
import { tellContact } from './contact-answer';
import { DepartmentDialog } from './department-dialog';
import { EraseDialog } from './erase-dialog';
import { tellHours } from './hours-answer';
import { tellHuman } from './human-answer';
import { tellOutside } from './outside-answer';
import { tellLetterAgain, tellLetterMarked, tellLetterWords, tellWhyThatDay } from './letter-answers';
import { LetterDialog } from './letter-dialog';
import { tellPractical } from './place-answer';
import { tellPrivacy } from './privacy-answer';
import { tellRepresentation } from './representation-answer';
import { tellAppeal, tellDeadline } from './road-asked';
import { StatusDialog } from './status-dialog';
import { tellCrisis } from './crisis-answer';
import { tellSmallTalk } from './small-talk-answer';
import { ToldLetterDialog } from './told-letter-dialog';
import { tellNotice } from './notice-answer';
import { sayWelcome } from './welcome';
import type { Talk } from './talk';

/**
 * What answers a message: phrases, said one after another; a small computation that says phrases; or a dialog.
 * Only the first two can be given in the middle of a form.
 */
export type Answer =
  | { readonly say: readonly string[] }
  | { readonly tell: (talk: Talk) => Promise<void> }
  | { readonly begin: string; readonly options?: object; /** Said in a form, where no dialog can begin. */ readonly meanwhile?: readonly string[] };

/** Every topic to its answer; a topic left out does not compile. */
export const TOPIC_ANSWERS = {
  'adviser.can': { say: ['adviser.can'] },
  'adviser.cannot': { say: ['adviser.cannot', 'adviser.cannot.appeal'] },
  'adviser.process': { say: ['adviser.process'] },
  'hours.phone': { tell: (talk) => tellHours(talk, 'phone') },
  'hours.consultation': { tell: (talk) => tellHours(talk, 'consultation') },
  contact: { tell: tellContact },
  callback: { begin: 'form', options: { form: 'callback' } },
  'letter.understand': { begin: LetterDialog.ID, meanwhile: ['letter.understand'] },
  'complaint.start': { begin: 'form', options: { form: 'complaint' } },
  'complaint.decision': { tell: tellAppeal },
  'complaint.deadline': { tell: tellDeadline },
  'complaint.staff': { say: ['complaint.staff'] },
  'complaint.waiting': { say: ['complaint.waiting'] },
  'complaint.discrimination': { say: ['complaint.discrimination'] },
  'complaint.practical': { tell: tellPractical },
  'rights.documents': { say: ['rights.documents'] },
  'rights.representation': { tell: tellRepresentation },
  'find.department': { begin: DepartmentDialog.ID, meanwhile: ['find.department.none'] },
  privacy: { tell: tellPrivacy },
  human: { tell: tellHuman },
  'case.status': { begin: StatusDialog.ID },
  crisis: { tell: tellCrisis },
  outside: { tell: tellOutside },
  'small-talk': { tell: tellSmallTalk },
  unknown: { say: ['unknown'] },
} as const satisfies Record<Topic, Answer>;

/** Choices that are no topic of their own, with the topic their replies carry. */
export const CHOICE_ANSWERS: Readonly<Record<string, { readonly topic: Topic; readonly answer: Answer }>> = {
  notice: { topic: 'privacy', answer: { tell: tellNotice } },
  erase: { topic: 'privacy', answer: { begin: EraseDialog.ID } },
  'process.first': { topic: 'adviser.process', answer: { say: ['adviser.process.first'] } },
  'process.second': { topic: 'adviser.process', answer: { say: ['adviser.process.second', 'adviser.process.time'] } },
  'adviser.what': { topic: 'adviser.can', answer: { say: ['adviser.what'] } },
  'contact.safe': { topic: 'contact', answer: { say: ['contact.safe'] } },
  question: { topic: 'human', answer: { begin: 'form', options: { form: 'question' } } },
  dialogue: { topic: 'complaint.start', answer: { begin: 'form', options: { form: 'dialogue' } } },
  'complaint.write': { topic: 'complaint.start', answer: { begin: 'form', options: { form: 'complaint' } } },
  'form.take-up': { topic: 'complaint.start', answer: { begin: 'form' } },
  meeting: { topic: 'contact', answer: { begin: 'form', options: { form: 'meeting' } } },
  'letter.again': { topic: 'letter.understand', answer: { tell: tellLetterAgain } },
  'letter.show': { topic: 'letter.understand', answer: { tell: tellLetterMarked } },
  'letter.why-day': { topic: 'letter.understand', answer: { tell: tellWhyThatDay } },
  'letter.words': { topic: 'letter.understand', answer: { tell: tellLetterWords } },
  'letter.other-day': { topic: 'letter.understand', answer: { begin: LetterDialog.ID, options: { received: 'asked' } } },
  'letter.told': { topic: 'letter.understand', answer: { begin: ToldLetterDialog.ID } },
  'letter.adviser': { topic: 'letter.understand', answer: { begin: 'form', options: { form: 'letter' } } },
  other: { topic: 'unknown', answer: { say: ['unknown'] } },
  restart: { topic: 'small-talk', answer: { tell: sayWelcome } },
};

