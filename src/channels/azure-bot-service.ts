import type { BotFrameworkAuthentication } from 'botframework-connector';
import type { Request, Response, Server } from 'restify';
import { JsonObject } from '../domain/json';
import { asActivity, ChannelActivity, isAnswered } from './channel-activity';
import { ChannelAdapter } from './channel-adapter';
import { ChannelTurns, type ChannelTurnOptions } from './channel-turns';
import { parseObject, readBytes } from './direct-line/json-body';
import { asDirectLineError, badRequest, forbidden, unauthorized } from './direct-line/protocol-error';
import { serviceUrlCheck } from './service-addresses';

/** Channels send cards and quotations along; what a person writes is far below. */
const BODY_BYTES = 256 * 1024;

export interface AzureBotServiceOptions extends ChannelTurnOptions {
  /** How tokens of channels are checked and ours are got. */
  readonly authentication: BotFrameworkAuthentication;
  readonly allowedServiceUrls: readonly string[];
}

/** Azure Bot Service's channels: Teams, its Web Chat, and whatever else is connected there. */
export interface AzureBotService {
  /** Adds `POST /api/messages` to a server. */
  mount(server: Server): void;
  /** Answers what was kept and not answered before the last stop; gives its number at once. */
  resumeUnanswered(which?: 'all' | 'left'): Promise<number>;
  /** Finishes the turns under way. */
  close(): Promise<void>;
}

/** Only to be made where an app id is set: without one the framework would take everybody's word. */
export function createAzureBotService(options: AzureBotServiceOptions): AzureBotService {
  const adapter = new ChannelAdapter(options.authentication);
  const turns = new ChannelTurns(options, adapter);
  const isAllowed = serviceUrlCheck(options.allowedServiceUrls);

  const handle = async (request: Request): Promise<{ status: number; body?: unknown }> => {
    const authorization = request.headers.authorization ?? '';
    if (authorization.trim() === '') throw unauthorized();
    const parsed = ChannelActivity.safeParse(parseObject((await readBytes(request, BODY_BYTES)).toString('utf8')));
    if (!parsed.success) throw badRequest('The body is no activity.');
    const activity = parsed.data;
    const sender = await adapter.authenticate(asActivity(JsonObject.parse(activity)), authorization).catch((fault: unknown) => {
      options.log.warn('channel-not-authenticated', { fault: fault instanceof Error ? fault.name : 'unknown', request: request.id() });
      throw unauthorized();
    });
    if (!isAllowed(activity.serviceUrl)) {
      options.log.warn('service-url-refused', { channel: activity.channelId, request: request.id() });
      throw forbidden('This service address is not allowed.');
    }
    if (activity.type === 'invoke') return { status: 501 };
    if (!isAnswered(activity.type)) return { status: 200 };
    const answer = await turns.take(sender, activity, request.id());
    return { status: answer?.status ?? 200, body: answer?.body };
  };

  return {
    mount: (server) => {
      server.post('/api/messages', async (request: Request, response: Response) => {
        try {
          const { status, body } = await handle(request);
          send(response, status, body);
        } catch (fault) {
          const { status, code, message } = asDirectLineError(fault);
          if (status >= 500) options.log.error('channel-failed', { fault: fault instanceof Error ? fault.name : 'unknown', request: request.id() });
          send(response, status, { error: { code, message } });
        }
      });
    },
    resumeUnanswered: (which) => turns.resume(which),
    close: () => turns.close(),
  };
}

function send(response: Response, status: number, body: unknown): void {
  response.writeHead(status, { 'content-type': 'application/json; charset=utf-8', 'cache-control': 'no-store' });
  response.end(body === undefined ? '' : JSON.stringify(body));
}
