import type { CaseStatus } from './handoff-case';

/** What may follow what; a closed case can be opened again. */
const FOLLOWS: Readonly<Record<CaseStatus, readonly CaseStatus[]>> = {
  new: ['open', 'closed'],
  open: ['waiting-for-department', 'waiting-for-citizen', 'closed'],
  'waiting-for-department': ['open', 'waiting-for-citizen', 'closed'],
  'waiting-for-citizen': ['open', 'waiting-for-department', 'closed'],
  closed: ['open'],
};

export const mayFollow = (from: CaseStatus, to: CaseStatus): boolean => FOLLOWS[from].includes(to);
