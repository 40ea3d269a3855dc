import { z } from 'zod';

/** Who may do what at the desk: an adviser works on cases, an administrator looks after accounts and tokens as well. */
export const Role = z.enum(['adviser', 'administrator']);
export type Role = z.infer<typeof Role>;

/** The name one logs in with: small letters, so that nobody has two accounts by mistake. */
export const LoginName = z.string().trim().toLowerCase().regex(/^[a-z0-9æøå][a-z0-9æøå._@+-]{1,79}$/);

/** An account of someone who works at the desk. */
export const Account = z.object({
  id: z.string(),
  login: LoginName,
  /** As it stands in the log of a case. */
  name: z.string().min(1).max(80),
  role: Role,
  /** Argon2id, with its salt; null for one who comes by OpenID Connect. */
  passwordHash: z.string().nullable(),
  /** The subject at the OpenID provider; null for a local account. */
  subject: z.string().nullable(),
  disabled: z.boolean(),
  /** Wrong passwords in a row. */
  failed: z.int().nonnegative(),
  /** How many times in a row it was locked: each lock is longer than the one before. */
  locks: z.int().nonnegative(),
  /** Milliseconds since 1970; null when not locked. */
  lockedUntil: z.number().nullable(),
  createdAt: z.number(),
});
export type Account = z.infer<typeof Account>;

/** Someone who is logged in, as far as a page or a log needs to know. */
export type Actor = Pick<Account, 'id' | 'name' | 'role'>;
