import type { VNode } from 'preact';
import type { RetentionVerdict } from '../../domain/desk/retention-due';
import { DeskForm, type Say } from './frame';
import { dateInFigures } from './in-words';

interface RetentionProps {
  readonly say: Say;
  readonly csrf: string;
  readonly verdicts: readonly RetentionVerdict[];
  readonly months: number;
  readonly erased: string | null;
}

/** The dry run: what will go and why, and what stays although its time has run. */
export function RetentionPage({ say, csrf, verdicts, months, erased }: RetentionProps): VNode {
  const going = verdicts.filter(({ kept }) => kept === null);
  return (
    <>
      <h1>{say('retention.title')}</h1>
      {erased !== null && <p class="box ok" role="status">{erased === '1' ? say('person.one-erased') : say('person.erased', { count: erased })}</p>}
      <p>{say('retention.lead', { months: String(months) })}</p>
      {verdicts.length === 0 && <p class="box">{say('retention.none')}</p>}
      {verdicts.length > 0 && (
        <table>
          <thead><tr><th scope="col">{say('list.case')}</th><th scope="col">{say('retention.due')}</th><th scope="col">{say('retention.what')}</th></tr></thead>
          <tbody>
            {verdicts.map(({ record: { handoff }, due, kept }) => (
              <tr key={handoff.reference}>
                <th scope="row"><a href={`/adviser/cases/${handoff.reference}`}>{handoff.reference}</a></th>
                <td>{dateInFigures(due)}</td>
                <td>{kept === null ? say('retention.goes') : say(`retention.kept.${kept}`)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      )}
      {going.length > 0 && <DeskForm action="/adviser/retention" csrf={csrf}><button type="submit" class="danger">{say('retention.now', { count: String(going.length) })}</button></DeskForm>}
    </>
  );
}
