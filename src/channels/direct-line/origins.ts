/** Which websites may speak to us: those listed, and our own page. Requests without an Origin come from no website. */
export function originCheck(allowed: readonly string[]): (origin: string | undefined, ownUrl: string) => boolean {
  return (origin, ownUrl) => {
    if (origin === undefined) return true;
    return allowed.includes('*') || [...allowed, ...spellings(ownUrl)].some((each) => each.toLowerCase() === origin);
  };
}

/** On one machine `localhost` and `127.0.0.1` are the same place under two names. */
function spellings(url: string): string[] {
  const own = URL.canParse(url) ? new URL(url) : null;
  if (!own) return [];
  if (!['localhost', '127.0.0.1', '[::1]', '0.0.0.0'].includes(own.hostname)) return [own.origin];
  return ['localhost', '127.0.0.1', '[::1]'].map((host) => `${own.protocol}//${host}${own.port === '' ? '' : `:${own.port}`}`);
}
