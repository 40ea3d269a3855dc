import type { Request, RequestHandler, Response } from 'restify';
import type { DirectLineLimits, DirectLineOptions } from './direct-line-options';
import { forwardedUrl } from './forwarded-url';
import { asDirectLineError, forbidden, type DirectLineError } from './protocol-error';
import type { Tokens } from './tokens';
import type { Turns } from './turns';

export const BASE = '/v3/directline';
/** What this channel's clients send with a preflight (quality D39). */
const CORS_HEADERS = 'authorization, content-type, x-ms-bot-agent, x-requested-with';

/** What the routes work with. */
export interface Parts {
  readonly options: DirectLineOptions;
  readonly limits: DirectLineLimits;
  readonly tokens: Tokens;
  readonly turns: Turns;
  readonly originAllowed: (origin: string | undefined, ownUrl: string) => boolean;
}

/** What a handler answers: a status and a JSON body, or bytes with headers of their own. */
export interface Reply {
  readonly status: number;
  readonly body: object | Buffer;
  readonly headers?: Readonly<Record<string, string>>;
}

export type Handler = (request: Request) => Promise<Reply>;

/** Where this client reaches us, without a slash at the end. */
export const ownUrl = (request: Request, { publicUrl, trustProxy }: DirectLineOptions): string => publicUrl(forwardedUrl(request, trustProxy));

/** Runs a handler and turns what comes of it, faults included, into an answer that clients understand. */
export function answering(parts: Parts, handler: Handler): RequestHandler {
  return async (request: Request, response: Response) => {
    try {
      if (!setCors(request, response, parts)) throw forbidden('This website may not use the chat.');
      send(response, await handler(request));
    } catch (fault) {
      const known = asDirectLineError(fault);
      if (known.status >= 500) parts.options.log.error('direct-line-failed', { status: known.status, fault: fault instanceof Error ? fault.name : 'unknown', request: request.id() });
      send(response, asReply(known));
    }
  };
}

/** A fault as it is told. */
export const asReply = ({ status, code, message, headers }: DirectLineError): Reply => ({ status, body: { error: { code, message } }, headers });

/** A preflight: 204 for everyone, the headers of CORS for websites that are allowed. */
export function preflight(parts: Parts): RequestHandler {
  return async (request: Request, response: Response) => {
    setCors(request, response, parts);
    response.writeHead(204, { 'cache-control': 'no-store' });
    response.end();
  };
}

/** By hand: the server's own `send` would look at `Accept` and may answer with something else than JSON. */
function send(response: Response, { status, body, headers }: Reply): void {
  const bytes = Buffer.isBuffer(body) ? body : Buffer.from(JSON.stringify(body));
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'content-length': String(bytes.length), 'cache-control': 'no-store', ...headers });
  response.end(bytes);
}

/** False for a website that is not allowed; a browser gets the headers of CORS only where it is. */
function setCors(request: Request, response: Response, { originAllowed, options }: Parts): boolean {
  const { origin } = request.headers;
  response.header('vary', 'Origin');
  if (origin === undefined) return true;
  if (!originAllowed(origin, ownUrl(request, options))) return false;
  response.header('access-control-allow-origin', origin);
  response.header('access-control-allow-methods', 'GET, POST, OPTIONS');
  response.header('access-control-allow-headers', CORS_HEADERS);
  response.header('access-control-max-age', '86400');
  return true;
}
