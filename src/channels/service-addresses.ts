/** Where Microsoft's channels are answered: Teams' own address, and the others' below one domain. */
export const DEFAULT_SERVICE_URLS: readonly string[] = ['https://smba.trafficmanager.net', 'https://*.botframework.com'];

/**
 * Whether replies may be sent to an address. A message names the address its answer goes to: without a list, whoever
 * can send us one could have us call anything (threats B11). An entry is an origin; `*.` stands for any subdomain.
 *
 * @example serviceUrlCheck(['https://*.botframework.com'])('https://europe.webchat.botframework.com/') // true
 */
export function serviceUrlCheck(allowed: readonly string[]): (serviceUrl: string) => boolean {
  const entries = allowed.map((entry) => /^(https?:)\/\/(\*\.)?(.+)$/i.exec(entry.toLowerCase())).flatMap((match) => (match ? [{ protocol: match[1], below: match[2] !== undefined, host: match[3] ?? '' }] : []));
  return (serviceUrl) => {
    if (!URL.canParse(serviceUrl)) return false;
    const { protocol, host, username, password } = new URL(serviceUrl);
    if (username !== '' || password !== '') return false;
    return entries.some((entry) => entry.protocol === protocol && (entry.below ? host.endsWith(`.${entry.host}`) : host === entry.host));
  };
}
