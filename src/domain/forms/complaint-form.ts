import { z } from 'zod';
import { Complained, ComplaintAbout, PENDING, Tried } from '../complaints/complaint';
import { LetterOfComplaint, reasonsOf } from '../complaints/complaint-answers';
import { Road } from '../complaints/complaint-road';
import { BY_RIGHT, FOR_WHOM, speaksOf } from '../complaints/on-behalf';
import { tellsWhen } from '../complaints/timeline';
import { UrgentNeed } from '../complaints/urgent-needs';
import { JsonObject } from '../json';
import { Email, FreeText, PersonName, PhoneNumber, ShortText, WhenTold, YesNo } from './answers';
import { defineForm, type Answers } from './form';
import { matterOf } from './which-matter';
import { whichOf } from './which-area';

/** Her own changes of the draft, by the line's key; null where she struck a line out. */
const Edits = z.record(z.string(), z.string().nullable());

/** What a complaint is about, as she may answer: `other` is no matter of the municipality's, or none that one complains of here. */
const ABOUT = [...ComplaintAbout.options, 'other'] as const;
/** Where matters lie that none of the choices name: `municipal` is dealt with as any complaint over how a case was handled; into the others the adviser cannot go. */
const OTHER = ['municipal', 'authority', 'politics', 'employment', 'neighbour'] as const;
const WITHOUT_PHONE = ['email', 'chat'] as const;
/** `elsewhere`: another body has the matter. */
const TRIED = [...Tried.options, 'elsewhere'] as const;
/** Of a matter that is no decision, nothing is decided by Ankestyrelsen. */
const pendingAt = (known: Answers): readonly string[] => (isDecision(known) ? PENDING : ['ombudsman', 'court']);

const isDecision = (known: Answers): boolean => known.about === 'decision';
const hasLetter = (known: Answers): boolean => known.letter !== undefined;
const reasonAt = ({ letter, matter, preliminary }: Answers, place: number): boolean => {
  const kept = LetterOfComplaint.safeParse(letter).data;
  return kept !== undefined && preliminary !== true && !kept.standBy && reasonsOf(kept, typeof matter === 'string' ? matter : undefined).length > place;
};
/** The municipality has given in partly: a few lines say that the rest of the complaint stands (L-3.7). */
const keepsUp = (known: Answers): boolean => roadOf(known)?.kind === 'keep-up';
const roadOf = (known: Answers): Road | undefined => Road.safeParse(known.road).data;
const told = (known: Answers): string => [known.story, known.area, known.whatHappened, known.disagree, known.stillWrong, known.meant].filter((each) => typeof each === 'string').join(' ');
/** A no to what was asked for: there is nothing that could wait. */
const isRefusal = (known: Answers): boolean => LetterOfComplaint.safeParse(known.letter).data?.reading.outcome === 'refused' || /(?<!\p{L})(?:afslag|afslået|nej til|refus|denied|turned down)/iu.test(`${String(known.area ?? '')} ${String(known.story ?? '')}`);
const forAnother = (known: Answers): boolean => known.behalf !== undefined && known.behalf !== 'self';
const written = (known: Answers): boolean => known.preliminary !== true && !keepsUp(known);
const handsOver = (known: Answers): boolean => known.handover === true;
/** It is written to the municipality, so that its department is to be named. */
const goesToDepartment = (known: Answers): boolean => !hasLetter(known) && known.complained !== 'elsewhere' && (!isDecision(known) || [null, undefined, 'kommunen'].includes(roadOf(known)?.sendTo));
/** Help that stops can wait for an answer; bread, a roof and a child cannot. */
const isUrgent = (known: Answers): boolean => Array.isArray(known.needs) && known.needs.some((need) => need !== 'stops');

/**
 * What a complaint is made of, in the order of asking: what it is about, where it goes, her own words, what she wants; then
 * the draft stands, and the rest is only asked when she wants the adviser to have it. At most seven questions as a rule.
 */
