import type { CaseRepository } from '../domain/cases/case-repository';
import type { ExclusiveWork } from '../domain/exclusive-work';
import type { Mail, SendMail } from './mail';

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

/** The running notices: `wake` when a case has come, `stop` at the end. */
export interface CaseNotices {
  wake(): void;
  stop(): Promise<void>;
}

const MINUTE = 60_000;

/**
 * Tells the adviser by mail of every case, once the case is on disk. What is still to be told stands in the store
 * (`noticedAt`), so a notice outlives a crash or a mail server that is down; at worst the same case is told twice.
 */
export function startCaseNotices({ cases, work, send, notice, now, log, retryAfter = (failures) => Math.min(failures, 30) * MINUTE }: CaseNoticeOptions): CaseNotices {
  let failures = 0;
  let stopped = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  const tellAll = async (): Promise<void> => {
    for (const { handoff } of await cases.unnoticed()) {
      if (stopped) return;
      await send(notice(handoff.reference));
      await cases.markNoticed(handoff.reference, now());
      failures = 0;
      log('info', 'case-noticed', { reference: handoff.reference });
    }
  };

  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        await work.alone('case-notices', tellAll);
      } catch {
        failures += 1;
        log('warn', 'mail-failed', { failures });
        timer = setTimeout(wake, retryAfter(failures));
        timer.unref();
        return;
      }
    } while (again && !stopped);
  };

  function wake(): void {
    if (stopped) return;
    clearTimeout(timer);
    again = true;
    running ??= run().finally(() => {
      running = null;
    });
  }

  return {
    wake,
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
