import type { DateTime } from 'luxon';
import type { VNode } from 'preact';
import type { CaseRecord } from '../../domain/cases/desk-file';
import { caseTimeline } from '../../domain/desk/case-timeline';
import { deadlineMetAt } from '../../domain/desk/deadline-met';
import type { Say } from './frame';
import { dateInFigures, deadlineInWords } from './in-words';

/** The story of the case, one line a day that mattered. */
export function CaseTimeline({ say, now, record }: { readonly say: Say; readonly now: DateTime; readonly record: CaseRecord }): VNode {
  const met = deadlineMetAt(record);
  return (
    <section aria-labelledby="timeline">
      <h2 id="timeline">{say('case.timeline')}</h2>
      <ol class="timeline">
        {caseTimeline(record).map(({ at, kind, by }) => {
          const ahead = kind === 'deadline' || kind === 'statement-due';
          return <li class={ahead ? 'ahead' : undefined} key={`${at}${kind}`}><span>{dateInFigures(at)}</span><span>{kind === 'adviser' && by !== null ? say('timeline.wrote', { name: by }) : say(`timeline.${kind}`)}{kind === 'deadline' && met !== null ? ` – ${say('deadline.sent-in-time', { day: dateInFigures(met) })}` : ahead && ` – ${deadlineInWords(at, now, say).near}`}</span></li>;
        })}
      </ol>
    </section>
  );
}
