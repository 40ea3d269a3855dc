import type { Content } from '../../content/content';
import type { Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import type { CaseRecord } from '../../domain/cases/desk-file';
import { needsReason } from '../../domain/desk/closed-reason';
import { caseExport } from '../../domain/desk/case-export';
import { redFlags } from '../../domain/desk/red-flags';
import type { ComplaintFiles } from '../../domain/complaints/complaint-files';
import { linesOfCase } from '../case-paper';
import type { RecordAudit } from '../desk-audit';
import type { DeskAnswer, DeskRequestOf, DeskRoute } from '../http/desk-request';
import { CaseContent } from '../pages/case-content';
import { CaseLog } from '../pages/case-log';
import { CaseTimeline } from '../pages/case-timeline';
import { CaseTop } from '../pages/case-top';
import type { Say } from '../pages/frame';
import { markedLetter, noSuchCase, reasonIn, referenceIn } from './case';

interface PaperParts {
  readonly content: () => Content;
  readonly cases: CaseRepository;
  readonly papers: ComplaintFiles;
  readonly record: RecordAudit;
  readonly say: Say;
  readonly now: Now;
}

/** A case on paper, and for the journal. */
export function casePaperRoutes({ content, cases, papers, record, say, now }: PaperParts): DeskRoute[] {
  /** The case, on record; null where a reason for looking at it must be given first. */
  const found = async (request: DeskRequestOf, action: 'print' | 'export'): Promise<CaseRecord | null> => {
    const reference = referenceIn(request);
    const kept = await cases.find(reference);
    const reason = reasonIn(request);
    if (kept !== null && reason === null && needsReason(kept, now())) return null;
    await record({ actor: request.account.id, action, references: [reference], ...(reason === null ? {} : { purpose: `closed:${reason}` }) });
    if (!kept) throw noSuchCase();
    return kept;
  };
  const reasonFirst = (request: DeskRequestOf): DeskAnswer => ({ kind: 'to', path: `/adviser/cases/${referenceIn(request)}` });
  const shortSubject = ({ handoff, desk }: CaseRecord): string => desk.title ?? say(`subject.${handoff.subject}`);
  return [
    {
      method: 'get', path: '/adviser/cases/:reference/print', needs: 'adviser',
      handle: async (request) => {
        const kept = await found(request, 'print');
        if (kept === null) return reasonFirst(request);
        return {
          kind: 'page', title: kept.handoff.reference,
          body: <><p class="no-print"><a href={`/adviser/cases/${kept.handoff.reference}`}>{say('preview.back', { reference: kept.handoff.reference })}</a></p><CaseTop say={say} now={now()} record={kept} flags={redFlags(kept.handoff, content().desk.flagWords)} /><CaseTimeline say={say} now={now()} record={kept} /><CaseContent say={say} record={kept} unread={0} letterText={markedLetter(kept, content())} unfolded /><CaseLog say={say} record={kept} /></>,
        };
      },
    },
    {
      method: 'get', path: '/adviser/cases/:reference/pdf', needs: 'adviser', confirmedFirst: true,
      handle: async (request) => {
        const kept = await found(request, 'export');
        if (kept === null) return reasonFirst(request);
        const { contentType, bytes } = await papers.pdf({ title: kept.handoff.reference, lines: linesOfCase(kept, say) });
        return { kind: 'file', name: `${kept.handoff.reference}.pdf`, type: contentType, text: bytes };
      },
    },
    {
      method: 'get', path: '/adviser/cases/:reference/export', needs: 'adviser', confirmedFirst: true,
      handle: async (request) => {
        const kept = await found(request, 'export');
        if (kept === null) return reasonFirst(request);
        return { kind: 'file', name: `${kept.handoff.reference}.json`, type: 'application/json; charset=utf-8', text: JSON.stringify(caseExport(kept, shortSubject(kept)), null, 2) };
      },
    },
  ];
}
