import { createHash } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import type { Duplex } from 'node:stream';
import { ActivityTypes, type TurnContext } from 'botbuilder';
import { createDirectLine, type DirectLine, type DirectLineOptions, type LentTurn } from '../../src/channels/direct-line';
import type { ConversationStore } from '../../src/domain/conversations/conversation-store';
import { createLog } from '../../src/server/log';
import { createServer } from '../../src/server/server';
import { openEmbeddedStore, type EmbeddedStore } from '../../src/storage/nedb/open-embedded-store';

/** A check waits for what it expects and nothing else; on a busy machine that may take long. */
jest.setTimeout(30_000);

const KEY = createHash('sha256').update('a key of the test').digest();

/** What a bot that hears "wait" waits for, by conversation. */
export const gates = new Map<string, Promise<void>>();

/** A bot that repeats what it hears; some words make it do more. */
export async function echo(context: TurnContext, memory: LentTurn): Promise<void> {
  const { type, text, name } = context.activity;
  if (type === ActivityTypes.ConversationUpdate) return void (await context.sendActivity('welcome'));
  memory.state = { turns: Number(memory.state.turns ?? 0) + 1 };
  if (type === ActivityTypes.EndOfConversation) return void (await context.sendActivity('goodbye'));
  if (type === ActivityTypes.MessageReaction) return void (await context.sendActivity('thank you'));
  if (type === ActivityTypes.Event) return void (await context.sendActivity(`event ${name}`));
  if (text === 'throw') throw new Error('a secret of the bot');
  if (text === 'type') await context.sendActivity({ type: ActivityTypes.Typing });
  if (text === 'erase') memory.eraseAfterTurn = true;
  if (text === 'wait') await gates.get(context.activity.conversation.id);
  if (text === 'silent') return;
  await context.sendActivities([{ type: ActivityTypes.Message, text: `echo ${text}` }, { type: ActivityTypes.Message, text: `turn ${memory.state.turns}` }]);
}

/** A server with the channel and nothing else, on a real store. */
export class EchoServer {
  private constructor(
    readonly url: string,
    readonly directLine: DirectLine,
    readonly store: ConversationStore,
    private readonly embedded: EmbeddedStore,
    private readonly closeHttp: () => void,
    readonly folder: string,
    readonly clock: { now: number },
    private readonly streams: ReadonlyMap<Duplex, string>,
    /** Milliseconds that slow senders are waited for. */
    readonly timeouts: { readonly headers: number; readonly request: number },
  ) {}

  /** When set: the status that a request gets instead of its answer; null lets it pass. */
  outage: (method: string, path: string) => number | null = () => null;

  /** Cuts every open stream, as a network does. */
  cut(): void {
    for (const socket of this.streams.keys()) socket.destroy();
  }

  /** Streams that the server holds open for a conversation. */
  openSockets(conversationId: string): number {
    return [...this.streams].filter(([{ destroyed }, path]) => !destroyed && path.includes(conversationId)).length;
  }

  /** What the server holds in memory for readers that have not read it. */
  bufferedBytes(): number {
    return [...this.streams.keys()].reduce((sum, { writableLength }) => sum + writableLength, 0);
  }

  static async start(more: Partial<DirectLineOptions> = {}, folder = mkdtempSync(join(tmpdir(), 'vejviser-dl-')), wrap: (store: ConversationStore) => ConversationStore = (store) => store, port = 0): Promise<EchoServer> {
    const embedded = await openEmbeddedStore({ dataDir: join(folder, 'data'), key: KEY });
    const store = wrap(embedded.conversations);
    const log = createLog('silent');
    const server = createServer({ log });
    const clock = { now: Date.now() };
    let url = '';
    const directLine = createDirectLine({
      store,
      bot: echo,
      onTurnError: async (context) => void (await context.sendActivity('sorry')),
      clean: (activity) => activity,
      tokenKey: KEY,
      publicUrl: (forwarded) => forwarded ?? url,
      allowedOrigins: ['https://ishoj.dk'],
      trustProxy: false,
      now: () => clock.now,
      log,
      ...more,
    });
    let running: EchoServer | null = null;
    server.pre((request, response, next) => {
      const status = running?.outage(request.method ?? '', request.url ?? '') ?? null;
      if (status === null) return next();
      response.header('access-control-allow-origin', request.headers.origin ?? '*');
      response.send(status, { error: { code: 'Outage', message: 'The test’s.' } });
      return next(false);
    });
    directLine.mount(server);
    const streams = new Map<Duplex, string>();
    server.server.on('upgrade', (request: IncomingMessage, socket: Duplex) => {
      streams.set(socket, request.url ?? '');
      socket.on('close', () => streams.delete(socket));
    });
    await new Promise<void>((listening) => server.listen(port, '127.0.0.1', listening));
    url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`;
    running = new EchoServer(url, directLine, store, embedded, () => server.close(), folder, clock, streams, { headers: server.server.headersTimeout, request: server.server.requestTimeout });
    return running;
  }

  /** Stops; the data stay for another start. */
  async stop(): Promise<void> {
    this.closeHttp();
    await this.directLine.close();
    await this.embedded.close();
  }

  async remove(): Promise<void> {
    await this.stop();
    rmSync(this.folder, { recursive: true, force: true });
  }
}
