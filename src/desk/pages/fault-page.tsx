import type { VNode } from 'preact';
import type { Say } from './frame';

/** What is said when something could not be done; the way back keeps what was typed, as the browser holds it. */
export function FaultPage({ say, text }: { readonly say: Say; readonly text: string }): VNode {
  return (
    <>
      <h1>{say('fault.title')}</h1>
      <p role="alert">{text}</p>
      <p><a href="/adviser">{say('fault.to-list')}</a></p>
    </>
  );
}
