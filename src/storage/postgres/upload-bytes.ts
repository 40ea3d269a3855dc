import { z } from 'zod';
import type { Upload } from '../../domain/conversations/conversation-store';

const About = z.object({ id: z.string(), name: z.string(), contentType: z.string(), receivedAt: z.number() });
const LENGTH_BYTES = 4;

/** A file with what is known of it before it, as one piece to be sealed. */
export function bytesOfUpload({ bytes, ...about }: Upload): Uint8Array {
  const header = Buffer.from(JSON.stringify(about), 'utf8');
  const length = Buffer.alloc(LENGTH_BYTES);
  length.writeUInt32BE(header.length);
  return Buffer.concat([length, header, bytes]);
}

export function uploadOf(plain: Buffer): Upload {
  const end = LENGTH_BYTES + plain.readUInt32BE(0);
  return { ...About.parse(JSON.parse(plain.subarray(LENGTH_BYTES, end).toString('utf8'))), bytes: new Uint8Array(plain.subarray(end)) };
}
