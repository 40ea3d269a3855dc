import { createHmac, randomUUID } from 'node:crypto';
import type { KeyedStore } from '../domain/accounts/keyed-store';
import type { Now } from '../domain/calendar';
import type { WebhookCall } from '../domain/cases/webhook-call';
import type { ExclusiveWork } from '../domain/exclusive-work';

/** What the webhook needs: where calls wait, where they go, and how they are signed. */
export interface CaseWebhookOptions {
  readonly outbox: KeyedStore<WebhookCall>;
  /** Of several nodes one at a time calls. */
  readonly work: ExclusiveWork;
  readonly url: string;
  readonly secret: string;
  readonly now: Now;
  readonly log: (level: 'info' | 'warn', code: string, fields: Readonly<Record<string, string | number>>) => void;
  /** Milliseconds to the next try after a failure, by the number of failures in a row. */
  readonly retryAfter?: (failures: number) => number;
}

/** The running webhook: `tell` when a case has come, `wake` at the start, `stop` at the end. */
export interface CaseWebhook {
  /** Never rejects: a case that is kept is not undone because nobody could be told of it. */
  tell(reference: string): Promise<void>;
  wake(): void;
  stop(): Promise<void>;
}

const MINUTE = 60_000;
const TIMEOUT_MS = 10_000;

/**
 * How a call is signed: the moment and the body, so that one that was overheard is of no use later.
 *
 * @example signature('secret', 1764057600, '{}') // 't=1764057600,v1=…'
 */
export function signature(secret: string, seconds: number, body: string): string {
  return `t=${seconds},v1=${createHmac('sha256', secret).update(`${seconds}.${body}`).digest('hex')}`;
}

/** Tells another program of cases, in their order, until it has taken each: what it has not stands in the store, and outlives a restart. */
export function startCaseWebhook({ outbox, work, url, secret, now, log, retryAfter = (failures) => Math.min(failures, 30) * MINUTE }: CaseWebhookOptions): CaseWebhook {
  let failures = 0;
  let stopped = false;
  let again = false;
  let timer: NodeJS.Timeout | undefined;
  let running: Promise<void> | null = null;

  const post = async ({ id, reference, at }: WebhookCall): Promise<void> => {
    const body = JSON.stringify({ event: 'case', id, reference, at });
    const headers = { 'content-type': 'application/json', 'x-vejviser-signature': signature(secret, Math.floor(now().toSeconds()), body) };
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
  };

  const callAll = async (): Promise<void> => {
    for (const call of await outbox.all()) {
      if (stopped) return;
      await post(call);
      await outbox.remove([call.id]);
      failures = 0;
      log('info', 'webhook-called', { reference: call.reference });
    }
  };

  const run = async (): Promise<void> => {
    do {
      again = false;
      try {
        await work.alone('case-webhook', callAll);
      } catch {
        failures += 1;
        log('warn', 'webhook-failed', { failures });
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
    tell: async (reference) => {
      const at = now();
      // The ids are in the order of the calls.
      const id = `${String(at.toMillis()).padStart(14, '0')}-${randomUUID()}`;
      try {
        await outbox.add(id, { id, reference, at: at.toISO() });
      } catch {
        log('warn', 'webhook-failed', { failures: failures + 1 });
      }
      wake();
    },
    stop: async () => {
      stopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
