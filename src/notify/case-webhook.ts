import { createHmac, randomUUID } from 'node:crypto';
import type { KeyedStore } from '../domain/accounts/keyed-store';
import type { Now } from '../domain/calendar';
import type { WebhookCall } from '../domain/cases/webhook-call';
import type { ExclusiveWork } from '../domain/exclusive-work';
import { untilTold } from './until-told';

/** What the webhook needs: where calls wait, where they go, and how they are signed. */
export interface CaseWebhookOptions {
  readonly outbox: KeyedStore<WebhookCall>;
  /** Of several nodes one at a time calls. */
  readonly work: ExclusiveWork;
  /** Whether there is such a case. */
  readonly exists: (reference: string) => Promise<boolean>;
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
  /** Keeps the call before the case is kept, so that no stop of the server comes between the two. Never rejects either. */
  prepare(reference: string): Promise<void>;
  wake(): void;
  stop(): Promise<void>;
}

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
export function startCaseWebhook({ outbox, work, exists, url, secret, now, log, retryAfter }: CaseWebhookOptions): CaseWebhook {
  /** Calls that were kept before their case was; by its reference. */
  const prepared = new Map<string, string>();

  const post = async ({ id, reference, at }: WebhookCall): Promise<void> => {
    const body = JSON.stringify({ event: 'case', id, reference, at });
    const headers = { 'content-type': 'application/json', 'x-vejviser-signature': signature(secret, Math.floor(now().toSeconds()), body) };
    const answer = await fetch(url, { method: 'POST', headers, body, redirect: 'error', signal: AbortSignal.timeout(TIMEOUT_MS) });
    if (!answer.ok) throw new Error(`answered ${answer.status}`);
  };
  const keep = async (reference: string): Promise<string | null> => {
    const at = now();
    // The ids are in the order of the calls.
    const id = `${String(at.toMillis()).padStart(14, '0')}-${randomUUID()}`;
    try {
      await outbox.add(id, { id, reference, at: at.toISO() });
      return id;
    } catch {
      log('warn', 'webhook-failed', { failures: 1 });
      return null;
    }
  };
  const teller = untilTold({
    work,
    name: 'case-webhook',
    retryAfter,
    waiting: () => outbox.all(),
    tell: async (call) => {
      // Of a case that was never kept there is nothing to tell: the server stopped between the call and the case.
      const kept = await exists(call.reference);
      if (kept) await post(call);
      await outbox.remove([call.id]);
      log('info', kept ? 'webhook-called' : 'webhook-dropped', { reference: call.reference });
    },
    onFailed: (failures) => log('warn', 'webhook-failed', { failures }),
  });

  return {
    ...teller,
    prepare: async (reference) => {
      const id = await keep(reference);
      if (id !== null) prepared.set(reference, id);
    },
    tell: async (reference) => {
      const id = prepared.get(reference);
      prepared.delete(reference);
      // Another's call may have taken it along before the case was there.
      const waits = id !== undefined && (await outbox.find(id).catch(() => null)) !== null;
      if (!waits) await keep(reference);
      teller.wake();
    },
  };
}
