import { AdviserError } from '../adviser-error';
import type { Now } from '../calendar';
import type { CaseRecord, CaseRepository } from './case-repository';
import { dangerTold, type SeeDanger } from './danger-told';
import { drawSearchKey, NEW_DESK_FILE } from './desk-file';
import type { HandoffCase } from './handoff-case';
import { makeHandoffCase, type AnsweredForm } from './make-handoff-case';
import { derivePin, pinHmac, type KeyedHash } from './pin';
import { drawReference, type RandomBytes } from './reference';

/** Hands cases over to the adviser. */
export interface HandOff {
  /**
   * Resolves once the case is durably kept. The same key gives the same case and PIN, however often it is sent.
   * Rejects when it could not be kept; then nothing was sent.
   */
  send(answered: AnsweredForm, idempotencyKey: string): Promise<{ readonly handoff: HandoffCase; readonly pin: string }>;
}

interface HandOffParts {
  readonly cases: CaseRepository;
  readonly hash: KeyedHash;
  readonly randomBytes: RandomBytes;
  readonly now: Now;
  /** Left out: none is seen. */
  readonly seeDanger?: SeeDanger;
  /** Called before a case is kept: what must be told of it is written down first, so that no stop of the server comes between. */
  readonly beforeKept?: ((reference: string) => Promise<void>) | undefined;
  /** Called after a case was kept: wakes the notices. */
  readonly onHandedOver: (reference: string) => void;
}

/** A taken reference is one in 800 million: ten in a row is a fault elsewhere. */
const DRAWS = 10;

export function createHandOff({ cases, hash, randomBytes, now, seeDanger = () => false, beforeKept, onHandedOver }: HandOffParts): HandOff {
  const keep = async (answered: AnsweredForm, idempotencyKey: string): Promise<CaseRecord> => {
    const before = await cases.findByIdempotencyKey(idempotencyKey);
    if (before) return before;
    for (let draw = 1; ; draw++) {
      const at = now();
      const reference = drawReference(at.year, randomBytes);
      const made = makeHandoffCase(answered, reference, at.toISO());
      const handoff = { ...made, danger: dangerTold(made, seeDanger) };
      await beforeKept?.(reference);
      try {
        return await cases.add({ handoff, pinHmac: pinHmac(hash, reference, derivePin(hash, reference)), idempotencyKey, noticedAt: null, desk: { ...NEW_DESK_FILE, searchKey: drawSearchKey(randomBytes) } });
      } catch (fault) {
        if (!(fault instanceof AdviserError) || fault.code !== 'case-exists' || draw === DRAWS) throw fault;
      }
    }
  };
  return {
    send: async (answered, idempotencyKey) => {
      const { handoff } = await keep(answered, idempotencyKey);
      onHandedOver(handoff.reference);
      return { handoff, pin: derivePin(hash, handoff.reference) };
    },
  };
}
