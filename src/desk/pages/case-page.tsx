import type { DateTime } from 'luxon';
import type { VNode } from 'preact';
import type { RedFlag } from '../../domain/desk/red-flags';
import { CaseActs, type ActProps } from './case-acts';
import type { Stretch } from '../../domain/letters/mark-letter';
import { CaseContent } from './case-content';
import { CaseLog } from './case-log';
import { CaseNext } from './case-next';
import { CaseTimeline } from './case-timeline';
import { CaseTop } from './case-top';

interface CaseProps extends ActProps {
  readonly now: DateTime;
  readonly flags: readonly RedFlag[];
  readonly unread: number;
  /** The letter's words, marked; null where they are not kept. */
  readonly letterText: readonly Stretch[] | null;
  /** What was just done, in words; null when the page was merely opened. */
  readonly done: string | null;
  /** The PIN of a case that was entered at the desk just now: told once. */
  readonly pin: string | null;
  /** The query of the list that she came from. */
  readonly list: string;
}

/** One case: what must be known on top, then what it holds, and beside it what can be done. */
export function CasePage({ done, pin, list, ...props }: CaseProps): VNode {
  const { say, now, record, flags, unread, letterText } = props;
  return (
    <>
      <p class="no-print actions"><a href={list === '' ? '/adviser' : `/adviser?${list}`}>{say('case.back')}</a> <a href="#acts">{say('case.acts')}</a></p>
      {done !== null && <p class="box ok" role="status">{done}</p>}
      {pin !== null && <p class="box ok">{say('case.pin', { reference: record.handoff.reference, pin })}</p>}
      <CaseTop say={say} now={now} record={record} flags={flags} />
      <CaseNext say={say} record={record} />
      <div class="columns">
        <div>
          <CaseTimeline say={say} now={now} record={record} />
          <CaseContent say={say} record={record} unread={unread} letterText={letterText} />
          <CaseLog say={say} record={record} />
        </div>
        <div><CaseActs {...props} /></div>
      </div>
    </>
  );
}
