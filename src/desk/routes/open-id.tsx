import type { RecordAudit } from '../desk-audit';
import { NO_PENDING_COOKIE, PENDING_COOKIE, pendingCookie, sessionCookie } from '../http/cookies';
import type { DeskAnswer, DeskRoute } from '../http/desk-request';
import { isKeptPath } from '../http/kept-forms';
import { ownPath } from '../http/own-path';
import type { Say } from '../pages/frame';
import { OpenIdLoginPage, WelcomePage } from '../pages/open-id-pages';
import type { Accounts } from '../people/accounts';
import { Pending, type OpenId } from '../people/open-id';
import type { Sessions } from '../people/sessions';

interface OpenIdParts {
  readonly openId: OpenId;
  readonly accounts: Accounts;
  readonly sessions: Sessions;
  readonly publicUrl: () => string;
  readonly record: RecordAudit;
  readonly say: Say;
}

/** Logging in through the municipality's own login, where one is set; there are no passwords then. */
export function openIdRoutes({ openId, accounts, sessions, publicUrl, record, say }: OpenIdParts): DeskRoute[] {
  const callback = (): string => `${publicUrl()}/adviser/oidc/callback`;
  const refused = (): DeskAnswer => ({ kind: 'page', title: say('login.title'), status: 403, cookies: [NO_PENDING_COOKIE], body: <OpenIdLoginPage say={say} refused /> });
  return [
    { method: 'get', path: '/adviser/login', needs: 'anyone', handle: async ({ query }) => ({ kind: 'page', title: say('login.title'), body: <OpenIdLoginPage say={say} refused={false} to={ownPath(query['to'])} kept={isKeptPath(ownPath(query['to']))} /> }) },
    {
      method: 'get', path: '/adviser/oidc', needs: 'anyone',
      handle: async ({ query }) => {
        const { url, pending } = await openId.begin(callback(), query['to'] === undefined ? undefined : ownPath(query['to']));
        return { kind: 'to', path: url, cookie: pendingCookie(Buffer.from(JSON.stringify(pending)).toString('base64url')) };
      },
    },
    {
      method: 'get', path: '/adviser/oidc/callback', needs: 'anyone',
      handle: async ({ query, cookies }) => {
        const pending = Pending.safeParse(parsed(cookies[PENDING_COOKIE])).data;
        if (!pending) return refused();
        const { subject, login, name, role, seenAt } = await openId.finish(callback(), query, pending);
        const account = role === null ? null : await accounts.ofSubject(subject, { login, name, role });
        if (!account) {
          await record({ actor: 'nobody', action: 'login-refused', purpose: 'oidc' });
          return refused();
        }
        await record({ actor: account.id, action: 'login', purpose: 'oidc' });
        // Not a redirect: the session's cookie is not sent along with a walk that another site began.
        return { kind: 'page', title: say('login.welcome'), goOnTo: ownPath(pending.to), cookies: [sessionCookie(await sessions.begin(account, seenAt ?? undefined)), NO_PENDING_COOKIE], body: <WelcomePage say={say} /> };
      },
    },
  ];
}

function parsed(cookie: string | undefined): unknown {
  try {
    return JSON.parse(Buffer.from(cookie ?? '', 'base64url').toString('utf8'));
  } catch {
    return null;
  }
}
