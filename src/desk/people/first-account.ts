import { createHmac } from 'node:crypto';
import { sameSecret } from './sessions';

const VALID_MS = 15 * 60_000;

/** The link by which the first account is made. */
export interface FirstAccount {
  /** The path of the link; null where there was an account already. */
  readonly path: string | null;
  /** Whether a link of that token may still make it. */
  isValid(token: string): Promise<boolean>;
}

interface FirstAccountParts {
  /** The same on every node. */
  readonly key: Uint8Array;
  readonly any: () => Promise<boolean>;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

/**
 * A link that works for 15 minutes and while there is no account. It holds nothing but its end, signed: a balancer may
 * hand it to any node, and not only to the one that printed it.
 */
export async function createFirstAccount({ key, any, now }: FirstAccountParts): Promise<FirstAccount> {
  const tokenOf = (end: string): string => `${end}.${createHmac('sha256', key).update(`first account\n${end}`).digest('base64url')}`;
  return {
    path: (await any()) ? null : `/adviser/first/${tokenOf(String(now() + VALID_MS))}`,
    isValid: async (token) => {
      const end = /^(\d{1,16})\./.exec(token)?.[1];
      return end !== undefined && sameSecret(token, tokenOf(end)) && now() < Number(end) && !(await any());
    },
  };
}
