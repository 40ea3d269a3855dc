import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import type { CaseRecord } from '../cases/desk-file';

/** What can stand on a case's timeline. */
export type TimelineKind = 'letter' | 'happened' | 'decision-came' | 'received' | 'citizen' | 'adviser' | 'answered' | 'forwarded' | 'statement-asked' | 'statement-received' | 'investigation' | 'concluded' | 'conclusion-sent' | 'closed' | 'statement-due' | 'deadline';

/** A day of a case's story. */
export interface TimelineEntry {
  /** ISO date, or a moment with offset. */
  readonly at: string;
  readonly kind: TimelineKind;
  /** Who at the desk did it; null where nobody there did, or it was not noted. */
  readonly by: string | null;
}

/** More lines than these are read by nobody (domain/adviser § 4); all of them stand in the log. */
const MOST = 8;

const ROUNDS: Readonly<Record<string, TimelineKind>> = { investigation: 'investigation', concluded: 'concluded' };
const AS_NOTED: ReadonlySet<string> = new Set(['forwarded', 'statement-asked', 'statement-received', 'conclusion-sent', 'answered']);

/** The story of a case by day, the oldest first: its beginning, the newest of what came since, and the days that are to be met. */
export function caseTimeline({ handoff, desk }: CaseRecord): TimelineEntry[] {
  const { letter, complaint, createdAt, messages, nextDeadline, status } = handoff;
  const entry = (at: string | null | undefined, kind: TimelineKind, by: string | null = null): TimelineEntry[] => (at ? [{ at, kind, by }] : []);
  const isDay = (said: string | null | undefined): string | null => (said && /^\d{4}-\d\d-\d\d$/.test(said) ? said : null);
  const beginning = [...entry(letter?.letterDate, 'letter'), ...entry(isDay(complaint?.when), 'happened'), ...entry(complaint?.received, 'decision-came'), ...entry(createdAt, 'received')];
  const writer = (at: string): string | null => desk.events.find((event) => event.at === at && (event.kind === 'message' || event.kind === 'round'))?.by ?? null;
  const since = [
    ...messages.flatMap(({ at, from }) => entry(at, from, from === 'adviser' ? writer(at) : null)),
    ...desk.events.flatMap(({ at, kind, to, by }) => {
      if (AS_NOTED.has(kind)) return kind === 'answered' && to === 'needless' ? [] : entry(at, kind as TimelineKind, by);
      if (kind === 'status') return to === 'closed' ? entry(at, 'closed', by) : [];
      const round = kind === 'round' ? ROUNDS[to ?? ''] : undefined;
      return round === undefined ? [] : entry(at, round, by);
    }),
  ].sort(byDay);
  const toMeet = status === 'closed' ? [] : [...(desk.statement !== null && desk.statement.receivedAt === null ? entry(desk.statement.due, 'statement-due') : []), ...entry(nextDeadline, 'deadline')];
  const room = Math.max(1, MOST - beginning.length - toMeet.length);
  return [...beginning, ...since.slice(-room), ...toMeet].sort(byDay);
}

/** A day without an hour comes before what happened on it, but the day to be met is over only at its end. */
function byDay(a: TimelineEntry, b: TimelineEntry): number {
  const key = ({ at, kind }: TimelineEntry): string => `${DateTime.fromISO(at, { zone: ZONE }).toISODate()} ${kind === 'deadline' || kind === 'statement-due' ? '24' : at.length > 10 ? DateTime.fromISO(at, { zone: ZONE }).toFormat('HH:mm:ss') : ''}`;
  return key(a).localeCompare(key(b));
}
