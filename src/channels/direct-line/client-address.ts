import { isIPv4, isIPv6 } from 'node:net';
import type { IncomingMessage } from 'node:http';

/**
 * Whom a limit counts. Behind a trusted proxy the last entry of `X-Forwarded-For` is the one that the proxy itself
 * wrote; all before it the client may have made up. An IPv6 subscriber holds a whole /64, so that counts as one.
 *
 * @example limitKey('2001:db8:1:2:3:4:5:6') // '2001:db8:1:2::/64'
 */
export function clientAddress(request: IncomingMessage, trustProxy: boolean): string {
  const forwarded = trustProxy ? String(request.headers['x-forwarded-for'] ?? '').split(',').at(-1)?.trim() : '';
  return limitKey(forwarded || (request.socket.remoteAddress ?? 'unknown'));
}

export function limitKey(address: string): string {
  const mapped = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i.exec(address)?.[1];
  if (mapped !== undefined || isIPv4(address)) return mapped ?? address;
  if (!isIPv6(address)) return address.slice(0, 64);
  const [front = '', back] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const groups = front === '' ? [] : front.split(':');
  const missing = back === undefined ? 0 : 8 - groups.length - (back === '' ? 0 : back.split(':').length);
  const whole = [...groups, ...Array.from({ length: missing }, () => '0'), ...(back ? back.split(':') : [])];
  return `${whole.slice(0, 4).map((group) => group.replace(/^0+(?=.)/, '')).join(':')}::/64`;
}
