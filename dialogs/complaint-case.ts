import { FreeText } from '../src/domain/forms/answers';
import { wordsToAdd } from '../src/domain/forms/asked-of-bot';
import { complaintForm } from '../src/domain/forms/complaint-form';
import { rightTold, saysWhose, speaksOf } from '../src/domain/complaints/on-behalf';
import { ComplaintAnswers, reasonsOf } from '../src/domain/complaints/complaint-answers';
import { Road } from '../src/domain/complaints/complaint-road';
import { UrgentNeed } from '../src/domain/complaints/urgent-needs';
import type { Answers } from '../src/domain/forms/form';
import { cannotBeCalled, writtenWay } from '../src/domain/forms/no-phone';
import { readEmail } from '../src/domain/forms/read-email';
import type { CaseForm } from './case-forms';
import { departmentsFor } from './department-words';
import { closeDraft, DRAFT_ACTS, sayDraftReady } from './complaint-draft';
import { editsIntoAnswers } from './draft-edits';
import { aboutTold, knownFrom, otherTold, letterKnown, storyIn } from './complaint-known';
import { derived } from './complaint-derived';
import { endRoad, sayRoad, sayWaits } from './complaint-road-words';
import { sayAuthorityOf } from './authority-words';
import { readDayAnswer } from './letter-day';
import { roadAsked } from './road-in-form';
import type { Talk } from './talk';

/** The complaint: one form, with the road it goes told before her own words, and the draft before anything is handed over. */
export const COMPLAINT_CASE: CaseForm = {
  form: complaintForm,
  topic: 'complaint.start',
  known: knownFrom,
  derive: derived,
  ownWords: true,
  asked: roadAsked,
  takesBack: async (talk, answers) => (await receivedAnew(talk, answers)) ?? whoseTold(talk, answers),
  reads: { about: aboutTold, other: otherTold, handover: addedToDraft, phone: otherWayTold, preferred: otherWayTold, behalf: whoseAnswered, byRight: rightAnswered },
  keeps: editsIntoAnswers,
  laysBy: { department: 'whatHappened' },
  before: {
    complained: sayDayCounted, department: sayRoadOfDecision, lateBecause: sayRoad, preliminary: sayRoad, wait: sayRoad, handover: sayDraftReady,
    disagree: sayRoad, whatHappened: sayRoad, stillWrong: sayRoad,
    point1: async (talk, answers) => {
      await sayRoad(talk, answers);
      await sayReason(talk, answers, 0);
    },
    point2: (talk, answers) => sayReason(talk, answers, 1),
    point3: (talk, answers) => sayReason(talk, answers, 2),
  },
  notes: sayNotes,
  ends: async (talk, answers) => (typeof answers.other === 'string' ? sayOther(talk, answers) : endRoad(talk, answers)),
  acts: DRAFT_ACTS,
  // What she told of an event says as well why she disagrees, where it turns out to be a decision; and the other way round.
  told: {
    disagree: (answers, { whatHappened }) => whatHappened ?? storyIn(answers),
    whatHappened: (answers, { disagree }) => disagree ?? storyIn(answers),
  },
  offers: {
    handover: ['draft.edit', 'draft.word', 'draft.pdf'],
    department: offerDepartments,
  },
  closes: closeDraft,
};

/** A correction is short; a story of more words stays one. */
const CORRECTION_AT_MOST = 12;
const TAKES_BACK = /^\s*(?:nej|vent|hov|ups|no|wait|oops|sorry|jeg tog fejl|jeg mente|i meant)(?!\p{L})/iu;
/** She herself: a day on which another got it moves nothing of hers. */
const I_GOT_IT = /(?<!\p{L})(?:jeg|vi|i|we) (?:først )?(?:fik|modtog|har fået|got|received)(?!\p{L})/iu;

/** "Nej vent, jeg fik brevet den 6. november": the letter's last day is counted anew from it, and told. */
async function receivedAnew(talk: Talk, answers: Answers): Promise<Answers | null> {
  const { heard: { text }, memory: { letter } } = talk;
  if (letter === null || answers.letter === undefined || text.split(/\s+/).length > CORRECTION_AT_MOST || !TAKES_BACK.test(text) || !I_GOT_IT.test(text)) return null;
  const read = readDayAnswer(talk, letter.reading.letterDate);
  if (read.kind !== 'day') return null;
  letter.received = { day: read.day, how: 'told' };
  letter.receivedAsked = true;
  const along = letterKnown(talk);
  if (along === null) return null;
  await talk.say('letter.received.noted', { day: talk.day(read.day) }, { choices: [], topic: 'complaint.start' });
  const anew = { ...answers, letter: along };
  await sayRoad(talk, { ...anew, ...derived(talk, anew) });
  return { letter: along };
}

