import type { IncomingMessage } from 'node:http';
import { JsonObject, type Json } from './port';
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
  try {
    for await (const chunk of request) {
      size += (chunk as Buffer).length;
      if (size <= limit) chunks.push(chunk as Buffer);
      else chunks.length = 0;
    }
  } catch {
    // Whoever hung up in the middle hears nothing of it.
    throw badRequest('The body was cut off.');
  }
  if (size > limit) throw tooLarge(`At most ${limit} bytes are taken.`);
  return Buffer.concat(chunks);
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
  const object = JsonObject.safeParse(withinBounds(parsed as Json, DEPTH)).data;
  if (!object || Array.isArray(parsed)) throw badRequest('The body must be one JSON object.');
  return object;
}

function withinBounds(value: Json, depth: number): Json {
  if (value === null || typeof value !== 'object') return value;
  if (depth === 0) throw badRequest('The body is nested too deeply.');
  if (Array.isArray(value)) return value.map((each) => withinBounds(each, depth - 1));
  return Object.fromEntries(Object.entries(value).flatMap(([key, each]) => (key === '__proto__' ? [] : [[key, withinBounds(each, depth - 1)] as const])));
}