export const complaintForm = defineForm('complaint', 3, {
  letter: { kind: 'text', answer: JsonObject.refine((kept) => LetterOfComplaint.safeParse(kept).success), hidden: true },
  road: { kind: 'text', answer: Road, hidden: true },
  edits: { kind: 'text', answer: Edits, hidden: true },
  /** Her first words, where she told what it is about before she was asked. */
  story: { kind: 'text', answer: FreeText, hidden: true },
  areas: { kind: 'text', answer: z.array(z.string()), hidden: true },
  several: { kind: 'yes-no', answer: YesNo, hidden: true },
  needs: { kind: 'text', answer: z.array(UrgentNeed), hidden: true },
  longAgo: { kind: 'yes-no', answer: YesNo, hidden: true },
  about: { kind: 'choice', answer: z.enum(ABOUT), choices: ABOUT },
  other: { kind: 'choice', answer: z.enum(OTHER), choices: OTHER, when: (known) => known.about === 'other' },
  area: { kind: 'text', answer: ShortText, when: (known) => isDecision(known) && !hasLetter(known) },
  which: { kind: 'choice', answer: z.string(), choices: whichOf, when: (known) => isDecision(known) && whichOf(known).length > 0 },
  matter: { kind: 'choice', answer: z.string(), choices: matterOf, when: (known) => isDecision(known) && !keepsUp(known) && matterOf(known).length > 0 },
  received: { kind: 'past-day', answer: z.iso.date(), optional: true, when: (known) => isDecision(known) && !hasLetter(known) },
  complained: { kind: 'choice', answer: Complained, choices: Complained.options, when: (known) => isDecision(known) && !keepsUp(known) },
  department: { kind: 'place', answer: ShortText, optional: true, when: goesToDepartment },
  tried: { kind: 'choice', answer: z.enum(TRIED), choices: TRIED, when: (known) => !isDecision(known) },
  pending: { kind: 'choice', answer: z.enum(PENDING), choices: pendingAt, when: (known) => known.complained === 'elsewhere' || known.tried === 'elsewhere' },
  lateBecause: { kind: 'text', answer: FreeText, when: (known) => roadOf(known)?.late === true },
  preliminary: { kind: 'yes-no', answer: YesNo, when: (known) => roadOf(known)?.urgent === true && !keepsUp(known) },
  wait: { kind: 'yes-no', answer: YesNo, when: (known) => roadOf(known)?.mayAskToWait === true && !isRefusal(known) },
  point1: { kind: 'text', answer: FreeText, optional: true, when: (known) => reasonAt(known, 0) },
  point2: { kind: 'text', answer: FreeText, optional: true, when: (known) => reasonAt(known, 1) },
  point3: { kind: 'text', answer: FreeText, optional: true, when: (known) => reasonAt(known, 2) },
  disagree: { kind: 'text', answer: FreeText, when: (known) => isDecision(known) && written(known) && ![known.point1, known.point2, known.point3].some((point) => typeof point === 'string') },
  stillWrong: { kind: 'text', answer: FreeText, optional: true, when: keepsUp },
  whatHappened: { kind: 'text', answer: FreeText, when: (known) => !isDecision(known) },
  when: { kind: 'past-time', answer: WhenTold, optional: true, when: (known) => typeof known.whatHappened === 'string' && !tellsWhen(known.whatHappened) },
  who: { kind: 'text', answer: ShortText, optional: true, when: (known) => known.about === 'staff-conduct' || known.about === 'discrimination' },
  meant: { kind: 'text', answer: FreeText, optional: true, when: written },
  wish: { kind: 'text', answer: FreeText, optional: true, when: written },
  hurry: { kind: 'yes-no', answer: YesNo, when: isUrgent },
  behalf: { kind: 'choice', answer: z.enum(FOR_WHOM), choices: FOR_WHOM, when: (known) => known.behalf !== undefined || speaksOf(told(known)) !== null },
  behalfName: { kind: 'name', answer: PersonName, when: forAnother },
  byRight: { kind: 'choice', answer: z.enum(BY_RIGHT), choices: BY_RIGHT, when: forAnother },
  handover: { kind: 'yes-no', answer: YesNo },
  name: { kind: 'name', answer: PersonName, optional: true, when: handsOver },
  phone: { kind: 'phone', answer: PhoneNumber, optional: true, when: handsOver },
  // Who cannot be called is answered in writing.
  preferred: { kind: 'choice', answer: z.enum(WITHOUT_PHONE), choices: WITHOUT_PHONE, when: (known) => handsOver(known) && known.phone === null },
  email: { kind: 'email', answer: Email, when: (known) => handsOver(known) && known.preferred === 'email' },
  mayLeaveMessage: { kind: 'yes-no', answer: YesNo, when: (known) => handsOver(known) && typeof known.phone === 'string' },
  contactDepartment: { kind: 'yes-no', answer: YesNo, when: handsOver },
  seeFile: { kind: 'yes-no', answer: YesNo, when: handsOver },
  keepLetter: { kind: 'yes-no', answer: YesNo, when: (known) => handsOver(known) && hasLetter(known) },
});
