import { isVerified, type AppealRule } from './appeal-rule';
import { lastDay, type LastDay, type TimeLimit } from './appeal-deadline';
import type { LetterFacts } from './explanation/point';
import type { LetterReading } from './letter-reading';
import { timeOf } from './time-limit';

/** What a last day rests on: a date in the letter, a time in the letter, or the law where the letter is silent. */
export type DayRests = 'stated' | 'letter-time' | 'law';

/** A last day to appeal, and how it was reckoned; no sum for a stated date. */
export interface OneDay {
  readonly last: string;
  readonly rests: DayRests;
  readonly sum: (LastDay & { readonly time: TimeLimit }) | null;
}

/** The day to go by, and another one that the letter or the law gives, where they differ; the day to go by is the earlier (L-4.9). */
export interface AppealDay extends OneDay {
  /** What the time was counted from; of no meaning for a stated date. */
  readonly from: 'received' | 'letter-date' | 'noticed' | 'stated';
  readonly other: OneDay | null;
}

/**
 * The last day to appeal (klagefrist). Null when there is none, or it can't be told: no day to count from, no time that is certain, no
 * appeal. Never later than the true day: of two the earlier, of an unknown day of receipt the letter's own date.
 */
export function appealDay(facts: LetterFacts): AppealDay | null {
  const { reading, rule, time } = facts;
  if (reading.appeal.possible === false || goesOnByItself(facts)) return null;
  const letterStart = startInLetter(facts) ?? countedFrom(facts, runsFromNotice(facts));
  const lawStart = countedFrom(facts, mayRunFromNotice(rule));
  const stated = statedDay(facts);
  const inLetter = time?.time ?? timeOf(reading.appeal);
  const inLaw = mustStandBy(facts) ? null : lawTime(reading, rule);
  const days: AppealDay[] = [
    ...(stated ? [{ ...stated, from: 'received' as const, other: null }] : []),
    ...counted(inLetter, letterStart, 'letter-time'),
    ...counted(inLaw, lawStart, 'law'),
  ];
  const [first, ...others] = days.sort((a, b) => a.last.localeCompare(b.last));
  return first ? { ...first, other: others.find(({ last }) => last !== first.last) ?? null } : null;
}

interface Start {
  readonly day: string;
  readonly from: AppealDay['from'];
}

/** A day that the letter itself counts from, unless it came before: "4 uger fra dette brevs dato". */
function startInLetter({ time, received }: LetterFacts): Start | null {
  if (time?.from !== 'stated-event' || time.day === null) return null;
  return received !== null && received.day < time.day ? null : { day: time.day, from: 'stated' };
}

/**
 * The day that a time is counted from: of public notice where it runs from that and she told it; else of receipt; else the letter's date,
 * which is the safe one. Null where it runs from a public notice that nobody can date: the letter's date might be later.
 */
function countedFrom({ reading, received, noticed, time }: LetterFacts, fromNotice: boolean): Start | null {
  if (fromNotice && noticed !== null) return { day: noticed, from: 'noticed' };
  if (fromNotice && time?.from === 'public-notice') return time.day === null || isStandIn(time, reading) ? null : { day: time.day, from: 'noticed' };
  if (received !== null) return { day: received.day, from: received.how === 'told' ? 'received' : 'letter-date' };
  return reading.letterDate === null ? null : { day: reading.letterDate, from: 'letter-date' };
}

/** The letter's date standing in for a notice that the letter does not date. */
const isStandIn = ({ day }: { readonly day: string | null }, { letterDate }: LetterReading): boolean => day === letterDate;

/** Whether the law lets the time run from a public notice (L-4.7). */
export const mayRunFromNotice = (rule: AppealRule | null): boolean => rule?.from === 'publication-or-receipt';

/** Whether the letter's own time runs from a public notice, or may. */
const runsFromNotice = ({ rule, time }: LetterFacts): boolean => time?.from === 'public-notice' || mayRunFromNotice(rule);

