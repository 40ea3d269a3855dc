/**
 * The citizen's id that a Direct Line token names; null when it names none. It is only read, never trusted: the server
 * checks the token itself.
 */
export function userOfToken(token: string | null): string | null {
  try {
    const payload = (token ?? '').split('.')[1] ?? '';
    const claims: unknown = JSON.parse(atob(payload.replace(/-/g, '+').replace(/_/g, '/')));
    return typeof claims === 'object' && claims !== null && 'user' in claims && typeof claims.user === 'string' ? claims.user : null;
  } catch {
    return null;
  }
}
