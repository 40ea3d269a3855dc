import type { DeskRoute } from '../http/desk-request';
import type { KeptForms } from '../http/kept-forms';
import type { Say } from '../pages/frame';
import { KeptPage } from '../pages/kept-page';

/** A form that she sent while she was logged out, or before she had shown that it was she. */
export function keptRoutes({ keptForms, say }: { readonly keptForms: KeptForms; readonly say: Say }): DeskRoute[] {
  return [
    {
      method: 'get', path: '/adviser/kept/:id', needs: 'adviser',
      handle: async ({ params, account, csrf }) => {
        const kept = await keptForms.find(account.id, params['id']);
        // Another's, or one whose time is over: whoever came by it may work on, and learns nothing of it.
        if (kept === null) return { kind: 'to', path: '/adviser' };
        const reference = /^\/adviser\/cases\/(BR-[\w-]+)\//i.exec(kept.path)?.[1]?.toUpperCase() ?? null;
        return { kind: 'page', title: say('kept.title'), body: <KeptPage say={say} csrf={csrf} kept={kept} reference={reference} /> };
      },
    },
  ];
}
