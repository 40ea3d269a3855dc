import type { DateTime } from 'luxon';
import type { VNode } from 'preact';
import type { CasePage, CaseQuery } from '../../domain/desk/case-query';
import type { CaseSummary } from '../../domain/desk/case-summary';
import type { Say } from './frame';
import { ageInWords, dateInFigures, deadlineInWords, subjectInWords } from './in-words';

interface ListProps {
  readonly say: Say;
  readonly now: DateTime;
  readonly query: CaseQuery;
  /** What was asked for, as the query of an address; a search stands in it sealed. */
  readonly address: URLSearchParams;
  readonly found: CasePage;
  /** Those that cases name. */
  readonly departments: readonly string[];
  readonly csrf: string;
}

/** The cases: the nearest last day first. */
export function ListPage({ say, now, query, address, found, departments, csrf }: ListProps): VNode {
  return (
    <>
      <h1>{say('list.title')}</h1>
      <Filters say={say} query={query} departments={departments} csrf={csrf} />
      <p role="status" id="live-status" data-text={say('list.live')} class="hint" />
      <div data-live={query.q === undefined ? true : undefined}>
        <p class="counts">{found.total === 1 ? say('list.one') : say('list.total', { total: String(found.total) })}</p>
        {found.rows.length === 0 ? <p class="box">{say('list.none')}</p> : <Rows say={say} now={now} rows={found.rows} />}
        {found.pages > 1 && <Pages say={say} address={address} found={found} />}
      </div>
      <p class="no-print"><a href="/adviser/enter">{say('menu.enter')}</a></p>
    </>
  );
}

