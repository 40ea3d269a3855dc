import { z } from 'zod';
import { ComplaintAbout, Tried } from '../complaints/complaint';
import { LetterOfComplaint } from '../complaints/complaint-answers';
import { Road } from '../complaints/complaint-road';
import { BY_RIGHT, FOR_WHOM, speaksOf } from '../complaints/on-behalf';
import { tellsWhen } from '../complaints/timeline';
import { JsonObject } from '../json';
import { FreeText, PersonName, PhoneNumber, ShortText, YesNo } from './answers';
import { defineForm, type Answers } from './form';

/** Her own changes of the draft, by the line's key; null where she struck a line out. */
const Edits = z.record(z.string(), z.string().nullable());

const isDecision = (known: Answers): boolean => known.about === 'decision';
const hasLetter = (known: Answers): boolean => known.letter !== undefined;
const reasonAt = (known: Answers, place: number): boolean => (LetterOfComplaint.safeParse(known.letter).data?.reasons.length ?? 0) > place && known.preliminary !== true;
const roadOf = (known: Answers): Road | undefined => Road.safeParse(known.road).data;
const told = (known: Answers): string => [known.whatHappened, known.disagree, known.meant].filter((each) => typeof each === 'string').join(' ');
const forAnother = (known: Answers): boolean => known.behalf !== undefined && known.behalf !== 'self';
const written = (known: Answers): boolean => known.preliminary !== true;
const handsOver = (known: Answers): boolean => known.handover === true;

/**
 * What a complaint is made of, in the order of asking: what it is about, where it goes, her own words, what she wants; then
 * the draft stands, and the rest is only asked when she wants the adviser to have it. At most seven questions as a rule.
 */
export const complaintForm = defineForm('complaint', 1, {
  letter: { kind: 'text', answer: JsonObject.refine((kept) => LetterOfComplaint.safeParse(kept).success), hidden: true },
  road: { kind: 'text', answer: Road, hidden: true },
  edits: { kind: 'text', answer: Edits, hidden: true },
  about: { kind: 'choice', answer: ComplaintAbout, choices: ComplaintAbout.options },
  area: { kind: 'text', answer: ShortText, when: (known) => isDecision(known) && !hasLetter(known) },
  received: { kind: 'past-day', answer: z.iso.date(), optional: true, when: (known) => isDecision(known) && !hasLetter(known) },
  department: { kind: 'text', answer: ShortText, when: (known) => !hasLetter(known) },
  tried: { kind: 'choice', answer: Tried, choices: Tried.options, when: (known) => !isDecision(known) },
  lateBecause: { kind: 'text', answer: FreeText, when: (known) => roadOf(known)?.late === true },
  preliminary: { kind: 'yes-no', answer: YesNo, when: (known) => roadOf(known)?.urgent === true },
  wait: { kind: 'yes-no', answer: YesNo, when: (known) => roadOf(known)?.mayAskToWait === true },
  point1: { kind: 'text', answer: FreeText, optional: true, when: (known) => reasonAt(known, 0) },
  point2: { kind: 'text', answer: FreeText, optional: true, when: (known) => reasonAt(known, 1) },
  point3: { kind: 'text', answer: FreeText, optional: true, when: (known) => reasonAt(known, 2) },
  disagree: { kind: 'text', answer: FreeText, when: (known) => isDecision(known) && written(known) && ![known.point1, known.point2, known.point3].some((point) => typeof point === 'string') },
  whatHappened: { kind: 'text', answer: FreeText, when: (known) => !isDecision(known) },
  when: { kind: 'past-day', answer: z.iso.date(), optional: true, when: (known) => typeof known.whatHappened === 'string' && !tellsWhen(known.whatHappened) },
  who: { kind: 'text', answer: ShortText, optional: true, when: (known) => known.about === 'staff-conduct' || known.about === 'discrimination' },
  meant: { kind: 'text', answer: FreeText, optional: true, when: written },
  wish: { kind: 'text', answer: FreeText, when: written },
  behalf: { kind: 'choice', answer: z.enum(FOR_WHOM), choices: FOR_WHOM, when: (known) => speaksOf(told(known)) !== null },
  behalfName: { kind: 'name', answer: PersonName, when: forAnother },
  byRight: { kind: 'choice', answer: z.enum(BY_RIGHT), choices: BY_RIGHT, when: forAnother },
  handover: { kind: 'yes-no', answer: YesNo },
  name: { kind: 'name', answer: PersonName, when: handsOver },
  phone: { kind: 'phone', answer: PhoneNumber, when: handsOver },
  mayLeaveMessage: { kind: 'yes-no', answer: YesNo, when: handsOver },
  contactDepartment: { kind: 'yes-no', answer: YesNo, when: handsOver },
  seeFile: { kind: 'yes-no', answer: YesNo, when: handsOver },
  keepLetter: { kind: 'yes-no', answer: YesNo, when: (known) => handsOver(known) && hasLetter(known) },
});
