import { appealDay, goesOnByItself, mustStandBy, type AppealDay, type OneDay } from '../appeal-day';
import type { DayOff } from '../appeal-deadline';
import { isVerified } from '../appeal-rule';
import { timeInWords } from '../time-limit';
import { daysBetween } from './days-between';
import { goesAgainst, point, type LetterFacts, type Point, type Value } from './point';

/** The last day: with its weekday, and how many days are left; late already, or not to be told. */
export function byWhen(facts: LetterFacts): Point[] {
  const { reading, today, told } = facts;
  const day = appealDay(facts);
  if (day === null) return canAppeal(facts) ? noDay(facts) : [];
  const left = daysBetween(today, day.last);
  if (mustStandBy(facts)) return left < 0 ? [] : daysLeft(left);
  const said = { day: { day: day.last } };
  if (left < 0) return [...rests(day, told), point('letter.day.late', said), point(reading.appeal.body === 'ankestyrelsen' || facts.rule?.body === 'ankestyrelsen' ? 'letter.day.late.ankestyrelsen' : 'letter.day.late.what')];
  return [
    ...rests(day, told),
    point('letter.day.last', said),
    ...daysLeft(left),
    ...other(day),
    ...longOnTheWay(facts, day),
    point('letter.day.arrive'),
  ];
}

const daysLeft = (left: number): Point[] => [point(left === 0 ? 'letter.day.left.today' : left === 1 ? 'letter.day.left.tomorrow' : 'letter.day.left', left > 1 ? { left: String(left) } : {})];

/** How the last day was counted; nothing of a day that the letter states. */
export const howCounted = (facts: LetterFacts): Point[] => {
  const day = appealDay(facts);
  return day === null ? [] : theSum(day);
};

/** So many days after its date, a letter came late: they may count from an earlier day (L-4.2), and must be shown. */
const LATE_MAIL_DAYS = 5;

function longOnTheWay({ reading: { letterDate }, received }: LetterFacts, { from }: AppealDay): Point[] {
  if (from !== 'received' || letterDate === null || received === null || daysBetween(letterDate, received.day) < LATE_MAIL_DAYS) return [];
  return [point('letter.day.late-mail')];
}

/** Why that day: the sum alone, for whoever asks. */
export function whyThatDay(facts: LetterFacts): Point[] {
  const day = appealDay(facts);
  if (day === null) return byWhen(facts);
  return [...rests(day, facts.told), ...(day.sum === null ? [point('letter.day.stated', { day: { day: day.last } })] : theSum(day)), ...other(day)];
}

const canAppeal = (facts: LetterFacts): boolean =>
  facts.reading.kind === 'decision' && facts.reading.appeal.possible !== false && !goesOnByItself(facts) && !mustStandBy(facts) &&
  !(facts.reading.appeal.possible === null && (facts.rule?.possible === false || !goesAgainst(facts.reading)));

/** No day can be told: because none is known, because the law gives none, or because there is none to count from. */
function noDay({ reading, rule, received }: LetterFacts): Point[] {
  const hasTime = reading.appeal.deadlineText !== null || (rule?.time ?? null) !== null;
  if (hasTime && received === null && reading.letterDate === null) return [point('letter.day.no-start')];
  if (rule?.possible === true && isVerified(rule, 'deadline') && rule.time === null) return [point('letter.day.no-limit')];
  return [point('letter.day.unknown')];
}

function rests({ rests: on, from, sum, other: second }: AppealDay, told: boolean): Point[] {
  if (on === 'stated') return [];
  const time = sum === null ? [] : on === 'law' ? [point(second === null && !told ? 'letter.day.rests-law' : 'letter.day.rests-law-too', { time: timeInWords(sum.time) })] : [point(told ? 'letter.day.rests-told' : 'letter.day.rests-letter', { time: timeInWords(sum.time) })];
  return [...time, ...(from === 'letter-date' ? [point('letter.day.from-letter-date')] : [])];
}

/** "Du fik det lørdag 21. november. Den dag tæller ikke med. Fire uger mere er lørdag 19. december. Det er weekend, så det bliver mandag." */
function theSum({ sum, from }: Pick<AppealDay, 'sum' | 'from'>): Point[] {
  if (sum === null) return [];
  const moved = sum.movedOver.length === 0 ? [] : [point('letter.sum.moved', { why: daysOffInWords(sum.movedOver), last: { day: sum.last } })];
  return [point(`letter.sum.from-${from}`, { from: { day: sum.from } }), point('letter.sum.time', { time: timeInWords(sum.time), unmoved: { day: sum.unmoved } }), ...moved];
}

function daysOffInWords(movedOver: readonly DayOff[]): Value {
  const holidays = movedOver.flatMap(({ holiday }) => holiday ?? []);
  const weekend = movedOver.some(({ holiday }) => holiday === null) ? [{ da: 'weekend', en: 'a weekend' }] : [];
  const all = [...holidays, ...weekend];
  return { da: all.map(({ da }) => da).join(', '), en: all.map(({ en }) => en).join(', ') };
}

/** The letter and the law give two days: both are told, and the earlier is the one to go by. */
function other({ rests: on, last, other: second }: AppealDay): Point[] {
  if (second === null) return [];
  return [point('letter.day.two', { other: { day: second.last }, otherRests: restsInWords(second), first: { day: last }, firstRests: restsInWords({ rests: on }) })];
}

const restsInWords = ({ rests: on }: Pick<OneDay, 'rests'>): Value => ({ phrase: `letter.day.by.${on}` });
