import { complaintForm } from '../src/domain/forms/complaint-form';
import type { ComplaintAbout } from '../src/domain/complaints/complaint';
import { ComplaintAnswers, type LetterOfComplaint } from '../src/domain/complaints/complaint-answers';
import { findAppealRules, sameRoad } from '../src/domain/complaints/appeal-area';
import { findRoad } from '../src/domain/complaints/complaint-road';
import { JsonObject } from '../src/domain/json';
import { appealRuleFor, type AppealRule } from '../src/domain/letters/appeal-rule';
import { shortQuote } from '../src/domain/letters/explanation/quote';
import type { LetterReading } from '../src/domain/letters/letter-reading';
import type { Answers } from '../src/domain/forms/form';
import type { Topic } from '../src/domain/topics/topic';
import type { CaseForm } from './case-forms';
import { closeDraft, DRAFT_ACTS, sayDraftReady } from './complaint-draft';
import { endRoad, sayRoad } from './complaint-road-words';
import { letterForCase } from './letter-facts';
import type { Talk } from './talk';

/** What the topic spoken of last says that a complaint is about. */
const ABOUT: Partial<Readonly<Record<Topic, ComplaintAbout>>> = {
  'complaint.decision': 'decision',
  'complaint.deadline': 'decision',
  'complaint.staff': 'staff-conduct',
  'complaint.waiting': 'case-handling',
  'complaint.discrimination': 'discrimination',
  'complaint.practical': 'practical-work',
};

/** The complaint: one form, with the road it goes told before her own words, and the draft before anything is handed over. */
export const COMPLAINT_CASE: CaseForm = {
  form: complaintForm,
  topic: 'complaint.start',
  known: knownFrom,
  derive: roadIn,
  before: {
    lateBecause: sayRoad, preliminary: sayRoad, wait: sayRoad, disagree: sayRoad, whatHappened: sayRoad, handover: sayDraftReady,
    point1: async (talk, answers) => {
      await sayRoad(talk, answers);
      await sayReason(talk, answers, 0);
    },
    point2: (talk, answers) => sayReason(talk, answers, 1),
    point3: (talk, answers) => sayReason(talk, answers, 2),
  },
  ends: endRoad,
  acts: DRAFT_ACTS,
  offers: { handover: ['draft.edit', 'draft.word', 'draft.pdf'] },
  closes: closeDraft,
};

/** Kinds of letters that a complaint may be about, or that say why there is none to write. */
const COMPLAINED_OF: readonly LetterReading['kind'][] = ['decision', 'hearing', 'payment-demand'];
/** So many reasons are gone through with her. */
const REASONS_AT_MOST = 3;

/** What is known before the first question: what was spoken of last, and the letter just read. */
function knownFrom(talk: Talk): Answers {
  const spokenOf = ABOUT[talk.memory.topic ?? 'unknown'];
  const along = spokenOf === undefined || spokenOf === 'decision' ? letterForCase(talk) : null;
  if (along === null || !COMPLAINED_OF.includes(along.reading.kind)) return spokenOf === undefined ? {} : { about: spokenOf };
  const reasons = sentencesOf(talk.memory.letter?.quotes['has.reasons'] ?? []);
  const letter: LetterOfComplaint = { reading: along.reading, reasons };
  return { about: 'decision', letter: JsonObject.parse(JSON.parse(JSON.stringify(letter))) };
}

/** The letter's reasons, a sentence or a few each, fit to be quoted. */
const sentencesOf = (quotes: readonly string[]): string[] => [...new Set(quotes.map(shortQuote))].filter((quote) => quote !== '').slice(0, REASONS_AT_MOST);

/** Shows the reason of the letter that the next question is about. */
async function sayReason(talk: Talk, answers: Answers, place: number): Promise<void> {
  const reason = ComplaintAnswers.parse(answers).letter?.reasons[place];
  if (reason !== undefined) await talk.say('complaint.reason', { reason }, { choices: [] });
}

/** Where the matter goes, from what she has told so far; hidden beside her answers. */
function roadIn(talk: Talk, answers: Answers): Answers {
  const known = ComplaintAnswers.parse(answers);
  if (answers.about === undefined) return {};
  const road = findRoad({
    about: known.about,
    tried: known.tried ?? null,
    letter: known.letter?.reading ?? null,
    rule: ruleOf(talk, known),
    received: known.received ?? null,
    today: talk.services.now().toISODate(),
  });
  return { road };
}

/** The row that the letter's sections lead to, else the one her words mean; none where her words may mean rows that lead apart. */
function ruleOf({ content }: Talk, { letter, area }: ComplaintAnswers): AppealRule | null {
  if (letter !== undefined) return appealRuleFor(letter.reading.legalBasis, content.appealRules, content.laws);
  const rules = area === undefined ? [] : findAppealRules(area, content.appealRules);
  return sameRoad(rules) ? (rules[0] ?? null) : null;
}
