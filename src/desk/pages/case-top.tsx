import type { DateTime } from 'luxon';
import type { VNode } from 'preact';
import type { CaseRecord } from '../../domain/cases/desk-file';
import { awaitsAnswer } from '../../domain/desk/awaits-answer';
import { departmentOf, gistOf, instanceOf } from '../../domain/desk/case-summary';
import type { RedFlag } from '../../domain/desk/red-flags';
import { deadlineKind, deadlineMetAt, forwardedOn } from '../../domain/desk/deadline-met';
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
  const [kind, metAt, forwarded] = [deadlineKind(handoff), deadlineMetAt(record), forwardedOn(record)];
  return (
    <>
      <h1>{what} <span class="reference">{handoff.reference}</span></h1>
      <p>
        <span class="chip">{say(`status.${handoff.status}`)}{handoff.status === 'closed' && desk.outcome !== null && ` – ${say(`outcome.${desk.outcome}`)}`}</span> <span class="chip">{say(`instance.${instanceOf(handoff)}`)}</span>
        {handoff.round !== 'first' && <> <span class="chip">{say(`round.${handoff.round}`)}</span></>}
        {awaitsAnswer(record) && <> <span class="chip urgent">{say('list.awaiting')}</span></>}
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
            {handoff.nextDeadline === null ? say('case.no-deadline') : <>{kind && <>{say(`deadline-name.${kind}`)}<br /></>}<DeadlineChip say={say} now={now} date={handoff.nextDeadline} metAt={metAt} />{metAt === null && forwarded !== null && <><br />{say('deadline.sent', { day: dateInFigures(forwarded) })}</>}</>}
            {desk.statement && desk.statement.receivedAt === null && <><br />{say('list.statement-due')} <DeadlineChip say={say} now={now} date={desk.statement.due} /></>}
          </dd>
        </div>
        <div><dt>{say('case.wanted')}</dt><dd>{handoff.wants.map((want) => say(`want.${want}`)).join(', ')}{(complaint?.wish ?? handoff.wish) && <><br />{complaint?.wish ?? handoff.wish}</>}</dd></div>
      </dl>
    </>
  );
}
