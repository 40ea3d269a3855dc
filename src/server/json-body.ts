import type { IncomingMessage } from 'node:http';
import { AdviserError } from '../domain/adviser-error';

const MOST_BYTES = 64 * 1024;

/** The body of a request as JSON; what it may hold is for a schema to say. Throws `bad-request` or `too-large`. */
export async function readJsonBody(request: IncomingMessage): Promise<unknown> {
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  if (size > MOST_BYTES) throw new AdviserError('too-large', `At most ${MOST_BYTES} bytes are taken.`, 'Send less.');
  try {
    return JSON.parse(Buffer.concat(chunks).toString('utf8'));
  } catch {
    throw new AdviserError('bad-request', 'The body is not JSON.', 'Send application/json.');
  }
}
