import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import type { CaseRecord } from '../cases/desk-file';
import type { HandoffCase } from '../cases/handoff-case';

/** What the nearest day is for, where the letter or the complaint tells; null where the adviser set it. */
export function deadlineKind({ letter, complaint, nextDeadline }: Pick<HandoffCase, 'letter' | 'complaint' | 'nextDeadline'>): 'appeal' | 'comment' | 'send' | 'pay' | 'attend' | 'confirm-appeal' | null {
  if (letter !== null && letter.appeal.deadline === nextDeadline) return 'appeal';
  if (letter?.action && letter.action.by === nextDeadline) return letter.action.kind;
  return complaint?.about === 'decision' ? 'appeal' : null;
}

const dayOf = (iso: string): string => DateTime.fromISO(iso, { zone: ZONE }).toISODate() ?? iso.slice(0, 10);

/** The day on which the complaint was last sent to the department, ISO; null when it never was. */
export function forwardedOn({ desk }: Pick<CaseRecord, 'desk'>): string | null {
  const sent = desk.events.findLast(({ kind }) => kind === 'forwarded');
  return sent === undefined ? null : dayOf(sent.at);
}

/**
 * The day on which the complaint was sent, where that was within the last day to complain; else null. A last day that somebody
 * set after that is another's, and is to be met still.
 */
export function deadlineMetAt({ handoff, desk }: CaseRecord): string | null {
  const { nextDeadline } = handoff;
  if (nextDeadline === null || deadlineKind(handoff) !== 'appeal') return null;
  const setAt = desk.events.findLastIndex(({ kind, to }) => kind === 'details' && to === nextDeadline);
  const sent = desk.events.find(({ kind, at }, place) => kind === 'forwarded' && place > setAt && dayOf(at) <= nextDeadline);
  return sent === undefined ? null : dayOf(sent.at);
}
