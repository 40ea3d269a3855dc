import type { CaseRecord } from '../cases/desk-file';

/** The citizen wrote last, and nobody has answered her or set it aside: that the case was merely opened changes nothing. */
export function awaitsAnswer({ handoff, desk }: CaseRecord): boolean {
  const last = handoff.messages.at(-1);
  if (handoff.status === 'closed' || last?.from !== 'citizen') return false;
  return !desk.events.some(({ kind, at }) => kind === 'answered' && at >= last.at);
}
