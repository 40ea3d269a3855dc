import { createHash, createHmac, randomBytes, timingSafeEqual } from 'node:crypto';
import type { Account } from '../../domain/accounts/account';
import type { KeyedStore } from '../../domain/accounts/keyed-store';
import { isConfirmed, isDueForWriting, isLive, type Session } from '../../domain/accounts/session';

/** Someone logged in. */
export interface LoggedIn {
  readonly account: Account;
  readonly session: Session;
  /** Goes into every form of hers: another site cannot know it. Its second half says whose form it is, also when the session has ended. */
  readonly csrf: string;
}

/** Logs in and out; knows who is behind a cookie. */
export interface Sessions {
  /** The token for a new session's cookie: shown to the browser once and kept nowhere. */
  begin(account: Account, confirmedAt?: number): Promise<string>;
  /** Null when there is no such session, it has ended, or the account has been taken away. What a page asks by itself is a `look`: it keeps no session alive. */
  find(token: string | null, use?: 'use' | 'look'): Promise<LoggedIn | null>;
  /** She has just shown that it is she. */
  confirm(session: Session): Promise<void>;
  isConfirmed(session: Session): boolean;
  /** Whose a form is, by the secret in it; null when no page of ours for anybody held that. */
  authorOf(csrf: string | undefined): Promise<string | null>;
  /** The list as she looks at it now. */
  rememberList(session: Session, list: string): Promise<void>;
  end(session: Session): Promise<void>;
  endAllOf(accountId: string): Promise<void>;
  /** Removes those that have ended. */
  sweep(): Promise<void>;
}

const TOKEN_BYTES = 32;

/** What is kept of a token. */
export const tokenId = (token: string): string => createHash('sha256').update(token).digest('hex');
export const drawToken = (): string => randomBytes(TOKEN_BYTES).toString('base64url');

interface SessionParts {
  readonly sessions: KeyedStore<Session>;
  readonly accounts: KeyedStore<Account>;
  readonly csrfKey: Uint8Array;
  /** Milliseconds since 1970. */
  readonly now: () => number;
}

export function createSessions({ sessions, accounts, csrfKey, now }: SessionParts): Sessions {
  const keyed = (what: string): string => createHmac('sha256', csrfKey).update(what).digest('base64url');
  const markOf = (accountId: string): string => keyed(`form-of\n${accountId}`);
  return {
    begin: async ({ id: accountId }, confirmedAt = now()) => {
      const token = drawToken();
      await sessions.add(tokenId(token), { id: tokenId(token), accountId, startedAt: now(), usedAt: now(), confirmedAt, list: '' });
      return token;
    },
    find: async (token, use = 'use') => {
      const session = token === null ? null : await sessions.find(tokenId(token));
      if (!session || !isLive(session, now())) return null;
      const account = await accounts.find(session.accountId);
      if (!account || account.disabled) return null;
      if (use === 'use' && isDueForWriting(session, now())) await sessions.change(session.id, (current) => ({ ...current, usedAt: now() }));
      return { account, session, csrf: `${keyed(session.id)}.${markOf(account.id)}` };
    },
    confirm: async ({ id }) => {
      await sessions.change(id, (current) => ({ ...current, confirmedAt: now() }));
    },
    isConfirmed: (session) => isConfirmed(session, now()),
    authorOf: async (csrf) => {
      const mark = csrf?.split('.')[1];
      if (mark === undefined) return null;
      return (await accounts.all()).find(({ id, disabled }) => !disabled && sameSecret(mark, markOf(id)))?.id ?? null;
    },
    rememberList: async ({ id, list: before }, list) => {
      if (list !== before) await sessions.change(id, (current) => ({ ...current, list }));
    },
    end: ({ id }) => sessions.remove([id]),
    endAllOf: async (accountId) => sessions.remove((await sessions.all()).filter((session) => session.accountId === accountId).map(({ id }) => id)),
    sweep: async () => {
      const ended = (await sessions.all()).filter((session) => !isLive(session, now()));
      if (ended.length > 0) await sessions.remove(ended.map(({ id }) => id));
    },
  };
}

/** Compares two secrets without telling by its time where they differ. */
export function sameSecret(one: string, other: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(one), digest(other));
}
