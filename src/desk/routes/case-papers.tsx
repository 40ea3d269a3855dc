import { randomUUID } from 'node:crypto';
import type { Content } from '../../content/content';
import type { Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import type { CaseRecord } from '../../domain/cases/desk-file';
import { seenOf } from '../../domain/desk/case-desk';
import { caseExport } from '../../domain/desk/case-export';
import { departmentOf } from '../../domain/desk/case-summary';
import { redFlags } from '../../domain/desk/red-flags';
import type { RecordAudit } from '../desk-audit';
import type { DeskRequestOf, DeskRoute } from '../http/desk-request';
import { CaseContent } from '../pages/case-content';
import { CaseLog } from '../pages/case-log';
import { CaseTimeline } from '../pages/case-timeline';
import { CaseTop } from '../pages/case-top';
import type { Say } from '../pages/frame';
import { dayInWords } from '../pages/in-words';
import { OutgoingPage } from '../pages/letter-pages';
import { markedLetter, noSuchCase, referenceIn } from './case';

interface PaperParts {
  readonly content: () => Content;
  readonly cases: CaseRepository;
  readonly record: RecordAudit;
  readonly say: Say;
  readonly now: Now;
}

/** A case on paper, for the journal, and for the department. */
export function casePaperRoutes({ content, cases, record, say, now }: PaperParts): DeskRoute[] {
  const found = async (request: DeskRequestOf, action: 'print' | 'export' | 'read'): Promise<CaseRecord> => {
    const reference = referenceIn(request);
    await record({ actor: request.account.id, action, references: [reference] });
    const kept = await cases.find(reference);
    if (!kept) throw noSuchCase();
    return kept;
  };
  const shortSubject = ({ handoff, desk }: CaseRecord): string => desk.title ?? say(`subject.${handoff.subject}`);
  return [
    {
      method: 'get', path: '/adviser/cases/:reference/print', needs: 'adviser',
      handle: async (request) => {
        const kept = await found(request, 'print');
        return {
          kind: 'page', title: kept.handoff.reference,
          body: <><p class="no-print"><a href={`/adviser/cases/${kept.handoff.reference}`}>{say('preview.back', { reference: kept.handoff.reference })}</a></p><CaseTop say={say} now={now()} record={kept} flags={redFlags(kept.handoff, content().desk.flagWords)} /><CaseTimeline say={say} now={now()} record={kept} /><CaseContent say={say} record={kept} unread={0} letterText={markedLetter(kept, content())} unfolded /><CaseLog say={say} record={kept} /></>,
        };
      },
    },
    {
      method: 'get', path: '/adviser/cases/:reference/export', needs: 'adviser',
      handle: async (request) => {
        const kept = await found(request, 'export');
        return { kind: 'file', name: `${kept.handoff.reference}.json`, type: 'application/json; charset=utf-8', text: JSON.stringify(caseExport(kept, shortSubject(kept)), null, 2) };
      },
    },
    {
      method: 'get', path: '/adviser/cases/:reference/forward', needs: 'adviser',
      handle: async (request) => {
        const kept = await found(request, 'read');
        const { reference, complaint, message, contact, consent } = kept.handoff;
        const text = say('forward.text', { department: departmentOf(kept.handoff) ?? say('forward.department'), reference, name: contact.name ?? say('unknown-name'), complaint: complaint?.draft ?? complaint?.whatHappened ?? message ?? '' });
        return {
          kind: 'page', title: say('act.forward'),
          body: <OutgoingPage say={say} reference={reference} title={say('act.forward')} subject={say('forward.subject', { reference })} text={text} warning={consent.scope.includes('contact-department') ? null : say('forward.no-consent')} forwarded={{ csrf: request.csrf, seen: seenOf(kept), formKey: randomUUID() }} />,
        };
      },
    },
    {
      method: 'get', path: '/adviser/cases/:reference/statement', needs: 'adviser',
      handle: async (request) => {
        const kept = await found(request, 'read');
        const { reference, complaint, message } = kept.handoff;
        const due = kept.desk.statement?.due ?? now().plus({ weeks: 3 }).toISODate();
        const text = say('statement.text', { department: departmentOf(kept.handoff) ?? say('forward.department'), reference, due: dayInWords(due, now()), complaint: complaint?.whatHappened ?? message ?? '' });
        return { kind: 'page', title: say('act.ask-statement'), body: <OutgoingPage say={say} reference={reference} title={say('act.ask-statement')} subject={say('statement.subject', { reference })} text={text} warning={null} forwarded={null} /> };
      },
    },
  ];
}
