import { randomBytes } from 'node:crypto';
import type { Request } from 'restify';
import { headOf, showsSecret, tokenOf, watermarkOf } from './caller';
import { clientAddress } from './client-address';
import { BASE, ownUrl, type Handler, type Parts } from './exchange';
import { readJson } from './json-body';
import type { ConversationHead } from './port';
import { faultCode } from './port';
import { rateLimit } from './rate-limit';
import { parse, StartBody } from './schemas';
import { newConversationId, newUserId } from './token-routes';
import { TOKEN_SECONDS, type Token } from './tokens';

type Holder = Pick<Token, 'conv' | 'user' | 'origins'>;

/** `POST conversations`: begins the token's conversation, or gives the one that was begun. */
export function startConversation(parts: Parts): Handler {
  const { options, limits, tokens, turns } = parts;
  const limit = rateLimit({ perMinute: limits.conversationsPerAddress });
  const limitAll = rateLimit({ perMinute: limits.conversationsInAll });
  return async (request) => {
    limit(clientAddress(request, options.trustProxy));
    const holder: Holder = showsSecret(request, options) ? { conv: newConversationId(), user: newUserId() } : tokenOf(request, tokens);
    const { locale } = parse(StartBody, await readJson(request, { optional: true }));
    const known = await options.store.find(holder.conv);
    if (!known) limitAll('all');
    const head = known ?? (await begin(parts, holder));
    if (!head.greeted) turns.welcome(head, locale, request.id());
    return { status: known ? 200 : 201, body: opened(parts, request, head, holder, 0) };
  };
}

/** Two requests with one token at the same moment begin one conversation. */
async function begin({ options }: Parts, { conv, user }: Holder): Promise<ConversationHead> {
  try {
    return await options.store.create({ id: conv, userId: user, startedAt: options.now() });
  } catch (fault) {
    const known = faultCode(fault) === 'conversation-exists' ? await options.store.find(conv) : null;
    if (!known) throw fault;
    return known;
  }
}

/** `GET conversations/{id}`: a new stream. Without a watermark it brings what is new, with an empty one all from the start. */
export function reconnect(parts: Parts): Handler {
  return async (request) => {
    const head = await headOf(request, parts);
    // A client ahead of us (its watermark is another conversation's, say) would otherwise wait for numbers that never come.
    const after = Math.min(watermarkOf(request) ?? head.lastSeq, head.lastSeq);
    return { status: 200, body: opened(parts, request, head, tokenOf(request, parts.tokens), after) };
  };
}

function opened({ options, tokens }: Parts, request: Request, head: ConversationHead, { user, origins }: Holder, after: number): object {
  const ticket = tokens.ticket(head.id, after, randomBytes(12).toString('base64url'), request.headers.origin);
  return {
    conversationId: head.id,
    token: tokens.issue(head.id, user, origins),
    expires_in: TOKEN_SECONDS,
    streamUrl: `${ownUrl(request, options).replace(/^http/, 'ws')}${BASE}/conversations/${head.id}/stream?t=${ticket}`,
    referenceGrammarId: head.id,
  };
}
