import { randomBytes } from 'node:crypto';
import { bearerOf, showsSecret, tokenOf } from './caller';
import { clientAddress } from './client-address';
import type { Handler, Parts } from './exchange';
import { readJson } from './json-body';
import { forbidden, unauthorized } from './protocol-error';
import { rateLimit } from './rate-limit';
import { GenerateBody, parse } from './schemas';
import { TOKEN_SECONDS } from './tokens';

/** 160 random bits: no id is ever guessed. */
export const newConversationId = (): string => randomBytes(20).toString('base64url');
/** Only ids given out with a token begin so (protocol: user.id). */
export const newUserId = (): string => `dl_${randomBytes(16).toString('hex')}`;

/** `POST tokens/generate`: a token for a conversation that is not begun yet. */
export function generateToken({ options, limits, tokens }: Parts): Handler {
  const limit = rateLimit({ perMinute: limits.tokensPerAddress });
  return async (request) => {
    limit(clientAddress(request, options.trustProxy));
    if (options.secret === undefined ? bearerOf(request) !== null : !showsSecret(request, options)) throw unauthorized();
    const { user, User, trustedOrigins, TrustedOrigins } = parse(GenerateBody, await readJson(request, { optional: true }));
    const conversationId = newConversationId();
    const token = tokens.issue(conversationId, user?.id ?? User?.Id ?? User?.id ?? newUserId(), trustedOrigins ?? TrustedOrigins);
    return { status: 200, body: { conversationId, token, expires_in: TOKEN_SECONDS } };
  };
}

/** `POST tokens/refresh`: the same conversation, user and websites for another half hour. */
export function refreshToken({ options, tokens }: Parts): Handler {
  return async (request) => {
    if (showsSecret(request, options)) throw forbidden('A secret cannot be refreshed.');
    const { conv, user, origins } = tokenOf(request, tokens);
    return { status: 200, body: { conversationId: conv, token: tokens.issue(conv, user, origins), expires_in: TOKEN_SECONDS } };
  };
}
