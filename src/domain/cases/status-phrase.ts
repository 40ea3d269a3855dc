import type { HandoffCase } from './handoff-case';

/** The phrase that tells how a case is going: by its status, and by its round where the adviser herself is at work on it. */
export const statusPhrase = ({ status, round }: Pick<HandoffCase, 'status' | 'round'>): string =>
  status === 'open' && round !== 'first' ? `case.status.${round}` : `case.status.${status}`;

/** Whether the department's answer may still carry a complaint on: only while it stands in first instance (S22). */
export const awaitsDepartment = ({ complaint, round }: Pick<HandoffCase, 'complaint' | 'round'>): boolean =>
  complaint !== null && complaint.firstInstance !== false && round === 'first';
