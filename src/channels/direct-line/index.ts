import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import type { Server } from 'restify';
import { DEFAULT_LIMITS, type DirectLineOptions } from './direct-line-options';
import { originCheck } from './origins';
import { fileLink } from './file-routes';
import { mountRoutes } from './routes';
import { Streams } from './streams';
import { Tokens } from './tokens';
import { Turns } from './turns';

export type { DirectLineLimits, DirectLineLog, DirectLineOptions, LentTurn } from './direct-line-options';
export type { ConversationHead, DirectLineStore, JsonObject, StoredActivity } from './port';

/** Direct Line 3.0, embedded: the chat protocol of Bot Framework's clients, without Azure. */
export interface DirectLine {
  /** Adds the routes and the WebSocket stream to a server. */
  mount(server: Server): void;
  /** Runs what was kept and not answered before the last stop; gives its number at once. `left`: only what waited at the last call as well, which no node has come to since. */
  resumeUnanswered(which?: 'all' | 'left'): Promise<number>;
  /** A link by which a file kept with a conversation can be fetched, for as long as an upload's; where clients reach us by `publicUrl`. */
  fileLink(conversationId: string, fileId: string): string;
  /** Ends all streams, so that clients come back, to this node or another: to be called where this one hears nothing of what others write. */
  sendAway(): void;
  /** How much is under way: streams that are open, conversations with turns that run or wait. */
  load(): { readonly streams: number; readonly turns: number };
  /** Finishes the turns under way, then closes the streams. */
  close(): Promise<void>;
}

/**
 * @example
 * const directLine = createDirectLine({ store, bot: async (context) => void (await context.sendActivity(`You said ${context.activity.text}`)), … });
 * directLine.mount(server);
 */
export function createDirectLine(options: DirectLineOptions): DirectLine {
  const limits = { ...DEFAULT_LIMITS, ...options.limits };
  const tokens = new Tokens(options.tokenKey, options.now);
  const originAllowed = originCheck(options.allowedOrigins);
  const streams = new Streams({ options, limits, tokens, originAllowed });
  const turns = new Turns(options, streams);
  return {
    mount: (server) => {
      mountRoutes(server, { options, limits, tokens, turns, originAllowed });
      server.server.on('upgrade', (request: IncomingMessage, socket: Duplex, rest: Buffer) => streams.upgrade(request, socket, rest));
    },
    fileLink: (conversationId, fileId) => fileLink({ options, tokens }, options.publicUrl(null), conversationId, fileId),
    resumeUnanswered: (which) => turns.resume(which),
    sendAway: () => streams.sendAway(),
    load: () => ({ streams: streams.count, turns: turns.underWay }),
    close: async () => {
      await turns.close();
      streams.close();
    },
  };
}
