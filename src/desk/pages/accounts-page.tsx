import type { VNode } from 'preact';
import { Role, type Account } from '../../domain/accounts/account';
import { SCOPES, type ApiToken } from '../../domain/accounts/api-token';
import { PASSWORD_LENGTH } from '../people/passwords';
import { DeskForm, type Say } from './frame';
import { dateInFigures } from './in-words';
import { Select } from './list-page';
import { AccountFields } from './login-page';

interface AccountsProps {
  readonly say: Say;
  readonly csrf: string;
  /** Who looks: she cannot shut herself out. */
  readonly me: string;
  readonly accounts: readonly Account[];
  readonly tokens: readonly ApiToken[];
  /** A token just made: shown this once. */
  readonly token: string | null;
  /** What is wrong with what was sent, in words; null when nothing is. */
  readonly wrong: string | null;
  readonly iso: (at: number) => string;
}

/** Accounts of people and tokens of machines, for administrators. */
export function AccountsPage({ say, csrf, me, accounts, tokens, token, wrong, iso }: AccountsProps): VNode {
  return (
    <>
      <h1>{say('menu.accounts')}</h1>
      {wrong !== null && <p class="box warn" role="alert">{wrong}</p>}
      {token !== null && <div class="box ok" role="status"><p>{say('token.made')}</p><code class="secret">{token}</code></div>}
      <table class="cards">
        <caption>{say('account.people')}</caption>
        <thead><tr><th scope="col">{say('list.name')}</th><th scope="col">{say('login.name')}</th><th scope="col">{say('account.role')}</th><th scope="col">{say('account.change')}</th></tr></thead>
        <tbody>
          {accounts.map(({ id, name, login, role, disabled }) => (
            <tr key={id}>
              <th scope="row">{name}</th><td>{login}</td><td>{say(`role.${role}`)}{disabled && ` – ${say('account.disabled')}`}</td>
              <td>{id === me ? '–' : <DeskForm action="/adviser/accounts/disable" csrf={csrf}><input type="hidden" name="id" value={id} /><input type="hidden" name="disabled" value={disabled ? '0' : '1'} /><button type="submit" class="second">{say(disabled ? 'account.enable' : 'account.disable')}<span class="of"> {name}</span></button></DeskForm>}</td>
            </tr>
          ))}
        </tbody>
      </table>
      <h2>{say('account.password')}</h2>
      <DeskForm action="/adviser/accounts/password" csrf={csrf}>
        <Select name="id" label={say('account.whose')} chosen={me} options={accounts.map(({ id, name, login }) => [id, `${name} (${login})`])} />
        <div class="field"><label for="new-password">{say('login.password')}</label><p class="hint" id="new-password-hint">{say('account.password-hint', { least: String(PASSWORD_LENGTH.least) })}</p><input id="new-password" name="password" type="password" autoComplete="new-password" minLength={PASSWORD_LENGTH.least} maxLength={PASSWORD_LENGTH.most} required aria-describedby="new-password-hint" /></div>
        <button type="submit">{say('account.set-password')}</button>
      </DeskForm>
      <h2>{say('account.new')}</h2>
      <DeskForm action="/adviser/accounts" csrf={csrf}>
        <AccountFields say={say} />
        <Select name="role" label={say('account.role')} chosen="adviser" options={Role.options.map((role) => [role, say(`role.${role}`)])} />
        <button type="submit">{say('account.make')}</button>
      </DeskForm>
      <h2>{say('token.title')}</h2>
      <p>{say('token.lead')}</p>
      {tokens.length > 0 && (
        <table class="cards">
          <caption>{say('token.title')}</caption>
          <thead><tr><th scope="col">{say('token.label')}</th><th scope="col">{say('token.scopes')}</th><th scope="col">{say('token.made-at')}</th><th scope="col">{say('account.change')}</th></tr></thead>
          <tbody>{tokens.map(({ id, label, scopes, madeAt }) => <tr key={id}><th scope="row">{label}</th><td>{scopes.map((scope) => say(`scope.${scope.replace(':', '-')}`)).join(', ')}</td><td>{dateInFigures(iso(madeAt))}</td><td><DeskForm action="/adviser/tokens/remove" csrf={csrf}><input type="hidden" name="id" value={id} /><button type="submit" class="second">{say('token.remove')}<span class="of"> {label}</span></button></DeskForm></td></tr>)}</tbody>
        </table>
      )}
      <DeskForm action="/adviser/tokens" csrf={csrf}>
        <div class="field"><label for="label">{say('token.label')}</label><input id="label" name="label" maxLength={80} required /></div>
        <fieldset><legend>{say('token.scopes')}</legend>{SCOPES.map((scope) => <div class="check" key={scope}><input type="checkbox" id={scope} name="scopes" value={scope} /><label for={scope}>{say(`scope.${scope.replace(':', '-')}`)}</label></div>)}</fieldset>
        <button type="submit">{say('token.make')}</button>
      </DeskForm>
    </>
  );
}
