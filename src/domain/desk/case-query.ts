import { z } from 'zod';
import { CaseStatus, HandoffCase } from '../cases/handoff-case';
import type { CaseSummary } from './case-summary';
import type { RedFlag } from './red-flags';

const Choice = <Values extends z.ZodType>(values: Values) => z.preprocess((given) => (given === '' ? undefined : given), values.optional());

/** What the list is asked for; an empty field of the form asks for nothing. */
export const CaseQuery = z.object({
  q: Choice(z.string().trim().max(200)),
  /** `active`: all but the closed ones. */
  status: Choice(z.union([CaseStatus, z.enum(['active', 'all'])])),
  instance: Choice(z.enum(['first', 'second'])),
  subject: Choice(HandoffCase.shape.subject),
  department: Choice(z.string().max(200)),
  flagged: Choice(z.literal('1')),
  /** Who wrote last, and waits for an answer. */
  awaiting: Choice(z.literal('1')),
  page: z.preprocess((given) => (given === undefined || given === '' ? 1 : Number(given)), z.int().positive().max(10_000)),
});
export type CaseQuery = z.infer<typeof CaseQuery>;

/** A page of the list. */
export interface CasePage {
  readonly rows: readonly CaseSummary[];
  readonly total: number;
  readonly page: number;
  readonly pages: number;
}

export const ROWS_A_PAGE = 50;

/** Digits alone, or the start of a number as one says it: spaces are no part of it. */
const NUMBER = /^[+\d][\d\s-]{3,}$/;

/** Letters that are no base with a mark, and yet are typed as one where a keyboard has none of them. */
const LIKE: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', đ: 'd', ß: 'ss' };

/** As names are compared: small letters, without marks and apostrophes, so that "ayse" finds Ayşe and "oneil" O'Neil. æ and ø stay themselves. */
export const foldForSearch = (text: string): string =>
  text
    .toLocaleLowerCase('da')
    .normalize('NFD')
    .replace(/\p{M}|['’‘`´]/gu, '')
    .replace(/[ıłđß]/gu, (letter) => LIKE[letter] ?? letter);

/** The words of a search, as they are compared; a phone number is one word however it is written. */
export function searchWords(q: string | undefined): string[] {
  const said = foldForSearch((q ?? '').trim());
  if (NUMBER.test(said)) return [said.replace(/[\s-]/g, '').replace(/^\+45/, '')];
  return said.split(/\s+/).filter(Boolean);
}

/** The cases asked for, in the order in which they are handed in: `byUrgency`. */
export function selectCases(summaries: Iterable<CaseSummary>, { q, status = 'active', instance, subject, department, flagged, awaiting, page }: CaseQuery): CasePage {
  const words = searchWords(q);
  // A search looks into the closed ones as well, unless a status was chosen: whoever calls may ask about an old case.
  const wanted = q !== undefined && q !== '' && status === 'active' ? 'all' : status;
  const found: CaseSummary[] = [];
  for (const each of summaries) {
    if (wanted === 'active' ? each.status === 'closed' : wanted !== 'all' && each.status !== wanted) continue;
    if ((instance !== undefined && each.instance !== instance) || (subject !== undefined && each.subject !== subject)) continue;
    if ((department !== undefined && each.department !== department) || (flagged !== undefined && each.flags.length === 0) || (awaiting !== undefined && !each.awaitsAnswer)) continue;
    if (words.every((word) => each.sought.includes(word))) found.push(each);
  }
  const pages = Math.max(1, Math.ceil(found.length / ROWS_A_PAGE));
  const shown = Math.min(page, pages);
  return { rows: found.slice((shown - 1) * ROWS_A_PAGE, shown * ROWS_A_PAGE), total: found.length, page: shown, pages };
}

/** The day a case is sorted by: the earlier of the citizen's and the department's. */
const nearestDay = ({ status, nextDeadline: day, deadlineMetAt, statementDue }: CaseSummary): string | null => {
  const nextDeadline = deadlineMetAt === null ? day : null;
  return status === 'closed' ? null : nextDeadline !== null && statementDue !== null && statementDue < nextDeadline ? statementDue : (nextDeadline ?? statementDue);
};

/** Flags of those whose life, or somebody else's, may be at stake: no day is nearer. */
const GRAVE: ReadonlySet<RedFlag> = new Set<RedFlag>(['danger', 'threat']);
const isGrave = ({ status, flags }: CaseSummary): boolean => status !== 'closed' && flags.some((flag) => GRAVE.has(flag));

/** Danger first; then the nearest day that must not be missed; of those without one who waits for an answer, red flags, then the newest. A closed case has no day to miss. */
export function byUrgency(a: CaseSummary, b: CaseSummary): number {
  if (isGrave(a) !== isGrave(b)) return isGrave(a) ? -1 : 1;
  const [dayA, dayB] = [nearestDay(a), nearestDay(b)];
  if (dayA !== dayB) return dayA === null ? 1 : dayB === null ? -1 : dayA < dayB ? -1 : 1;
  if (a.awaitsAnswer !== b.awaitsAnswer) return a.awaitsAnswer ? -1 : 1;
  if (a.flags.length > 0 !== b.flags.length > 0) return a.flags.length > 0 ? -1 : 1;
  return a.createdAt === b.createdAt ? 0 : a.createdAt < b.createdAt ? 1 : -1;
}
