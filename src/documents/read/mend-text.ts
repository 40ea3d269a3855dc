/** Words that may follow a hyphen which stays: "børne- og ungeudvalget". */
const AFTER_A_HYPHEN = /^(og|eller|samt|til|and|or)(?!\p{L})/u;
/** Every letter stands by itself, or nearly: "U d sk r i f t". */
const LETTERS_ONLY = /^\p{L}+$/u;

/** The text of lines: words divided at a line's end are put together, spaced-out headings closed up, empty lines kept single. */
export function mendText(lines: readonly string[]): string {
  return mendLines(lines).join('\n');
}

/** The same, line by line. */
export function mendLines(lines: readonly string[]): string[] {
  const mended: string[] = [];
  for (const raw of lines) {
    const line = closeUp(raw.replaceAll('\u00ad', '').replaceAll(/[\u00a0\u2000-\u200a\u202f\t]/g, ' ').trimEnd());
    const before = mended.at(-1);
    const rest = before === undefined ? null : carriedOver(before, line);
    if (rest === null) {
      if (line !== '' || (before !== undefined && before !== '')) mended.push(line);
      continue;
    }
    mended[mended.length - 1] = rest.line;
    if (rest.next !== '') mended.push(rest.next);
  }
  if (mended.at(-1) === '') mended.pop();
  return mended;
}

/** The first word of a line moved up to the part it was divided from; null when the line before was not divided. */
function carriedOver(before: string, line: string): { line: string; next: string } | null {
  const next = line.trimStart();
  if (!/\p{L}[-\u2010]$/u.test(before) || !/^\p{Ll}/u.test(next) || AFTER_A_HYPHEN.test(next)) return null;
  const end = next.search(/\s/);
  const word = end < 0 ? next : next.slice(0, end);
  return { line: before.slice(0, -1) + word, next: end < 0 ? '' : next.slice(end).trimStart() };
}

/** A heading set with spaces between its letters, closed up; wider gaps part its words. */
function closeUp(line: string): string {
  if (!isSpacedOut(line)) return line;
  return line
    .trim()
    .split(/ {2,}/)
    .map((word) => word.replaceAll(' ', ''))
    .join(' ');
}

/** Whether a line is set with spaces between its letters. */
export function isSpacedOut(line: string): boolean {
  const parts = line.trim().split(/ +/);
  return parts.length >= 5 && parts.every((part) => LETTERS_ONLY.test(part)) && parts.filter((part) => part.length === 1).length >= parts.length * 0.6;
}