/** Whether she must be asked if it was made public, and when (contract § 1). */
export const needsNotice = ({ rule, noticed, reading, time }: LetterFacts): boolean =>
  noticed === null && reading.kind === 'decision' && reading.appeal.possible !== false && (time?.from === 'public-notice' ? isStandIn(time, reading) || time.day === null : mayRunFromNotice(rule));

/** A reassessment that upholds and is passed on (L-5.1): the letter gives neither where to send nor by when, and says that it goes on. */
export function goesOnByItself({ reading: { kind, appeal }, quotes }: Pick<LetterFacts, 'reading' | 'quotes'>): boolean {
  if (kind !== 'decision' || appeal.possible !== true || appeal.sendTo !== null || appeal.deadlineText !== null || appeal.deadline !== null) return false;
  const said = ['kind', 'outcome', 'appeal.possible', 'appeal.body'].flatMap((field) => quotes[field] ?? []).join(' ');
  return /fasthold|genvurder|send(?:er|t|es) [^.:]{0,100}(?:videre|til ankestyrelsen)|passed on|forwarded|uph(?:old|eld)|reassess/iu.test(said);
}

/** Whether the words of the decision say that an earlier one is kept: she may have complained already. */
export const saysUpheld = ({ quotes }: Pick<LetterFacts, 'quotes'>): boolean => /(?<!\p{L})(?:fasthold|upheld|uphold|grundlag for at ændre|ændrer ikke (?:vores|den) afgørelse)/iu.test((quotes['outcome'] ?? []).join(' '));

/** A date that the letter states as the last day; it may give a time beside it, and the earlier of both is gone by. */
function statedDay({ reading: { appeal }, time }: LetterFacts): OneDay | null {
  const stated = time === null ? appeal.deadline : (time.stated ?? null);
  return stated !== null ? { last: stated, rests: 'stated', sum: null } : null;
}

function counted(time: TimeLimit | null, start: Start | null, rests: DayRests): AppealDay[] {
  if (time === null || start === null) return [];
  const sum = lastDay({ from: start.day, time });
  return [{ last: sum.last, rests, sum: { ...sum, time }, from: start.from, other: null }];
}

/** The time of the law: only for a decision, only where it was read in the law, and only of the body that the letter names, if it names one. */
function lawTime({ kind, outcome, appeal }: LetterReading, rule: AppealRule | null): TimeLimit | null {
  if (kind !== 'decision' || rule?.possible !== true || !isVerified(rule, 'deadline')) return null;
  if (rule.from !== 'receipt' && rule.from !== 'publication-or-receipt') return null;
  if (outcome === 'granted' && appeal.possible !== true) return null;
  return appeal.body === null || appeal.body === rule.body ? rule.time : null;
}

/**
 * A complaint allowed in part, which she must stand by (L-3.7): only where the letter says so of what was granted in part. The committee's
 * decisions are never reassessed.
 */
export const mustStandBy = ({ reading: { action, outcome, appeal }, rule }: LetterFacts): boolean =>
  action?.kind === 'confirm-appeal' && outcome === 'partly-granted' && appeal.sendTo !== 'ankestyrelsen' && rule?.sendTo !== 'ankestyrelsen';

/** The day by which the letter's own request is to be met. To stand by an appeal the time runs as an appeal's does. */
export function actionDay(facts: LetterFacts): string | null {
  const { action } = facts.reading;
  if (action?.kind !== 'confirm-appeal') return action?.by ?? null;
  return mustStandBy(facts) ? (appealDay(facts)?.last ?? action.by) : null;
}

/** The earliest day on which something must be done: the last day to appeal or that of the letter's own request (contract § 5). */
export function nextDeadline(facts: LetterFacts): string | null {
  return [appealDay(facts)?.last ?? null, actionDay(facts)].flatMap((day) => day ?? []).sort()[0] ?? null;
}

/** Whether the last day hangs on the day of receipt, so that she is to be asked for it. */
export function needsReceived(facts: LetterFacts): boolean {
  const day = appealDay({ ...facts, received: { day: facts.today, how: 'told' } });
  return day !== null && (day.sum !== null || (day.other?.sum ?? null) !== null);
}
