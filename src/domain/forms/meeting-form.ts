import { FreeText, PersonName, PhoneNumber, ShortText, YesNo } from './answers';
import { defineForm } from './form';

/** A meeting by appointment, which the adviser arranges by phone. */
export const meetingForm = defineForm('meeting', 1, {
  about: { kind: 'text', answer: FreeText },
  when: { kind: 'text', answer: ShortText },
  name: { kind: 'name', answer: PersonName },
  phone: { kind: 'phone', answer: PhoneNumber },
  mayLeaveMessage: { kind: 'yes-no', answer: YesNo },
});
