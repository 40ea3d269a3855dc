import type { ApiToken, Scope } from '../../domain/accounts/api-token';
import type { KeyedStore } from '../../domain/accounts/keyed-store';
import { drawToken, tokenId } from './sessions';

/** Tokens of machines. */
export interface MachineTokens {
  /** The token is shown once, here. */
  make(token: { readonly label: string; readonly scopes: Scope[]; readonly madeBy: string }): Promise<string>;
  /** Null when there is no such token. */
  find(given: string): Promise<ApiToken | null>;
}

/** Stands before every token, so that one found in a file or a log is known for what it is. */
const PREFIX = 'vejviser_';
const WRITTEN_EVERY_MS = 3_600_000;

export function createMachineTokens({ apiTokens, now }: { readonly apiTokens: KeyedStore<ApiToken>; readonly now: () => number }): MachineTokens {
  return {
    make: async ({ label, scopes, madeBy }) => {
      const token = PREFIX + drawToken();
      await apiTokens.add(tokenId(token), { id: tokenId(token), label, scopes, madeBy, madeAt: now(), usedAt: null });
      return token;
    },
    find: async (given) => {
      const found = given.startsWith(PREFIX) ? await apiTokens.find(tokenId(given)) : null;
      if (found && now() - (found.usedAt ?? 0) > WRITTEN_EVERY_MS) await apiTokens.change(found.id, (token) => ({ ...token, usedAt: now() }));
      return found;
    },
  };
}
