import type { ComponentChildren, VNode } from 'preact';
import { unreadMessages, type CaseRecord } from '../../domain/cases/desk-file';
import type { Stretch } from '../../domain/letters/mark-letter';
import { CaseLetter } from './case-letter';
import { toldInWords } from './told-in-words';
import { Facts } from './facts';
import type { Say } from './frame';
import { dayOrWords, languageInWords, momentInWords, phoneInGroups } from './in-words';

interface ContentProps {
  readonly say: Say;
  readonly record: CaseRecord;
  /** The letter's words, marked; null where they are not kept. */
  readonly letterText: readonly Stretch[] | null;
  /** Citizen's messages that were new when the page was asked for. */
  readonly unread: number;
  /** On paper nothing is folded away. */
  readonly unfolded?: boolean;
}

/** What the citizen told, and what has been written since. Text of people stands as text: nothing in it is markup. */
export function CaseContent({ say, record, letterText, unread, unfolded = false }: ContentProps): VNode {
  const { complaint, contact, letter, letterRestsOn, consent, transcript } = record.handoff;
  return (
    <>
      <section aria-labelledby="contact">
        <h2 id="contact">{say('case.contact')}</h2>
        <Facts rows={[
          [say('contact.phone'), contact.phone && <a href={`tel:${contact.phone}`}>{phoneInGroups(contact.phone)}</a>],
          [say('contact.email'), contact.email],
          [say('contact.preferred'), say(`preferred.${contact.preferred}`)],
          // In cases of before, that of a complaint is the day on which it happened.
          [say('contact.when'), complaint === null ? contact.when && dayOrWords(contact.when) : null],
          [say('contact.may-leave'), contact.mayLeaveMessage === null ? null : say(contact.mayLeaveMessage ? 'yes' : 'no')],
          [say('contact.language'), languageInWords(record.handoff.language)],
          [say('contact.consent'), consent.scope.length === 0 ? say('consent.none') : consent.scope.map((scope) => say(`consent.${scope}`)).join(', ')],
        ]} />
      </section>
      <section aria-labelledby="told">
        <h2 id="told">{say('case.told')}</h2>
        <Facts rows={toldInWords(record.handoff, say)} />
      </section>
      <Written say={say} record={record} unread={unread} />
      <SentLetters say={say} record={record} unfolded={unfolded} />
      {letter && <CaseLetter say={say} letter={letter} restsOn={letterRestsOn} text={letterText} />}
      {complaint?.draft && <Folded summary={say('case.draft')} open={unfolded}><p class="said">{complaint.draft}</p></Folded>}
      {transcript.length > 0 && <Folded summary={say('case.transcript', { lines: String(transcript.length) })} open={unfolded}><ol class="plain-list transcript">{transcript.map(({ at, from, text }) => <li class={`said ${from}`} key={at}><p class="when">{say(`from.${from}`)}, {momentInWords(at)}</p>{text}</li>)}</ol></Folded>}
    </>
  );
}

/** What left for the municipality in this case, word for word. */
function SentLetters({ say, record: { desk }, unfolded }: { readonly say: Say; readonly record: CaseRecord; readonly unfolded: boolean }): VNode | null {
  if (desk.letters.length === 0) return null;
  return (
    <section aria-labelledby="letters">
      <h2 id="letters">{say('case.letters')}</h2>
      {desk.letters.map(({ at, by, kind, subject, text }) => <Folded summary={`${say(`letter-to.${kind}`)} – ${momentInWords(at)}, ${by}`} open={unfolded} key={at}><p><strong>{subject}</strong></p><p class="said">{text}</p></Folded>)}
    </section>
  );
}

function Written({ say, record, unread }: Pick<ContentProps, 'say' | 'record' | 'unread'>): VNode {
  const { messages } = record.handoff;
  const hers = messages.filter(({ from }) => from === 'citizen');
  const fresh = new Set(hers.slice(hers.length - unread).map(({ key }) => key));
  return (
    <section aria-labelledby="written">
      <h2 id="written">{say('case.written')}</h2>
      {messages.length === 0 && <p>{say('case.nothing-written')}</p>}
      <ol class="plain-list">
        {messages.map(({ key, at, from, text }) => (
          <li class={`said ${from}${unread > 0 && fresh.has(key) ? ' fresh' : ''}`} key={key}>
            <p class="when"><strong>{say(`from.${from}`)}</strong>, {momentInWords(at)}{unread > 0 && fresh.has(key) && ` – ${say('case.fresh')}`}</p>
            {text}
          </li>
        ))}
      </ol>
    </section>
  );
}

export function Folded({ id, summary, children, open }: { readonly id?: string; readonly summary: string; readonly children: ComponentChildren; readonly open?: boolean }): VNode {
  return (
    <details id={id} open={open}>
      <summary>{summary}</summary>
      <div class="within">{children}</div>
    </details>
  );
}

/** How many of the citizen's messages nobody had seen when the page was asked for. */
export const unreadOf = (record: CaseRecord | null): number => (record === null ? 0 : unreadMessages(record));
