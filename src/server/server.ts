import { createServer as createRestify, type Request, type RequestHandler, type Response, type Server } from 'restify';
import { correlationIdOf } from './correlation';
import type { Log } from './log';
import { problemOf } from './problem';

/** Slow senders hold a connection no longer than this. */
const HEADERS_TIMEOUT_MS = 10_000;
const REQUEST_TIMEOUT_MS = 30_000;
/** A proxy keeps its connections for a minute, as a rule. Who ends them first may end one that is just being used again: 502, and nobody's fault. */
const PROXY_IDLE_MS = 75_000;

/** Of every answer; pages set a policy of their own. */
const SECURITY_HEADERS: Readonly<Record<string, string>> = {
  'x-content-type-options': 'nosniff',
  'referrer-policy': 'no-referrer',
  'x-frame-options': 'DENY',
  'content-security-policy': "default-src 'none'; frame-ancestors 'none'",
};

/** restify's own type does not know that an id can be set, once. */
type Named = Request & { id(set: string): string };

/** The HTTP rim without routes: headers, limits, and one way of answering faults. */
export function createServer({ log, trustProxy = false }: { log: Log; /** There is a proxy before us: take its `X-Request-Id`, and leave it to end a connection. */ trustProxy?: boolean }): Server {
  // restify logs through bunyan by itself, bodies and headers included (quality finding 4): it gets a log that is silent.
  const server = createRestify({ name: '', handleUncaughtExceptions: false, log: silentLog() } as Parameters<typeof createRestify>[0]);
  server.server.headersTimeout = HEADERS_TIMEOUT_MS;
  server.server.requestTimeout = REQUEST_TIMEOUT_MS;
  if (trustProxy) server.server.keepAliveTimeout = PROXY_IDLE_MS;
  server.pre((request: Request, response: Response, next) => {
    response.removeHeader('server');
    for (const [name, value] of Object.entries(SECURITY_HEADERS)) response.header(name, value);
    response.header('x-request-id', (request as Named).id(correlationIdOf(request, trustProxy)));
    next();
  });
  server.on('restifyError', (request: Request, response: Response, fault: unknown, done: () => void) => {
    sendProblem(request, response, fault, log);
    done();
  });
  return server;
}

/** A handler that answers; a fault in it becomes an answer too, told in `problem.ts`. */
export function answering(log: Log, handle: (request: Request, response: Response) => Promise<void>): RequestHandler {
  return async (request: Request, response: Response) => {
    try {
      await handle(request, response);
    } catch (fault) {
      sendProblem(request, response, fault, log);
    }
  };
}

function sendProblem(request: Request, response: Response, fault: unknown, log: Log): void {
  const { status, body } = problemOf(fault);
  if (status >= 500) log.error('request-failed', { fault: fault instanceof Error ? fault.name : 'unknown', request: request.id() });
  if (response.headersSent) return void response.end();
  response.header('cache-control', 'no-store');
  response.send(status, body);
}

function silentLog(): object {
  const nothing = (): void => undefined;
  const log = { trace: () => false, debug: nothing, info: nothing, warn: nothing, error: nothing, fatal: nothing, child: () => log };
  return log;
}
