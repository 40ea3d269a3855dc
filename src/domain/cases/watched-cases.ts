import type { CaseRepository } from './case-repository';

/** Hears of a case that was added, changed or removed, once that is on the disk. */
export type CaseListener = (reference: string) => void;

/** A repository whose changes can be listened to. */
export interface WatchedCases extends CaseRepository {
  /** Gives back how to stop listening. */
  subscribe(listener: CaseListener): () => void;
}

/** The same repository, telling whoever listens. What another process changes in the same store is not heard here. */
export function watchedCases(cases: CaseRepository): WatchedCases {
  const listeners = new Set<CaseListener>();
  const tell = (reference: string): void => listeners.forEach((listener) => listener(reference));
  return {
    find: (reference) => cases.find(reference),
    findByIdempotencyKey: (key) => cases.findByIdempotencyKey(key),
    list: () => cases.list(),
    unnoticed: () => cases.unnoticed(),
    pinAttempts: (reference) => cases.pinAttempts(reference),
    savePinAttempts: (reference, attempts) => cases.savePinAttempts(reference, attempts),
    close: () => cases.close(),
    // That a mail was sent changes nothing that the desk shows.
    markNoticed: (reference, at) => cases.markNoticed(reference, at),
    add: async (record) => {
      const kept = await cases.add(record);
      tell(kept.handoff.reference);
      return kept;
    },
    change: async (reference, by) => {
      const kept = await cases.change(reference, by);
      tell(reference);
      return kept;
    },
    remove: async (references) => {
      await cases.remove(references);
      references.forEach(tell);
    },
    subscribe: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
  };
}
