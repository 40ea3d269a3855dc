import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { WebSocketServer } from 'ws';
import type { DirectLineLimits, DirectLineOptions } from './direct-line-options';
import { forwardedUrl } from './forwarded-url';
import { Listener } from './listener';
import type { JsonObject } from './port';
import { asDirectLineError, badRequest, conversationUnknown, DirectLineError, forbidden, notFound, unauthorized } from './protocol-error';
import type { Ticket, Tokens } from './tokens';

const KEEP_ALIVE_MS = 25_000;
/** A client may send an empty frame and nothing else. */
const MAX_FRAME_BYTES = 64 * 1024;
const USED_TICKETS_AT_MOST = 100_000;
/** The last words of an erased conversation wait for a slow reader no longer than this. */
const LAST_WORDS_MS = 500;
const PATH = /^\/v3\/directline\/conversations\/([A-Za-z0-9_-]{1,64})\/stream$/;

interface StreamParts {
  readonly options: Pick<DirectLineOptions, 'store' | 'publicUrl' | 'trustProxy' | 'log'>;
  readonly limits: Pick<DirectLineLimits, 'socketsPerConversation' | 'socketsInAll'>;
  readonly tokens: Tokens;
  readonly originAllowed: (origin: string | undefined, ownUrl: string) => boolean;
}

/** The WebSocket streams of all conversations: who may open one, who listens, and who must go. */
export class Streams {
  private readonly server = new WebSocketServer({ noServer: true, perMessageDeflate: false, maxPayload: MAX_FRAME_BYTES, clientTracking: false });
  private readonly listeners = new Map<string, Set<Listener>>();
  private readonly usedTickets = new Set<string>();
  private readonly unwatch: () => void;
  private readonly keepAlive: NodeJS.Timeout;
  private open = 0;
  private closed = false;

  constructor(private readonly parts: StreamParts) {
    this.server.on('wsClientError', (_fault, socket) => refuse(socket, badRequest('This is no WebSocket handshake.')));
    this.unwatch = parts.options.store.watch(
      (conversationId) => {
        for (const listener of this.of(conversationId)) listener.wake();
      },
      () => {
        for (const each of this.listeners.values()) for (const listener of each) listener.wake();
      },
    );
    this.keepAlive = setInterval(() => {
      for (const each of this.listeners.values()) for (const listener of each) listener.beat();
    }, KEEP_ALIVE_MS);
    this.keepAlive.unref();
  }

  /** Answers a handshake: 101, or 401 without a fresh ticket, 403 for another website, 404 for what is not there. */
  upgrade(request: IncomingMessage, socket: Duplex, rest: Buffer): void {
    // The HTTP server no longer looks after this socket: a client that hangs up now would end the process.
    socket.on('error', destroyed);
    this.admitted(request).then(
      (ticket) => this.server.handleUpgrade(request, socket, rest, (opened) => this.listen(new Listener(opened, ticket.conv, ticket.after, this.parts.options.store), ticket.conv)),
      (fault: unknown) => refuse(socket, asDirectLineError(fault)),
    );
  }

  /** Sends what is not kept, such as `typing`, to those who listen now. */
  sendNow(conversationId: string, activity: JsonObject): void {
    for (const listener of this.of(conversationId)) listener.sendNow(activity);
  }

  /** Resolves when all that is in the store has been handed to the sockets, or when a reader is too slow for it. */
  async delivered(conversationId: string): Promise<void> {
    let timer: NodeJS.Timeout | undefined;
    const late = new Promise<void>((resolve) => (timer = setTimeout(resolve, LAST_WORDS_MS)));
    await Promise.race([late, Promise.all([...this.of(conversationId)].map((listener) => listener.delivered()))]);
    clearTimeout(timer);
  }

  close(): void {
    this.closed = true;
    this.unwatch();
    clearInterval(this.keepAlive);
    this.sendAway();
    this.listeners.clear();
  }

  /** Ends all streams with 1012, "service restart": clients come back, to this process or another. */
  sendAway(): void {
    for (const each of this.listeners.values()) for (const listener of each) listener.end(1012);
  }

  /** Streams that are open now. */
  get count(): number {
    return this.open;
  }

  /** The ticket of a handshake that may go on; it is used up hereby. */
  private async admitted(request: IncomingMessage): Promise<Ticket> {
    const [path = '', query = ''] = (request.url ?? '/').split('?');
    const { origin } = request.headers;
    const { tokens, options, limits, originAllowed } = this.parts;
    const conversationId = PATH.exec(path)?.[1];
    if (conversationId === undefined) throw notFound('There is nothing here.');
    if (!originAllowed(origin, options.publicUrl(forwardedUrl(request, options.trustProxy)))) throw forbidden('This website may not use the chat.');
    const ticket = tokens.readTicket(new URLSearchParams(query).get('t') ?? '');
    if (!ticket || ticket.conv !== conversationId || this.usedTickets.has(ticket.jti)) throw unauthorized();
    if (ticket.origin !== undefined && ticket.origin !== origin) throw forbidden('The stream is for another website.');
    if (this.closed) throw new DirectLineError(503, 'ServiceUnavailable', 'The server is stopping.');
    if (this.open >= limits.socketsInAll) throw new DirectLineError(503, 'ServiceUnavailable', 'Too many streams are open.');
    this.usedTickets.add(ticket.jti);
    // Tickets live a minute: long before the oldest is forgotten its time is over.
    if (this.usedTickets.size > USED_TICKETS_AT_MOST) for (const oldest of this.usedTickets) { this.usedTickets.delete(oldest); break; }
    if (!(await options.store.find(conversationId))) throw conversationUnknown();
    return ticket;
  }

  private listen(listener: Listener, conversationId: string): void {
    const all = this.of(conversationId);
    all.add(listener);
    this.listeners.set(conversationId, all);
    this.open += 1;
    listener.socket.on('close', () => {
      this.open -= 1;
      all.delete(listener);
      if (all.size === 0 && this.listeners.get(conversationId) === all) this.listeners.delete(conversationId);
    });
    // Of too many, the one goes that has been silent longest: on a phone that is a connection the network has lost.
    if (all.size > this.parts.limits.socketsPerConversation) [...all].reduce((a, b) => (b.heardAt < a.heardAt ? b : a)).end(1008, 'too many');
    listener.wake();
  }

  private of(conversationId: string): Set<Listener> {
    return this.listeners.get(conversationId) ?? new Set();
  }
}

/** A function of its own: one made in the handshake would hold the whole request for as long as the stream is open. */
function destroyed(this: Duplex): void {
  this.destroy();
}

function refuse(socket: Duplex, { status, code, message }: DirectLineError): void {
  const body = JSON.stringify({ error: { code, message } });
  socket.end(`HTTP/1.1 ${status} ${code}\r\nConnection: close\r\nContent-Type: application/json; charset=utf-8\r\nCache-Control: no-store\r\nContent-Length: ${Buffer.byteLength(body)}\r\n\r\n${body}`);
}
