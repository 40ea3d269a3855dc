import { randomUUID } from 'node:crypto';
import { DateTime } from 'luxon';
import type { Content } from '../../content/content';
import { AdviserError } from '../../domain/adviser-error';
import { ZONE, type Now } from '../../domain/calendar';
import type { CaseRepository } from '../../domain/cases/case-repository';
import type { CaseRecord } from '../../domain/cases/desk-file';
import { CaseReference } from '../../domain/cases/handoff-case';
import { Language } from '../../domain/language';
import { sayDay } from '../../domain/dates/say-day';
import { applyAct, type Acting } from '../../domain/desk/apply-act';
import { changedSince, seenOf, type CaseDesk } from '../../domain/desk/case-desk';
import { citizenView } from '../../domain/desk/citizen-view';
import { departmentOf } from '../../domain/desk/case-summary';
import { closingDoubts } from '../../domain/desk/closing-doubts';
import { forwardedOn } from '../../domain/desk/deadline-met';
import { ClosedReason, needsReason } from '../../domain/desk/closed-reason';
import { DeskAct } from '../../domain/desk/desk-act';
import { redFlags } from '../../domain/desk/red-flags';
import { markLetter, type Stretch } from '../../domain/letters/mark-letter';
import { readLetter } from '../../domain/letters/read-letter';
import type { RecordAudit } from '../desk-audit';
import type { DeskAnswer, DeskRequestOf, DeskRoute } from '../http/desk-request';
import { unreadOf } from '../pages/case-content';
import { CasePage } from '../pages/case-page';
import type { Say } from '../pages/frame';
import { dateInFigures } from '../pages/in-words';
import { PreviewPage } from '../pages/preview-page';
import { ReasonPage } from '../pages/reason-page';

interface CaseParts {
  readonly content: () => Content;
  readonly cases: CaseRepository;
  readonly desk: CaseDesk;
  readonly record: RecordAudit;
  /** The PIN of a case: told when it has just been entered here, since nobody else will tell it. */
  readonly pinOf: (reference: string) => string;
  readonly say: Say;
  readonly now: Now;
}

/** The reference in the path. Throws `not-found` for what is none. */
export function referenceIn({ params }: Pick<DeskRequestOf, 'params'>): string {
  const reference = CaseReference.safeParse(params['reference']?.toUpperCase()).data;
  if (reference === undefined) throw new AdviserError('not-found', 'That is no reference.', 'It looks like BR-2026-7K4QX9.');
  return reference;
}

/** The reason given for looking at a closed case; null when none that is known. */
export const reasonIn = ({ query }: Pick<DeskRequestOf, 'query'>): ClosedReason | null => ClosedReason.safeParse(query['reason']).data ?? null;

export const noSuchCase = (): AdviserError => new AdviserError('not-found', 'There is no such case.', 'It may have been erased.');

/** The fields of a form as an act: an empty field says nothing. */
export function actIn(form: Readonly<Record<string, string>>): DeskAct {
  const said = Object.fromEntries(Object.entries(form).map(([name, value]) => [name, value.trim() === '' ? null : value]));
  return DeskAct.parse({ message: null, text: null, outcome: null, ...said });
}

/** The letter's words as the desk shows them: read anew, so that the marks rest on the same code as the bot's. */
export const markedLetter = ({ handoff: { letterText } }: CaseRecord, content: Content): Stretch[] | null => (letterText === null ? null : markLetter(letterText, readLetter(letterText, content.letterWords).evidence));

/** The PIN is for the citizen: at the desk it is shown only while she may still be on the phone. */
const PIN_SHOWN_MINUTES = 10;
const isJustEntered = ({ desk, handoff }: CaseRecord, now: DateTime): boolean => desk.receivedBy !== 'chat' && now.diff(DateTime.fromISO(handoff.createdAt), 'minutes').minutes < PIN_SHOWN_MINUTES;

/** The case after an act. One that can no longer follow, since somebody changed the case meanwhile, is no fault of the form. */
function afterAct(kept: CaseRecord, act: DeskAct, acting: Acting, changed: boolean): CaseRecord {
  try {
    return applyAct(kept, act, acting);
  } catch (fault) {
    if (changed && fault instanceof AdviserError && fault.code === 'bad-request') throw new AdviserError('case-changed', 'The case was changed meanwhile, so that this can no longer follow.', 'Open it again.');
    throw fault;
  }
}

