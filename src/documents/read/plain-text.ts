/**
 * The text of a text file: by its mark (UTF-8, UTF-16), else UTF-8, else UTF-16 by where its zeros stand, else
 * Windows' Latin-1, which Danish letters were written in for thirty years.
 */
export function plainText(bytes: Uint8Array): string {
  const text = decode(bytes).replaceAll('\r\n', '\n').replaceAll('\r', '\n');
  // A letter handed on as NFD ("a" and a ring) would not match "å".
  return text.normalize('NFC').replaceAll('\0', '');
}

function decode(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return new TextDecoder('utf-16le').decode(bytes);
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return bigEndian(bytes.subarray(2));
  const zeros = [0, 0];
  bytes.subarray(0, 4096).forEach((byte, place) => {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
  });
  const [even = 0, odd = 0] = zeros;
  if (odd > even) return new TextDecoder('utf-16le').decode(bytes);
  if (even > odd) return bigEndian(bytes);
  try {
    return new TextDecoder('utf-8', { fatal: true }).decode(bytes);
  } catch {
    return new TextDecoder('windows-1252').decode(bytes);
  }
}

/** Not every Node has a decoder for UTF-16 with the high byte first. */
function bigEndian(bytes: Uint8Array): string {
  const swapped = Buffer.from(bytes.subarray(0, bytes.length - (bytes.length % 2))).swap16();
  return new TextDecoder('utf-16le').decode(swapped);
}
