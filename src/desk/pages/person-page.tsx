import type { DateTime } from 'luxon';
import type { VNode } from 'preact';
import type { CaseRecord } from '../../domain/cases/desk-file';
import type { CaseSummary } from '../../domain/desk/case-summary';
import { closingDoubts } from '../../domain/desk/closing-doubts';
import type { PersonExtract } from '../../domain/desk/person-extract';
import { DeskForm, type Say } from './frame';
import { ageInWords, dateInFigures, momentInWords } from './in-words';

interface PersonProps {
  readonly say: Say;
  readonly now: DateTime;
  readonly csrf: string;
  readonly q: string;
  readonly found: readonly CaseSummary[];
  /** How many cases were just erased; null when none were. */
  readonly erased: string | null;
}

/** Finds what is kept about one person: to be handed out, or to be erased. */
export function PersonPage({ say, now, csrf, q, found, erased }: PersonProps): VNode {
  return (
    <>
      <h1>{say('person.title')}</h1>
      {erased !== null && <p class="box ok" role="status">{say('person.erased', { count: erased })}</p>}
      <p>{say('person.lead')}</p>
      <DeskForm action="/adviser/person" csrf={csrf}>
        <div class="field"><label for="q">{say('filter.q')}</label><input id="q" name="q" type="search" value={q} required /></div>
        <button type="submit">{say('filter.submit')}</button>
      </DeskForm>
      {q !== '' && found.length === 0 && <p class="box">{say('list.none')}</p>}
      {found.length > 0 && (
        <DeskForm action="/adviser/person/preview" csrf={csrf}>
          <h2>{say('person.choose')}</h2>
          <ul class="plain-list">
            {found.map(({ reference, name, createdAt, title, subject }) => (
              <li class="check" key={reference}>
                <input type="checkbox" id={reference} name="references" value={reference} />
                <label for={reference}>{`${reference}, ${name ?? say('unknown-name')}, ${title ?? say(`subject.${subject}`)}, ${ageInWords(createdAt, now, say)}`}</label>
              </li>
            ))}
          </ul>
          <div class="actions">
            <button type="submit" name="what" value="extract">{say('person.extract')}</button>
            <button type="submit" name="what" value="erase" class="second">{say('person.erase')}</button>
          </div>
        </DeskForm>
      )}
    </>
  );
}

/** What the extract holds, before it is fetched. */
export function ExtractPage({ say, csrf, extract, references }: { readonly say: Say; readonly csrf: string; readonly extract: PersonExtract; readonly references: string }): VNode {
  return (
    <>
      <h1>{say('person.extract')}</h1>
      <p>{say('person.extract-lead')}</p>
      <ul>{extract.cases.map(({ reference, subject, receivedAt }) => <li key={reference}>{`${reference}, ${subject}, ${dateInFigures(receivedAt)}`}</li>)}</ul>
      <h2>{say('person.look-ups')}</h2>
      <div class="scroll" tabIndex={0} role="region" aria-label={say('person.look-ups')}>
        <table>
          <thead><tr><th scope="col">{say('person.when')}</th><th scope="col">{say('list.case')}</th><th scope="col">{say('person.why')}</th></tr></thead>
          <tbody>{extract.lookUps.map(({ at, action, reference }, place) => <tr key={place}><td>{momentInWords(at)}</td><td>{reference}</td><td>{say(`action.${action}`)}</td></tr>)}</tbody>
        </table>
      </div>
      <DeskForm action="/adviser/person/extract" csrf={csrf}>
        <input type="hidden" name="references" value={references} />
        <button type="submit">{say('person.fetch')}</button>
      </DeskForm>
      <p><a href="/adviser/person">{say('cancel')}</a></p>
    </>
  );
}

interface EraseProps {
  readonly say: Say;
  readonly csrf: string;
  /** ISO date. */
  readonly today: string;
  readonly records: readonly CaseRecord[];
}

/** What an erase takes away, before it does. */
export function ErasePage({ say, csrf, today, records }: EraseProps): VNode {
  return (
    <>
      <h1>{say('person.erase')}</h1>
      <p class="box warn">{say('person.erase-lead')}</p>
      <ul>
        {records.map((record) => (
          <li key={record.handoff.reference}>
            {say('person.erase-line', { reference: record.handoff.reference, name: record.handoff.contact.name ?? say('unknown-name'), status: say(`status.${record.handoff.status}`), messages: String(record.handoff.messages.length), notes: String(record.desk.notes.length), lines: String(record.handoff.transcript.length) })}
            {record.handoff.status !== 'closed' && <strong> {say('person.erase-open')}</strong>}
            {closingDoubts(record, today).map((doubt) => <strong key={doubt}> {say(`closing.${doubt}`, { day: record.handoff.nextDeadline === null ? '' : dateInFigures(record.handoff.nextDeadline) })}</strong>)}
          </li>
        ))}
      </ul>
      <DeskForm action="/adviser/person/erase" csrf={csrf}>
        <input type="hidden" name="references" value={records.map(({ handoff }) => handoff.reference).join(',')} />
        <div class="actions"><button type="submit" class="danger">{say('person.erase-now')}</button> <a href="/adviser/person">{say('cancel')}</a></div>
      </DeskForm>
    </>
  );
}
