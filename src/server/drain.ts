import type { IncomingMessage, ServerResponse } from 'node:http';
import type { Server } from 'restify';

/** Requests under way, so that a server that stops leaves none of them without its answer. */
export interface Drain {
  /** Requests that have no whole answer yet; those that stay open by their nature do not count. */
  count(): number;
  /** Takes no new connection; resolves when all that was asked is answered, or after `withinMs`. */
  stop(withinMs: number): Promise<void>;
}

/** Watches a server's requests from the start. */
export function createDrain(server: Server): Drain {
  const open = new Set<ServerResponse>();
  const waiting = new Set<() => void>();
  server.server.on('request', (_request: IncomingMessage, response: ServerResponse) => {
    open.add(response);
    response.once('close', () => {
      open.delete(response);
      for (const look of waiting) look();
    });
  });
  const count = (): number => [...open].filter((response) => !isStream(response)).length;
  return {
    count,
    stop: async (withinMs) => {
      server.close();
      server.server.closeIdleConnections();
      await new Promise<void>((resolve) => {
        const end = (): void => {
          clearTimeout(timer);
          waiting.delete(look);
          resolve();
        };
        const look = (): void => {
          if (count() === 0) end();
        };
        const timer = setTimeout(end, withinMs);
        waiting.add(look);
        look();
      });
    },
  };
}

/** A stream of events ends when its reader goes. */
const isStream = (response: ServerResponse): boolean => String(response.getHeader('content-type') ?? '').startsWith('text/event-stream');
