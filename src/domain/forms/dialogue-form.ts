import { FreeText, PersonName, PhoneNumber, ShortText, YesNo } from './answers';
import { defineForm } from './form';

/** A wish for a dialogue with a department, which the adviser brings about; each use of her data is its own yes. */
export const dialogueForm = defineForm('dialogue', 1, {
  department: { kind: 'text', answer: ShortText },
  about: { kind: 'text', answer: FreeText },
  wish: { kind: 'text', answer: FreeText },
  name: { kind: 'name', answer: PersonName },
  phone: { kind: 'phone', answer: PhoneNumber },
  when: { kind: 'text', answer: ShortText },
  mayLeaveMessage: { kind: 'yes-no', answer: YesNo },
  contactDepartment: { kind: 'yes-no', answer: YesNo },
  seeFile: { kind: 'yes-no', answer: YesNo },
});
