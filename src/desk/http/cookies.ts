/** The browser sends it over a safe line alone (and on the own machine), to this host alone, and never along with a request that another site began. */
const FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Strict';
export const SESSION_COOKIE = '__Host-desk';

export const sessionCookie = (token: string): string => `${SESSION_COOKIE}=${token}; ${FLAGS}`;
export const NO_SESSION_COOKIE = `${SESSION_COOKIE}=; ${FLAGS}; Max-Age=0`;

/** The cookies of a request by name; of two of one name the first. */
export function readCookies(header: string | undefined): Record<string, string> {
  const pairs = (header ?? '').split(';').flatMap((pair) => {
    const at = pair.indexOf('=');
    return at < 1 ? [] : [[pair.slice(0, at).trim(), pair.slice(at + 1).trim()] as const];
  });
  return Object.fromEntries(pairs.reverse());
}

/** What stands between going to the OpenID provider and coming back from it; the way back is begun by another site, so it is Lax. */
export const PENDING_COOKIE = '__Host-desk-oidc';
const PENDING_FLAGS = 'Path=/; Secure; HttpOnly; SameSite=Lax';
export const pendingCookie = (value: string): string => `${PENDING_COOKIE}=${value}; ${PENDING_FLAGS}; Max-Age=600`;
export const NO_PENDING_COOKIE = `${PENDING_COOKIE}=; ${PENDING_FLAGS}; Max-Age=0`;
