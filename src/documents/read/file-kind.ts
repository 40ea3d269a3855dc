/** What a file is, by what is in it; its name is never asked. */
export type FileKind = 'pdf' | 'word' | 'picture' | 'text' | 'heic' | 'locked' | 'empty' | 'other';

const starts = (bytes: Uint8Array, text: string, at = 0): boolean => [...text].every((letter, place) => bytes[at + place] === letter.charCodeAt(0));

/** The old Office container: a Word file locked with a password is packed in one; so is Word before 2007. */
const OLD_CONTAINER = '\u00d0\u00cf\u0011\u00e0\u00a1\u00b1\u001a\u00e1';
const HEIC_BRANDS = /^(hei[cxms]|hev[cxms]|mif1|msf1|avif)$/;
/** Text that is made for a machine, not for a citizen. */
const MACHINE_TEXT = /^\s*(<!doctype|<html|<\?xml|<svg|<script|<head|<body|\{\\rtf|#!|%!PS)/i;

/** Decides by the first bytes. A zip is taken for Word: what is in it is seen when it is opened. */
export function fileKind(bytes: Uint8Array): FileKind {
  if (bytes.length === 0) return 'empty';
  if (starts(bytes, '%PDF-')) return 'pdf';
  if (starts(bytes, 'PK\u0003\u0004')) return 'word';
  if (starts(bytes, '\u0089PNG\r\n\u001a\n') || starts(bytes, '\u00ff\u00d8\u00ff')) return 'picture';
  if (starts(bytes, 'ftyp', 4) && HEIC_BRANDS.test(String.fromCharCode(...bytes.subarray(8, 12)))) return 'heic';
  // UTF-16 of "EncryptedPackage", the stream that only a locked file has.
  if (starts(bytes, OLD_CONTAINER)) return Buffer.from(bytes).includes(Buffer.from('EncryptedPackage', 'utf16le')) ? 'locked' : 'other';
  // Spaces or a mark before the head of a PDF do no harm and are met with.
  const head = Buffer.from(bytes.subarray(0, 1024)).toString('latin1');
  if (/^(?:\u00ef\u00bb\u00bf)?\s*%PDF-/.test(head)) return 'pdf';
  if (MACHINE_TEXT.test(head.replace(/^\u00ef\u00bb\u00bf/, ''))) return 'other';
  return looksLikeText(bytes) ? 'text' : 'other';
}

/** Hardly any byte that no text has. UTF-16 has many zeros, but all on the same side. */
function looksLikeText(bytes: Uint8Array): boolean {
  const part = bytes.subarray(0, 4096);
  const zeros = [0, 0];
  let control = 0;
  part.forEach((byte, place) => {
    if (byte === 0) zeros[place % 2] = (zeros[place % 2] ?? 0) + 1;
    else if (byte < 9 || (byte > 13 && byte < 32 && byte !== 27) || byte === 127) control += 1;
  });
  const [even = 0, odd = 0] = zeros;
  const hasZeros = even + odd > 0;
  return control <= part.length * 0.005 && (!hasZeros || Math.min(even, odd) <= part.length * 0.01);
}
