import type { CaseRepository } from '../domain/cases/case-repository';
import type { ExclusiveWork } from '../domain/exclusive-work';
import type { Mail, SendMail } from './mail';
import { untilTold, type Teller } from './until-told';

/** What the notices need: where cases are kept, how mail is sent, and what a notice says. */
export interface CaseNoticeOptions {
  readonly cases: Pick<CaseRepository, 'unnoticed' | 'markNoticed'>;
  /** Of several nodes one at a time tells. */
  readonly work: ExclusiveWork;
  readonly send: SendMail;
  readonly notice: (reference: string) => Mail;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: (level: 'info' | 'warn', code: string, fields: Readonly<Record<string, string | number>>) => void;
  /** Milliseconds to the next try after a failure, by the number of failures in a row. */
  readonly retryAfter?: (failures: number) => number;
}

/**
 * Tells the adviser by mail of every case, once the case is on disk. What is still to be told stands in the store
 * (`noticedAt`), so a notice outlives a crash or a mail server that is down; at worst the same case is told twice.
 */
export function startCaseNotices({ cases, work, send, notice, now, log, retryAfter }: CaseNoticeOptions): Teller {
  return untilTold({
    work,
    name: 'case-notices',
    retryAfter,
    waiting: () => cases.unnoticed(),
    tell: async ({ handoff: { reference } }) => {
      await send(notice(reference));
      await cases.markNoticed(reference, now());
      log('info', 'case-noticed', { reference });
    },
    onFailed: (failures) => log('warn', 'mail-failed', { failures }),
  });
}
