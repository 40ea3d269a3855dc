import type { VNode } from 'preact';
import { ClosedReason } from '../../domain/desk/closed-reason';
import type { Say } from './frame';

/** Asks why a closed case is looked at; the answer stands in the audit log, and the citizen can have it told. */
export function ReasonPage({ say, reference, path }: { readonly say: Say; readonly reference: string; readonly path: string }): VNode {
  return (
    <>
      <p><a href="/adviser">{say('case.back')}</a></p>
      <h1>{say('reason.title', { reference })}</h1>
      <p>{say('reason.lead')}</p>
      <form method="get" action={path}>
        <fieldset>
          <legend>{say('reason.label')}</legend>
          {ClosedReason.options.map((reason, place) => <div class="check" key={reason}><input type="radio" id={reason} name="reason" value={reason} required={place === 0} /><label for={reason}>{say(`reason.${reason}`)}</label></div>)}
        </fieldset>
        <button type="submit">{say('reason.submit')}</button>
      </form>
    </>
  );
}
