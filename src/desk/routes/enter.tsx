import { randomUUID } from 'node:crypto';
import type { Content } from '../../content/content';
import type { Now } from '../../domain/calendar';
import { EnteredCase, hasCome, type createEnterCase } from '../../domain/desk/enter-case';
import type { RecordAudit } from '../desk-audit';
import type { DeskAnswer, DeskRequestOf, DeskRoute } from '../http/desk-request';
import { EnterPage } from '../pages/enter-page';
import type { Say } from '../pages/frame';

interface EnterParts {
  readonly content: () => Content;
  readonly enter: ReturnType<typeof createEnterCase>;
  readonly record: RecordAudit;
  readonly say: Say;
  readonly now: Now;
}

/** Writing down an inquiry that did not come by the chat. */
export function enterRoutes({ content, enter, record, say, now }: EnterParts): DeskRoute[] {
  const page = ({ csrf }: DeskRequestOf, typed: Readonly<Record<string, string>>, wrong: boolean): DeskAnswer => {
    const { desk, departments } = content();
    const body = <EnterPage say={say} csrf={csrf} formKey={typed['key'] ?? randomUUID()} topics={desk.topics} departments={departments.map(({ name }) => name)} typed={typed} wrong={wrong} />;
    return { kind: 'page', title: say('enter.title'), status: wrong ? 400 : 200, body };
  };
  return [
    { method: 'get', path: '/adviser/enter', needs: 'adviser', handle: async (request) => page(request, {}, false) },
    {
      method: 'post', path: '/adviser/enter', needs: 'adviser',
      handle: async (request) => {
        const { csrf: _csrf, key = randomUUID(), consent = '', ...fields } = request.form;
        const said = Object.fromEntries(Object.entries(fields).filter(([, value]) => value.trim() !== ''));
        const entered = EnteredCase.safeParse({ ...said, consent: consent.split(',').filter(Boolean) }).data;
        if (!entered || !hasCome(entered, now())) return page(request, request.form, true);
        const { handoff } = await enter(entered, request.account.name, key);
        await record({ actor: request.account.id, action: 'enter', references: [handoff.reference] });
        return { kind: 'to', path: `/adviser/cases/${handoff.reference}?done=entered` };
      },
    },
  ];
}
