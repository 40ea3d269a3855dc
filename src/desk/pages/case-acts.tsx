import type { ComponentChildren, VNode } from 'preact';
import { CaseKind, CaseOutcome, type CaseRecord } from '../../domain/cases/desk-file';
import type { ClosedReason } from '../../domain/desk/closed-reason';
import { ConsentScope, type CaseStatus } from '../../domain/cases/handoff-case';
import { OnBehalfOf } from '../../domain/complaints/complaint';
import { departmentOf } from '../../domain/desk/case-summary';
import { AnsweredBy } from '../../domain/desk/desk-act';
import { closingDoubts } from '../../domain/desk/closing-doubts';
import { forwardedOn } from '../../domain/desk/deadline-met';
import { awaitsAnswer } from '../../domain/desk/awaits-answer';
import { nextStep } from '../../domain/desk/next-step';
import { nextStatuses } from '../../domain/desk/next-statuses';
import { Folded } from './case-content';
import { DeskForm, type Say } from './frame';
import { Select } from './list-page';

/** What the forms of a case need. */
export interface ActProps {
  readonly say: Say;
  readonly record: CaseRecord;
  readonly csrf: string;
  /** ISO date. */
  readonly today: string;
  /** The case as it stands on this page. */
  readonly seen: string;
  /** Why a closed case is looked at: it goes along with what is done there. */
  readonly reason: ClosedReason | null;
  /** Keeps what is sent twice from being done twice. */
  readonly formKey: string;
  /** A form of this page that she goes on writing at, as she left it; null when the page was merely opened. */
  readonly typed: Readonly<Record<string, string>> | null;
  /** The standard text for a status, in the citizen's language. */
  readonly standardText: (id: string) => string;
  readonly topics: Readonly<Record<string, string>>;
  /** Names of departments that the content knows: proposed, not required. */
  readonly departments: readonly string[];
}

/** What she had written in the form of an act; null when she is at another one, or at none. */
const typedIn = ({ typed }: Pick<ActProps, 'typed'>, act: string, to?: string): Readonly<Record<string, string>> | null => (typed?.['act'] === act && (to === undefined || typed['to'] === to) ? typed : null);

/** All that can be done with the case as it stands. What the citizen will read is shown before it is sent. */
export function CaseActs(props: ActProps): VNode {
  const { say, record } = props;
  const to = `/adviser/cases/${record.handoff.reference}`;
  const step = nextStep(record);
  const because = props.reason === null ? '' : `?reason=${props.reason}`;
  return (
    <section aria-labelledby="acts" class="no-print">
      <h2 id="acts">{say('case.acts')}</h2>
      <Folded summary={say('act.message')} open>
        <Act {...props} act="message" to={`${to}/preview`} submit={say('act.preview')}>
          {record.handoff.contact.preferred === 'email' && <p class="hint">{say('act.message-by-mail')}</p>}
          <Words id="message-text" name="text" label={say('act.message-label')} text={typedIn(props, 'message')?.['text'] ?? (step === 'ask-consent' ? props.standardText('ask-consent') : '')} required />
        </Act>
      </Folded>
      {record.handoff.status !== 'closed' && (record.handoff.complaint !== null || record.handoff.wants.includes('dialogue')) && (
        <Folded summary={say('act.forward')}>
          <p>{say('act.forward-hint')}</p>
          <p><a class="button second" href={`${to}/forward`}>{say('act.forward-see')}</a></p>
        </Folded>
      )}
      {nextStatuses(record.handoff.status).map((status) => (
        <Folded id={`act-${status}`} summary={say(`act.status.${status}`)} open={(status === 'waiting-for-department' && step === 'tell-forwarded') || typedIn(props, 'status', status) !== null} key={status}>
          <Act {...props} act="status" to={`${to}/preview`} submit={say('act.preview')}>
            <input type="hidden" name="to" value={status} />
            <Words id={`status-${status}`} name="message" label={say('act.status-label')} hint={say('act.status-hint')} text={typedIn(props, 'status', status)?.['message'] ?? props.standardText(proposedText(status, record, props.today))} />
            {status === 'closed' && <Outcome say={say} chosen={typedIn(props, 'status', status)?.['outcome'] ?? ''} />}
          </Act>
        </Folded>
      ))}
      {record.handoff.status !== 'closed' && (
        <Folded id="act-answered" summary={say('act.answered')} open={step === 'call' || step === 'mail'}>
          <Act {...props} act="answered" to={`${to}/act`} submit={say('act.save')}>
            <p class="hint">{say('act.answered-hint')}</p>
            <Select id="answered-how" name="how" label={say('act.answered-how')} chosen="" options={[['', say('choose')], ...AnsweredBy.options.filter((how) => how !== 'needless' || awaitsAnswer(record)).map((how) => [how, say(`answered.${how}`)] as const)]} required />
            <Words id="answered-text" name="text" label={say('act.answered-text')} text={typedIn(props, 'answered')?.['text'] ?? ''} />
          </Act>
        </Folded>
      )}
      <Folded summary={say('act.note')} open={typedIn(props, 'note') !== null}>
        <Act {...props} act="note" to={`${to}/act`} submit={say('act.save')}>
          <Words id="note-text" name="text" label={say('act.note-label')} text={typedIn(props, 'note')?.['text'] ?? ''} required />
        </Act>
      </Folded>
      <Stages {...props} />
      <Folded id="act-contact" summary={say('act.contact')}><ContactForm {...props} /></Folded>
      <Folded summary={say('act.details')} open={typedIn(props, 'details') !== null || typedIn(props, 'journal') !== null}><Details {...props} /></Folded>
      <p class="actions">
        <a href={`${to}/print${because}`}>{say('case.print')}</a>
        <a href={`${to}/pdf${because}`}>{say('case.pdf')}</a>
        <a href={`${to}/export${because}`}>{say('case.export')}</a>
        {record.handoff.transcript.length > 0 && <a href={`${to}/story`}>{say('case.story')}</a>}
      </p>
    </section>
  );
}

