import type { IncomingMessage } from 'node:http';
import type { Json, JsonObject } from './port';
import { badRequest, DirectLineError, tooLarge } from './protocol-error';

/** The protocol's own limit of a message. */
export const MESSAGE_BYTES = 64 * 1024;
const DEPTH = 20;

/** Reads a body up to a limit. What is above it is let pass unread, so that the client hears the answer. */
export async function readBytes(request: IncomingMessage, limit: number): Promise<Buffer> {
  if (Number(request.headers['content-length'] ?? 0) > limit) {
    request.resume();
    throw tooLarge(`At most ${limit} bytes are taken.`);
  }
  const chunks: Buffer[] = [];
  let size = 0;
  // By its events: iterating over a request costs as much as all else that is done to a message before it is kept.
  await new Promise<void>((resolve, reject) => {
    // Whoever hung up in the middle hears nothing of it.
    const cutOff = (): void => reject(badRequest('The body was cut off.'));
    if (request.destroyed) return cutOff();
    request.on('data', (chunk: Buffer) => {
      size += chunk.length;
      if (size <= limit) chunks.push(chunk);
      else chunks.length = 0;
    });
    request.once('end', resolve).once('error', cutOff).once('close', () => request.readableEnded || cutOff());
  });
  if (size > limit) throw tooLarge(`At most ${limit} bytes are taken.`);
  return chunks.length === 1 && chunks[0] ? chunks[0] : Buffer.concat(chunks);
}

/** The body as a JSON object; an empty one where `optional`. @throws DirectLineError 400, 413, 415 */
export async function readJson(request: IncomingMessage, { optional = false }: { optional?: boolean } = {}): Promise<JsonObject> {
  const bytes = await readBytes(request, MESSAGE_BYTES);
  if (bytes.length === 0 && optional) return {};
  const type = request.headers['content-type'] ?? '';
  if ((request.headers['content-encoding'] ?? 'identity') !== 'identity') throw new DirectLineError(415, 'UnsupportedMediaType', 'The body must not be compressed.');
  if (!/^application\/(?:[\w.+-]+\+)?json\b/i.test(type)) throw new DirectLineError(415, 'UnsupportedMediaType', 'The body must be application/json.');
  return parseObject(bytes.toString('utf8'));
}

/** Parses a JSON object: at most 20 deep, without keys that reach for prototypes. */
export function parseObject(text: string): JsonObject {
  let parsed: unknown;
  try {
    parsed = JSON.parse(text);
  } catch {
    throw badRequest('The body is not JSON.');
  }
  if (typeof parsed !== 'object' || parsed === null || Array.isArray(parsed)) throw badRequest('The body must be one JSON object.');
  // What `JSON.parse` gives is JSON; only how much of it there is, and what it is called, is still to be looked at.
  keepWithinBounds(parsed as JsonObject, DEPTH);
  return parsed as JsonObject;
}

function keepWithinBounds(value: Json, depth: number): void {
  // JSON has no greatest number, and `1e999` would be kept as null.
  if (typeof value === 'number' && !Number.isFinite(value)) throw badRequest('A number is too large.');
  if (value === null || typeof value !== 'object') return;
  if (depth === 0) throw badRequest('The body is nested too deeply.');
  if (Object.hasOwn(value, '__proto__')) delete (value as JsonObject)['__proto__'];
  for (const each of Object.values(value)) keepWithinBounds(each, depth - 1);
}
