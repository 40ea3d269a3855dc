import type { Account } from './account';

/** Wrong passwords that lock an account. */
const TRIES = 5;
const FIRST_LOCK_MS = 5 * 60_000;
const LONGEST_LOCK_MS = 24 * 3_600_000;

/** After a wrong password at `now`: the fifth locks for five minutes, the next fifth for twice as long, up to a day. */
export function afterWrongPassword(account: Account, now: number): Account {
  const failed = account.failed + 1;
  if (failed < TRIES) return { ...account, failed, lockedUntil: null };
  const locks = account.locks + 1;
  return { ...account, failed: 0, locks, lockedUntil: now + Math.min(FIRST_LOCK_MS * 2 ** (locks - 1), LONGEST_LOCK_MS) };
}

/** After a right password: nothing is held against it any more. */
export const afterRightPassword = (account: Account): Account => ({ ...account, failed: 0, locks: 0, lockedUntil: null });

/** Whether nobody may log in on it at `now`, whatever the password. */
export const isLocked = ({ lockedUntil }: Account, now: number): boolean => lockedUntil !== null && lockedUntil > now;
