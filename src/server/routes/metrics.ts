import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request, Server } from 'restify';
import { AdviserError } from '../../domain/adviser-error';
import type { Log } from '../log';
import type { Metrics } from '../metrics';
import { answering } from '../server';

/** `GET /metrics` for who shows the token; without one it is answered on the machine itself alone, and never through a proxy. */
export function mountMetrics(server: Server, { metrics, token, log }: { metrics: Metrics; token: string | null; log: Log }): void {
  server.get(
    '/metrics',
    answering(log, async (request, response) => {
      if (!(token === null ? isLocal(request) : shows(request, token))) throw new AdviserError('not-found', 'There is nothing here.', 'Look for another address.');
      const text = Buffer.from(await metrics.text());
      response.writeHead(200, { 'content-type': 'text/plain; version=0.0.4; charset=utf-8', 'content-length': String(text.length), 'cache-control': 'no-store' });
      response.end(text);
    }),
  );
}

const isLocal = ({ socket, headers }: Request): boolean => ['127.0.0.1', '::1', '::ffff:127.0.0.1'].includes(socket.remoteAddress ?? '') && headers['x-forwarded-for'] === undefined && headers.forwarded === undefined;

function shows({ headers }: Request, token: string): boolean {
  const digest = (text: string): Buffer => createHash('sha256').update(text).digest();
  return timingSafeEqual(digest(headers.authorization ?? ''), digest(`Bearer ${token}`));
}
