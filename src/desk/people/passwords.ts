import { hash, verify } from '@node-rs/argon2';
import { AdviserError } from '../../domain/adviser-error';

/** Argon2id, which is the package's default; the cost that OWASP names for it: 19 MiB, two rounds. */
const COST = { memoryCost: 19_456, timeCost: 2, parallelism: 1 };
/** More than so many at once, and logging in must wait: each costs memory and a core. */
const AT_ONCE = 8;

/** Long enough to stand without rules about signs; short enough to hash. */
export const PASSWORD_LENGTH = { least: 12, most: 200 };

export const hashPassword = (password: string): Promise<string> => hash(password, COST);

let spare: Promise<string> | null = null;
let under = 0;

/**
 * Whether the password is the right one. Without a hash it takes just as long: nobody learns by the clock who has an account.
 * Rejects with `too-many` while too many are being checked.
 */
export async function isPassword(passwordHash: string | null, password: string): Promise<boolean> {
  if (under >= AT_ONCE) throw new AdviserError('too-many', 'Too many are logging in.', 'Wait a moment and try again.');
  under += 1;
  try {
    spare ??= hashPassword('no account has this password');
    const right = await verify(passwordHash ?? (await spare), password.slice(0, PASSWORD_LENGTH.most));
    return passwordHash !== null && right;
  } finally {
    under -= 1;
  }
}
