import type { Server } from 'restify';
import { AdviserError } from '../domain/adviser-error';

/**
 * Resolves when the server listens.
 *
 * @throws AdviserError `port-taken` when it cannot have the port: a fault of the settings
 */
export function listen(server: Server, { port, host }: { readonly port: number; readonly host: string }): Promise<void> {
  return new Promise((listening, failed) => {
    server.once('error', (cause: NodeJS.ErrnoException) => {
      failed(new AdviserError('port-taken', `Port ${port} on ${host} cannot be had (${cause.code ?? 'unknown'}).`, 'Set PORT or HOST to one that is free and start again.', { cause }));
    });
    server.listen(port, host, () => listening());
  });
}
