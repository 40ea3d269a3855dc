import { mayFollow } from '../cases/case-status';
import { CaseStatus } from '../cases/handoff-case';

/** The statuses that may follow, in the order of a case's life. */
export const nextStatuses = (from: CaseStatus): CaseStatus[] => CaseStatus.options.filter((to) => mayFollow(from, to));
