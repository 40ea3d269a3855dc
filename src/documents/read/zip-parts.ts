import { inflateRawSync } from 'node:zlib';
import { documentFault } from './document-fault';
import { LIMITS } from './limits';

const END = 0x06054b50;
const ENTRY = 0x02014b50;
const LOCAL = 0x04034b50;
const MOST_PARTS = 2000;

/** The parts of a packed file (zip), each unpacked when asked for. */
export interface ZipParts {
  readonly names: readonly string[];
  /** The bytes of a part; null when there is none of that name. */
  read(name: string): Buffer | null;
  /** Unpacks everything once, to see that it stays within the limits. What it says of its own size is not believed. */
  proveSize(): void;
}

/**
 * Reads the directory of a zip.
 *
 * @throws AdviserError `document-broken`, `document-locked` (a part is enciphered), `document-too-large` (it unfolds to more than the limit: a bomb)
 */
export function openZip(bytes: Uint8Array): ZipParts {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  const parts = directory(file);
  const read = (name: string, most: number): Buffer | null => {
    const part = parts.get(name);
    return part ? unpack(file, part, most) : null;
  };
  return {
    names: [...parts.keys()],
    read: (name) => read(name, LIMITS.unpackedBytes),
    proveSize: () => {
      let left: number = LIMITS.unpackedBytes;
      for (const name of parts.keys()) left -= read(name, left)?.length ?? 0;
    },
  };
}

interface Part {
  readonly at: number;
  readonly packed: number;
  readonly deflated: boolean;
}

function directory(file: Buffer): ReadonlyMap<string, Part> {
  let end = file.length - 22;
  while (end >= 0 && end > file.length - 66_000 && file.readUInt32LE(end) !== END) end -= 1;
  if (end < 0 || file.readUInt32LE(end) !== END) throw documentFault('document-broken');
  const count = file.readUInt16LE(end + 10);
  if (count > MOST_PARTS) throw documentFault('document-too-large');
  const parts = new Map<string, Part>();
  let at = file.readUInt32LE(end + 16);
  for (let number = 0; number < count; number++) {
    if (at + 46 > file.length || file.readUInt32LE(at) !== ENTRY) throw documentFault('document-broken');
    if ((file.readUInt16LE(at + 8) & 1) === 1) throw documentFault('document-locked');
    const [name, extra, comment] = [file.readUInt16LE(at + 28), file.readUInt16LE(at + 30), file.readUInt16LE(at + 32)];
    parts.set(file.toString('utf8', at + 46, at + 46 + name), { at: file.readUInt32LE(at + 42), packed: file.readUInt32LE(at + 20), deflated: file.readUInt16LE(at + 10) === 8 });
    at += 46 + name + extra + comment;
  }
  return parts;
}

function unpack(file: Buffer, { at, packed, deflated }: Part, most: number): Buffer {
  if (at + 30 > file.length || file.readUInt32LE(at) !== LOCAL) throw documentFault('document-broken');
  const start = at + 30 + file.readUInt16LE(at + 26) + file.readUInt16LE(at + 28);
  const content = file.subarray(start, start + packed);
  if (!deflated) {
    if (content.length > most) throw documentFault('document-too-large');
    return content;
  }
  try {
    return inflateRawSync(content, { maxOutputLength: Math.max(most, 1) });
  } catch (cause) {
    const code = cause instanceof Error && 'code' in cause ? cause.code : '';
    throw documentFault(code === 'ERR_BUFFER_TOO_LARGE' ? 'document-too-large' : 'document-broken', cause);
  }
}