/** Reading a case, and acting on it. */
export function caseRoutes({ content, cases, desk, record, pinOf, say, now }: CaseParts): DeskRoute[] {
  const found = async (reference: string): Promise<CaseRecord> => {
    const kept = await cases.find(reference);
    if (!kept) throw noSuchCase();
    return kept;
  };
  const languageOf = ({ handoff }: CaseRecord): Language => Language.catch('da').parse(handoff.language);
  const viewOf = (kept: CaseRecord): string[] => {
    const language = languageOf(kept);
    const day = (iso: string): string => sayDay(DateTime.fromISO(iso, { zone: ZONE }), language, now());
    return citizenView(kept, day).flatMap(({ phrase, values }) => content().say(phrase, language, values).bubbles);
  };
  const standardText = (id: string, kept: CaseRecord): string => {
    const language = languageOf(kept);
    const day = (iso: string | null): string => (iso === null ? '' : sayDay(DateTime.fromISO(iso, { zone: ZONE }), language, now()));
    const values = { department: departmentOf(kept.handoff) ?? content().say('case.told.the-department', language).bubbles.join(' '), sent: day(forwardedOn(kept)), deadline: day(kept.handoff.nextDeadline) };
    return content().say(`case.told.${id}`, language, values).bubbles.join('\n\n');
  };
  const doubtsOf = (kept: CaseRecord): string[] => closingDoubts(kept, now().setZone(ZONE).toISODate() ?? '').map((doubt) => say(`closing.${doubt}`, { day: kept.handoff.nextDeadline === null ? '' : dateInFigures(kept.handoff.nextDeadline) }));
  const preview = (request: DeskRequestOf, kept: CaseRecord, seen: string | null): DeskAnswer => {
    const { csrf: _csrf, ...fields } = request.form;
    const act = actIn(fields);
    const after = afterAct(kept, act, { by: request.account.name, at: now(), key: fields['key'] ?? '' }, seen !== null);
    const reads = after.handoff.messages.length > kept.handoff.messages.length || after.handoff.status !== kept.handoff.status;
    return {
      kind: 'page', title: say('preview.title'), status: seen === null ? 200 : 409,
      body: <PreviewPage say={say} reference={kept.handoff.reference} csrf={request.csrf} fields={{ ...fields, seen: seenOf(kept) }} bubbles={reads ? viewOf(after) : []} language={languageOf(kept)} notWritten={act.act === 'conclude' && act.message.replace(/\s+/gu, '') === standardText('concluded', kept).replace(/\s+/gu, '')} doubts={act.act === 'status' && act.to === 'closed' ? doubtsOf(kept) : []} changed={seen === null ? null : changedSince(kept, seen)} />,
    };
  };
  return [
    {
      method: 'get', path: '/adviser/cases/:reference', needs: 'adviser',
      handle: async (request) => {
        const reference = referenceIn(request);
        const before = await cases.find(reference);
        const reason = reasonIn(request);
        if (before !== null && reason === null && needsReason(before, now())) return { kind: 'page', title: say('reason.title', { reference }), body: <ReasonPage say={say} reference={reference} path={`/adviser/cases/${reference}`} /> };
        await record({ actor: request.account.id, action: 'read', references: [reference], ...(reason === null ? {} : { purpose: `closed:${reason}` }) });
        const kept = await desk.open(reference);
        if (!kept) throw noSuchCase();
        const current = content();
        const done = request.query['done'];
        return {
          kind: 'page', title: `${kept.desk.title ?? say(`subject.${kept.handoff.subject}`)} – ${reference}`, wide: true,
          body: (
            <CasePage
              say={say} now={now()} record={kept} flags={redFlags(kept.handoff, current.desk.flagWords)} unread={unreadOf(before)} letterText={markedLetter(kept, current)} csrf={request.csrf} today={now().setZone(ZONE).toISODate() ?? ''} seen={seenOf(kept)} formKey={randomUUID()} reason={reason}
              standardText={(id) => standardText(id, kept)}
              topics={current.desk.topics} departments={current.departments.map(({ name }) => name)} pin={done === 'entered' && isJustEntered(kept, now()) ? pinOf(reference) : null} done={done !== undefined && current.desk.has(`done.${done}`) ? say(`done.${done}`) : null}
            />
          ),
        };
      },
    },
    {
      method: 'post', path: '/adviser/cases/:reference/preview', needs: 'adviser',
      handle: async (request) => {
        const kept = await found(referenceIn(request));
        const seen = request.form['seen'] ?? '';
        return preview(request, kept, seen === seenOf(kept) ? null : seen);
      },
    },
    {
      method: 'post', path: '/adviser/cases/:reference/act', needs: 'adviser',
      handle: async (request) => {
        const reference = referenceIn(request);
        const { act: _act, seen = '', key = randomUUID() } = request.form;
        const act = actIn(request.form);
        try {
          await desk.act(reference, act, { by: request.account.name, seen, key: `desk:${key}` });
        } catch (fault) {
          if (!(fault instanceof AdviserError) || fault.code !== 'case-changed') throw fault;
          return preview(request, await found(reference), seen);
        }
        await record({ actor: request.account.id, action: 'change', references: [reference], purpose: act.act });
        const reason = ClosedReason.safeParse(request.form['reason']).data;
        return { kind: 'to', path: `/adviser/cases/${reference}?done=${act.act}${reason === undefined ? '' : `&reason=${reason}`}` };
      },
    },
  ];
}
