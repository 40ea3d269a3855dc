import type { Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import type { CaseIndex } from '../../domain/desk/case-index';
import { CaseQuery, searchWords, selectCases } from '../../domain/desk/case-query';
import type { RecordAudit } from '../desk-audit';
import type { DeskAnswer, DeskRequestOf, DeskRoute } from '../http/desk-request';
import type { SealedSearch } from '../http/sealed-search';
import type { Sessions } from '../people/sessions';
import type { Say } from '../pages/frame';
import { fieldsOf, ListPage } from '../pages/list-page';

interface ListParts {
  readonly index: CaseIndex;
  readonly cases: Pick<CaseRepository, 'watch'>;
  readonly searches: SealedSearch;
  readonly sessions: Pick<Sessions, 'rememberList'>;
  readonly record: RecordAudit;
  readonly say: Say;
  readonly now: Now;
}

/** What nobody can make sense of asks for the list as it is. */
const Asked = CaseQuery.catch({ page: 1 });

/** A sign of life for proxies that close what is silent. */
const PING_MS = 25_000;
/** A session may have ended: the stream is opened anew, and asks again who is there. */
const STREAM_MS = 10 * 60_000;

/** The list of cases, and the stream that tells an open list of changes. */
export function listRoutes({ index, cases, searches, sessions, record, say, now }: ListParts): DeskRoute[] {
  const page = async (query: CaseQuery, search: string | null, { account, csrf, session }: DeskRequestOf): Promise<DeskAnswer> => {
    const summaries = await index.summaries();
    const found = selectCases(summaries, query);
    const words = searchWords(query.q);
    await record({ actor: account.id, action: words.length > 0 ? 'search' : 'list', references: words.length > 0 ? found.rows.map(({ reference }) => reference) : [], words, searchKeys: found.rows.map(({ searchKey }) => searchKey) });
    const address = search === null ? fieldsOf(query) : new URLSearchParams({ search });
    await sessions.rememberList(session, String(query.page === 1 ? address : new URLSearchParams([...address, ['page', String(query.page)]])));
    const departments = [...new Set(summaries.flatMap(({ department }) => department ?? []))].sort((a, b) => a.localeCompare(b, 'da'));
    return { kind: 'page', title: say('list.title'), wide: true, body: <ListPage say={say} now={now()} query={query} address={address} found={found} departments={departments} csrf={csrf} /> };
  };
  return [
    {
      method: 'get', path: '/adviser', needs: 'adviser',
      // The words of a search never stand in an address: addresses are kept in histories and in the logs of proxies. Sealed they do, so that one can go back to it.
      handle: async (request) => {
        const search = searches.open(request, '/adviser');
        const asked = Asked.parse(request.query);
        if (search === null) return page({ ...asked, q: undefined }, null, request);
        return page({ ...Asked.parse(search), page: asked.page }, request.query['search'] ?? '', request);
      },
    },
    {
      method: 'post', path: '/adviser', needs: 'adviser',
      handle: async (request) => {
        const query = Asked.parse(request.form);
        return { kind: 'to', path: searchWords(query.q).length === 0 ? `/adviser?${fieldsOf({ ...query, q: undefined })}` : `/adviser?search=${searches.seal(request, '/adviser', Object.fromEntries(fieldsOf(query)))}` };
      },
    },
    {
      method: 'get', path: '/adviser/events', needs: 'adviser',
      handle: async () => ({
        kind: 'stream',
        begin: (send) => {
          // The reference is not told: the list is fetched anew, by whoever may see it.
          const tell = (): void => send('case', '1');
          // A node that heard nothing for a while may have missed one.
          const unwatch = cases.watch(tell, tell);
          const ping = setInterval(() => send('ping', '1'), PING_MS);
          ping.unref();
          return () => {
            unwatch();
            clearInterval(ping);
          };
        },
        longest: STREAM_MS,
      }),
    },
  ];
}
