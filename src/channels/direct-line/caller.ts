import { createHash, timingSafeEqual } from 'node:crypto';
import type { Request } from 'restify';
import { z } from 'zod';
import type { DirectLineOptions } from './direct-line-options';
import type { Parts } from './exchange';
import type { ConversationHead } from './port';
import { badRequest, conversationUnknown, forbidden, unauthorized } from './protocol-error';
import { Watermark } from './schemas';
import type { Token } from './tokens';

const ConversationPath = z.object({ conversationId: z.string() });

/** The conversation that the token is for; 403 for any other, so that an id tells nothing; 404 when it is gone. */
export async function headOf(request: Request, { options, tokens }: Pick<Parts, 'options' | 'tokens'>): Promise<ConversationHead> {
  const { conv } = tokenOf(request, tokens);
  if (ConversationPath.parse(request.params).conversationId !== conv) throw forbidden('The token is for another conversation.');
  const head = await options.store.find(conv);
  if (!head) throw conversationUnknown();
  return head;
}

/** @throws DirectLineError 401 without a token of ours, 403 for one whose time is over or that was given to another website */
export function tokenOf(request: Request, tokens: Parts['tokens']): Token {
  const bearer = bearerOf(request);
  if (bearer === null) throw unauthorized();
  const token = tokens.read(bearer);
  const { origin } = request.headers;
  if (token.origins !== undefined && origin !== undefined && !token.origins.includes(origin)) throw forbidden('The token is for another website.');
  return token;
}

/** The bearer of the request; null when there is no such header, empty when it is something else. */
export function bearerOf(request: Request): string | null {
  const { authorization } = request.headers;
  return authorization === undefined ? null : (/^Bearer ([^\s]+)$/i.exec(authorization)?.[1] ?? '');
}

/** Whether the caller shows the server's secret; how far a wrong one is right cannot be measured. */
export function showsSecret(request: Request, { secret }: DirectLineOptions): boolean {
  const bearer = bearerOf(request);
  return secret !== undefined && bearer !== null && timingSafeEqual(digest(bearer), digest(secret));
}

const digest = (text: string): Buffer => createHash('sha256').update(text).digest();

/** The watermark asked from: null when none was given, 0 (from the start) when it was empty. */
export function watermarkOf(request: Request): number | null {
  const watermark = Watermark.safeParse(queryOf(request).watermark);
  if (!watermark.success) throw badRequest('The watermark is none.');
  return watermark.data === undefined ? null : Number(watermark.data);
}

/** What stands behind the question mark; a name that stands there twice has a list. */
export function queryOf(request: Request): Readonly<Record<string, string | readonly string[]>> {
  const query = new URLSearchParams((request.url ?? '').split('?').slice(1).join('?'));
  return Object.fromEntries([...new Set(query.keys())].map((key) => [key, query.getAll(key).length === 1 ? (query.get(key) ?? '') : query.getAll(key)]));
}