/** At the draft: words that she asks to be added to what she told. */
function addedToDraft({ heard }: Talk, answers: Answers): Answers | null {
  const words = wordsToAdd(heard.text);
  const field = ['whatHappened', 'disagree', 'stillWrong', 'point1', 'meant', 'wish'].find((each) => typeof answers[each] === 'string');
  if (words === null || field === undefined) return null;
  const sentence = `${words.charAt(0).toLocaleUpperCase('da')}${words.slice(1)}${/[.!?…]$/u.test(words) ? '' : '.'}`;
  const told = String(answers[field]);
  const longer = FreeText.safeParse(`${told}${/[.!?…]$/u.test(told) ? '' : '.'} ${sentence}`);
  return longer.success ? { [field]: longer.data } : null;
}

/** At the question for her number: an address for mail, or that she cannot be called. */
function otherWayTold({ heard: { text, action } }: Talk): Answers | null {
  if (action !== null) return null;
  const email = readEmail(text);
  if (email !== null) return { phone: null, preferred: 'email', email };
  const preferred = writtenWay(text);
  if (preferred !== null) return { phone: null, preferred };
  return cannotBeCalled(text) ? { phone: null } : null;
}

/** "Det er min mors sag", wherever she says it: it is asked on from there whose, and by what right. */
function whoseTold({ heard: { text, action } }: Talk, { behalf }: Answers): Answers | null {
  const whose = action === null ? saysWhose(text) : null;
  return whose === null || (behalf !== undefined && behalf !== 'self') ? null : { behalf: whose };
}

/** Words of her own for whose matter it is, where none of the choices is named. */
function whoseAnswered({ heard: { text, action } }: Talk): Answers | null {
  const whose = action === null ? speaksOf(text) : null;
  return whose === null ? null : { behalf: whose };
}

function rightAnswered({ heard: { text, action } }: Talk): Answers | null {
  const byRight = action === null ? rightTold(text) : null;
  return byRight === null ? null : { byRight };
}

/** The departments that deal with the area of the decision; a story alone tells too little. */
function offerDepartments(talk: Talk, answers: Answers): readonly string[] {
  const rule = talk.content.appealRules.find(({ id }) => id === Road.safeParse(answers.road).data?.rule);
  return rule === undefined ? [] : departmentsFor(talk, rule.about.da).map((name) => `=${name}`);
}

/** The road of a decision is known before its department is. */
async function sayRoadOfDecision(talk: Talk, answers: Answers): Promise<void> {
  if (answers.about === 'decision') await sayRoad(talk, answers);
}

/** Shows the reason of the letter that the next question is about. */
async function sayReason(talk: Talk, answers: Answers, place: number): Promise<void> {
  const { letter, matter } = ComplaintAnswers.parse(answers);
  const reason = letter && reasonsOf(letter, matter)[place];
  if (reason !== undefined) await talk.say('complaint.reason', { reason }, { choices: [] });
}

/** What she must hear at once: what can be done today, that it is long ago. Each is said once. */
async function sayNotes(talk: Talk, before: Answers, after: Answers): Promise<void> {
  const known = needsIn(before);
  for (const need of needsIn(after)) {
    if (known.includes(need)) continue;
    if (need !== 'stops') await talk.say(`complaint.urgent.${need}`, {}, { choices: [] });
    else if (before.complained === 'not-yet') await sayWaits(talk, after);
  }
  if (after.longAgo === true && before.longAgo !== true) await talk.say('complaint.long-ago', {}, { choices: [] });
}

/** The day that is counted from, so that she can object. */
async function sayDayCounted(talk: Talk, { received }: Answers): Promise<void> {
  if (typeof received === 'string') await talk.say('letter.received.noted', { day: talk.day(received) }, { choices: [], topic: 'complaint.start' });
}

const needsIn = ({ needs }: Answers): readonly UrgentNeed[] => UrgentNeed.array().safeParse(needs).data ?? [];

/** A matter that is none of the municipality's, or none that one complains of here: where to turn. */
async function sayOther(talk: Talk, { other, story }: Answers): Promise<boolean> {
  if (other === 'authority' && typeof story === 'string' && (await sayAuthorityOf(talk, story))) await talk.say('outside.still');
  else await talk.say(`complaint.other.${String(other)}`);
  return true;
}
