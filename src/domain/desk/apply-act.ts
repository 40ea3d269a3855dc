import type { DateTime } from 'luxon';
import { AdviserError } from '../adviser-error';
import { ZONE } from '../calendar';
import { mayFollow } from '../cases/case-status';
import { reopened, type CaseRecord, type DeskEvent, type DeskFile } from '../cases/desk-file';
import type { CaseStatus, HandoffCase } from '../cases/handoff-case';
import type { DeskAct } from './desk-act';

/** Who acts, when, and a key that keeps a message from being added twice. */
export interface Acting {
  readonly by: string;
  readonly at: DateTime;
  readonly key: string;
}

/** The department has normally three weeks for its statement (fact S24). */
const STATEMENT_WEEKS = 3;

type Event = Pick<DeskEvent, 'kind' | 'from' | 'to'>;
const event = (kind: Event['kind'], to: string | null = null, from: string | null = null): Event => ({ kind, from, to });
type Changed = { readonly handoff?: Partial<HandoffCase>; readonly desk?: Partial<DeskFile>; readonly events: readonly Event[] };

/**
 * The case after an act. Throws `bad-request` when the act cannot follow what stands there.
 *
 * @example applyAct(record, { act: 'note', text: 'Ringet, ingen svar.' }, acting).desk.notes.length // one more
 */
export function applyAct(record: CaseRecord, act: DeskAct, acting: Acting): CaseRecord {
  const { handoff, desk } = record;
  const changed = change(record, act, acting);
  const version = desk.version + 1;
  const events = changed.events.map((each) => ({ ...each, version, at: acting.at.toISO(), by: acting.by }));
  return { ...record, handoff: { ...handoff, ...changed.handoff }, desk: { ...desk, ...changed.desk, version, events: [...desk.events, ...events] } };
}

function change(record: CaseRecord, act: DeskAct, acting: Acting): Changed {
  const { handoff, desk } = record;
  const at = acting.at.toISO();
  const today = acting.at.setZone(ZONE).toISODate();
  switch (act.act) {
    case 'note':
      return { desk: { notes: [...desk.notes, { at, by: acting.by, text: act.text }] }, events: [event('note')] };
    case 'message':
      return { handoff: { messages: written(handoff, act.text, acting), ...opened(handoff) }, events: [event('message'), ...openedEvent(handoff)] };
    case 'status':
      return withStatus(record, act.to, act.message, act.outcome, acting);
    case 'investigate':
      must(handoff.round === 'first', 'The investigation has begun already.');
      return { handoff: { round: 'investigation', ...opened(handoff) }, desk: { kind: 'investigation' }, events: [event('round', 'investigation', handoff.round), ...openedEvent(handoff)] };
    case 'answered':
      return { handoff: opened(handoff), desk: act.text === null ? {} : { notes: [...desk.notes, { at, by: acting.by, text: act.text }] }, events: [event('answered', act.how), ...openedEvent(handoff)] };
    case 'contact':
      return withContact(record, act, at);
    case 'ask-statement': {
      must(handoff.round === 'investigation', 'A statement is asked for in an investigation.');
      const due = acting.at.setZone(ZONE).plus({ weeks: STATEMENT_WEEKS }).toISODate();
      return { handoff: { status: 'waiting-for-department' }, desk: { statement: { askedAt: today, due, receivedAt: null }, ...sent(desk, 'statement', act.letter, acting) }, events: [event('statement-asked', due), ...moved(handoff.status, 'waiting-for-department')] };
    }
    case 'statement-received': {
      must(desk.statement !== null && desk.statement.receivedAt === null, 'No statement is awaited.');
      const notes = act.text === null ? desk.notes : [...desk.notes, { at, by: acting.by, text: act.text }];
      return { handoff: { status: 'open' }, desk: { notes, statement: { ...desk.statement, receivedAt: today } }, events: [event('statement-received', today), ...moved(handoff.status, 'open')] };
    }
    case 'conclude':
      must(handoff.round === 'investigation', 'Only an investigation is concluded.');
      return { handoff: { round: 'concluded', messages: written(handoff, act.message, acting) }, desk: { outcome: act.outcome }, events: [event('round', 'concluded', handoff.round), event('message')] };
    case 'back-to-first':
      must(handoff.round === 'investigation', 'It stands in the first round.');
      return { handoff: { round: 'first' }, events: [event('round', 'first', handoff.round)] };
    case 'forwarded':
      return { handoff: opened(handoff), desk: sent(desk, 'forward', act.letter, acting), events: [event('forwarded'), ...openedEvent(handoff)] };
    case 'conclusion-sent':
      must(handoff.round === 'concluded', 'Nothing has been concluded.');
      return { desk: sent(desk, 'conclusion', act.letter, acting), events: [event('conclusion-sent')] };
    case 'journal':
      return { desk: { journal: act.number }, events: [event('journal', act.number, desk.journal)] };
    case 'details':
      return withDetails(record, act);
  }
}

