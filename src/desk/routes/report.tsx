import type { Content } from '../../content/content';
import type { KeyedStore } from '../../domain/accounts/keyed-store';
import { ZONE, type Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import { annualReport, Period, type AnnualReport } from '../../domain/desk/annual-report';
import { reportRow } from '../../domain/desk/report-row';
import type { ReportPaper, WriteReport } from '../../domain/desk/report-file';
import type { Tombstone } from '../../domain/desk/tombstone';
import type { RecordAudit } from '../desk-audit';
import type { DeskRoute } from '../http/desk-request';
import type { Say } from '../pages/frame';
import { dateInFigures } from '../pages/in-words';
import { ReportPage } from '../pages/report-page';
import { cellInWords, countInWords, rowName, timeInWords } from '../pages/report-words';

/** Makes the report of a period from the cases and from what is left of erased ones. */
export type MakeReport = (period: Period) => Promise<AnnualReport>;

export function createMakeReport({ cases, tombstones }: { readonly cases: CaseRepository; readonly tombstones: KeyedStore<Tombstone> }): MakeReport {
  return async (period) => annualReport([...(await cases.list()).map(reportRow), ...(await tombstones.all())], period);
}

interface ReportParts {
  readonly content: () => Content;
  readonly make: MakeReport;
  readonly writeReport: WriteReport;
  readonly record: RecordAudit;
  readonly say: Say;
  readonly now: Now;
}

/** The annual report as a page and as CSV. */
export function reportRoutes({ content, make, writeReport, record, say, now }: ReportParts): DeskRoute[] {
  const periodIn = ({ from, to }: Readonly<Record<string, string>>): Period => {
    const today = now().setZone(ZONE);
    return from === undefined && to === undefined ? { from: today.startOf('year').toISODate(), to: today.toISODate() } : Period.parse({ from, to });
  };
  return [
    {
      method: 'get', path: '/adviser/report', needs: 'adviser',
      handle: async ({ query, account }) => {
        const period = periodIn(query);
        await record({ actor: account.id, action: 'report', purpose: 'report' });
        return { kind: 'page', title: say('report.title'), body: <ReportPage say={say} report={await make(period)} topics={content().desk.topics} /> };
      },
    },
    {
      method: 'get', path: '/adviser/report.csv', needs: 'adviser',
      handle: async ({ query, account }) => {
        const period = periodIn(query);
        await record({ actor: account.id, action: 'report', purpose: 'report' });
        return { kind: 'file', name: `report-${period.from}-${period.to}.csv`, type: 'text/csv; charset=utf-8', text: reportCsv(await make(period), say, content().desk.topics) };
      },
    },
    {
      method: 'get', path: '/adviser/report.docx', needs: 'adviser',
      handle: async ({ query, account }) => {
        const period = periodIn(query);
        await record({ actor: account.id, action: 'report', purpose: 'report' });
        const { contentType, bytes } = await writeReport(reportPaper(await make(period), say, content().desk.topics));
        return { kind: 'file', name: `report-${period.from}-${period.to}.docx`, type: contentType, text: bytes };
      },
    },
  ];
}

/** The tables in words, as they stand in the Word file. */
function reportPaper({ period, before, totals, tables, times }: AnnualReport, say: Say, topics: Readonly<Record<string, string>>): ReportPaper {
  const count = (value: number | null): string => countInWords(value, say);
  const span = ({ from, to }: Period): string => `${dateInFigures(from)}–${dateInFigures(to)}`;
  const head = [say('report.what'), span(period), span(before)];
  return {
    title: `${say('report.title')} ${span(period)}`,
    lead: [say('report.hint')],
    nothing: say('report.nothing'),
    tables: [
      {
        heading: say('report.totals'), head,
        rows: [
          [say('report.inquiries'), count(totals.inquiries.now), count(totals.inquiries.before)],
          [say('report.complaints'), count(totals.complaints.now), count(totals.complaints.before)],
          [say('report.time-adviser'), timeInWords(times.adviser.now, say), timeInWords(times.adviser.before, say)],
          [say('report.time-department'), timeInWords(times.department.now, say), timeInWords(times.department.before, say)],
        ],
      },
      ...tables.map(({ id, rows }) => ({ heading: say(`report.table.${id}`), head, rows: rows.map(({ key, now, before: then }) => [rowName(id, key, say, topics), cellInWords(now, say), cellInWords(then, say)]) })),
    ],
  };
}

/** The tables as spreadsheets read them here: semicolons, and a mark that says UTF-8. */
export function reportCsv({ period, before, totals, tables, times }: AnnualReport, say: Say, topics: Readonly<Record<string, string>>): string {
  const count = (value: number | null): string => countInWords(value, say);
  const lines: string[][] = [
    [say('report.table'), say('report.what'), `${period.from} ${period.to}`, `${before.from} ${before.to}`],
    [say('report.totals'), say('report.inquiries'), count(totals.inquiries.now), count(totals.inquiries.before)],
    [say('report.totals'), say('report.complaints'), count(totals.complaints.now), count(totals.complaints.before)],
    [say('report.totals'), say('report.time-adviser'), timeInWords(times.adviser.now, say), timeInWords(times.adviser.before, say)],
    [say('report.totals'), say('report.time-department'), timeInWords(times.department.now, say), timeInWords(times.department.before, say)],
    ...tables.flatMap(({ id, rows }) => rows.map(({ key, now, before: then }) => [say(`report.table.${id}`), rowName(id, key, say, topics), cellInWords(now, say), cellInWords(then, say)])),
  ];
  return `\uFEFF${lines.map((line) => line.map(cell).join(';')).join('\r\n')}\r\n`;
}

/** A cell that begins like a formula would be reckoned by the spreadsheet: it is made a text. */
function cell(text: string): string {
  const safe = /^[=+\-@\t\r]/.test(text) ? `'${text}` : text;
  return /[";\r\n]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe;
}