/**
 * What is proposed for a status depends on how the case went: who waits for the department hears that her complaint was sent, and only
 * a complaint that the department has had can go further here.
 */
function proposedText(status: CaseStatus, record: CaseRecord, today: string): string {
  const { handoff: { round, complaint } } = record;
  const unsent = forwardedOn(record) === null;
  if (status === 'waiting-for-department') return unsent || round !== 'first' ? status : 'forwarded';
  if (status === 'waiting-for-citizen') return nextStep(record) === 'ask-consent' ? 'ask-consent' : status;
  if (status !== 'closed') return status;
  if (round === 'concluded') return 'closed-concluded';
  if (complaint === null) return 'closed-answered';
  if (!unsent || complaint.firstInstance === false) return 'closed';
  return closingDoubts(record, today).includes('deadline-unsent') ? 'closed-unsent' : 'closed-answered';
}

interface OneAct extends ActProps {
  readonly act: string;
  readonly to: string;
  readonly submit: string;
  readonly children?: ComponentChildren;
}

/** A form that does one thing with the case. */
export function Act({ act, to, submit, csrf, seen, formKey, reason, children }: OneAct): VNode {
  return (
    <DeskForm action={to} csrf={csrf}>
      <input type="hidden" name="act" value={act} />
      <input type="hidden" name="seen" value={seen} />
      <input type="hidden" name="key" value={formKey} />
      {reason !== null && <input type="hidden" name="reason" value={reason} />}
      {children}
      <button type="submit">{submit}</button>
    </DeskForm>
  );
}

function Words({ id, name, label, hint, text, required }: { readonly id: string; readonly name: string; readonly label: string; readonly hint?: string; readonly text?: string; readonly required?: boolean }): VNode {
  return (
    <div class="field">
      <label for={id}>{label}</label>
      {hint !== undefined && <p class="hint" id={`${id}-hint`}>{hint}</p>}
      <textarea id={id} name={name} maxLength={8000} required={required} aria-describedby={hint === undefined ? undefined : `${id}-hint`}>{text ?? ''}</textarea>
    </div>
  );
}

function Outcome({ say, chosen }: { readonly say: Say; readonly chosen: string }): VNode {
  return <Select name="outcome" label={say('act.outcome')} chosen={chosen} options={[['', say('choose')], ...CaseOutcome.options.map((id) => [id, say(`outcome.${id}`)] as const)]} required />;
}

/** The second instance, stage by stage (facts S22–S26). */
function Stages(props: ActProps): VNode | null {
  const { say, record: { handoff, desk } } = props;
  const to = `/adviser/cases/${handoff.reference}`;
  if (handoff.round === 'first') {
    return (
      <Folded id="act-investigate" summary={say('act.investigate')} open={handoff.complaint?.firstInstance === false}>
        <p>{say('act.investigate-hint')}</p>
        <Act {...props} act="investigate" to={`${to}/act`} submit={say('act.investigate')} />
      </Folded>
    );
  }
  if (handoff.round === 'concluded') {
    return (
      <Folded summary={say('letter-to.conclusion')}>
        <p>{say('act.conclusion-hint')}</p>
        <p><a class="button second" href={`${to}/conclusion`}>{say('act.forward-see')}</a></p>
      </Folded>
    );
  }
  const awaited = desk.statement !== null && desk.statement.receivedAt === null;
  return (
    <>
      <Folded summary={awaited ? say('act.statement-received') : say('act.ask-statement')} open>
        <p>{awaited ? say('act.statement-awaited', { due: desk.statement?.due.split('-').reverse().join('.') ?? '' }) : say('act.ask-statement-hint')}</p>
        {!awaited && <p><a href={`${to}/statement`}>{say('act.statement-text')}</a></p>}
        <Act {...props} act={awaited ? 'statement-received' : 'ask-statement'} to={`${to}/act`} submit={awaited ? say('act.statement-received') : say('act.ask-statement')}>
          {awaited && <Words id="statement-text" name="text" label={say('act.statement-label')} text={typedIn(props, 'statement-received')?.['text'] ?? ''} />}
        </Act>
      </Folded>
      <Folded id="act-conclude" summary={say('act.conclude')} open={(desk.statement !== null && !awaited) || typedIn(props, 'conclude') !== null}>
        <p>{say('act.conclude-hint')}</p>
        <Act {...props} act="conclude" to={`${to}/preview`} submit={say('act.preview')}>
          <Select id="conclude-outcome" name="outcome" label={say('act.outcome')} chosen={typedIn(props, 'conclude')?.['outcome'] ?? ''} options={[['', say('choose')], ['criticism', say('outcome.criticism')], ['no-criticism', say('outcome.no-criticism')]]} required />
          <Words id="conclusion" name="message" label={say('act.conclude-label')} text={typedIn(props, 'conclude')?.['message'] ?? props.standardText('concluded')} required />
        </Act>
      </Folded>
      <Folded summary={say('act.back-to-first')}>
        <Act {...props} act="back-to-first" to={`${to}/act`} submit={say('act.back-to-first')} />
      </Folded>
    </>
  );
}

