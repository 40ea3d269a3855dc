import { lastDay } from '../appeal-deadline';
import { say, type Draft, type Refiner, type Sight } from '../draft';
import { findingsOf, type Finding } from '../finding';
import type { LetterReading } from '../letter-reading';
import type { SeenLetter, SeenSentence } from '../seen-letter';
import { isoOf } from '../extractors/dates';
import { amountToPay } from './amount-to-pay';
import { phoneFor, placeOfMeeting } from './meeting-place';

type Action = NonNullable<LetterReading['action']>;

const BY_KIND: Partial<Readonly<Record<LetterReading['kind'], Action['kind']>>> = { hearing: 'comment', request: 'send', 'payment-demand': 'pay', invitation: 'attend' };

/** What the citizen is asked to do, and by when: comment, send something, pay, come, or say whether the complaint is kept up. */
export const askedOfCitizen: Refiner = (draft, sight) => {
  const kind = actionKind(draft, sight);
  if (kind === null) return draft;
  const sentences = askingSentences(kind, sight);
  const day = kind === 'confirm-appeal' ? confirmBy(draft) : dayIn(kind, sentences, draft, sight);
  const clock = kind === 'attend' ? clockNear(sight, day?.finding ?? null) : null;
  const amount = kind === 'pay' ? amountToPay(sight) : null;
  const action: Action = {
    kind,
    by: day?.iso ?? null,
    at: clock?.value ?? null,
    place: kind === 'attend' ? placeOfMeeting(sight) : null,
    amount: amount?.value ?? null,
    what: kind === 'send' ? wanted(sight) : [],
  };
  const place = day?.finding ?? sentences[0] ?? null;
  return say(say(draft, sight, { action }, 'action', place), sight, {}, 'action.phone', phoneFor(sight));
};

function actionKind({ reading }: Draft, { guidance }: Sight): Action['kind'] | null {
  if (reading.kind === 'decision') {
    if (guidance.sentences.some(({ says }) => says.has('keep-up')) && reading.appeal.deadline !== null) return 'confirm-appeal';
    return reading.outcome === 'repayment' ? 'pay' : null;
  }
  return BY_KIND[reading.kind] ?? null;
}

const confirmBy = ({ reading }: Draft) => (reading.appeal.deadline === null ? null : { iso: reading.appeal.deadline, finding: null });

function askingSentences(kind: Action['kind'], { letter }: Sight): SeenSentence[] {
  const asking = letter.sentences.filter(({ cues, zone, purpose }) => zone !== 'signature' && purpose !== 'guidance' && cues.some(({ meaning }) => meaning.of === 'action' && meaning.action === kind));
  const inText = asking.filter(({ zone }) => zone !== 'head');
  // A bill of a few lines is all head.
  return inText.length > 0 ? inText : asking;
}

/** Letters that do nothing else than ask. */
const ONLY_ASKS: ReadonlySet<LetterReading['kind']> = new Set(['payment-demand', 'request']);

interface DayFound {
  readonly iso: string;
  readonly finding: Finding<'date'> | Finding<'time-limit'> | null;
}

const BY = /(?:senest|inden|frist\w*|før|til og med|by|before|than|betalingsda\w+|forfald\w*)\W*(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\W*)?(?:den|d\.)?\W*$/iu;

const FIRST_OF_TWO = /^\W{0,3}(?:til(?: og med)?|t\.?o\.?m\.?|[-–—]|to|until)\s*(?:den\s*)?\d/iu;
const SECOND_OF_TWO = /(?:\d\.?|\p{L})\s*(?:til(?: og med)?|t\.?o\.?m\.?|[-–—]|to|until)\s*(?:den\s*)?$/iu;
/** "for perioden 1. august", "fra den 1. august", "i tiden": from when something runs. */
const BEGINS_PERIOD = /(?:perioden|tidsrummet|tiden|fra|siden|from|since)\s*(?:og med\s*)?(?:den\s*|d\.\s*)?$/iu;

