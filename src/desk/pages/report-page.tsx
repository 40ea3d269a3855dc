import type { VNode } from 'preact';
import type { AnnualReport, ReportTable } from '../../domain/desk/annual-report';
import type { Say } from './frame';
import { dateInFigures } from './in-words';
import { cellInWords, countInWords, rowName, timeInWords } from './report-words';

interface ReportProps {
  readonly say: Say;
  readonly report: AnnualReport;
  readonly topics: Readonly<Record<string, string>>;
}

/** The annual report: every chart has its table, which says the same and can be read aloud. */
export function ReportPage({ say, report, topics }: ReportProps): VNode {
  const { period, before, totals, tables, times } = report;
  const span = `${dateInFigures(period.from)}–${dateInFigures(period.to)}`;
  const spanBefore = `${dateInFigures(before.from)}–${dateInFigures(before.to)}`;
  const heads = <tr><th scope="col">{say('report.what')}</th><th scope="col" class="number">{span}</th><th scope="col" class="number">{spanBefore}</th></tr>;
  return (
    <>
      <h1>{say('report.title')}</h1>
      <form method="get" action="/adviser/report" class="filters">
        <div class="field"><label for="from">{say('report.from')}</label><input id="from" name="from" type="date" value={period.from} required /></div>
        <div class="field"><label for="to">{say('report.to')}</label><input id="to" name="to" type="date" value={period.to} required /></div>
        <div><button type="submit">{say('report.make')}</button></div>
      </form>
      <p class="no-print actions">
        <a href={`/adviser/report.docx?from=${period.from}&to=${period.to}`}>{say('report.docx')}</a>
        <a href={`/adviser/report.csv?from=${period.from}&to=${period.to}`}>{say('report.csv')}</a>
      </p>
      <p class="hint">{say('report.hint')}</p>
      <table>
        <caption>{say('report.totals')}</caption>
        <thead>{heads}</thead>
        <tbody>
          <tr><th scope="row">{say('report.inquiries')}</th><td class="number">{countInWords(totals.inquiries.now, say)}</td><td class="number">{countInWords(totals.inquiries.before, say)}</td></tr>
          <tr><th scope="row">{say('report.complaints')}</th><td class="number">{countInWords(totals.complaints.now, say)}</td><td class="number">{countInWords(totals.complaints.before, say)}</td></tr>
          <tr><th scope="row">{say('report.time-adviser')}</th><td class="number">{timeInWords(times.adviser.now, say)}</td><td class="number">{timeInWords(times.adviser.before, say)}</td></tr>
          <tr><th scope="row">{say('report.time-department')}</th><td class="number">{timeInWords(times.department.now, say)}</td><td class="number">{timeInWords(times.department.before, say)}</td></tr>
        </tbody>
      </table>
      {tables.map((table) => (
        <section aria-labelledby={`table-${table.id}`} key={table.id}>
          <h2 id={`table-${table.id}`}>{say(`report.table.${table.id}`)}</h2>
          {table.rows.length === 0 ? <p>{say('report.nothing')}</p> : (
            <>
              <Chart say={say} table={table} topics={topics} />
              <table>
                <caption class="hint">{say(`report.table.${table.id}`)}</caption>
                <thead>{heads}</thead>
                <tbody>{table.rows.map(({ key, now, before: then }) => <tr key={key}><th scope="row">{rowName(table.id, key, say, topics)}</th><td class="number">{cellInWords(now, say)}</td><td class="number">{cellInWords(then, say)}</td></tr>)}</tbody>
              </table>
            </>
          )}
        </section>
      ))}
    </>
  );
}

const BAR = { height: 22, gap: 10, names: 260, width: 640, most: 300 };
/** Longer names would leave the chart; the table says them whole. */
const NAME_LENGTH = 28;
/** More bars than these say no more; the table has them all. */
const BARS = 12;

/** Bars, the longest first. What is hidden in the table has no bar. */
function Chart({ say, table, topics }: { readonly say: Say; readonly table: ReportTable; readonly topics: Readonly<Record<string, string>> }): VNode | null {
  const bars = table.rows.flatMap(({ key, now }) => (now === null || now === 0 ? [] : [{ name: rowName(table.id, key, say, topics), count: now }])).slice(0, BARS);
  if (bars.length < 2) return null;
  const most = Math.max(...bars.map(({ count }) => count));
  const step = BAR.height + BAR.gap;
  return (
    <svg class="chart" viewBox={`0 0 ${BAR.width} ${bars.length * step}`} role="img" aria-label={say('report.chart', { table: say(`report.table.${table.id}`), first: bars[0]?.name ?? '', count: String(bars[0]?.count ?? 0) })}>
      {bars.map(({ name, count }, place) => (
        <g key={name} aria-hidden="true">
          <text x={BAR.names - 10} y={place * step + 16} text-anchor="end">{name.length > NAME_LENGTH ? `${name.slice(0, NAME_LENGTH)}…` : name}</text>
          <rect x={BAR.names} y={place * step} width={Math.max(2, (count / most) * BAR.most)} height={BAR.height} />
          <text x={BAR.names + (count / most) * BAR.most + 8} y={place * step + 16}>{count}</text>
        </g>
      ))}
    </svg>
  );
}
