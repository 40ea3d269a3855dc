import { AdviserError } from '../adviser-error';
import type { Now } from '../calendar';
import type { CaseRepository } from '../cases/case-repository';
import type { CaseRecord, DeskEvent } from '../cases/desk-file';
import type { HandoffCase } from '../cases/handoff-case';
import { applyAct } from './apply-act';
import type { DeskAct } from './desk-act';

/** A case as someone had it before her when she began to change it: written into the form, read back with it. */
export const seenOf = ({ desk, handoff }: CaseRecord): string => `${desk.version}.${handoff.messages.length}`;

/** What came between: what was done at the desk, and what was written. */
export interface WhatChanged {
  readonly events: readonly DeskEvent[];
  readonly messages: HandoffCase['messages'];
}

/** What came to the case since someone saw it as `seen`. */
export function changedSince(record: CaseRecord, seen: string): WhatChanged {
  const [version = 0, messages = 0] = seen.split('.').map(Number);
  return { events: record.desk.events.filter((event) => event.version > version), messages: record.handoff.messages.slice(messages) };
}

/** Acts on cases, each in one step. */
export interface CaseDesk {
  /**
   * Rejects with `case-changed` when the case is no longer as it was seen, and with `bad-request` when the act cannot follow;
   * then nothing was changed. The same key acts once: given again, the case comes back as it is.
   */
  act(reference: string, act: DeskAct, acting: { readonly by: string; readonly seen: string; readonly key: string }): Promise<CaseRecord>;
  /** The citizen's messages have been seen. */
  open(reference: string): Promise<CaseRecord | null>;
}

export function createCaseDesk({ cases, now }: { readonly cases: CaseRepository; readonly now: Now }): CaseDesk {
  return {
    act: (reference, act, { by, seen, key }) =>
      cases.change(reference, (record) => {
        if (record.handoff.messages.some((message) => message.key === key)) return record;
        if (seenOf(record) !== seen) throw new AdviserError('case-changed', `The case ${reference} was changed meanwhile.`, 'Look at what changed, then do it again.');
        return applyAct(record, act, { by, at: now(), key });
      }),
    open: async (reference) => {
      const record = await cases.find(reference);
      if (!record) return null;
      const received = record.handoff.messages.filter(({ from }) => from === 'citizen').length;
      if (received <= record.desk.seenMessages) return record;
      // Not a change of anyone's making: it raises no version, so that reading never stands in another's way.
      return cases.change(reference, (current) => ({ ...current, desk: { ...current.desk, seenMessages: Math.max(current.desk.seenMessages, received) } }));
    },
  };
}