/** A day that only tells what span of time the matter is of: "for perioden 1. august til 31. oktober". One may comment until the last day of a span. */
function isOfPeriod({ start, end }: Finding<'date'>, { letter: { raw } }: Sight, kind: Action['kind']): boolean {
  const before = raw.slice(Math.max(0, start - 40), start);
  // "i 12 rater fra 1. januar": the first of them is due that day.
  if (kind === 'pay' && /(?<!\p{L})(?:rater?|afdrag|instal?ments?)[^.;:\n]{0,12}\s(?:fra|from)\s*(?:den\s*|d\.\s*)?$/iu.test(before)) return false;
  if (BEGINS_PERIOD.test(before) || FIRST_OF_TWO.test(raw.slice(end, end + 20))) return true;
  return kind !== 'comment' && SECOND_OF_TWO.test(before) && /(?:perioden|tidsrummet|tiden|fra|siden|from|since|period)(?!\p{L})(?:[^.;:\n]|(?<=\d)\.){0,45}$/iu.test(raw.slice(Math.max(0, start - 60), start));
}

/** A day said with "senest" or "inden" in an asking sentence, else any day there that is still to come, else a time from the letter's date or receipt. */
function dayIn(kind: Action['kind'], sentences: readonly SeenSentence[], draft: Draft, sight: Sight): DayFound | null {
  const inside = new Set(sentences.map(({ index }) => index));
  const { letterDate } = draft.reading;
  const dated = findingsOf(sight.findings, 'date').filter((finding) => !isOfPeriod(finding, sight, kind)).flatMap((finding) => {
    const iso = finding.iso ?? nextOf(finding, letterDate);
    const before = sight.letter.raw.slice(Math.max(0, finding.start - 45), finding.start);
    return iso === null || (letterDate !== null && iso < letterDate) ? [] : [{ iso, finding, by: BY.test(before), asked: inside.has(finding.sentence) }];
  });
  const asked = dated.filter((each) => each.asked);
  // Where the asking sentences give no day, one said with "senest" elsewhere in a letter that does nothing but ask is meant.
  const best = asked.find(({ by }) => by) ?? asked[0] ?? (ONLY_ASKS.has(draft.reading.kind) ? dated.find(({ by, finding }) => by && sight.letter.sentences[finding.sentence]?.purpose !== 'guidance') : undefined);
  if (best) return best;
  const limit = findingsOf(sight.findings, 'time-limit').find(({ sentence }) => inside.has(sentence));
  const from = sight.given.received ?? letterDate;
  return limit && from !== null ? { iso: lastDay({ from, time: limit.time }).last, finding: limit } : null;
}

/** "17. marts" without a year is the next one after the letter. */
function nextOf({ day, month }: Finding<'date'>, letterDate: string | null): string | null {
  if (letterDate === null) return null;
  const year = Number(letterDate.slice(0, 4));
  const same = isoOf(year, month, day);
  return same !== null && same >= letterDate ? same : isoOf(year + 1, month, day);
}

function clockNear({ findings }: Sight, day: DayFound['finding']): Finding<'clock'> | null {
  const clocks = findingsOf(findings, 'clock');
  if (!day) return clocks[0] ?? null;
  return clocks.find(({ start }) => start >= day.start && start - day.end < 120) ?? null;
}

const ITEM = /^(?:[•·▪*–-]|\(?\d{1,2}[.)]|\(?[a-z]\)|\[.?\]|☐|☒)\s*(.{3,240})$/u;

/** The things asked for: the items of a list. "26. november 2026" and "2. sal" of a letterhead are none. */
function wanted({ letter }: Sight): string[] {
  const items = letter.blocks.flatMap((block, at) => {
    const zone = letter.zones[at];
    if (zone === 'signature' || (zone === 'head' && /^\(?\d/u.test(block.text)) || isDay(block, letter)) return [];
    return ITEM.exec(block.text)?.[1] ?? [];
  });
  return items.slice(0, 20);
}

/** "26. november 2026": a day, no first point of a list. */
function isDay({ text, tokens }: SeenLetter['blocks'][number], letter: SeenLetter): boolean {
  const second = tokens.find(({ kind }) => kind === 'word');
  return /^\d{1,2}\.\s?\p{L}/u.test(text) && second !== undefined && second.fold.length >= 3 && letter.words.month(second.fold) !== null;
}
