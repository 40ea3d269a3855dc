import { drawToken, sameSecret } from './sessions';

const VALID_MS = 15 * 60_000;

/** The one-time link by which the first account is made. */
export interface FirstAccount {
  /** The path of the link; null once there is an account. */
  readonly path: string | null;
  isValid(token: string): boolean;
  /** It works no more. */
  use(): void;
}

/** A link that works for 15 minutes, in this process alone; `needed`: there is no account yet. */
export function createFirstAccount({ needed, now }: { readonly needed: boolean; readonly now: () => number }): FirstAccount {
  let token = needed ? drawToken() : null;
  const until = now() + VALID_MS;
  return {
    get path() {
      return token === null ? null : `/adviser/first/${token}`;
    },
    isValid: (given) => token !== null && now() < until && sameSecret(given, token),
    use: () => void (token = null),
  };
}
