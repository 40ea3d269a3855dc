import { CaseReference } from '../cases/handoff-case';
import { FreeText, WhenTold } from './answers';
import { defineForm } from './form';

/** A word to the adviser in a case handed over before. */
export const replyForm = defineForm('reply', 1, {
  reference: { kind: 'text', answer: CaseReference, hidden: true },
  text: { kind: 'text', answer: FreeText },
});

/** The department has answered and she is still not satisfied: what carries the case on in second instance (S22). */
export const secondForm = defineForm('second', 1, {
  reference: { kind: 'text', answer: CaseReference, hidden: true },
  answered: { kind: 'past-time', answer: WhenTold, optional: true },
  answer: { kind: 'text', answer: FreeText },
  still: { kind: 'text', answer: FreeText },
});
