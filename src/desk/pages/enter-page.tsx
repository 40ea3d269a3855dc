import type { VNode } from 'preact';
import { CaseKind, CaseOutcome, ReceivedBy } from '../../domain/cases/desk-file';
import { Want } from '../../domain/cases/handoff-case';
import { ComplaintAbout } from '../../domain/complaints/complaint';
import { Folded } from './case-content';
import { DeskForm, type Say } from './frame';
import { Select } from './list-page';

interface EnterProps {
  readonly say: Say;
  readonly csrf: string;
  readonly formKey: string;
  readonly topics: Readonly<Record<string, string>>;
  readonly departments: readonly string[];
  /** What was typed, when something was missing. */
  readonly typed: Readonly<Record<string, string>>;
  readonly wrong: boolean;
}

/** A call or a visit, written down in a minute: what is needed first, the rest folded away. */
export function EnterPage({ say, csrf, formKey, topics, departments, typed, wrong }: EnterProps): VNode {
  const field = (name: string, extra: Record<string, unknown> = {}): VNode => (
    <div class="field">
      <label for={name}>{say(`enter.${name}`)}</label>
      <input id={name} name={name} value={typed[name] ?? ''} {...extra} />
    </div>
  );
  const choice = (name: string, ids: readonly string[], of: string, empty: boolean): VNode => (
    <Select name={name} label={say(`enter.${name}`)} chosen={typed[name] ?? ''} options={[...(empty ? [['', say(`enter.${name}-none`)] as const] : []), ...ids.map((id) => [id, say(`${of}.${id}`)] as const)]} />
  );
  return (
    <>
      <h1>{say('enter.title')}</h1>
      {wrong && <p class="box warn" role="alert">{say('enter.wrong')}</p>}
      <DeskForm action="/adviser/enter" csrf={csrf}>
        <input type="hidden" name="key" value={formKey} />
        {choice('receivedBy', ReceivedBy.options.filter((id) => id !== 'chat'), 'received-by', false)}
        {field('name', { maxLength: 120, autoComplete: 'off' })}
        {field('phone', { maxLength: 40, type: 'tel', autoComplete: 'off' })}
        <div class="field">
          <label for="about">{say('enter.about')}</label>
          <p class="hint" id="about-hint">{say('enter.about-hint')}</p>
          <textarea id="about" name="about" required maxLength={8000} aria-describedby="about-hint">{typed['about'] ?? ''}</textarea>
        </div>
        {choice('complaint', ComplaintAbout.options, 'about', true)}
        {field('department', { maxLength: 120, list: 'departments', autoComplete: 'off' })}
        <datalist id="departments">{departments.map((name) => <option value={name} key={name} />)}</datalist>
        <Folded summary={say('enter.more')}>
          <div class="field"><label for="title">{say('details.title')}</label><p class="hint" id="title-hint">{say('details.title-hint')}</p><input id="title" name="title" maxLength={120} value={typed['title'] ?? ''} aria-describedby="title-hint" /></div>
          {choice('want', Want.options, 'want', false)}
          {choice('kind', CaseKind.options, 'kind', true)}
          <Select name="topic" label={say('enter.topic')} chosen={typed['topic'] ?? ''} options={[['', say('choose')], ...Object.entries(topics)]} />
          {field('email', { maxLength: 120, type: 'email', autoComplete: 'off' })}
          {field('nextDeadline', { type: 'date' })}
          {field('decisionReceived', { type: 'date' })}
          {field('weeks', { type: 'number', min: 1, max: 52 })}
          <div class="check"><input type="checkbox" id="consent" name="consent" value="contact-department" checked={typed['consent'] !== undefined} /><label for="consent">{say('consent.contact-department')}</label></div>
          {choice('outcome', CaseOutcome.options, 'outcome', true)}
        </Folded>
        <button type="submit">{say('enter.submit')}</button>
      </DeskForm>
    </>
  );
}
