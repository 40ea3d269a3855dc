/** What a reading may cost at most (contract § 7). */
export const LIMITS = {
  fileBytes: 10 * 1024 * 1024,
  files: 10,
  pages: 20,
  /** Of a picture as it comes. */
  pixels: 40_000_000,
  /** Of a picture as it is read. */
  pixelsRead: 9_000_000,
  pageMilliseconds: 15_000,
  milliseconds: 120_000,
  memoryBytes: 512 * 1024 * 1024,
  /** Of all that a packed file (Word) unfolds to. */
  unpackedBytes: 40 * 1024 * 1024,
  /** Of the written part of a Word file; twenty pages have some 500 kB. */
  wordBytes: 5 * 1024 * 1024,
  /** Of the text that comes out: more is no letter. */
  characters: 400_000,
} as const;
