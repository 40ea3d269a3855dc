/** What one page gave. */
export interface PageReading {
  /** Its lines in reading order; an empty one between paragraphs. */
  readonly lines: readonly string[];
  /** Read by OCR, and so badly that parts of it may be lost. */
  readonly poor: boolean;
}

/** Whether lines hold enough to be words: what is found in a drawing, or on an empty page, does not. */
export function holdsText(lines: readonly string[]): boolean {
  const words = lines.join(' ').match(/\p{L}{3,}/gu) ?? [];
  return words.length >= LEAST_WORDS;
}

const LEAST_WORDS = 3;
