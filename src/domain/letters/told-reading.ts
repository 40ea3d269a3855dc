import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import { writtenDay } from '../dates/read-day';
import type { Answers } from '../forms/form';
import { foldWords } from '../topics/said-words';
import { calendarDays } from './appeal-deadline';
import type { AppealRule } from './appeal-rule';
import { NO_APPEAL } from './explanation/point';
import { LetterReading, Outcome } from './letter-reading';
import { timeLimitIn } from './time-limit';

/**
 * What she told of a decision, in the shape of a reading: only what she said, the rest null. It names no law: the row is found by her
 * own words (`ruleInWords`).
 */
export function toldReading(answers: Answers, authority: string | null, today: string): LetterReading {
  const outcome = Outcome.safeParse(answers.decided);
  const decision = outcome.success;
  return LetterReading.parse({
    kind: decision ? 'decision' : 'hearing', outcome: decision ? outcome.data : null, authority, department: null, caseNumber: null, letterDate: null, legalBasis: [],
    appeal: decision && typeof answers.limit === 'string' ? { ...NO_APPEAL, possible: true, ...limitIn(answers.limit, today) } : NO_APPEAL,
    has: { decision, reasons: false, legalBasis: false, appealGuidance: false }, missing: [], terms: [], action: null, decisions: [], otherRoutes: [],
  } satisfies LetterReading);
}

/** "4 uger", or the day itself: the next such day where no year is written. */
function limitIn(said: string, today: string): Partial<LetterReading['appeal']> {
  const time = timeLimitIn(said);
  if (time) return { deadlineText: said, deadlineDays: calendarDays(time) };
  const written = writtenDay(said);
  if (!written) return {};
  const year = written.year === undefined ? Number(today.slice(0, 4)) : Number(written.year);
  const dates = [year, ...(written.year === undefined ? [year + 1] : [])].map((each) => `${each}-${String(written.month).padStart(2, '0')}-${String(written.day).padStart(2, '0')}`);
  const recent = DateTime.fromISO(today, { zone: ZONE }).minus({ months: 6 }).toISODate() ?? today;
  return { deadlineText: said, deadline: dates.find((date) => isDate(date) && (written.year !== undefined || date >= recent)) ?? null };
}

const isDate = (text: string): boolean => {
  const [year = 0, month = 0, day = 0] = text.split('-').map(Number);
  return month >= 1 && month <= 12 && day >= 1 && day <= (DateTime.fromObject({ year, month }, { zone: ZONE }).daysInMonth ?? 0);
};

/** The row of the area that her words name, the longest wording deciding; null when none or two do. */
export function ruleInWords(said: string, rules: readonly AppealRule[]): AppealRule | null {
  const folded = ` ${foldWords(said)} `;
  const found = rules.flatMap((rule) => rule.words.map(foldWords).flatMap((word) => (holds(folded, word) ? [{ rule, length: word.length }] : []))).sort((a, b) => b.length - a.length);
  const [first, second] = found;
  if (!first) return null;
  return second && second.length === first.length && second.rule.id !== first.rule.id ? null : first.rule;
}

/** A short word must stand alone ("bil", "pas"); a longer one may go on ("kontanthjælpen"). */
const holds = (folded: string, word: string): boolean => folded.includes(word.length < 5 ? ` ${word} ` : ` ${word}`);
