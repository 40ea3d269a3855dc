import { FreeText, PersonName, PhoneNumber, ShortText, YesNo } from './answers';
import { defineForm } from './form';

/** What the adviser must know to call back. */
export const callbackForm = defineForm('callback', 1, {
  about: { kind: 'text', answer: FreeText },
  name: { kind: 'name', answer: PersonName },
  phone: { kind: 'phone', answer: PhoneNumber },
  when: { kind: 'text', answer: ShortText },
  mayLeaveMessage: { kind: 'yes-no', answer: YesNo },
});
