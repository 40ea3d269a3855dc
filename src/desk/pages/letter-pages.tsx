import type { VNode } from 'preact';
import { DeskForm, type Say } from './frame';

interface OutgoingProps {
  readonly say: Say;
  readonly reference: string;
  readonly title: string;
  readonly subject: string;
  readonly text: string;
  /** What must be thought of first; null when nothing. */
  readonly warning: string | null;
  /** Null where the page is only to copy from. */
  readonly forwarded: { readonly csrf: string; readonly seen: string; readonly formKey: string } | null;
}

/** A text for the department, to be copied into secure mail; an ordinary mail may hold no more than its subject. */
export function OutgoingPage({ say, reference, title, subject, text, warning, forwarded }: OutgoingProps): VNode {
  return (
    <>
      <p class="no-print"><a href={`/adviser/cases/${reference}`}>{say('preview.back', { reference })}</a></p>
      <h1>{title}</h1>
      {warning !== null && <p class="box warn">{warning}</p>}
      <p class="hint">{say('outgoing.hint')}</p>
      <div class="field"><label for="subject">{say('outgoing.subject')}</label><input id="subject" value={subject} readOnly /></div>
      <div class="field"><label for="text">{say('outgoing.text')}</label><textarea id="text" rows={18} readOnly>{text}</textarea></div>
      <p class="no-print"><a href={`mailto:?subject=${encodeURIComponent(subject)}`}>{say('outgoing.mail')}</a></p>
      {forwarded && (
        <DeskForm action={`/adviser/cases/${reference}/act`} csrf={forwarded.csrf}>
          <input type="hidden" name="act" value="forwarded" />
          <input type="hidden" name="seen" value={forwarded.seen} />
          <input type="hidden" name="key" value={forwarded.formKey} />
          <button type="submit">{say('outgoing.done')}</button>
        </DeskForm>
      )}
    </>
  );
}
