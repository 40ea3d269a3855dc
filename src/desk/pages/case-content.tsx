import type { ComponentChildren, VNode } from 'preact';
import { unreadMessages, type CaseRecord } from '../../domain/cases/desk-file';
import type { LetterReading } from '../../domain/letters/letter-reading';
import type { Say } from './frame';
import { dateInFigures, momentInWords } from './in-words';

interface ContentProps {
  readonly say: Say;
  readonly record: CaseRecord;
  /** Citizen's messages that were new when the page was asked for. */
  readonly unread: number;
  /** On paper nothing is folded away. */
  readonly unfolded?: boolean;
}

/** What the citizen told, and what has been written since. Text of people stands as text: nothing in it is markup. */
export function CaseContent({ say, record, unread, unfolded = false }: ContentProps): VNode {
  const { complaint, contact, message, letter, consent, transcript } = record.handoff;
  const told: readonly (readonly [string, string | null | undefined])[] = [
    ['told.message', message],
    ['told.what', complaint?.whatHappened],
    ['told.when', complaint?.when],
    ['told.case-number', complaint?.caseNumber],
  ];
  return (
    <>
      <section aria-labelledby="contact">
        <h2 id="contact">{say('case.contact')}</h2>
        <Facts rows={[
          [say('contact.phone'), contact.phone && <a href={`tel:${contact.phone}`}>{phoneInGroups(contact.phone)}</a>],
          [say('contact.email'), contact.email],
          [say('contact.preferred'), say(`preferred.${contact.preferred}`)],
          [say('contact.when'), contact.when],
          [say('contact.may-leave'), contact.mayLeaveMessage === null ? null : say(contact.mayLeaveMessage ? 'yes' : 'no')],
          [say('contact.language'), languageInWords(record.handoff.language)],
          [say('contact.consent'), consent.scope.length === 0 ? say('consent.none') : consent.scope.map((scope) => say(`consent.${scope}`)).join(', ')],
        ]} />
      </section>
      <section aria-labelledby="told">
        <h2 id="told">{say('case.told')}</h2>
        <Facts rows={told.map(([id, text]) => [say(id), text])} />
      </section>
      <Written say={say} record={record} unread={unread} />
      {letter && <Letter say={say} letter={letter} />}
      {complaint?.draft && <Folded summary={say('case.draft')} open={unfolded}><p class="said">{complaint.draft}</p></Folded>}
      {transcript.length > 0 && <Folded summary={say('case.transcript', { lines: String(transcript.length) })} open={unfolded}><ol class="plain-list">{transcript.map(({ at, from, text }) => <li class={`said ${from}`} key={at}><p class="when">{say(`from.${from}`)}, {momentInWords(at)}</p>{text}</li>)}</ol></Folded>}
    </>
  );
}

function Written({ say, record, unread }: ContentProps): VNode {
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

function Letter({ say, letter }: { readonly say: Say; readonly letter: LetterReading }): VNode {
  const { kind, outcome, authority, department, caseNumber, letterDate, legalBasis, appeal, missing, terms } = letter;
  return (
    <section aria-labelledby="letter">
      <h2 id="letter">{say('case.letter')}</h2>
      <p class="hint">{say('case.letter-hint')}</p>
      <Facts rows={[
        [say('letter.kind'), say(`letter-kind.${kind}`)],
        [say('letter.outcome'), outcome && say(`letter-outcome.${outcome}`)],
        [say('letter.authority'), [authority, department].filter(Boolean).join(', ')],
        [say('letter.date'), letterDate && dateInFigures(letterDate)],
        [say('letter.case-number'), caseNumber],
        [say('letter.law'), legalBasis.map(({ law, section, subsection }) => `${law} § ${section}${subsection === null ? '' : `, stk. ${subsection}`}`).join('; ')],
        [say('letter.appeal'), appeal.possible === null ? say('not-said') : say(appeal.possible ? 'yes' : 'no')],
        [say('letter.deadline'), appeal.deadlineText && <mark>{appeal.deadlineText}</mark>],
        [say('letter.last-day'), appeal.deadline && dateInFigures(appeal.deadline)],
        [say('letter.missing'), missing.map((part) => say(`missing.${part}`)).join(', ')],
        [say('letter.terms'), terms.join(', ')],
      ]} />
    </section>
  );
}

/** Names and what is known of them; what nobody said is left out. */
export function Facts({ rows }: { readonly rows: readonly (readonly [string, ComponentChildren])[] }): VNode {
  const known = rows.filter(([, value]) => value !== null && value !== undefined && value !== '' && value !== false);
  return <dl class="facts">{known.map(([name, value]) => <><dt>{name}</dt><dd>{value}</dd></>)}</dl>;
}

export function Folded({ summary, children, open }: { readonly summary: string; readonly children: ComponentChildren; readonly open?: boolean }): VNode {
  return (
    <details open={open}>
      <summary>{summary}</summary>
      <div class="within">{children}</div>
    </details>
  );
}

/** How many of the citizen's messages nobody had seen when the page was asked for. */
export const unreadOf = (record: CaseRecord | null): number => (record === null ? 0 : unreadMessages(record));

/** A Danish number as it is read aloud, in pairs; others as they are. */
const phoneInGroups = (phone: string): string => phone.replace(/^\+45(\d\d)(\d\d)(\d\d)(\d\d)$/, '$1 $2 $3 $4');

/** "engelsk": by the platform's own table of languages; a code it does not know stands as it is. */
function languageInWords(code: string): string {
  try {
    return new Intl.DisplayNames(['da'], { type: 'language' }).of(code) ?? code;
  } catch {
    return code;
  }
}
