/** What a reader takes for one sign, and where it begins. */
export interface Grapheme {
  readonly segment: string;
  readonly index: number;
}

const segmenter = new Intl.Segmenter('da', { granularity: 'grapheme' });
/** Longer than any sign; each segment of the engine holds a copy of all that was handed to it, so that it is not handed whole pages. */
const WINDOW = 256;

/** The signs of a text. */
export function graphemesOf(text: string): Grapheme[] {
  const found: Grapheme[] = [];
  for (let from = 0; from < text.length; ) {
    // Never between the halves of a letter: half a letter would be a sign of its own.
    const end = from + WINDOW - (/[\ud800-\udbff]/.test(text.charAt(from + WINDOW - 1)) ? 1 : 0);
    const segments = [...segmenter.segment(text.slice(from, end))];
    // The last sign of a window may go on beyond it: it begins the next.
    const whole = end < text.length && segments.length > 1 ? segments.slice(0, -1) : segments;
    for (const { segment, index } of whole) found.push({ segment, index: from + index });
    from += whole.reduce((sum, { segment }) => sum + segment.length, 0);
  }
  return found;
}
