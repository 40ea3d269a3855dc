import { randomBytes } from 'node:crypto';
import { drawReference } from '../../../src/domain/cases/reference';
import { annualReport, periodBefore, type ReportTableId } from '../../../src/domain/desk/annual-report';
import { suppressed } from '../../../src/domain/desk/small-numbers';
import { reportRow } from '../../../src/domain/desk/report-row';
import type { ReportRow } from '../../../src/domain/desk/tombstone';
import { aCase } from './a-case';

test.each([
  { rule: 'small numbers are hidden', counts: [20, 3, 2], shown: [20, null, null] },
  { rule: 'one alone could be reckoned from the total: the next smallest goes with it', counts: [20, 7, 2], shown: [20, null, null] },
  { rule: 'five is shown', counts: [20, 5], shown: [20, 5] },
  { rule: 'nought is shown', counts: [20, 0], shown: [20, 0] },
  { rule: 'one small number with nothing beside it', counts: [2], shown: [null] },
  { rule: 'nothing at all', counts: [], shown: [] },
])('$rule', ({ counts, shown }) => expect(suppressed(counts, 5)).toEqual(shown));

test.each([
  { period: { from: '2026-01-01', to: '2026-12-31' }, before: { from: '2025-01-01', to: '2025-12-31' } },
  { period: { from: '2026-07-01', to: '2026-12-31' }, before: { from: '2026-01-01', to: '2026-06-30' } },
  { period: { from: '2024-02-01', to: '2024-02-29' }, before: { from: '2024-01-01', to: '2024-01-31' } },
  { period: { from: '2026-03-25', to: '2026-04-03' }, before: { from: '2026-03-15', to: '2026-03-24' } },
])('before $period.from to $period.to comes $before.from to $before.to', ({ period, before }) => expect(periodBefore(period)).toEqual(before));

const row = (more: Partial<ReportRow> = {}): ReportRow => ({ received: '2026-06-01', receivedBy: 'phone', department: 'Jobcenter', topic: 'waiting', kind: 'complaint', isComplaint: true, about: 'service', instance: 'first', outcome: 'dialogue', days: 10, statementDays: null, missing: [], terms: [], ...more });
const many = (count: number, more: Partial<ReportRow> = {}): ReportRow[] => Array.from({ length: count }, () => row(more));
const YEAR = { from: '2026-01-01', to: '2026-12-31' };
const table = (rows: ReportRow[], id: ReportTableId) => annualReport(rows, YEAR).tables.find((each) => each.id === id)?.rows;

test('counts what came in on the first and the last day, and the year before beside it', () => {
  const rows = [...many(5, { received: '2026-01-01' }), ...many(6, { received: '2026-12-31' }), ...many(9, { received: '2025-12-31' }), ...many(8, { received: '2027-01-01' })];
  expect(annualReport(rows, YEAR).totals).toEqual({ inquiries: { now: 11, before: 9 }, complaints: { now: 11, before: 9 } });
});

test('the largest first; what nobody noted has a row of its own', () => {
  expect(table([...many(5, { topic: 'hearing' }), ...many(8), ...many(6, { topic: null })], 'topic')).toEqual([{ key: 'waiting', now: 8, before: 0 }, { key: null, now: 6, before: 0 }, { key: 'hearing', now: 5, before: 0 }]);
});

test('a question is no complaint over anything', () => {
  expect(table([...many(7), ...many(9, { isComplaint: false, about: null })], 'about')).toEqual([{ key: 'service', now: 7, before: 0 }]);
});

test('each thing that a decision lacked counts, once a decision', () => {
  expect(table(many(6, { missing: ['reasons', 'appeal-guidance', 'reasons'] }), 'missing')).toEqual([{ key: 'appeal-guidance', now: 6, before: 0 }, { key: 'reasons', now: 6, before: 0 }]);
});

test('times are medians in days, and are not said of fewer than five', () => {
  const times = annualReport([...many(3, { days: 2 }), ...many(3, { days: 9 }), row({ days: null }), ...many(4, { days: null, statementDays: 20 })], YEAR).times;
  expect(times.adviser.now).toEqual({ median: 5.5, longest: 9 });
  expect(times.department.now).toEqual({ median: null, longest: null });
});

test('a case counts on the day it came in, in Copenhagen; closing it gives the days', () => {
  const counted = reportRow(aCase('BR-2026-AAAAAA', { createdAt: '2026-12-31T23:30:00.000+00:00', round: 'investigation' }, { closedAt: '2027-01-04T08:00:00.000+01:00', statement: { askedAt: '2027-01-01', due: '2027-01-22', receivedAt: '2027-01-03' } }));
  expect(counted).toMatchObject({ received: '2027-01-01', days: 3, statementDays: 2, instance: 'second' });
});

test('1,000 cases are counted in far less than five seconds', () => {
  const records = Array.from({ length: 1000 }, (_, place) => aCase(drawReference(2026, randomBytes), { createdAt: `2026-${String((place % 12) + 1).padStart(2, '0')}-10T10:00:00.000+01:00` }));
  const begun = performance.now();
  expect(annualReport(records.map(reportRow), YEAR).totals.inquiries.now).toBe(1000);
  expect(performance.now() - begun).toBeLessThan(5_000);
});
