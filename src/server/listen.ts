import type { AddressInfo } from 'node:net';
import type { Server } from 'restify';
import { AdviserError } from '../domain/adviser-error';

/**
 * Resolves when the server listens, with its address: where port 0 was asked for, the one it got; without a slash at the end.
 *
 * @throws AdviserError `port-taken` when it cannot have the port: a fault of the settings
 */
export function listen(server: Server, { port, host }: { readonly port: number; readonly host: string }): Promise<string> {
  return new Promise((listening, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      failed(new AdviserError('port-taken', `Port ${port} on ${host} cannot be had (${cause.code ?? 'unknown'}).`, 'Set PORT or HOST to one that is free and start again.', { cause }));
    });
    server.listen(port, host, () => {
      const address = server.address() as AddressInfo;
      listening(`http://${host.includes(':') ? `[${host}]` : host}:${address.port}`);
    });
  });
}
