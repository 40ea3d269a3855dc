import { z } from 'zod';
import type { RecordAudit } from '../desk-audit';
import { sessionCookie } from '../http/cookies';
import type { DeskAnswer, DeskRequestOf, DeskRoute } from '../http/desk-request';
import { isKeptPath } from '../http/kept-forms';
import { ownPath } from '../http/own-path';
import type { Say } from '../pages/frame';
import { ConfirmPage, MePage } from '../pages/me-page';
import type { Accounts } from '../people/accounts';
import { PASSWORD_LENGTH } from '../people/passwords';
import type { Sessions } from '../people/sessions';

interface MeParts {
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  /** Passwords are the municipality's: they are changed and asked for there. */
  readonly openId: boolean;
  readonly record: RecordAudit;
  readonly say: Say;
}

const NewPassword = z.object({ current: z.string(), password: z.string().min(PASSWORD_LENGTH.least).max(PASSWORD_LENGTH.most) });

/** Someone's own access: her password, and showing anew that it is she before cases leave the desk as files (threat B7). */
export function meRoutes({ accounts, sessions, openId, record, say }: MeParts): DeskRoute[] {
  const mine = ({ account, csrf, query }: DeskRequestOf, wrong: string | null): DeskAnswer => ({
    kind: 'page', title: say('menu.me'), status: wrong === null ? 200 : 400,
    body: <MePage say={say} csrf={csrf} name={account.name} login={account.login} role={account.role} openId={openId} wrong={wrong} done={query['done'] === 'password'} />,
  });
  const confirm = ({ csrf }: DeskRequestOf, to: string, wrong: boolean): DeskAnswer => ({ kind: 'page', title: say('confirm.title'), status: wrong ? 400 : 200, body: <ConfirmPage say={say} csrf={csrf} to={to} openId={openId} wrong={wrong} kept={isKeptPath(to)} /> });
  const pages: DeskRoute[] = [
    { method: 'get', path: '/adviser/me', needs: 'adviser', handle: async (request) => mine(request, null) },
    { method: 'get', path: '/adviser/confirm', needs: 'adviser', handle: async (request) => confirm(request, ownPath(request.query['to']), false) },
  ];
  if (openId) return pages;
  return [
    ...pages,
    {
      method: 'post', path: '/adviser/me/password', needs: 'adviser',
      handle: async (request) => {
        const wanted = NewPassword.safeParse(request.form).data;
        if (!wanted) return mine(request, say('account.wrong', { least: String(PASSWORD_LENGTH.least) }));
        const tried = await accounts.tryPassword(request.account.login, wanted.current);
        if (tried.kind !== 'in') {
          await record({ actor: request.account.id, action: 'login-refused', purpose: `password:${tried.kind}` });
          return mine(request, say('me.wrong'));
        }
        await accounts.setPassword(request.account.id, wanted.password);
        // Whoever else is logged in on it may be the reason for the new password.
        await sessions.endAllOf(request.account.id);
        await record({ actor: request.account.id, action: 'account-changed', purpose: `password:${request.account.id}` });
        return { kind: 'to', path: '/adviser/me?done=password', cookie: sessionCookie(await sessions.begin(request.account)) };
      },
    },
    {
      method: 'post', path: '/adviser/confirm', needs: 'adviser',
      handle: async (request) => {
        const to = ownPath(request.form['to']);
        const tried = await accounts.tryPassword(request.account.login, request.form['password'] ?? '');
        await record({ actor: request.account.id, action: tried.kind === 'in' ? 'login' : 'login-refused', purpose: `confirm:${tried.kind}` });
        if (tried.kind !== 'in') return confirm(request, to, true);
        await sessions.confirm(request.session);
        return { kind: 'to', path: to };
      },
    },
  ];
}
