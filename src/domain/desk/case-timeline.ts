import type { CaseRecord } from '../cases/desk-file';

/** What can stand on a case's timeline. */
export type TimelineKind = 'letter' | 'received' | 'citizen' | 'adviser' | 'forwarded' | 'statement-asked' | 'statement-received' | 'investigation' | 'concluded' | 'conclusion-sent' | 'closed' | 'statement-due' | 'deadline';

/** A day of a case's story. */
export interface TimelineEntry {
  /** ISO date, or a moment with offset. */
  readonly at: string;
  readonly kind: TimelineKind;
}

/** More lines than these are read by nobody (domain/adviser § 4); all of them stand in the log. */
const MOST = 8;

const ROUNDS: Readonly<Record<string, TimelineKind>> = { investigation: 'investigation', concluded: 'concluded' };

/** The story of a case by day, the oldest first: its beginning, the newest of what came since, and the days that lie ahead. */
export function caseTimeline({ handoff, desk }: CaseRecord): TimelineEntry[] {
  const beginning: TimelineEntry[] = [...(handoff.letter?.letterDate ? [{ at: handoff.letter.letterDate, kind: 'letter' as const }] : []), { at: handoff.createdAt, kind: 'received' }];
  const since: TimelineEntry[] = [
    ...handoff.messages.map(({ at, from }) => ({ at, kind: from })),
    ...desk.events.flatMap(({ at, kind, to }): TimelineEntry[] => {
      if (kind === 'forwarded' || kind === 'statement-asked' || kind === 'statement-received' || kind === 'conclusion-sent') return [{ at, kind }];
      if (kind === 'status') return to === 'closed' ? [{ at, kind: 'closed' }] : [];
      const round = kind === 'round' ? ROUNDS[to ?? ''] : undefined;
      return round === undefined ? [] : [{ at, kind: round }];
    }),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  const ahead: TimelineEntry[] = handoff.status === 'closed' ? [] : [
    ...(desk.statement !== null && desk.statement.receivedAt === null ? [{ at: desk.statement.due, kind: 'statement-due' as const }] : []),
    ...(handoff.nextDeadline === null ? [] : [{ at: handoff.nextDeadline, kind: 'deadline' as const }]),
  ].sort((a, b) => (a.at < b.at ? -1 : 1));
  const room = MOST - beginning.length - ahead.length;
  return [...beginning, ...since.slice(-room), ...ahead];
}
