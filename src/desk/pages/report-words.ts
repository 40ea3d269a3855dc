import type { ReportTableId, ReportTime } from '../../domain/desk/annual-report';
import type { Say } from './frame';

/** Where the name of a code stands, by table; departments and terms are names themselves. */
const NAMES: Readonly<Record<Exclude<ReportTableId, 'department' | 'topic' | 'terms'>, string>> = { receivedBy: 'received-by', kind: 'kind', about: 'about', instance: 'instance', outcome: 'outcome', missing: 'missing' };

/** What a row of a table is called. */
export function rowName(id: ReportTableId, key: string | null, say: Say, topics: Readonly<Record<string, string>>): string {
  if (key === null) return say('report.not-noted');
  if (id === 'department' || id === 'terms') return key;
  return id === 'topic' ? (topics[key] ?? key) : say(`${NAMES[id]}.${key}`);
}

/** A count of a table, or that it is hidden: for its own sake, or so that another cannot be reckoned from it. */
export const cellInWords = (count: number | null, say: Say): string => (count === null ? say('report.hidden') : String(count));

/** A count, or that it is too small to be shown. */
export const countInWords = (count: number | null, say: Say): string => (count === null ? say('report.few') : String(count));

export function timeInWords({ median, longest }: ReportTime, say: Say): string {
  if (median === null || longest === null) return say('report.too-few');
  return say('report.days', { median: String(median).replace('.', ','), longest: String(longest) });
}