function Rows({ say, now, rows }: { readonly say: Say; readonly now: DateTime; readonly rows: readonly CaseSummary[] }): VNode {
  const heads = ['deadline', 'case', 'who', 'department', 'instance', 'status', 'age'] as const;
  return (
    <div class="scroll" tabIndex={0} role="region" aria-label={say('list.title')}>
      <table class="cards">
        <caption class="hint">{say('list.order')}</caption>
        <thead><tr>{heads.map((head) => <th scope="col" key={head}>{say(`list.${head}`)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <Row say={say} now={now} row={row} key={row.reference} />)}</tbody>
      </table>
    </div>
  );
}

function Row({ say, now, row }: { readonly say: Say; readonly now: DateTime; readonly row: CaseSummary }): VNode {
  return (
    <tr>
      <td class={row.nextDeadline === null && row.statementDue === null ? 'empty' : undefined}>
        {row.nextDeadline === null ? (row.statementDue === null && '–') : <DeadlineChip say={say} now={now} date={row.nextDeadline} metAt={row.deadlineMetAt} />}
        {row.statementDue !== null && <>{row.nextDeadline !== null && <br />}{say('list.statement-due')} <DeadlineChip say={say} now={now} date={row.statementDue} /></>}
      </td>
      <th scope="row">
        <a href={`/adviser/cases/${row.reference}`}>{row.reference}</a>
        {row.flags.map((flag) => <> <span class="chip flag" key={flag}>{say(`flag.${flag}`)}</span></>)}
        <br />
        {subjectInWords(row, say)}
        {row.gist !== '' && row.title === null && <><br /><span class="gist">{row.gist}</span></>}
      </th>
      <td>{row.name ?? say('unknown-name')}</td>
      <td class={row.department === null ? 'empty' : undefined}>{row.department ?? '–'}</td>
      <td class="beside">{say(`instance.${row.instance}`)}{row.round !== 'first' && <><br />{say(`round.${row.round}`)}</>}</td>
      <td class="beside">
        {say(`status.${row.status}`)}
        {row.awaitsAnswer && <><br /><span class="chip urgent">{say('list.awaiting')}</span></>}
        {row.unread > 0 && <><br /><span class="chip urgent">{row.unread === 1 ? say('list.one-unread') : say('list.unread', { count: String(row.unread) })}</span></>}
      </td>
      <td class="beside">{ageInWords(row.createdAt, now, say)}</td>
    </tr>
  );
}

/** A last day and how near it is, in words as well as in colour; one that is met gives no alarm. */
export function DeadlineChip({ say, now, date, metAt = null }: { readonly say: Say; readonly now: DateTime; readonly date: string; readonly metAt?: string | null }): VNode {
  if (metAt !== null) return <span class="chip later">{say('deadline.met', { date: dateInFigures(date), day: dateInFigures(metAt) })}</span>;
  const { text, level } = deadlineInWords(date, now, say);
  return <span class={`chip ${level}`}>{text}</span>;
}

function Filters({ say, query, departments, csrf }: { readonly say: Say; readonly query: CaseQuery; readonly departments: readonly string[]; readonly csrf: string }): VNode {
  const statuses = ['active', 'new', 'open', 'waiting-for-department', 'waiting-for-citizen', 'closed', 'all'];
  return (
    <form method="post" action="/adviser" class="filters" role="search" aria-label={say('filter.label')}>
      <input type="hidden" name="csrf" value={csrf} />
      <div class="field wide-field">
        <label for="q">{say('filter.q')}</label>
        <input id="q" name="q" type="search" value={query.q ?? ''} />
      </div>
      <Select name="status" label={say('filter.status')} chosen={query.status ?? 'active'} options={statuses.map((id) => [id, say(`status.${id}`)])} />
      <div><button type="submit">{say('filter.submit')}</button> <a href="/adviser">{say('filter.clear')}</a></div>
      <details class="more-filters" open={[query.instance, query.subject, query.department, query.flagged, query.awaiting].some((each) => each !== undefined)}>
        <summary>{say('filter.more')}</summary>
        <div class="within">
          <Select name="instance" label={say('filter.instance')} chosen={query.instance ?? ''} options={[['', say('filter.any')], ['first', say('instance.first')], ['second', say('instance.second')]]} />
          <Select name="subject" label={say('filter.subject')} chosen={query.subject ?? ''} options={[['', say('filter.any')], ...['complaint', 'letter', 'callback', 'question'].map((id) => [id, say(`subject.${id}`)] as const)]} />
          <Select name="department" label={say('filter.department')} chosen={query.department ?? ''} options={[['', say('filter.any')], ...departments.map((name) => [name, name] as const)]} />
          <div class="check">
            <input type="checkbox" id="flagged" name="flagged" value="1" checked={query.flagged === '1'} />
            <label for="flagged">{say('filter.flagged')}</label>
          </div>
          <div class="check">
            <input type="checkbox" id="awaiting" name="awaiting" value="1" checked={query.awaiting === '1'} />
            <label for="awaiting">{say('filter.awaiting')}</label>
          </div>
        </div>
      </details>
    </form>
  );
}

/** A labelled choice of one. */
export function Select({ id, name, label, chosen, options, required }: { /** Where a page has two of one name. */ readonly id?: string; readonly name: string; readonly label: string; readonly chosen: string; readonly options: readonly (readonly [string, string])[]; readonly required?: boolean }): VNode {
  return (
    <div class="field">
      <label for={id ?? name}>{label}</label>
      <select id={id ?? name} name={name} required={required}>{options.map(([value, text]) => <option value={value} selected={value === chosen} key={value}>{text}</option>)}</select>
    </div>
  );
}

/** What was asked for, as the fields of an address or a form; the page apart. */
export function fieldsOf({ page: _page, ...asked }: CaseQuery): URLSearchParams {
  return new URLSearchParams(Object.entries(asked).filter((field): field is [string, string] => typeof field[1] === 'string'));
}

/** The way to the other pages. */
function Pages({ say, address, found }: { readonly say: Say; readonly address: URLSearchParams; readonly found: CasePage }): VNode {
  const to = (page: number, text: string): VNode => <a href={`/adviser?${new URLSearchParams([...address, ['page', String(page)]])}`}>{text}</a>;
  return (
    <nav aria-label={say('list.pages')}>
      <div class="actions">
        {found.page > 1 && to(found.page - 1, say('list.previous'))}
        <span>{say('list.page', { page: String(found.page), pages: String(found.pages) })}</span>
        {found.page < found.pages && to(found.page + 1, say('list.next'))}
      </div>
    </nav>
  );
}
