import type { VNode } from 'preact';
import type { WhatChanged } from '../../domain/desk/case-desk';
import { eventInWords } from './case-log';
import { DeskForm, type Say } from './frame';
import { momentInWords } from './in-words';

interface PreviewProps {
  readonly say: Say;
  readonly reference: string;
  readonly csrf: string;
  /** The fields of the act, to be sent again as they are. */
  readonly fields: Readonly<Record<string, string>>;
  /** What the citizen will read, bubble by bubble. */
  readonly bubbles: readonly string[];
  readonly language: string;
  /** What is proposed was sent on as it stood, though it has places to fill in. */
  readonly notWritten: boolean;
  /** What would be lost by it, in words. */
  readonly doubts: readonly string[];
  /** What came between; null when nothing did. */
  readonly changed: WhatChanged | null;
}

/** Exactly what the citizen will see, before anything is sent; and, when somebody was faster, what changed meanwhile. */
export function PreviewPage({ say, reference, csrf, fields, bubbles, language, notWritten, doubts, changed }: PreviewProps): VNode {
  return (
    <>
      {/* Both ways back keep what was written: the case's page shows it again in its form. */}
      <p><button type="submit" form="act" formAction={`/adviser/cases/${reference}/edit`} class="plain">{say('preview.back', { reference })}</button></p>
      {changed && <Changed say={say} changed={changed} />}
      <h1>{bubbles.length > 0 ? say('preview.title') : say('preview.again')}</h1>
      {notWritten && <p class="box warn" role="alert">{say('preview.not-written')}</p>}
      {doubts.length > 0 && <div class="box warn" role="alert">{doubts.map((doubt) => <p key={doubt}>{doubt}</p>)}</div>}
      {bubbles.length > 0 && <p class="hint">{say('preview.hint')}</p>}
      <div lang={language === 'en' ? 'en' : undefined}>{bubbles.map((bubble, place) => <p class="said adviser" key={place}>{bubble}</p>)}</div>
      {bubbles.length === 0 && (fields['text'] ?? fields['message']) && <p class="said note">{fields['text'] ?? fields['message']}</p>}
      <DeskForm action={`/adviser/cases/${reference}/act`} csrf={csrf} id="act">
        {Object.entries(fields).map(([name, value]) => <input type="hidden" name={name} value={value} key={name} />)}
        <div class="actions">
          <button type="submit">{changed ? say('preview.anyway') : say('preview.send')}</button>
          <button type="submit" formAction={`/adviser/cases/${reference}/edit`} class="second">{say('preview.edit')}</button>
        </div>
      </DeskForm>
    </>
  );
}

function Changed({ say, changed: { events, messages } }: { readonly say: Say; readonly changed: WhatChanged }): VNode {
  return (
    <div class="box warn" role="alert">
      <h2>{say('changed.title')}</h2>
      <p>{say('changed.lead')}</p>
      <ul>{events.map((event) => <li key={`${event.version}${event.kind}`}>{eventInWords(event, say)}</li>)}</ul>
      {messages.map(({ key, at, from, text }) => <p class={`said ${from}`} key={key}><strong>{say(`from.${from}`)}</strong>, {momentInWords(at)}{'\n'}{text}</p>)}
    </div>
  );
}
