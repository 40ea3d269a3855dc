import type { VNode } from 'preact';
import type { Say } from './frame';

/** Where one logs in through the municipality; `refused`: the provider vouched for nobody who may come in; `kept`: a form of hers waits behind it. */
export function OpenIdLoginPage({ say, refused, to = '/adviser', kept = false }: { readonly say: Say; readonly refused: boolean; readonly to?: string; readonly kept?: boolean }): VNode {
  return (
    <>
      <h1>{say('login.title')}</h1>
      {kept && <p class="box warn" role="alert">{say('login.kept')}</p>}
      {refused && <p class="box warn" role="alert">{say('login.refused')}</p>}
      <p><a class="button" href={to === '/adviser' ? '/adviser/oidc' : `/adviser/oidc?to=${encodeURIComponent(to)}`}>{say('login.municipality')}</a></p>
    </>
  );
}

/** Shown for a moment on the way in. */
export function WelcomePage({ say }: { readonly say: Say }): VNode {
  return (
    <>
      <h1>{say('login.welcome')}</h1>
      <p><a href="/adviser">{say('fault.to-list')}</a></p>
    </>
  );
}
