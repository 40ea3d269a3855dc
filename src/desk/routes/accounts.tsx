import { DateTime } from 'luxon';
import { z } from 'zod';
import { Role, type Account } from '../../domain/accounts/account';
import { Scope, type ApiToken } from '../../domain/accounts/api-token';
import type { KeyedStore } from '../../domain/accounts/keyed-store';
import { AdviserError } from '../../domain/adviser-error';
import type { AuditLog } from '../../domain/audit/audit-log';
import { ZONE } from '../../domain/calendar';
import type { RecordAudit } from '../desk-audit';
import type { DeskAnswer, DeskRequestOf, DeskRoute } from '../http/desk-request';
import { AccountsPage } from '../pages/accounts-page';
import { AuditPage } from '../pages/audit-page';
import type { Say } from '../pages/frame';
import type { Accounts } from '../people/accounts';
import type { MachineTokens } from '../people/machine-tokens';
import { PASSWORD_LENGTH } from '../people/passwords';
import type { Sessions } from '../people/sessions';
import { NewAccount } from './login';

interface AccountParts {
  readonly store: KeyedStore<Account>;
  readonly apiTokens: KeyedStore<ApiToken>;
  readonly accounts: Accounts;
  readonly machines: MachineTokens;
  readonly sessions: Sessions;
  readonly audit: AuditLog;
  readonly record: RecordAudit;
  readonly say: Say;
}

const NewToken = z.object({ label: z.string().trim().min(1).max(80), scopes: z.string().transform((text) => text.split(',')).pipe(z.array(Scope).min(1)) });
const iso = (at: number): string => DateTime.fromMillis(at, { zone: ZONE }).toISO();
/** The audit page shows the last of them; all are in the file. */
const ENTRIES_SHOWN = 500;

/** What only administrators do: accounts, tokens, and reading the audit log. */
export function accountRoutes({ store, apiTokens, accounts, machines, sessions, audit, record, say }: AccountParts): DeskRoute[] {
  const page = async ({ csrf, account }: DeskRequestOf, said: { readonly token?: string; readonly wrong?: string } = {}): Promise<DeskAnswer> => ({
    kind: 'page', title: say('menu.accounts'), status: said.wrong === undefined ? 200 : 400,
    body: <AccountsPage say={say} csrf={csrf} me={account.id} accounts={await store.all()} tokens={await apiTokens.all()} token={said.token ?? null} wrong={said.wrong ?? null} iso={iso} />,
  });
  return [
    { method: 'get', path: '/adviser/accounts', needs: 'administrator', handle: (request) => page(request) },
    {
      method: 'post', path: '/adviser/accounts', needs: 'administrator', confirmedFirst: true,
      handle: async (request) => {
        const wanted = NewAccount.extend({ role: Role }).safeParse(request.form).data;
        if (!wanted) return page(request, { wrong: say('account.wrong', { least: String(PASSWORD_LENGTH.least) }) });
        const made = await accounts.make(wanted);
        await record({ actor: request.account.id, action: 'account-made', purpose: `made:${made.id}` });
        return { kind: 'to', path: '/adviser/accounts' };
      },
    },
    {
      method: 'post', path: '/adviser/accounts/disable', needs: 'administrator',
      handle: async ({ form, account }) => {
        const id = form['id'] ?? '';
        if (id === account.id) throw new AdviserError('bad-request', 'Nobody shuts herself out.', 'Ask another administrator.');
        await accounts.setDisabled(id, form['disabled'] === '1');
        await sessions.endAllOf(id);
        await record({ actor: account.id, action: 'account-changed', purpose: `changed:${id}` });
        return { kind: 'to', path: '/adviser/accounts' };
      },
    },
    {
      method: 'post', path: '/adviser/accounts/password', needs: 'administrator', confirmedFirst: true,
      handle: async (request) => {
        const { id = '', password = '' } = request.form;
        if (password.length < PASSWORD_LENGTH.least || password.length > PASSWORD_LENGTH.most) return page(request, { wrong: say('account.wrong', { least: String(PASSWORD_LENGTH.least) }) });
        await accounts.setPassword(id, password);
        // Whoever is logged in on it may be the reason for the new password.
        await sessions.endAllOf(id);
        await record({ actor: request.account.id, action: 'account-changed', purpose: `password:${id}` });
        return { kind: 'to', path: '/adviser/accounts' };
      },
    },
    {
      method: 'post', path: '/adviser/tokens', needs: 'administrator', confirmedFirst: true,
      handle: async (request) => {
        const wanted = NewToken.safeParse(request.form).data;
        if (!wanted) return page(request, { wrong: say('token.wrong') });
        const token = await machines.make({ ...wanted, madeBy: request.account.id });
        await record({ actor: request.account.id, action: 'token-made', purpose: wanted.scopes.join(' ') });
        return page(request, { token });
      },
    },
    {
      method: 'post', path: '/adviser/tokens/remove', needs: 'administrator',
      handle: async ({ form, account }) => {
        await apiTokens.remove([form['id'] ?? '']);
        await record({ actor: account.id, action: 'token-removed', purpose: `removed:${(form['id'] ?? '').slice(0, 12)}` });
        return { kind: 'to', path: '/adviser/accounts' };
      },
    },
    {
      method: 'get', path: '/adviser/audit', needs: 'administrator',
      handle: async ({ account }) => {
        await record({ actor: account.id, action: 'audit-read', purpose: 'audit' });
        const entries = await audit.all();
        const names = new Map((await store.all()).map(({ id, name }) => [id, name]));
        return { kind: 'page', title: say('menu.audit'), wide: true, body: <AuditPage say={say} entries={entries.slice(-ENTRIES_SHOWN).reverse()} total={entries.length} nameOf={(actor) => names.get(actor) ?? actor} iso={iso} /> };
      },
    },
  ];
}
