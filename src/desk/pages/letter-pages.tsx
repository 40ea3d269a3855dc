import type { VNode } from 'preact';
import { DeskForm, type Say } from './frame';

interface OutgoingProps {
  readonly say: Say;
  readonly reference: string;
  readonly title: string;
  /** Where the form goes. */
  readonly action: string;
  readonly csrf: string;
  readonly seen: string;
  readonly formKey: string;
  readonly subject: string;
  readonly text: string;
  /** To whom, where that is known. */
  readonly to: string;
  /** The domains that letters may be sent to; null where no mail server is set. */
  readonly mailDomains: readonly string[] | null;
  /** What must be thought of first; null when nothing. */
  readonly warning: string | null;
  /** What is wrong with what was sent; null when nothing is. */
  readonly wrong: string | null;
  /** That it was sent before, when and by whom; null when it was not. */
  readonly sentBefore: string | null;
  /** What goes along, or must be enclosed; null when nothing. */
  readonly enclosing: string | null;
  /** Whether it can be noted that it was sent otherwise. */
  readonly mayNote: boolean;
}

/** A letter for the department: to change, to fetch as a file, to send, and to note as sent. */
export function OutgoingPage({ say, reference, title, action, csrf, seen, formKey, subject, text, to, mailDomains, warning, wrong, sentBefore, enclosing, mayNote }: OutgoingProps): VNode {
  return (
    <>
      <p class="no-print"><a href={`/adviser/cases/${reference}`}>{say('preview.back', { reference })}</a></p>
      <h1>{title}</h1>
      {wrong !== null && <p class="box warn" role="alert" id="wrong">{wrong}</p>}
      {sentBefore !== null && <p class="box ok">{sentBefore}</p>}
      {enclosing !== null && <p class="box">{enclosing}</p>}
      {warning !== null && <p class="box warn">{warning}</p>}
      <DeskForm action={action} csrf={csrf}>
        <input type="hidden" name="seen" value={seen} />
        <input type="hidden" name="key" value={formKey} />
        <div class="field"><label for="subject">{say('outgoing.subject')}</label><input id="subject" name="subject" value={subject} maxLength={200} required /></div>
        <div class="field"><label for="text">{say('outgoing.text')}</label><textarea id="text" name="text" rows={18} maxLength={40_000} required>{text}</textarea></div>
        <h2>{say('outgoing.files')}</h2>
        <p class="hint">{say('outgoing.hint')}</p>
        <div class="actions">
          <button type="submit" name="what" value="pdf" class={mailDomains === null ? undefined : 'second'}>{say('outgoing.pdf')}</button>
          <button type="submit" name="what" value="docx" class="second">{say('outgoing.docx')}</button>
          <a href={`mailto:${encodeURIComponent(to)}?subject=${encodeURIComponent(subject)}`}>{say('outgoing.mail')}</a>
        </div>
        {mailDomains !== null && (
          <>
            <h2>{say('outgoing.send')}</h2>
            <div class="field">
              <label for="to">{say('outgoing.to')}</label>
              <p class="hint" id="to-hint">{say('outgoing.to-hint', { domains: mailDomains.join(', ') })}</p>
              <input id="to" name="to" type="email" value={to} maxLength={200} autoComplete="off" aria-describedby="to-hint" />
            </div>
            <button type="submit" name="what" value="mail">{say('outgoing.send-now')}</button>
          </>
        )}
        {mayNote && (
          <>
            <h2>{say('outgoing.otherwise')}</h2>
            <button type="submit" name="what" value="noted" class="second">{say('outgoing.done')}</button>
          </>
        )}
      </DeskForm>
    </>
  );
}
