import { randomBytes } from 'node:crypto';
import type { IncomingMessage } from 'node:http';
import { MESSAGE_BYTES, parseObject, readBytes } from './json-body';
import type { JsonObject, Upload } from './port';
import { badRequest, DirectLineError, tooLarge } from './protocol-error';

const FILE_BYTES = 10 * 1024 * 1024;
const FILES = 10;
/** All that one upload may hold: the files, and the message and part headers around them. */
export const UPLOAD_BYTES = FILE_BYTES * FILES + 1024 * 1024;
/** How the protocol marks the part that is the message itself. */
const ACTIVITY_TYPE = 'application/vnd.microsoft.activity';

/** What came in one upload: files, and the message that goes with them where there was one. */
export interface ReceivedFiles {
  readonly activity: JsonObject;
  readonly files: readonly Upload[];
}

/** Reads `POST …/upload`: one file as the body itself, or several parts. @throws DirectLineError 400, 413, 415 */
export async function readUpload(request: IncomingMessage, at: number): Promise<ReceivedFiles> {
  const bytes = await readBytes(request, UPLOAD_BYTES);
  const type = request.headers['content-type'] ?? '';
  const received = /^multipart\/form-data/i.test(type) ? await readParts(bytes, type) : single(bytes, type, request.headers['content-disposition'] ?? '');
  if (received.files.length === 0) throw badRequest('There is no file in the upload.');
  if (received.files.length > FILES) throw tooLarge(`At most ${FILES} files are taken at a time.`);
  return { activity: received.activity, files: received.files.map(({ name, bytes: content }) => ({ id: fileId(), name, contentType: checked(content), bytes: content, receivedAt: at })) };
}

/** Ten digits in a row might read as a CPR number, and be masked in the message that names the file: one id in 140 would. */
export function fileId(draw: (size: number) => Buffer = randomBytes): string {
  for (;;) {
    const id = draw(16).toString('hex');
    if (!/\d{10}/.test(id)) return id;
  }
}

interface Part {
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

async function readParts(bytes: Buffer, type: string): Promise<{ activity: JsonObject; files: Part[] }> {
  // The platform's own parser: it keeps names in UTF-8 and takes parts in any order.
  const form = await new Response(new Uint8Array(bytes), { headers: { 'content-type': type } }).formData().catch(() => {
    throw badRequest('The upload is not multipart/form-data.');
  });
  let activity: JsonObject = {};
  const files: Part[] = [];
  for (const part of form.values()) {
    if (typeof part === 'string') continue;
    const content = new Uint8Array(await part.arrayBuffer());
    if (part.type === ACTIVITY_TYPE && content.length > MESSAGE_BYTES) throw tooLarge(`A message may be at most ${MESSAGE_BYTES} bytes.`);
    if (part.type === ACTIVITY_TYPE) activity = parseObject(Buffer.from(content).toString('utf8'));
    else files.push({ name: cleanName(part.name), contentType: part.type, bytes: content });
  }
  return { activity, files };
}

function single(bytes: Buffer, type: string, disposition: string): { activity: JsonObject; files: Part[] } {
  const encoded = /filename\*=UTF-8''([^;]+)/i.exec(disposition)?.[1];
  const name = encoded === undefined ? /filename="?([^";]+)"?/i.exec(disposition)?.[1] : safeDecode(encoded);
  return { activity: {}, files: [{ name: cleanName(name ?? 'fil'), contentType: type, bytes: new Uint8Array(bytes) }] };
}

function safeDecode(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    return text;
  }
}

/** A name to show: without folders and control characters, of a length that can be read. */
const cleanName = (name: string): string => (name.split(/[\\/]/).at(-1) ?? '').replaceAll(/[\p{Cc}\p{Cf}]/gu, '').slice(0, 200) || 'fil';

const STARTS: readonly (readonly [type: string, bytes: readonly number[]])[] = [
  ['application/pdf', [0x25, 0x50, 0x44, 0x46]],
  ['image/png', [0x89, 0x50, 0x4e, 0x47]],
  ['image/jpeg', [0xff, 0xd8, 0xff]],
  // DOCX is a zip; what is in it is looked at when it is read.
  ['application/vnd.openxmlformats-officedocument.wordprocessingml.document', [0x50, 0x4b, 0x03, 0x04]],
];

/** The type by the content, whatever the client calls it. */
function checked(bytes: Uint8Array): string {
  if (bytes.length === 0) throw badRequest('The file is empty.');
  if (bytes.length > FILE_BYTES) throw tooLarge(`A file may be at most ${FILE_BYTES} bytes.`);
  const known = STARTS.find(([, start]) => start.every((byte, place) => bytes[place] === byte))?.[0];
  if (known) return known;
  if (isText(bytes)) return 'text/plain';
  throw new DirectLineError(415, 'UnsupportedMediaType', 'PDF, Word (DOCX), JPEG, PNG and plain text are taken.');
}

/** Whether it may be text: in UTF-8 or an older writing there is no zero, in UTF-16 every other byte is one (nearly). */
function isText(bytes: Uint8Array): boolean {
  const zeros = [0, 0];
  bytes.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  });
  const [fewer = 0, more = 0] = zeros.sort((a, b) => a - b);
  return more === 0 || (fewer <= bytes.length * 0.01 && more > bytes.length * 0.3);
}
