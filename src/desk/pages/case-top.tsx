import type { DateTime } from 'luxon';
import type { VNode } from 'preact';
import type { CaseRecord } from '../../domain/cases/desk-file';
import { departmentOf, gistOf, instanceOf } from '../../domain/desk/case-summary';
import type { RedFlag } from '../../domain/desk/red-flags';
import type { Say } from './frame';
import { ageInWords, dateInFigures, languageInWords, subjectInWords } from './in-words';
import { DeadlineChip } from './list-page';

interface TopProps {
  readonly say: Say;
  readonly now: DateTime;
  readonly record: CaseRecord;
  readonly flags: readonly RedFlag[];
}

/** So much of her own words says what it is about; all of them stand below. */
const TOLD_LENGTH = 140;

/** Who – what – which department – nearest last day – what is wanted (domain/adviser § 4), before all else. */
export function CaseTop({ say, now, record, flags }: TopProps): VNode {
  const { handoff, desk } = record;
  const { contact, onBehalfOf, complaint } = handoff;
  const what = subjectInWords({ title: desk.title, subject: handoff.subject, about: complaint?.about ?? null, letter: handoff.letter }, say);
  const told = gistOf(handoff, TOLD_LENGTH);
  return (
    <>
      <h1>{what} <span class="reference">{handoff.reference}</span></h1>
      <p>
        <span class="chip">{say(`status.${handoff.status}`)}</span> <span class="chip">{say(`instance.${instanceOf(handoff)}`)}</span>
        {handoff.round !== 'first' && <> <span class="chip">{say(`round.${handoff.round}`)}</span></>}
        {/* Before she rings: it may take an interpreter. */}
        {handoff.language !== 'da' && <> <span class="chip">{say('contact.language')}: {languageInWords(handoff.language)}</span></>}
        {flags.map((flag) => <> <span class="chip flag">{say(`flag.${flag}`)}</span></>)}
        {' '}{say('case.received', { age: ageInWords(handoff.createdAt, now, say), by: say(`received-by.${desk.receivedBy}`) })}
      </p>
      <dl class="top">
        <div><dt>{say('case.who')}</dt><dd>{contact.name ?? say('unknown-name')}{onBehalfOf && <><br />{say('case.for', { name: onBehalfOf.name })} ({say(`authority.${onBehalfOf.authority}`)})</>}</dd></div>
        <div><dt>{say('case.what')}</dt><dd>{what}{complaint?.matter && <><br />{complaint.matter}</>}{complaint?.received && <><br />{say('told.received')}: {dateInFigures(complaint.received)}</>}{told && <><br /><span class="told">{told}</span></>}</dd></div>
        <div><dt>{say('case.department')}</dt><dd>{departmentOf(handoff) ?? say('not-said')}</dd></div>
        <div>
          <dt>{say('case.deadline')}</dt>
          <dd>
            {handoff.nextDeadline === null ? say('case.no-deadline') : <>{deadlineName(handoff) && <>{say(`deadline-name.${deadlineName(handoff)}`)}<br /></>}<DeadlineChip say={say} now={now} date={handoff.nextDeadline} /></>}
            {desk.statement && desk.statement.receivedAt === null && <><br />{say('list.statement-due')} <DeadlineChip say={say} now={now} date={desk.statement.due} /></>}
          </dd>
        </div>
        <div><dt>{say('case.wanted')}</dt><dd>{handoff.wants.map((want) => say(`want.${want}`)).join(', ')}{(complaint?.wish ?? handoff.wish) && <><br />{complaint?.wish ?? handoff.wish}</>}</dd></div>
      </dl>
    </>
  );
}

/** What the nearest day is for, where the letter or the complaint tells; null where the adviser set it. */
function deadlineName({ letter, complaint, nextDeadline }: CaseRecord['handoff']): string | null {
  if (letter !== null && letter.appeal.deadline === nextDeadline) return 'appeal';
  if (letter?.action && letter.action.by === nextDeadline) return letter.action.kind;
  return complaint?.about === 'decision' ? 'appeal' : null;
}
