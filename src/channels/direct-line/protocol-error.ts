import { faultCode } from './port';

/** A fault as Direct Line tells it: an HTTP status, and `{ error: { code, message } }` as the body. */
export class DirectLineError extends Error {
  override readonly name = 'DirectLineError';
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
    readonly headers: Readonly<Record<string, string>> = {},
  ) {
    super(message);
  }
}

/** What a client is told of any fault; of one we did not foresee, nothing but that there was one. */
export function asDirectLineError(fault: unknown): DirectLineError {
  if (fault instanceof DirectLineError) return fault;
  if (faultCode(fault) === 'conversation-unknown') return conversationUnknown();
  if (faultCode(fault) === 'store-failed') return new DirectLineError(503, 'ServiceUnavailable', 'The message could not be kept. Nothing was sent.', { 'retry-after': '5' });
  if (faultCode(fault) === 'store-unsure') return new DirectLineError(504, 'GatewayTimeout', 'Nobody knows whether the message was kept. Send it again under the same id.', { 'retry-after': '5' });
  return new DirectLineError(500, 'ServiceError', 'Something went wrong on the server.');
}

export const badRequest = (message: string): DirectLineError => new DirectLineError(400, 'BadArgument', message);
export const tooLarge = (message: string): DirectLineError => new DirectLineError(413, 'MessageSizeTooBig', message);
export const unauthorized = (): DirectLineError => new DirectLineError(401, 'BadArgument', 'The Authorization header is missing or not valid.');
export const forbidden = (message: string): DirectLineError => new DirectLineError(403, 'Forbidden', message);
export const notFound = (message: string): DirectLineError => new DirectLineError(404, 'NotFound', message);
/** Clients end the conversation for good when they hear this (quality D16). */
export const conversationUnknown = (): DirectLineError => new DirectLineError(404, 'ConversationNotFound', 'The conversation has ended or never was.');
