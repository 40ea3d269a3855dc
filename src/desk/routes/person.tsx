import { DateTime } from 'luxon';
import { AdviserError } from '../../domain/adviser-error';
import type { AuditLog } from '../../domain/audit/audit-log';
import { ZONE, type Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import type { CaseRecord } from '../../domain/cases/desk-file';
import type { CaseIndex } from '../../domain/desk/case-index';
import { searchWords, selectCases } from '../../domain/desk/case-query';
import type { EraseCases } from '../../domain/desk/erase-cases';
import { personExtract, type PersonExtract } from '../../domain/desk/person-extract';
import type { RecordAudit } from '../desk-audit';
import type { SealedSearch } from '../http/sealed-search';
import { countIn } from '../http/count-in';
import type { DeskAnswer, DeskRequestOf, DeskRoute } from '../http/desk-request';
import type { Say } from '../pages/frame';
import { ErasePage, ExtractPage, PersonPage } from '../pages/person-page';

interface PersonParts {
  readonly index: CaseIndex;
  readonly cases: CaseRepository;
  readonly searches: SealedSearch;
  readonly audit: AuditLog;
  readonly erase: EraseCases;
  readonly record: RecordAudit;
  readonly say: Say;
  readonly now: Now;
}

/** One person's rights: what is kept about her and who looked (art. 15), and its erasure. Both are shown before they are done. */
export function personRoutes({ index, cases, searches, audit, erase, record, say, now }: PersonParts): DeskRoute[] {
  const chosen = async ({ form }: DeskRequestOf): Promise<CaseRecord[]> => {
    const references = (form['references'] ?? '').split(',').filter(Boolean);
    const records = await Promise.all(references.map((reference) => cases.find(reference)));
    const found = records.flatMap((each) => each ?? []);
    if (found.length === 0) throw new AdviserError('bad-request', 'No case was chosen.', 'Choose one.');
    return found;
  };
  const referencesOf = (records: readonly CaseRecord[]): string[] => records.map(({ handoff }) => handoff.reference);
  const extractOf = async (records: readonly CaseRecord[]): Promise<PersonExtract> =>
    personExtract({
      records,
      entries: await audit.all(),
      madeAt: now().toISO(),
      iso: (at) => DateTime.fromMillis(at, { zone: ZONE }).toISO(),
      subject: ({ handoff, desk }) => desk.title ?? say(`subject.${handoff.subject}`),
    });
  const page = async (request: DeskRequestOf): Promise<DeskAnswer> => {
    const { account, csrf, query } = request;
    const q = searches.open(request, '/adviser/person')?.['q'] ?? '';
    const found = q === '' ? [] : selectCases(await index.summaries(), { q, status: 'all', page: 1 }).rows;
    if (q !== '') await record({ actor: account.id, action: 'search', purpose: 'person', references: found.map(({ reference }) => reference), words: searchWords(q), searchKeys: found.map(({ searchKey }) => searchKey) });
    return { kind: 'page', title: say('person.title'), body: <PersonPage say={say} now={now()} csrf={csrf} q={q} search={query['search'] ?? ''} nothingChosen={query['chosen'] === 'none'} found={found} erased={countIn(query['erased'])} /> };
  };
  return [
    { method: 'get', path: '/adviser/person', needs: 'adviser', handle: page },
    { method: 'post', path: '/adviser/person', needs: 'adviser', handle: async (request) => {
      const q = (request.form['q'] ?? '').trim().slice(0, 200);
      return { kind: 'to', path: q === '' ? '/adviser/person' : `/adviser/person?search=${searches.seal(request, '/adviser/person', { q })}` };
    } },
    {
      method: 'post', path: '/adviser/person/preview', needs: 'adviser',
      handle: async (request) => {
        if ((request.form['references'] ?? '') === '') return { kind: 'to', path: `/adviser/person?${new URLSearchParams({ search: request.form['search'] ?? '', chosen: 'none' })}` };
        const records = await chosen(request);
        const erasing = request.form['what'] === 'erase';
        await record({ actor: request.account.id, action: 'read', purpose: erasing ? 'erase' : 'extract', references: referencesOf(records) });
        if (erasing) return { kind: 'page', title: say('person.erase'), body: <ErasePage say={say} csrf={request.csrf} today={now().setZone(ZONE).toISODate() ?? ''} records={records} /> };
        return { kind: 'page', title: say('person.extract'), body: <ExtractPage say={say} csrf={request.csrf} extract={await extractOf(records)} references={referencesOf(records).join(',')} /> };
      },
    },
    {
      method: 'post', path: '/adviser/person/extract', needs: 'adviser', confirmedFirst: true,
      handle: async (request) => {
        const records = await chosen(request);
        await record({ actor: request.account.id, action: 'extract', purpose: 'extract', references: referencesOf(records) });
        return { kind: 'file', name: `extract-${now().toISODate()}.json`, type: 'application/json; charset=utf-8', text: JSON.stringify(await extractOf(records), null, 2) };
      },
    },
    {
      method: 'post', path: '/adviser/person/erase', needs: 'adviser', confirmedFirst: true,
      handle: async (request) => {
        const records = await chosen(request);
        await record({ actor: request.account.id, action: 'erase', purpose: 'erase', references: referencesOf(records) });
        await erase(records, 'person');
        return { kind: 'to', path: `/adviser/person?erased=${records.length}` };
      },
    },
  ];
}
