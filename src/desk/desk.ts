import { createHmac } from 'node:crypto';
import type { Server } from 'restify';
import { createCaseDesk, type CaseDesk } from '../domain/desk/case-desk';
import { AdviserError } from '../domain/adviser-error';
import { derivePin } from '../domain/cases/pin';
import { createCaseIndex } from '../domain/desk/case-index';
import { createEnterCase } from '../domain/desk/enter-case';
import { createEraseCases, type EraseCases } from '../domain/desk/erase-cases';
import { createReadAlarm } from './read-alarm';
import { createRecordAudit, type RecordAudit } from './desk-audit';
import type { DeskParts } from './desk-parts';
import type { DeskRoute } from './http/desk-request';
import { createKeptForms } from './http/kept-forms';
import { createSealedSearch } from './http/sealed-search';
import { mountRoutes } from './http/mount-routes';
import type { Say } from './pages/frame';
import { createAccounts } from './people/accounts';
import { createFirstAccount, type FirstAccount } from './people/first-account';
import { createMachineTokens, type MachineTokens } from './people/machine-tokens';
import { createOpenId } from './people/open-id';
import { createSessions } from './people/sessions';
import { caseRoutes } from './routes/case';
import { casePaperRoutes } from './routes/case-papers';
import { accountRoutes } from './routes/accounts';
import { enterRoutes } from './routes/enter';
import { letterRoutes } from './routes/letters';
import { keptRoutes } from './routes/kept';
import { listRoutes } from './routes/list';
import { loginRoutes, logoutRoute } from './routes/login';
import { meRoutes } from './routes/me';
import { openIdRoutes } from './routes/open-id';
import { personRoutes } from './routes/person';
import { questionRoutes } from './routes/questions';
import { createMakeReport, reportRoutes, type MakeReport } from './routes/report';
import { createSweepCases, retentionRoutes } from './routes/retention';

/** The adviser's desk. */
export interface Desk {
  /** Every route with who may call it. */
  readonly routes: readonly DeskRoute[];
  /** What machines may use, each by its own token. */
  readonly api: {
    readonly machines: MachineTokens;
    readonly act: CaseDesk['act'];
    readonly report: MakeReport;
    readonly record: RecordAudit;
  };
  /** The link by which the first account is made. */
  readonly first: FirstAccount;
  mount(server: Server): void;
  /** Removes sessions that have ended, and cases whose time has run. Never rejects: what failed is in the log, and comes again. */
  sweep(): Promise<void>;
  close(): void;
}

/** Builds the desk; `/adviser` and what is below it are its pages. */
export async function createDesk(parts: DeskParts): Promise<Desk> {
  const { content, cases, now, log } = parts;
  const milliseconds = (): number => now().toMillis();
  const say: Say = (id, values) => content().desk.say(id, values);
  const onOpened = createReadAlarm({ now: milliseconds, onMany: (actor, count) => log.warn('desk-many-reads', { actor, cases: count }) });
  const record = createRecordAudit({ audit: parts.audit, key: parts.deskKey, now, onOpened });
  const accounts = createAccounts({ accounts: parts.accounts, work: parts.work, now: milliseconds });
  const sessions = createSessions({ sessions: parts.sessions, accounts: parts.accounts, csrfKey: parts.deskKey, now: milliseconds });
  const first = await createFirstAccount({ key: parts.deskKey, any: async () => parts.openId !== null || accounts.any(), now: milliseconds });
  const index = createCaseIndex({ cases, words: () => content().desk.flagWords });
  const desk = createCaseDesk({ cases, now });
  const enter = createEnterCase({ cases, hash: parts.pinHash, randomBytes: parts.randomBytes, now, seeDanger: parts.seeDanger });
  const machines = createMachineTokens({ apiTokens: parts.apiTokens, now: milliseconds });
  const hashReference = (reference: string): string => createHmac('sha256', parts.deskKey).update(`tombstone\n${reference}`).digest('hex').slice(0, 32);
  const isNamed = (kind: 'department' | 'topic', name: string): boolean => (kind === 'topic' ? Object.hasOwn(content().desk.topics, name) : content().departments.some((department) => department.name === name));
  const keptForms = createKeptForms({ store: parts.keptForms, now: milliseconds });
  const searches = createSealedSearch(parts.deskKey);
  const eraseCases = createEraseCases({ cases, tombstones: parts.tombstones, eraseConversation: parts.eraseConversation, hashReference, isNamed, now });
  const erase: EraseCases = async (records, because) => {
    await keptForms.forget(records.map(({ handoff }) => handoff.reference));
    await eraseCases(records, because);
  };
  const retention = { index, cases, erase, record, caseMonths: parts.caseMonths, say, now };
  const makeReport = createMakeReport({ cases, tombstones: parts.tombstones });
  const sweepCases = createSweepCases(retention);
  const routes: readonly DeskRoute[] = [
    ...(parts.openId === null ? loginRoutes({ accounts, sessions, first, record, say }) : openIdRoutes({ openId: createOpenId(parts.openId), accounts, sessions, publicUrl: parts.publicUrl, record, say })),
    logoutRoute({ sessions, record }),
    ...meRoutes({ accounts, sessions, openId: parts.openId !== null, record, say }),
    ...keptRoutes({ keptForms, say }),
    ...listRoutes({ index, cases, searches, sessions, record, say, now }),
    ...enterRoutes({ content, enter, record, say, now }),
    ...casePaperRoutes({ content, cases, papers: parts.papers, record, say, now }),
    ...letterRoutes({ content, cases, desk, papers: parts.papers, mail: parts.letterMail, record, say, now }),
    ...personRoutes({ index, cases, searches, audit: parts.audit, erase, record, say, now }),
    ...retentionRoutes(retention),
    ...questionRoutes({ questions: parts.questions, cases, chatsBefore: parts.chatsBefore, isKnownWord: parts.isKnownWord, record, say, now }),
    ...reportRoutes({ content, writeReport: parts.writeReport, make: makeReport, record, say, now }),
    ...accountRoutes({ store: parts.accounts, apiTokens: parts.apiTokens, accounts, machines, sessions, audit: parts.audit, record, say }),
    ...caseRoutes({ content, cases, desk, keptForms, record, pinOf: (reference) => derivePin(parts.pinHash, reference), say, now }),
  ];
  return {
    routes,
    first,
    api: { machines, act: desk.act, report: makeReport, record },
    mount: (server) => mountRoutes(server, routes, { sessions, keptForms, say, log }),
    sweep: async () => {
      try {
        await sessions.sweep();
        await keptForms.sweep();
        const erased = await sweepCases('operator');
        if (erased > 0) log.info('cases-erased', { cases: erased });
      } catch (fault) {
        log.error('desk-sweep-failed', { code: fault instanceof AdviserError ? fault.code : 'unknown' });
      }
    },
    close: () => index.close(),
  };
}
