import type { VNode } from 'preact';
import type { AuditEntry } from '../../domain/audit/audit-entry';
import type { Say } from './frame';
import { momentInWords } from './in-words';

interface AuditProps {
  readonly say: Say;
  /** The newest first. */
  readonly entries: readonly AuditEntry[];
  readonly total: number;
  readonly nameOf: (actor: string) => string;
  readonly iso: (at: number) => string;
}

/** Who looked at what, and why. */
export function AuditPage({ say, entries, total, nameOf, iso }: AuditProps): VNode {
  return (
    <>
      <h1>{say('menu.audit')}</h1>
      <p>{say('audit.lead', { total: String(total), shown: String(entries.length) })}</p>
      <div class="scroll" tabIndex={0} role="region" aria-label={say('menu.audit')}>
        <table>
          <thead><tr><th scope="col">{say('person.when')}</th><th scope="col">{say('audit.who')}</th><th scope="col">{say('audit.what')}</th><th scope="col">{say('list.case')}</th></tr></thead>
          <tbody>{entries.map(({ seq, at, actor, action, purpose, references }) => <tr key={seq}><td>{momentInWords(iso(at))}</td><td>{nameOf(actor)}</td><td>{say(`action.${action}`)} ({purpose})</td><td>{references.join(', ')}</td></tr>)}</tbody>
        </table>
      </div>
    </>
  );
}
