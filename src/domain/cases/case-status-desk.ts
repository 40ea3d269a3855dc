import type { Now } from '../calendar';
import type { CaseRepository } from './case-repository';
import type { ExclusiveWork } from '../exclusive-work';
import type { CaseRecord } from './desk-file';
import type { CaseStatus } from './handoff-case';
import { pinHmac, sameDigest, type KeyedHash } from './pin';
import { afterWrongTry, lockedFor, NO_ATTEMPTS } from './pin-attempts';
import { awaitsDepartment, statusPhrase } from './status-phrase';

/** What is told to whoever gives a reference and a PIN. `wrong` does not say which of the two. */
export type StatusAnswer =
  | { readonly kind: 'status'; readonly reference: string; readonly status: CaseStatus; readonly createdAt: string; /** What the adviser has written to her, in order. */ readonly written: readonly { readonly at: string; readonly text: string }[]; /** What tells it. */ readonly phrase: string; /** The department may still answer, and the complaint be carried on. */ readonly mayGoOn: boolean }
  | { readonly kind: 'wrong' }
  | { readonly kind: 'locked'; readonly minutes: number };

/** Tells how a case is going (contract § 5). */
export interface CaseStatusDesk {
  /** `conversationId`: where it will be told; noted on the case before it is. */
  ask(reference: string, pin: string, conversationId?: string): Promise<StatusAnswer>;
  /** Once more, in a conversation in which its PIN was given; `wrong` in any other. */
  again(reference: string, conversationId: string): Promise<StatusAnswer>;
}

interface CaseStatusParts {
  readonly cases: CaseRepository;
  readonly work: ExclusiveWork;
  readonly hash: KeyedHash;
  readonly now: Now;
  /** Told of every lock: the operator should hear of someone who guesses. */
  readonly onLocked: (reference: string) => void;
}

const MINUTE = 60_000;

export function createCaseStatus({ cases, work, hash, now, onLocked }: CaseStatusParts): CaseStatusDesk {
  const tell = async ({ handoff, desk }: CaseRecord, conversationId: string | undefined): Promise<StatusAnswer> => {
    const { reference, status, createdAt, messages } = handoff;
    if (conversationId !== undefined && !desk.readIn.includes(conversationId)) await cases.change(reference, (current) => ({ ...current, desk: { ...current.desk, readIn: [...new Set([...current.desk.readIn, conversationId])] } }));
    return { kind: 'status', reference, status, createdAt, written: messages.filter(({ from }) => from === 'adviser').map(({ at, text }) => ({ at, text })), phrase: statusPhrase(handoff), mayGoOn: awaitsDepartment(handoff) };
  };
  const again: CaseStatusDesk['again'] = async (reference, conversationId) => {
    const record = await cases.find(reference);
    return record?.desk.readIn.includes(conversationId) ? tell(record, conversationId) : { kind: 'wrong' };
  };
  const ask: CaseStatusDesk['ask'] = async (reference, pin, conversationId) => {
    const at = now().toMillis();
    const attempts = await cases.pinAttempts(reference);
    const locked = lockedFor(attempts, at);
    // A reference that does not exist is answered, counted and locked just like one that does.
    const record = await cases.find(reference);
    const right = sameDigest(record?.pinHmac ?? '', pinHmac(hash, reference, pin));
    if (locked > 0) return { kind: 'locked', minutes: Math.ceil(locked / MINUTE) };
    if (record && right) {
      if (attempts.failed > 0 || attempts.locks > 0) await cases.savePinAttempts(reference, NO_ATTEMPTS);
      return tell(record, conversationId);
    }
    const after = afterWrongTry(attempts, at);
    await cases.savePinAttempts(reference, after);
    if (after.lockedUntil !== null) onLocked(reference);
    return { kind: 'wrong' };
  };
  // One try after another, on however many nodes: of many at once each would else find that none had been made.
  return { again, ask: (reference, pin, conversationId) => work.alone(`pin ${reference}`, () => ask(reference, pin, conversationId)) };
}
