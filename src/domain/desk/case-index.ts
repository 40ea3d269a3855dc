import type { CaseRepository } from '../cases/case-repository';
import { byUrgency } from './case-query';
import { summaryOf, type CaseSummary } from './case-summary';
import type { FlagWords } from './red-flags';

/** The lines of the list, kept in memory: 10,000 cases need not be opened to show fifty. */
export interface CaseIndex {
  /** In the order of the list: sorted when something changed, not whenever someone looks. */
  summaries(): Promise<readonly CaseSummary[]>;
  close(): void;
}

/** Read once, when first asked; then each case that changes is read anew. */
export function createCaseIndex({ cases, words }: { readonly cases: Pick<CaseRepository, 'list' | 'find' | 'watch'>; readonly words: () => FlagWords }): CaseIndex {
  const changed = new Set<string>();
  let lines: Map<string, CaseSummary> | null = null;
  let ordered: readonly CaseSummary[] | null = null;
  let reading: Promise<void> = Promise.resolve();
  const unwatch = cases.watch(
    (reference) => changed.add(reference),
    () => void (lines = null),
  );

  const refresh = async (): Promise<void> => {
    if (changed.size > 0) ordered = null;
    if (lines === null) {
      changed.clear();
      ordered = null;
      lines = new Map((await cases.list()).map((record) => [record.handoff.reference, summaryOf(record, words())]));
    }
    for (const reference of changed) {
      changed.delete(reference);
      const record = await cases.find(reference);
      if (record) lines.set(reference, summaryOf(record, words()));
      else lines.delete(reference);
    }
    ordered ??= [...lines.values()].sort(byUrgency);
  };

  return {
    summaries: async () => {
      const result = reading.then(refresh);
      // A fault is told to whoever asked; the next one reads again.
      reading = result.catch(() => void (lines = null));
      await result;
      return ordered ?? [];
    },
    close: unwatch,
  };
}
