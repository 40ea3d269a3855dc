import { ZONE, type Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import type { CaseIndex } from '../../domain/desk/case-index';
import type { EraseCases } from '../../domain/desk/erase-cases';
import { retentionDue, retentionEnd, type RetentionVerdict } from '../../domain/desk/retention-due';
import type { RecordAudit } from '../desk-audit';
import { countIn } from '../http/count-in';
import type { DeskRoute } from '../http/desk-request';
import type { Say } from '../pages/frame';
import { RetentionPage } from '../pages/retention-page';

interface RetentionParts {
  readonly index: CaseIndex;
  readonly cases: CaseRepository;
  readonly erase: EraseCases;
  readonly record: RecordAudit;
  readonly caseMonths: number;
  readonly say: Say;
  readonly now: Now;
}

/** What the rules say of the cases whose time has run; the others are not opened for it. */
async function verdictsOf({ index, cases, caseMonths, now }: Pick<RetentionParts, 'index' | 'cases' | 'caseMonths' | 'now'>): Promise<RetentionVerdict[]> {
  const today = now().setZone(ZONE).toISODate();
  const due = (await index.summaries()).filter(({ closedAt }) => closedAt !== null && retentionEnd(closedAt, caseMonths) <= today);
  const records = await Promise.all(due.map(({ reference }) => cases.find(reference)));
  return retentionDue(records.flatMap((each) => each ?? []), caseMonths, now());
}

/** Erases the cases whose time has run; gives how many. By hand from the page, or every hour by the server. */
export function createSweepCases({ erase, record, ...parts }: Omit<RetentionParts, 'say'>): (actor: string) => Promise<number> {
  return async (actor) => {
    const going = (await verdictsOf(parts)).filter(({ kept }) => kept === null).map((verdict) => verdict.record);
    if (going.length === 0) return 0;
    await record({ actor, action: 'retention', purpose: 'retention', references: going.map(({ handoff }) => handoff.reference) });
    await erase(going, 'retention');
    return going.length;
  };
}

/** What will go under the rules, and why; nothing goes by looking. */
export function retentionRoutes(parts: RetentionParts): DeskRoute[] {
  const { record, caseMonths, say } = parts;
  const sweep = createSweepCases(parts);
  return [
    {
      method: 'get', path: '/adviser/retention', needs: 'adviser',
      handle: async ({ account, csrf, query }) => {
        const verdicts = await verdictsOf(parts);
        await record({ actor: account.id, action: 'list', purpose: 'retention', references: verdicts.map(({ record: { handoff } }) => handoff.reference) });
        return { kind: 'page', title: say('retention.title'), body: <RetentionPage say={say} csrf={csrf} verdicts={verdicts} months={caseMonths} erased={countIn(query['erased'])} /> };
      },
    },
    { method: 'post', path: '/adviser/retention', needs: 'adviser', handle: async ({ account }) => ({ kind: 'to', path: `/adviser/retention?erased=${await sweep(account.id)}` }) },
  ];
}
