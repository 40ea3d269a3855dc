import { AdviserError } from '../adviser-error';
import type { Now } from '../calendar';
import type { CaseRepository } from './case-repository';
import type { SeeDanger } from './danger-told';
import { reopened } from './desk-file';
import type { CaseStatus, HandoffCase } from './handoff-case';

/** What a citizen adds to a case of hers, once she has shown its PIN. */
export interface CarriedOn {
  readonly reference: string;
  /** The same key adds nothing a second time. */
  readonly key: string;
  readonly text: string;
  /** The department has answered, and she upholds the complaint: second instance (facts S22, S23). */
  readonly secondInstance: boolean;
}

/** Lets a citizen carry on with a case already handed over (contract § 5). */
export interface CarryOn {
  /** Resolves once it is durably kept. Rejects when it could not be; then nothing was sent. */
  add(carried: CarriedOn): Promise<HandoffCase>;
}

/** Her word wakes a case that slept or waited for her; one not opened yet stays new. */
const AFTER: Readonly<Record<CaseStatus, CaseStatus>> = { new: 'new', open: 'open', 'waiting-for-department': 'open', 'waiting-for-citizen': 'open', closed: 'open' };

interface CarryOnParts {
  readonly cases: CaseRepository;
  readonly now: Now;
  /** Left out: none is seen. */
  readonly seeDanger?: SeeDanger;
  /** Called before her words are kept, as for a new case. */
  readonly beforeKept?: ((reference: string) => Promise<void>) | undefined;
  readonly onAdded: (reference: string) => void;
}

export function createCarryOn({ cases, now, seeDanger = () => false, beforeKept, onAdded }: CarryOnParts): CarryOn {
  return {
    add: async ({ reference, key, text, secondInstance }) => {
      if (text.trim() === '') throw new AdviserError('bad-request', 'There is nothing to add.', 'Write something.');
      const at = now().toISO();
      await beforeKept?.(reference);
      const { handoff } = await cases.change(reference, (record) => {
        const { handoff: before } = record;
        if (before.messages.some((each) => each.key === key)) return record;
        const complaint = before.complaint && secondInstance ? { ...before.complaint, firstInstance: false } : before.complaint;
        // To be noticed anew: the adviser hears of it as of a case that has come.
        return { ...record, noticedAt: null, ...(before.status === 'closed' ? { desk: { ...record.desk, ...reopened(record) } } : {}), handoff: { ...before, complaint, status: AFTER[before.status], danger: before.danger || seeDanger(text), messages: [...before.messages, { key, at, from: 'citizen', text }] } };
      });
      onAdded(reference);
      return handoff;
    },
  };
}
