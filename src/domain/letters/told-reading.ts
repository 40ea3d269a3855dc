import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import { writtenDay } from '../dates/read-day';
import type { Answers } from '../forms/form';
import { calendarDays } from './appeal-deadline';
import { NO_APPEAL } from './explanation/point';
import { LetterReading, Outcome } from './letter-reading';
import { timeLimitIn } from './time-limit';

/**
 * What she told of a decision, in the shape of a reading: only what she said, the rest null. It names no law: the row is found by her
 * own words (`areasInWords`).
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
