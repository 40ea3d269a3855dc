/** Without 0/O, 1/I/L: a reference is said on the phone and written down by hand. */
const ALPHABET = '23456789ABCDEFGHJKMNPQRSTUVWXYZ';
const LENGTH = 6;
/** The largest multiple of the alphabet below 256: bytes from there on are thrown away, so that every sign is equally likely. */
const FAIR = 256 - (256 % ALPHABET.length);

/** Gives `count` random bytes from a cryptographic source. */
export type RandomBytes = (count: number) => Uint8Array;

/**
 * Draws a reference.
 *
 * @example drawReference(2026, randomBytes) // 'BR-2026-7K4QX9'
 */
export function drawReference(year: number, randomBytes: RandomBytes): string {
  let signs = '';
  while (signs.length < LENGTH) {
    for (const byte of randomBytes(LENGTH * 2)) if (byte < FAIR && signs.length < LENGTH) signs += ALPHABET[byte % ALPHABET.length];
  }
  return `BR-${year}-${signs}`;
}

const WRITTEN = new RegExp(`(?<![\\p{L}\\p{N}])B\\s*R\\s*[-–.\\s]*(\\d{4})[-–.\\s]*((?:[${ALPHABET}][-\\s]*){${LENGTH}})(?![\\p{L}\\p{N}])`, 'u');

/**
 * The reference in what was written, as people write it (small letters, spaces for hyphens); null when there is none.
 *
 * @example readReference('det er br 2026 7k4 qx9') // 'BR-2026-7K4QX9'
 */
export function readReference(text: string): string | null {
  const found = WRITTEN.exec(text.normalize('NFKC').toUpperCase());
  return found ? `BR-${found[1]}-${found[2]?.replaceAll(/[-\s]/g, '')}` : null;
}

/** What was written, without the reference in it. */
export const withoutReference = (text: string): string => text.normalize('NFKC').replace(new RegExp(WRITTEN.source, 'giu'), ' ');
