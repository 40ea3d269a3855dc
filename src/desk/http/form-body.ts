import type { IncomingMessage } from 'node:http';
import { AdviserError } from '../../domain/adviser-error';

/** A long draft, with every letter written as six signs. */
const MOST_BYTES = 256 * 1024;

/** The fields of a form that was sent; of a name given twice, the values with commas between (check boxes). */
export async function readForm(request: IncomingMessage): Promise<Record<string, string>> {
  if (!/^application\/x-www-form-urlencoded\b/i.test(request.headers['content-type'] ?? '')) {
    request.resume();
    throw new AdviserError('bad-request', 'This takes a form.', 'Send application/x-www-form-urlencoded.');
  }
  const chunks: Buffer[] = [];
  let size = 0;
  for await (const chunk of request as AsyncIterable<Buffer>) {
    size += chunk.length;
    if (size <= MOST_BYTES) chunks.push(chunk);
  }
  if (size > MOST_BYTES) throw new AdviserError('too-large', `At most ${MOST_BYTES} bytes are taken.`, 'Write less.');
  const fields = new URLSearchParams(Buffer.concat(chunks).toString('utf8'));
  // Browsers send line ends as CR LF.
  return Object.fromEntries([...new Set(fields.keys())].map((key) => [key, fields.getAll(key).join(',').replaceAll('\r\n', '\n')]));
}
