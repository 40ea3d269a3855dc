import { z } from 'zod';
import { LoginName } from '../../domain/accounts/account';
import { AdviserError } from '../../domain/adviser-error';
import type { RecordAudit } from '../desk-audit';
import { NO_SESSION_COOKIE, SESSION_COOKIE, sessionCookie } from '../http/cookies';
import type { DeskAnswer, DeskRoute } from '../http/desk-request';
import { isKeptPath } from '../http/kept-forms';
import { ownPath } from '../http/own-path';
import type { Say } from '../pages/frame';
import { FirstAccountPage, LoginPage } from '../pages/login-page';
import type { Accounts } from '../people/accounts';
import type { FirstAccount } from '../people/first-account';
import { PASSWORD_LENGTH } from '../people/passwords';
import type { Sessions } from '../people/sessions';

interface LoginParts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly first: FirstAccount;
  readonly record: RecordAudit;
  readonly say: Say;
}

/** The fields of a new account, as a form sends them. */
export const NewAccount = z.object({ name: z.string().trim().min(1).max(80), login: LoginName, password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most) });

/** Logging out. */
export function logoutRoute({ sessions, record }: Pick<LoginParts, 'sessions' | 'record'>): DeskRoute {
  return {
    method: 'post', path: '/adviser/logout', needs: 'adviser',
    handle: async ({ session, account }) => {
      await sessions.end(session);
      await record({ actor: account.id, action: 'logout', purpose: 'login' });
      return { kind: 'to', path: '/adviser/login', cookie: NO_SESSION_COOKIE };
    },
  };
}

/** Logging in with a password, and the first account. */
export function loginRoutes({ accounts, sessions, first, record, say }: LoginParts): DeskRoute[] {
  const page = (to: string, wrong: boolean): DeskAnswer => ({ kind: 'page', title: say('login.title'), status: wrong ? 401 : 200, body: <LoginPage say={say} to={to} wrong={wrong} kept={isKeptPath(to)} /> });
  const firstPage = (token: string, fault: string | null): DeskAnswer => ({ kind: 'page', title: say('first.title'), status: fault === null ? 200 : 400, body: <FirstAccountPage say={say} action={`/adviser/first/${token}`} fault={fault} /> });
  const noLonger = (): AdviserError => new AdviserError('not-found', 'The link is no longer valid.', 'Start the server again.');
  const validToken = async (token: string | undefined): Promise<string> => {
    if (token !== undefined && (await first.isValid(token))) return token;
    throw noLonger();
  };
  return [
    { method: 'get', path: '/adviser/login', needs: 'anyone', handle: async ({ query }) => page(ownPath(query['to']), false) },
    {
      method: 'post', path: '/adviser/login', needs: 'anyone',
      handle: async ({ form, cookies }) => {
        const to = ownPath(form['to']);
        const tried = await accounts.tryPassword(form['login'] ?? '', form['password'] ?? '');
        if (tried.kind !== 'in') {
          await record({ actor: tried.account?.id ?? 'nobody', action: 'login-refused', purpose: tried.kind });
          return page(to, true);
        }
        // A session that was there before is not taken over: whoever planted it would be logged in as well.
        const before = await sessions.find(cookies[SESSION_COOKIE] ?? null);
        if (before) await sessions.end(before.session);
        await record({ actor: tried.account.id, action: 'login', purpose: 'login' });
        return { kind: 'to', path: to, cookie: sessionCookie(await sessions.begin(tried.account)) };
      },
    },
    { method: 'get', path: '/adviser/first/:token', needs: 'anyone', handle: async ({ params }) => firstPage(await validToken(params['token']), null) },
    {
      method: 'post', path: '/adviser/first/:token', needs: 'anyone',
      handle: async ({ params, form }) => {
        const token = await validToken(params['token']);
        const wanted = NewAccount.safeParse(form).data;
        if (!wanted) return firstPage(token, say('account.wrong', { least: String(PASSWORD_LENGTH.least) }));
        const account = await accounts.makeFirst({ ...wanted, role: 'administrator' });
        if (!account) throw noLonger();
        await record({ actor: account.id, action: 'account-made', purpose: 'first' });
        return { kind: 'to', path: '/adviser', cookie: sessionCookie(await sessions.begin(account)) };
      },
    },
  ];
}

