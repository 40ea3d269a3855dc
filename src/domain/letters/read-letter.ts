import type { Draft, Given, Refiner } from './draft';
import { amounts, clocks } from './extractors/amounts';
import { caseNumber } from './extractors/case-number';
import { comparisons } from './extractors/comparisons';
import { cueFindings } from './extractors/cue-findings';
import { dates } from './extractors/dates';
import { legalBasis } from './extractors/legal-basis';
import { letterDate } from './extractors/letter-date';
import { meetingTime } from './extractors/meeting-time';
import { authority, department } from './extractors/sender';
import { setApart } from './extractors/set-apart';
import { tickTable } from './extractors/tick-table';
import { timeLimits } from './extractors/time-limits';
import type { Extractor } from './finding';
import { guidanceOf } from './guidance';
import type { LetterWords } from './letter-words';
import { askedOfCitizen } from './refiners/action';
import { appealRoute } from './refiners/appeal-route';
import { contents } from './refiners/contents';
import { appealDeadline } from './refiners/deadline';
import { severalDecisions } from './refiners/decisions';
import { kindOfLetter } from './refiners/kind';
import { lateness } from './refiners/lateness';
import { missingParts } from './refiners/missing-parts';
import { outcomeOfDecision } from './refiners/outcome';
import { citedSections, plainFields, termsMet } from './refiners/plain-fields';
import { seeLetter } from './seen-letter';

export type { AppealTime, Doubt, DoubtReason, Evidence, Given } from './draft';

/** A letter, read: the reading, the words it rests on, what is doubtful, and how the time to complain was reckoned. */
export type ReadLetter = Draft;

/** Find one thing each; the order does not matter, since no extractor sees what another found. */
const EXTRACTORS: readonly Extractor[] = [cueFindings, comparisons, setApart, tickTable, meetingTime, legalBasis, dates, timeLimits, caseNumber, letterDate, authority, department, amounts, clocks];

/** Judge what was found; each looks at what those before it decided. */
const REFINERS: readonly Refiner[] = [
  plainFields, // sender, case number, date: the date is what times are counted from
  citedSections,
  termsMet,
  kindOfLetter, // all that follows is asked of some kinds only
  outcomeOfDecision,
  severalDecisions,
  appealRoute, // whether one can complain at all comes before by when
  appealDeadline,
  askedOfCitizen,
  contents, // has.appealGuidance follows from what was found of it
  missingParts, // looks at all that is left
  lateness,
];

const NOTHING: Draft = {
  reading: {
    kind: 'other', outcome: null, authority: null, department: null, caseNumber: null, letterDate: null, legalBasis: [],
    appeal: { possible: null, sendTo: null, body: null, deadlineText: null, deadlineDays: null, deadline: null },
    has: { decision: false, reasons: false, legalBasis: false, appealGuidance: false },
    missing: [], terms: [], action: null, decisions: [], otherRoutes: [],
  },
  evidence: [],
  doubts: [],
  appealTime: null,
};

/**
 * Reads a letter. Pure and deterministic; never throws, whatever the text.
 *
 * @example readLetter(text, content.letterWords, { received: '2026-10-05' }).reading.appeal.deadline // '2026-11-02'
 */
export function readLetter(text: string, words: LetterWords, given: Given = {}): ReadLetter {
  const letter = seeLetter(text, words);
  const findings = EXTRACTORS.flatMap((extractor) => extractor(letter));
  const sight = { letter, findings, guidance: guidanceOf(letter), given };
  return REFINERS.reduce((draft, refiner) => refiner(draft, sight), NOTHING);
}
