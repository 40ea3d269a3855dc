import type { Configuration } from 'openid-client';
import { z } from 'zod';
import type { Role } from '../../domain/accounts/account';
import { AdviserError } from '../../domain/adviser-error';

/** Where and as whom we ask. */
export interface OpenIdSettings {
  readonly issuer: string;
  readonly clientId: string;
  readonly clientSecret: string;
  /** Mail addresses or subjects, in small letters. */
  readonly advisers: readonly string[];
  readonly administrators: readonly string[];
}

/** What is kept in the browser between going to the provider and coming back. */
export const Pending = z.object({ state: z.string().min(16), nonce: z.string().min(16), verifier: z.string().min(16), /** Where to go on to. */ to: z.string().default('/adviser'), /** She was asked to log in anew, though the provider knows her. */ anew: z.boolean().default(false) });
export type Pending = z.infer<typeof Pending>;

/** Someone whom the provider vouches for. */
export interface Vouched {
  readonly subject: string;
  readonly login: string;
  readonly name: string;
  /** Null: she is on no list, and does not come in. */
  readonly role: Role | null;
  /** When the provider last saw her log in, milliseconds since 1970; null where it does not say. */
  readonly seenAt: number | null;
}

/** Logging in by OpenID Connect: authorization code with PKCE. */
export interface OpenId {
  /** `to`: where to go on to; given, she logs in anew even if the provider knows her. */
  begin(callback: string, to?: string): Promise<{ readonly url: string; readonly pending: Pending }>;
  /** Rejects with `forbidden` when the provider does not vouch for her, or not for this attempt. */
  finish(callback: string, query: Readonly<Record<string, string>>, pending: Pending): Promise<Vouched>;
}

const Claims = z.looseObject({ sub: z.string(), email: z.string().optional(), email_verified: z.boolean().optional(), name: z.string().optional(), auth_time: z.number().optional() });

export function createOpenId({ issuer, clientId, clientSecret, advisers, administrators }: OpenIdSettings): OpenId {
  // The package is an ES module; and where nobody uses it, it is not loaded.
  const library = () => import('openid-client');
  let known: Promise<Configuration> | null = null;
  const configuration = (): Promise<Configuration> => {
    known ??= library().then(({ discovery, allowInsecureRequests }) => discovery(new URL(issuer), clientId, clientSecret, undefined, issuer.startsWith('http:') ? { execute: [allowInsecureRequests] } : undefined));
    // A provider that did not answer is asked again by the next who comes.
    known.catch(() => (known = null));
    return known;
  };
  const roleOf = (names: readonly string[]): Role | null => (names.some((name) => administrators.includes(name)) ? 'administrator' : names.some((name) => advisers.includes(name)) ? 'adviser' : null);
  return {
    begin: async (callback, to) => {
      const { buildAuthorizationUrl, calculatePKCECodeChallenge, randomNonce, randomPKCECodeVerifier, randomState } = await library();
      const pending = { state: randomState(), nonce: randomNonce(), verifier: randomPKCECodeVerifier(), to: to ?? '/adviser', anew: to !== undefined };
      const url = buildAuthorizationUrl(await configuration(), { redirect_uri: callback, scope: 'openid email profile', state: pending.state, nonce: pending.nonce, code_challenge: await calculatePKCECodeChallenge(pending.verifier), code_challenge_method: 'S256', ...(pending.anew ? { prompt: 'login', max_age: '0' } : {}) });
      return { url: url.href, pending };
    },
    finish: async (callback, query, { state, nonce, verifier, anew }) => {
      const { authorizationCodeGrant, fetchUserInfo } = await library();
      const current = new URL(callback);
      for (const [name, value] of Object.entries(query)) current.searchParams.set(name, value);
      try {
        const tokens = await authorizationCodeGrant(await configuration(), current, { expectedState: state, expectedNonce: nonce, pkceCodeVerifier: verifier, idTokenExpected: true, ...(anew ? { maxAge: 60 } : {}) });
        const claims = Claims.parse(tokens.claims());
        const seenAt = claims.auth_time === undefined ? null : claims.auth_time * 1000;
        // Many providers tell mail and name on a second asking alone.
        const { sub, email, email_verified: verified, name } = claims.email === undefined ? Claims.parse({ ...claims, ...(await fetchUserInfo(await configuration(), tokens.access_token, claims.sub)) }) : claims;
        const mail = verified === false ? undefined : email?.toLowerCase();
        return { subject: `${issuer} ${sub}`, login: mail ?? sub, name: name ?? mail ?? sub, role: roleOf([sub.toLowerCase(), ...(mail === undefined ? [] : [mail])]), seenAt };
      } catch (cause) {
        throw new AdviserError('forbidden', 'The OpenID provider did not vouch for this login.', 'Log in again.', { cause });
      }
    },
  };
}
