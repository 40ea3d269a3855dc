import { lastDay } from '../appeal-deadline';
import { say, type Draft, type Refiner, type Sight } from '../draft';
import { findingsOf, type Finding } from '../finding';
import type { LetterReading } from '../letter-reading';
import type { SeenSentence } from '../seen-letter';
import { isoOf } from '../extractors/dates';

type Action = NonNullable<LetterReading['action']>;

const BY_KIND: Partial<Readonly<Record<LetterReading['kind'], Action['kind']>>> = { hearing: 'comment', request: 'send', 'payment-demand': 'pay', invitation: 'attend' };

/** What the citizen is asked to do, and by when: comment, send something, pay, come, or say whether the complaint is kept up. */
export const askedOfCitizen: Refiner = (draft, sight) => {
  const kind = actionKind(draft, sight);
  if (kind === null) return draft;
  const sentences = askingSentences(kind, sight);
  const day = kind === 'confirm-appeal' ? confirmBy(draft) : dayIn(sentences, draft, sight);
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
  return say(draft, sight, { action }, 'action', place);
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
  return letter.sentences.filter(({ cues, zone, purpose }) => zone !== 'head' && zone !== 'signature' && purpose !== 'guidance' && cues.some(({ meaning }) => meaning.of === 'action' && meaning.action === kind));
}

interface DayFound {
  readonly iso: string;
  readonly finding: Finding<'date'> | Finding<'time-limit'> | null;
}

const BY = /(?:senest|inden|frist\w*|før|til og med|by|before|than|betalingsda\w+|forfald\w*)\W*(?:(?:man|tirs|ons|tors|fre|lør|søn)dag\W*)?(?:den|d\.)?\W*$/iu;

/** A day said with "senest" or "inden" in an asking sentence, else any day there that is still to come, else a time from the letter's date or receipt. */
function dayIn(sentences: readonly SeenSentence[], draft: Draft, sight: Sight): DayFound | null {
  const inside = new Set(sentences.map(({ index }) => index));
  const days = findingsOf(sight.findings, 'date').filter(({ sentence }) => inside.has(sentence));
  const { letterDate } = draft.reading;
  const dated = days.flatMap((finding) => {
    const iso = finding.iso ?? nextOf(finding, letterDate);
    const before = sight.letter.raw.slice(Math.max(0, finding.start - 45), finding.start);
    return iso === null || (letterDate !== null && iso < letterDate) ? [] : [{ iso, finding, by: BY.test(before) }];
  });
  const best = dated.find(({ by }) => by) ?? dated[0];
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

/** The sum to pay: that of a line that says so, else the greatest. */
function amountToPay({ letter, findings }: Sight): Finding<'amount'> | null {
  const all = findingsOf(findings, 'amount');
  const said = all.find(({ start }) => /(?:at betale|skal betale|tilbagebetale|i alt|betales|afgift|rate \d+|saldo|skyldig|tilbage|to pay|amount due|total)[^\n]{0,80}$/iu.test(letter.raw.slice(Math.max(0, start - 110), start)));
  return said ?? all.toSorted((a, b) => valueOf(b) - valueOf(a))[0] ?? null;
}

const valueOf = ({ value }: Finding<'amount'>): number => Number(value.replace(/[^\d,]/g, '').replace(',', '.')) || 0;

const PLACE = /^(?:hvor|sted|mødested|adresse|lokale|where|place)\s*:\s*(.{3,120})$/iu;

function placeOfMeeting({ letter }: Sight): string | null {
  for (const { lines } of letter.blocks) for (const { text } of lines) {
    const place = PLACE.exec(text)?.[1];
    if (place) return place.trim();
  }
  for (const { text } of letter.blocks) {
    const place = /(?:mødet|samtalen|besøget)[^.]{0,40}(?:foregår|holdes|afholdes|finder sted|er) (?:i|på|hos) ([^.]{4,90})\./iu.exec(text)?.[1];
    if (place) return place.trim();
  }
  return null;
}

const ITEM = /^(?:[•·▪*–-]|\(?\d{1,2}[.)]|\(?[a-z]\)|\[.?\]|☐|☒)\s*(.{3,240})$/u;

/** The things asked for: the items of a list. */
function wanted({ letter }: Sight): string[] {
  const items = letter.blocks.flatMap(({ text }, at) => (letter.zones[at] === 'signature' ? [] : (ITEM.exec(text)?.[1] ?? [])));
  return items.slice(0, 20);
}
