import { z } from 'zod';
import { Email, FreeText, PersonName, PhoneNumber, YesNo } from './answers';
import { defineForm, type Answers } from './form';

const byPhone = (known: Answers) => known.preferred === 'phone';

/** A question to the adviser, and how she would like the answer. */
export const questionForm = defineForm('question', 1, {
  about: { kind: 'text', answer: FreeText },
  preferred: { kind: 'choice', answer: z.enum(['phone', 'email', 'chat']), choices: ['phone', 'email', 'chat'] },
  phone: { kind: 'phone', answer: PhoneNumber, when: byPhone },
  email: { kind: 'email', answer: Email, when: (known) => known.preferred === 'email' },
  name: { kind: 'name', answer: PersonName, optional: true },
  mayLeaveMessage: { kind: 'yes-no', answer: YesNo, when: byPhone },
});