function withStatus({ handoff, desk }: CaseRecord, to: CaseStatus, message: string | null, outcome: DeskFile['outcome'], acting: Acting): Changed {
  must(mayFollow(handoff.status, to), `The status ${to} cannot follow ${handoff.status}.`);
  must(to !== 'closed' || outcome !== null, 'A case is closed with an outcome.');
  return {
    handoff: { status: to, ...(message === null ? {} : { messages: written(handoff, message, acting) }) },
    desk: to === 'closed' ? { closedAt: acting.at.toISO(), outcome } : handoff.status === 'closed' ? reopened({ handoff, desk }) : {},
    events: [event('status', to, handoff.status), ...(to === 'closed' ? [event('outcome', outcome)] : []), ...(message === null ? [] : [event('message')])],
  };
}

function withContact({ handoff }: CaseRecord, { name, phone, email, mayLeaveMessage, behalfName, authority, consent }: Extract<DeskAct, { act: 'contact' }>, at: string): Changed {
  const before = handoff.consent.scope;
  const saidAnew = before.length !== consent.length || consent.some((scope) => !before.includes(scope));
  const contact = { ...handoff.contact, name, phone, email, mayLeaveMessage: mayLeaveMessage === null ? null : mayLeaveMessage === 'yes' };
  const onBehalfOf = behalfName === null ? null : { name: behalfName, authority: authority ?? handoff.onBehalfOf?.authority ?? 'none' };
  // What she handed over is put right, and not kept beside it: the log says that it was, and by whom.
  const corrected = JSON.stringify([contact, onBehalfOf]) !== JSON.stringify([handoff.contact, handoff.onBehalfOf]);
  return {
    handoff: { contact, onBehalfOf, ...(saidAnew ? { consent: { ...handoff.consent, at, scope: consent } } : {}) },
    events: [...(corrected ? [event('contact')] : []), ...(saidAnew ? [event('consent', consent.join(','), before.join(','))] : [])],
  };
}

/** The letter that was sent, kept as it was. */
const sent = ({ letters }: DeskFile, kind: DeskFile['letters'][number]['kind'], letter: { readonly subject: string; readonly text: string } | undefined, { by, at }: Acting): Partial<DeskFile> =>
  letter === undefined ? {} : { letters: [...letters, { at: at.toISO(), by, kind, ...letter }] };

function withDetails({ handoff, desk }: CaseRecord, { title, kind, topic, department, nextDeadline }: Extract<DeskAct, { act: 'details' }>): Changed {
  const complaint = handoff.complaint === null ? null : { ...handoff.complaint, department };
  const deadline = nextDeadline === handoff.nextDeadline ? null : nextDeadline;
  return { handoff: { department, complaint, nextDeadline }, desk: { ...desk, title, kind, topic }, events: [event('details', deadline, deadline === null ? null : handoff.nextDeadline)] };
}

/** Whoever answers has opened the case. */
const opened = ({ status }: HandoffCase): Partial<HandoffCase> => (status === 'new' ? { status: 'open' } : {});
const openedEvent = ({ status }: HandoffCase): Event[] => (status === 'new' ? [event('status', 'open', status)] : []);
const moved = (from: CaseStatus, to: CaseStatus): Event[] => (from === to ? [] : [event('status', to, from)]);

const written = ({ messages }: HandoffCase, text: string, { at, key }: Acting): HandoffCase['messages'] => [...messages, { key, at: at.toISO(), from: 'adviser', text }];

function must(holds: boolean, what: string): asserts holds {
  if (!holds) throw new AdviserError('bad-request', what, 'Look at the case as it stands now.');
}
