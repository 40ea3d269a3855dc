import type { VNode } from 'preact';
import type { KeptForm } from '../../domain/desk/kept-form';
import { DeskForm, type Say } from './frame';

/** What she wrote or chose herself, as far as she knows it again; the rest of a form is codes. */
const HERS = ['receivedBy', 'name', 'login', 'label', 'phone', 'title', 'subject', 'about', 'text', 'message', 'references', 'q'];
/** Passwords are not kept: where a form needs one it is typed anew. */
const WITH_PASSWORD = ['/adviser/accounts', '/adviser/accounts/password'];
/** Codes have words elsewhere. */
const CODES: Readonly<Record<string, string>> = { receivedBy: 'received-by' };

interface KeptProps {
  readonly say: Say;
  readonly csrf: string;
  readonly kept: KeptForm;
  /** The case that it belongs to; null for none. */
  readonly reference: string | null;
}

/** A form that could not be done when it was sent: nothing of it has happened, nothing of it is lost, one press does it. */
export function KeptPage({ say, csrf, kept: { path, fields }, reference }: KeptProps): VNode {
  const inWords = (name: string, value: string): string => (CODES[name] === undefined ? value : say(`${CODES[name]}.${value}`));
  const hers = HERS.flatMap((name) => (fields[name]?.trim() ? [{ name, text: inWords(name, fields[name]) }] : []));
  return (
    <>
      <h1>{say('kept.title')}</h1>
      <p class="box warn" role="alert">{say('kept.lead')}</p>
      {reference !== null && <p>{say('kept.case', { reference })}</p>}
      {hers.map(({ name, text }) => <p class="said note" key={name}>{text}</p>)}
      <DeskForm action={path} csrf={csrf}>
        {Object.entries(fields).map(([name, value]) => <input type="hidden" name={name} value={value} key={name} />)}
        {WITH_PASSWORD.includes(path) && (
          <div class="field"><label for="password">{say('kept.password')}</label><p class="hint" id="password-hint">{say('kept.password-hint')}</p><input id="password" name="password" type="password" autoComplete="new-password" required aria-describedby="password-hint" /></div>
        )}
        <div class="actions">
          <button type="submit">{say('kept.submit')}</button>
          {reference !== null && fields['act'] !== undefined && <button type="submit" class="second" formAction={`/adviser/cases/${reference}/edit`} formNoValidate>{say('kept.edit')}</button>}
          <a href="/adviser">{say('fault.to-list')}</a>
        </div>
      </DeskForm>
    </>
  );
}
