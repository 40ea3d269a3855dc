import { randomUUID } from 'node:crypto';
import { LoginName, type Account, type Role } from '../../domain/accounts/account';
import type { KeyedStore } from '../../domain/accounts/keyed-store';
import { afterRightPassword, afterWrongPassword, isLocked } from '../../domain/accounts/lock-out';
import { AdviserError } from '../../domain/adviser-error';
import type { ExclusiveWork } from '../../domain/exclusive-work';
import { hashPassword, isPassword } from './passwords';

/** What came of trying to log in. `locked` and `refused` look alike to whoever tries: only the log tells them apart. */
export type LoginTry = { readonly kind: 'in'; readonly account: Account } | { readonly kind: 'refused' | 'locked'; readonly account: Account | null };

interface NewAccount {
  readonly login: string;
  readonly name: string;
  readonly role: Role;
  readonly password: string;
}

/** The local accounts of the desk. */
export interface Accounts {
  any(): Promise<boolean>;
  tryPassword(login: string, password: string): Promise<LoginTry>;
  /** Rejects with `id-taken` when there is one of that login. */
  make(account: NewAccount): Promise<Account>;
  /** The same of the very first; null when someone else has made it meanwhile, on whichever node. */
  makeFirst(account: NewAccount): Promise<Account | null>;
  /** The account of someone whom the OpenID provider vouches for; made when she comes for the first time. Null when it was closed. */
  ofSubject(subject: string, known: { readonly login: string; readonly name: string; readonly role: Role }): Promise<Account | null>;
  setPassword(id: string, password: string): Promise<void>;
  setDisabled(id: string, disabled: boolean): Promise<void>;
}

interface AccountParts {
  readonly accounts: KeyedStore<Account>;
  /** Accounts are made one at a time, on however many nodes: two at once would both find their name free. */
  readonly work: ExclusiveWork;
  readonly now: () => number;
}

export function createAccounts({ accounts, work, now }: AccountParts): Accounts {
  const byLogin = async (login: string): Promise<Account | null> => {
    const wanted = LoginName.safeParse(login).data;
    return wanted === undefined ? null : ((await accounts.all()).find((account) => account.login === wanted) ?? null);
  };
  const any = async (): Promise<boolean> => (await accounts.all()).length > 0;
  const making = <Result>(make: () => Promise<Result>): Promise<Result> => work.alone('accounts', make);
  const make = async ({ login, name, role, password }: NewAccount): Promise<Account> => {
    if (await byLogin(login)) throw new AdviserError('id-taken', 'There is an account of that name.', 'Choose another name.');
    const account: Account = { id: randomUUID(), login: LoginName.parse(login), name, role, passwordHash: await hashPassword(password), subject: null, disabled: false, failed: 0, locks: 0, lockedUntil: null, createdAt: now() };
    await accounts.add(account.id, account);
    return account;
  };
  return {
    any,
    tryPassword: async (login, password) => {
      const account = await byLogin(login);
      const right = await isPassword(account?.passwordHash ?? null, password);
      if (!account || account.disabled) return { kind: 'refused', account };
      if (isLocked(account, now())) return { kind: 'locked', account };
      const after = await accounts.change(account.id, (current) => (right ? afterRightPassword(current) : afterWrongPassword(current, now())));
      return right && after ? { kind: 'in', account: after } : { kind: 'refused', account };
    },
    make: (account) => making(() => make(account)),
    makeFirst: (account) => making(async () => ((await any()) ? null : make(account))),
    ofSubject: (subject, { login, name, role }) =>
      making(async () => {
        const before = (await accounts.all()).find((account) => account.subject === subject);
        if (before?.disabled) return null;
        // The role may have changed since: the settings say which.
        if (before) return accounts.change(before.id, (account) => ({ ...account, name, role }));
        const account: Account = { id: randomUUID(), login: LoginName.catch(`oidc-${randomUUID()}`).parse(login), name, role, passwordHash: null, subject, disabled: false, failed: 0, locks: 0, lockedUntil: null, createdAt: now() };
        await accounts.add(account.id, account);
        return account;
      }),
    setPassword: async (id, password) => {
      const passwordHash = await hashPassword(password);
      await accounts.change(id, (account) => ({ ...afterRightPassword(account), passwordHash }));
    },
    setDisabled: async (id, disabled) => {
      await accounts.change(id, (account) => ({ ...account, disabled }));
    },
  };
}
