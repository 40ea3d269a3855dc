import { AdviserError } from '../../../src/domain/adviser-error';
import type { CaseRecord, CaseRepository, PinAttempts } from '../../../src/domain/cases/case-repository';
import { NO_ATTEMPTS } from '../../../src/domain/cases/pin-attempts';

/** Cases in memory, for the rules that need no disk. The real store passes the contract suite in test/storage. */
export function memoryCaseRepository(): CaseRepository {
  const records = new Map<string, CaseRecord>();
  const attempts = new Map<string, PinAttempts>();
  const listeners = new Set<(reference: string) => void>();
  const tell = (reference: string): void => listeners.forEach((changed) => changed(reference));
  const change = (reference: string, by: (record: CaseRecord) => CaseRecord): CaseRecord => {
    const record = records.get(reference);
    if (!record) throw new AdviserError('case-unknown', 'There is no such case.', 'Check the reference.');
    const changed = by(record);
    records.set(reference, changed);
    return changed;
  };
  const byKey = (key: string) => [...records.values()].find(({ idempotencyKey }) => idempotencyKey === key) ?? null;
  return {
    add: async (record) => {
      const before = byKey(record.idempotencyKey);
      if (before) return before;
      if (records.has(record.handoff.reference)) throw new AdviserError('case-exists', 'There is such a case.', 'Draw another reference.');
      records.set(record.handoff.reference, record);
      tell(record.handoff.reference);
      return record;
    },
    find: async (reference) => records.get(reference) ?? null,
    findByIdempotencyKey: async (key) => byKey(key),
    list: async () => [...records.values()].reverse(),
    unnoticed: async () => [...records.values()].filter(({ noticedAt }) => noticedAt === null),
    markNoticed: async (reference, at) => {
      change(reference, (record) => ({ ...record, noticedAt: at }));
    },
    change: async (reference, by) => {
      const changed = change(reference, by);
      tell(reference);
      return changed;
    },
    remove: async (references) => {
      references.forEach((reference) => records.delete(reference));
      references.forEach(tell);
    },
    watch: (changed) => {
      listeners.add(changed);
      return () => void listeners.delete(changed);
    },
    pinAttempts: async (reference) => attempts.get(reference) ?? NO_ATTEMPTS,
    savePinAttempts: async (reference, made) => void attempts.set(reference, made),
    close: async () => undefined,
  };
}
