/** More cases than these opened by one person within an hour are more than work asks for. */
const CASES_AN_HOUR = 60;
const HOUR_MS = 3_600_000;

interface ReadAlarm {
  readonly onMany: (actor: string, cases: number) => void;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * Counts the cases that each person opens, hands out or prints; tells once an hour of whoever opens very many (threat B8). It stops
 * nobody: the operator looks.
 */
export function createReadAlarm({ onMany, now }: ReadAlarm): (actor: string, references: readonly string[]) => void {
  const opened = new Map<string, { since: number; references: Set<string>; told: boolean }>();
  return (actor, references) => {
    const before = opened.get(actor);
    const current = before && now() - before.since < HOUR_MS ? before : { since: now(), references: new Set<string>(), told: false };
    opened.set(actor, current);
    for (const reference of references) current.references.add(reference);
    if (current.told || current.references.size <= CASES_AN_HOUR) return;
    current.told = true;
    onMany(actor, current.references.size);
  };
}
