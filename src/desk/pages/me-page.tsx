import type { VNode } from 'preact';
import type { Role } from '../../domain/accounts/account';
import { PASSWORD_LENGTH } from '../people/passwords';
import { Facts } from './facts';
import { DeskForm, type Say } from './frame';

interface MeProps {
  readonly say: Say;
  readonly csrf: string;
  readonly name: string;
  readonly login: string;
  readonly role: Role;
  readonly openId: boolean;
  readonly wrong: string | null;
  readonly done: boolean;
}

/** Someone's own access. */
export function MePage({ say, csrf, name, login, role, openId, wrong, done }: MeProps): VNode {
  return (
    <>
      <h1>{say('menu.me')}</h1>
      {done && <p class="box ok" role="status">{say('me.done')}</p>}
      {wrong !== null && <p class="box warn" role="alert" id="wrong">{wrong}</p>}
      <Facts rows={[[say('list.name'), name], [say('login.name'), login], [say('account.role'), say(`role.${role}`)]]} />
      <h2>{say('me.password')}</h2>
      {openId ? <p>{say('me.municipality')}</p> : (
        <DeskForm action="/adviser/me/password" csrf={csrf}>
          <div class="field"><label for="current">{say('me.current')}</label><input id="current" name="current" type="password" autoComplete="current-password" required aria-describedby={wrong === null ? undefined : 'wrong'} /></div>
          <div class="field"><label for="password">{say('me.new')}</label><p class="hint" id="password-hint">{say('account.password-hint', { least: String(PASSWORD_LENGTH.least) })}</p><input id="password" name="password" type="password" autoComplete="new-password" minLength={PASSWORD_LENGTH.least} maxLength={PASSWORD_LENGTH.most} required aria-describedby="password-hint" /></div>
          <p class="hint">{say('me.others')}</p>
          <button type="submit">{say('me.submit')}</button>
        </DeskForm>
      )}
    </>
  );
}

/** Asks who is there before cases leave the desk. */
export function ConfirmPage({ say, csrf, to, openId, wrong, kept }: { readonly say: Say; readonly csrf: string; readonly to: string; readonly openId: boolean; readonly wrong: boolean; readonly kept: boolean }): VNode {
  return (
    <>
      <h1>{say('confirm.title')}</h1>
      {wrong && <p class="box warn" role="alert" id="wrong">{say('login.wrong')}</p>}
      {kept && <p class="box">{say('confirm.kept')}</p>}
      <p>{say('confirm.lead')}</p>
      {openId ? <p class="actions"><a class="button" href={`/adviser/oidc?to=${encodeURIComponent(to)}`}>{say('login.municipality')}</a> <a href="/adviser">{say('cancel')}</a></p> : (
        <DeskForm action="/adviser/confirm" csrf={csrf}>
          <input type="hidden" name="to" value={to} />
          <div class="field"><label for="password">{say('login.password')}</label><input id="password" name="password" type="password" autoComplete="current-password" required aria-describedby={wrong ? 'wrong' : undefined} /></div>
          <div class="actions"><button type="submit">{say('confirm.submit')}</button> <a href="/adviser">{say('cancel')}</a></div>
        </DeskForm>
      )}
    </>
  );
}
