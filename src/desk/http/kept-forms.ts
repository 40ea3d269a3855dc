import { randomBytes } from 'node:crypto';
import type { KeyedStore } from '../../domain/accounts/keyed-store';
import { isStillKept, type KeptForm } from '../../domain/desk/kept-form';

/** Forms that wait for whoever filled them in: what she wrote is not lost, and stands in no address. */
export interface KeptForms {
  /** Its id; null when there is nothing in it to keep. */
  keep(accountId: string, path: string, fields: Readonly<Record<string, string>>): Promise<string | null>;
  /** Null when there is none, it is another's, or its time is over. */
  find(accountId: string, id: string | undefined): Promise<KeptForm | null>;
  /** What is erased leaves nothing behind: forms of these cases go. */
  forget(references: readonly string[]): Promise<void>;
  /** Removes those whose time is over. */
  sweep(): Promise<void>;
}

/** Never kept: the session's own secret, and passwords, which are typed anew. */
const SECRETS = ['csrf', 'password', 'current'];
/** By itself it is no work of anybody's. */
const NO_WORK = ['to'];
/** What is searched for is kept nowhere. */
const SEARCHES = ['/adviser', '/adviser/person'];

/** The address at which a kept form is shown again. */
export const keptPath = (id: string): `/adviser/kept/${string}` => `/adviser/kept/${id}`;

/** Whether an address leads to a kept form: then the way there says that nothing is lost. */
export const isKeptPath = (path: string): boolean => path.startsWith(keptPath(''));

export function createKeptForms({ store, now }: { readonly store: KeyedStore<KeptForm>; /** Milliseconds since 1970. */ readonly now: () => number }): KeptForms {
  const removeWhere = async (goes: (form: KeptForm) => boolean): Promise<void> => {
    const going = (await store.all()).filter(goes).map(({ id }) => id);
    if (going.length > 0) await store.remove(going);
  };
  return {
    keep: async (accountId, path, form) => {
      const fields = Object.fromEntries(Object.entries(form).filter(([name]) => !SECRETS.includes(name)));
      if (SEARCHES.includes(path) || Object.keys(fields).every((name) => NO_WORK.includes(name))) return null;
      const id = randomBytes(16).toString('hex');
      await store.add(id, { id, accountId, at: now(), path, fields });
      return id;
    },
    find: async (accountId, id) => {
      const kept = id === undefined ? null : await store.find(id);
      return kept !== null && kept.accountId === accountId && isStillKept(kept, now()) ? kept : null;
    },
    forget: (references) => removeWhere(({ path, fields }) => references.some((reference) => path.includes(reference) || (fields['references'] ?? '').includes(reference))),
    sweep: () => removeWhere((form) => !isStillKept(form, now())),
  };
}
