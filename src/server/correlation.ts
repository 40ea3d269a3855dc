import { AsyncLocalStorage } from 'node:async_hooks';
import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';

/** What a proxy before us may have named; anything else could write what it likes into our log. */
const NAMED = /^[A-Za-z0-9._-]{8,64}$/;

const current = new AsyncLocalStorage<string>();

/** The id of the request that all of this comes from, a turn that runs after its answer included; undefined outside of one. */
export const correlationId = (): string | undefined => current.getStore();

/** Runs what a request sets going under one id. */
export function correlated(request: IncomingMessage, trustProxy: boolean, run: (id: string) => void): void {
  const named = request.headers['x-request-id'];
  const id = trustProxy && typeof named === 'string' && NAMED.test(named) ? named : randomBytes(8).toString('hex');
  current.run(id, () => run(id));
}
