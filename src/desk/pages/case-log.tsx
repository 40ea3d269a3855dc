import type { VNode } from 'preact';
import type { CaseRecord, DeskEvent } from '../../domain/cases/desk-file';
import type { Say } from './frame';
import { dateInFigures, momentInWords } from './in-words';

/** Notes for those at the desk alone, and what was done when, the newest first. */
export function CaseLog({ say, record: { desk } }: { readonly say: Say; readonly record: CaseRecord }): VNode {
  return (
    <>
      <section aria-labelledby="notes">
        <h2 id="notes">{say('case.notes')}</h2>
        {desk.notes.length === 0 && <p>{say('case.no-notes')}</p>}
        <ol class="plain-list">{desk.notes.map(({ at, by, text }) => <li class="said note" key={at}><p class="when"><strong>{by}</strong>, {momentInWords(at)}</p>{text}</li>)}</ol>
      </section>
      <section aria-labelledby="log">
        <h2 id="log">{say('case.log')}</h2>
        {desk.events.length === 0 && <p>{say('case.no-log')}</p>}
        <ol class="plain-list">{[...desk.events].reverse().map((event) => <li key={`${event.version}${event.kind}`}>{eventInWords(event, say)}</li>)}</ol>
      </section>
    </>
  );
}

const CODED: ReadonlySet<string> = new Set(['status', 'round', 'outcome', 'consent', 'answered']);

/** One line of the log. */
export function eventInWords({ kind, at, by, to, from }: DeskEvent, say: Say): string {
  const word = (code: string | null): string => (code === null ? '–' : CODED.has(kind) ? code.split(',').filter(Boolean).map((each) => say(`${kind}.${each}`)).join(', ') || '–' : /^\d{4}-\d\d-\d\d$/.test(code) ? dateInFigures(code) : code);
  const what = to === null && from === null ? say(`event.${kind}`) : say(`event.${kind}-to`, { to: word(to), from: word(from) });
  return `${momentInWords(at)}, ${by}: ${what}`;
}
