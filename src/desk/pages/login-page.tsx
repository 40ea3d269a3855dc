import type { VNode } from 'preact';
import { PASSWORD_LENGTH } from '../people/passwords';
import type { Say } from './frame';

/** Where one logs in; `wrong`: it did not work, for a reason that is not told; `kept`: a form of hers waits behind it. */
export function LoginPage({ say, to, wrong, kept }: { readonly say: Say; readonly to: string; readonly wrong: boolean; readonly kept: boolean }): VNode {
  return (
    <>
      <h1>{say('login.title')}</h1>
      {kept && <p class="box warn" role={wrong ? undefined : 'alert'}>{say('login.kept')}</p>}
      {wrong && <p class="box warn" role="alert" id="wrong">{say('login.wrong')}</p>}
      <form method="post" action="/adviser/login">
        <input type="hidden" name="to" value={to} />
        <div class="field">
          <label for="login">{say('login.name')}</label>
          <input id="login" name="login" autoComplete="username" required aria-describedby={wrong ? 'wrong' : undefined} />
        </div>
        <div class="field">
          <label for="password">{say('login.password')}</label>
          <input id="password" name="password" type="password" autoComplete="current-password" required />
        </div>
        <button type="submit">{say('login.submit')}</button>
      </form>
      <p class="hint">{say('login.help')}</p>
    </>
  );
}

/** Where the first account is made, by the link that the start printed. */
export function FirstAccountPage({ say, action, fault }: { readonly say: Say; readonly action: string; readonly fault: string | null }): VNode {
  return (
    <>
      <h1>{say('first.title')}</h1>
      <p>{say('first.lead')}</p>
      {fault !== null && <p class="box warn" role="alert">{fault}</p>}
      <form method="post" action={action}>
        <AccountFields say={say} />
        <button type="submit">{say('first.submit')}</button>
      </form>
    </>
  );
}

/** The fields of a new account. */
export function AccountFields({ say }: { readonly say: Say }): VNode {
  return (
    <>
      <div class="field">
        <label for="name">{say('account.name')}</label>
        <input id="name" name="name" autoComplete="name" maxLength={80} required />
      </div>
      <div class="field">
        <label for="login">{say('login.name')}</label>
        <p class="hint" id="login-hint">{say('account.login-hint')}</p>
        <input id="login" name="login" autoComplete="username" maxLength={80} required aria-describedby="login-hint" />
      </div>
      <div class="field">
        <label for="password">{say('login.password')}</label>
        <p class="hint" id="password-hint">{say('account.password-hint', { least: String(PASSWORD_LENGTH.least) })}</p>
        <input id="password" name="password" type="password" autoComplete="new-password" minLength={PASSWORD_LENGTH.least} maxLength={PASSWORD_LENGTH.most} required aria-describedby="password-hint" />
      </div>
    </>
  );
}
