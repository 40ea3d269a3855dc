import type { Server } from 'restify';

/** `/healthz`: the process lives. `/readyz`: it can keep what it is told; a balancer sends no one here while it cannot. */
export function mountHealth(server: Server, { ready }: { ready: () => Promise<boolean> }): void {
  server.get('/healthz', async (_request, response) => {
    response.header('cache-control', 'no-store');
    response.send(200, { status: 'ok' });
  });
  server.get('/readyz', async (_request, response) => {
    response.header('cache-control', 'no-store');
    if (await ready()) response.send(200, { status: 'ready' });
    else response.send(503, { error: { code: 'store-failed', message: 'The store takes no writes. Look at the disk.' } });
  });
}
