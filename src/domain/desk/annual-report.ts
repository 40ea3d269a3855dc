import { DateTime } from 'luxon';
import { z } from 'zod';
import { ZONE } from '../calendar';
import { suppressed } from './small-numbers';
import type { ReportRow } from './tombstone';

/** First and last day, both counted; ISO dates. */
export const Period = z.strictObject({ from: z.iso.date(), to: z.iso.date() }).refine(({ from, to }) => from <= to, 'ends on a day after its beginning');
export type Period = z.infer<typeof Period>;

/** What a table of the report counts; each is a column of the rows. */
export const REPORT_TABLES = ['receivedBy', 'department', 'topic', 'kind', 'about', 'instance', 'outcome', 'missing', 'terms'] as const;
export type ReportTableId = (typeof REPORT_TABLES)[number];

/** A count; null where it is so small that a person could be known by it. */
export type Count = number | null;

export interface ReportTable {
  readonly id: ReportTableId;
  /** The largest first; `key` is a code, a department or a term, and null where nothing was noted. */
  readonly rows: readonly { readonly key: string | null; readonly now: Count; readonly before: Count }[];
}

/** How long things took, in calendar days; null where there are too few to say. */
export interface ReportTime {
  readonly median: number | null;
  readonly longest: number | null;
}

/** The annual report (årsberetning) of a period, beside the period before. */
export interface AnnualReport {
  readonly period: Period;
  readonly before: Period;
  readonly totals: { readonly inquiries: ReportTotals; readonly complaints: ReportTotals };
  readonly tables: readonly ReportTable[];
  readonly times: { readonly adviser: { readonly now: ReportTime; readonly before: ReportTime }; readonly department: { readonly now: ReportTime; readonly before: ReportTime } };
}
interface ReportTotals {
  readonly now: Count;
  readonly before: Count;
}

/** A count below this could point to one person. */
export const SMALLEST_SHOWN = 5;

/** The period before: as many whole months where it is made of such, else as many days. */
export function periodBefore({ from, to }: Period): Period {
  const [first, end] = [DateTime.fromISO(from, { zone: ZONE }), DateTime.fromISO(to, { zone: ZONE }).plus({ days: 1 })];
  const months = first.day === 1 && end.day === 1 ? Math.round(end.diff(first, 'months').months) : 0;
  const start = months > 0 ? first.minus({ months }) : first.minus({ days: Math.round(end.diff(first, 'days').days) });
  return { from: start.toISODate(), to: first.minus({ days: 1 }).toISODate() };
}

/** Counts what came in within a period. Each inquiry counts once a table, but once for each thing that its decision lacked and each term. */
export function annualReport(rows: Iterable<ReportRow>, period: Period): AnnualReport {
  const before = periodBefore(period);
  const inNow: ReportRow[] = [];
  const inBefore: ReportRow[] = [];
  for (const row of rows) {
    if (row.received >= period.from && row.received <= period.to) inNow.push(row);
    else if (row.received >= before.from && row.received <= before.to) inBefore.push(row);
  }
  const total = (holds: (row: ReportRow) => boolean): ReportTotals => ({ now: shown(inNow.filter(holds).length), before: shown(inBefore.filter(holds).length) });
  const time = (days: (row: ReportRow) => number | null) => ({ now: timeOf(inNow, days), before: timeOf(inBefore, days) });
  return {
    period,
    before,
    totals: { inquiries: total(() => true), complaints: total(({ isComplaint }) => isComplaint) },
    tables: REPORT_TABLES.map((id) => tableOf(id, inNow, inBefore)),
    times: { adviser: time(({ days }) => days), department: time(({ statementDays }) => statementDays) },
  };
}

const shown = (count: number): Count => (count > 0 && count < SMALLEST_SHOWN ? null : count);

function tableOf(id: ReportTableId, inNow: readonly ReportRow[], inBefore: readonly ReportRow[]): ReportTable {
  const [now, before] = [countsOf(id, inNow), countsOf(id, inBefore)];
  const keys = [...new Set([...now.keys(), ...before.keys()])].sort((a, b) => (now.get(b) ?? 0) - (now.get(a) ?? 0) || (before.get(b) ?? 0) - (before.get(a) ?? 0) || String(a).localeCompare(String(b), 'da'));
  const [nowShown, beforeShown] = [suppressed(keys.map((key) => now.get(key) ?? 0), SMALLEST_SHOWN), suppressed(keys.map((key) => before.get(key) ?? 0), SMALLEST_SHOWN)];
  return { id, rows: keys.map((key, place) => ({ key, now: nowShown[place] ?? null, before: beforeShown[place] ?? null })) };
}

function countsOf(id: ReportTableId, rows: readonly ReportRow[]): Map<string | null, number> {
  const counts = new Map<string | null, number>();
  for (const row of rows) {
    const value = row[id];
    // A question is not a complaint over anything: it stands in no row of that table.
    if (id === 'about' && !row.isComplaint) continue;
    for (const key of Array.isArray(value) ? new Set(value) : [value]) counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return counts;
}

function timeOf(rows: readonly ReportRow[], daysOf: (row: ReportRow) => number | null): ReportTime {
  const days = rows.flatMap((row) => daysOf(row) ?? []).sort((a, b) => a - b);
  if (days.length < SMALLEST_SHOWN) return { median: null, longest: null };
  const middle = Math.floor(days.length / 2);
  const median = days.length % 2 === 1 ? (days[middle] ?? 0) : ((days[middle - 1] ?? 0) + (days[middle] ?? 0)) / 2;
  return { median, longest: days.at(-1) ?? null };
}
