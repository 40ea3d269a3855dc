import type { IncomingMessage } from 'node:http';

const HOST = /^[a-z0-9.-]{1,253}(?::\d{1,5})?$|^\[[0-9a-f:]{2,39}\](?::\d{1,5})?$/i;

/** Where the client reached the proxy in front of us, as that proxy says; null without a trusted one, or when it says nothing we can use. */
export function forwardedUrl({ headers }: IncomingMessage, trustProxy: boolean): string | null {
  if (!trustProxy) return null;
  // The nearest proxy's word comes last; what stands before it may be the client's own.
  const last = (name: string): string => String(headers[name] ?? '').split(',').at(-1)?.trim() ?? '';
  const protocol = last('x-forwarded-proto').toLowerCase();
  const host = last('x-forwarded-host') || String(headers.host ?? '');
  if ((protocol !== 'http' && protocol !== 'https') || !HOST.test(host)) return null;
  return `${protocol}://${host.toLowerCase()}`;
}
