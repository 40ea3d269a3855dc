import type { CaseRecord } from '../cases/desk-file';
import { awaitsAnswer } from './awaits-answer';

/** What is likeliest to be done next with a case. It is a proposal and binds nobody. */
export type NextStep = 'answer' | 'call' | 'mail' | 'forward' | 'tell-forwarded' | 'ask-consent' | 'judge' | 'ask-statement' | 'await-statement' | 'conclude' | 'send-conclusion' | 'await-department' | 'await-citizen';

/**
 * The next step by what stands in the case: her word first, then the second instance stage by stage (facts S22–S26), then a
 * complaint that the department has not had yet (S18–S20). Null when there is nothing to propose.
 */
export function nextStep(record: CaseRecord): NextStep | null {
  const { handoff, desk } = record;
  const { status, round, complaint, contact, wants, consent } = handoff;
  if (status === 'closed') return null;
  // An objection after the department's answer is itself a message: it is judged, not merely answered.
  if (round === 'first' && complaint?.firstInstance === false) return 'judge';
  if (awaitsAnswer(record)) return 'answer';
  if (round === 'investigation') return desk.statement === null ? 'ask-statement' : desk.statement.receivedAt === null ? 'await-statement' : 'conclude';
  if (round === 'concluded' && !desk.events.some(({ kind }) => kind === 'conclusion-sent')) return 'send-conclusion';
  if (status === 'waiting-for-department') return 'await-department';
  if (status === 'waiting-for-citizen') return 'await-citizen';
  const forwarded = desk.events.some(({ kind }) => kind === 'forwarded');
  if (round === 'first' && complaint !== null && !forwarded) return consent.scope.includes('contact-department') ? 'forward' : 'ask-consent';
  if (round === 'first' && complaint !== null && status === 'open') return 'tell-forwarded';
  if (status !== 'new') return null;
  if (contact.preferred === 'email' && contact.email !== null) return 'mail';
  return contact.phone !== null && (wants.includes('callback') || contact.preferred === 'phone') ? 'call' : 'answer';
}