/** Who she is and what she has said yes to, put right: a slip of the form, or a word she gave later. */
function ContactForm(props: ActProps): VNode {
  const { say, record: { handoff: { reference, contact, onBehalfOf, consent } } } = props;
  const line = (name: string, label: string, value: string | null, type = 'text'): VNode => <div class="field"><label for={`contact-${name}`}>{say(label)}</label><input id={`contact-${name}`} name={name} type={type} maxLength={name === 'phone' ? 40 : 120} value={value ?? ''} autoComplete="off" /></div>;
  return (
    <Act {...props} act="contact" to={`/adviser/cases/${reference}/act`} submit={say('act.save')}>
      <p class="hint">{say('act.contact-hint')}</p>
      {line('name', 'list.name', contact.name)}
      {line('phone', 'contact.phone', contact.phone, 'tel')}
      {line('email', 'contact.email', contact.email, 'email')}
      <Select id="contact-may" name="mayLeaveMessage" label={say('contact.may-leave')} chosen={contact.mayLeaveMessage === null ? '' : contact.mayLeaveMessage ? 'yes' : 'no'} options={[['', say('not-said')], ['yes', say('yes')], ['no', say('no')]]} />
      {line('behalfName', 'case.for-whom', onBehalfOf?.name ?? null)}
      <Select id="contact-authority" name="authority" label={say('act.authority')} chosen={onBehalfOf?.authority ?? ''} options={[['', say('choose')], ...OnBehalfOf.shape.authority.options.map((id) => [id, say(`authority.${id}`)] as const)]} />
      <fieldset>
        <legend>{say('contact.consent')}</legend>
        {ConsentScope.options.map((scope) => <div class="check" key={scope}><input type="checkbox" id={`consent-${scope}`} name="consent" value={scope} checked={consent.scope.includes(scope)} /><label for={`consent-${scope}`}>{say(`consent.${scope}`)}</label></div>)}
      </fieldset>
    </Act>
  );
}

function Details(props: ActProps): VNode {
  const { say, record, topics, departments } = props;
  const { handoff, desk } = record;
  const to = `/adviser/cases/${handoff.reference}/act`;
  const typed = typedIn(props, 'details');
  return (
    <>
      <Act {...props} act="details" to={to} submit={say('act.save')}>
        <div class="field"><label for="title">{say('details.title')}</label><p class="hint" id="title-hint">{say('details.title-hint')}</p><input id="title" name="title" maxLength={120} value={typed?.['title'] ?? desk.title ?? ''} aria-describedby="title-hint" /></div>
        <div class="field"><label for="department">{say('case.department')}</label><input id="department" name="department" maxLength={120} list="departments" value={typed?.['department'] ?? departmentOf(handoff) ?? ''} /><datalist id="departments">{departments.map((name) => <option value={name} key={name} />)}</datalist></div>
        <div class="field"><label for="nextDeadline">{say('details.deadline')}</label><input id="nextDeadline" name="nextDeadline" type="date" value={typed?.['nextDeadline'] ?? handoff.nextDeadline ?? ''} /></div>
        <Select name="kind" label={say('details.kind')} chosen={typed?.['kind'] ?? desk.kind ?? ''} options={[['', say('choose')], ...CaseKind.options.map((id) => [id, say(`kind.${id}`)] as const)]} />
        <Select name="topic" label={say('details.topic')} chosen={typed?.['topic'] ?? desk.topic ?? ''} options={[['', say('choose')], ...Object.entries(topics)]} />
      </Act>
      <Act {...props} act="journal" to={to} submit={say('act.save')}>
        <div class="field"><label for="number">{say('details.journal')}</label><input id="number" name="number" maxLength={80} value={typedIn(props, 'journal')?.['number'] ?? desk.journal ?? ''} /></div>
      </Act>
    </>
  );
}
