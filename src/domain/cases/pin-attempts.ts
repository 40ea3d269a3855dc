import type { PinAttempts } from './case-repository';

/** Wrong tries that lock a reference (contract § 5). */
const TRIES = 5;
const HOUR = 3_600_000;
const LONGEST_LOCK_HOURS = 24;

/** Nobody has tried yet. */
export const NO_ATTEMPTS: PinAttempts = { failed: 0, lockedUntil: null, locks: 0 };

/** After a wrong try at `now`: the fifth locks for an hour, the next fifth for two, and so on up to a day. */
export function afterWrongTry(attempts: PinAttempts, now: number): PinAttempts {
  const failed = attempts.failed + 1;
  if (failed < TRIES) return { ...attempts, failed, lockedUntil: null };
  const locks = attempts.locks + 1;
  return { failed: 0, lockedUntil: now + Math.min(locks, LONGEST_LOCK_HOURS) * HOUR, locks };
}

/** Milliseconds that the reference is still locked at `now`; 0 when it is open. */
export function lockedFor({ lockedUntil }: PinAttempts, now: number): number {
  return lockedUntil === null ? 0 : Math.max(0, lockedUntil - now);
}
