/** Page numbers and what stands with them: "Side 2 af 3", "1/2", "- 2 -". */
const PAGE_NUMBER = /^[\s\-–—]*(?:(?:side|page|s\.)\s*)?\d{1,3}(?:\s*(?:af|of|\/)\s*\d{1,3})?[\s\-–—]*$/iu;
const NUMBER_IN_FOOTER = /[\s·|,–-]*(?<!\p{L})(?:side|page)\s+\d{1,3}(?:\s*(?:af|of|\/)\s*\d{1,3})?\s*$/iu;
const LONGEST_FRAME = 200;
/** How many lines at a page's top or bottom are looked at. */
const DEPTH = 4;

/**
 * The pages' lines as one text: what is repeated at the top of the pages stands once, where it came first; what is
 * repeated at the bottom stands once, at the very end; page numbers go. So no sentence is broken by a footer.
 */
export function joinPages(pages: readonly (readonly string[])[]): string[] {
  const ends = pages.map(endsOf);
  const tops = repeated(ends.map(({ top }, number) => top.map((place) => pages[number]?.[place] ?? '')));
  const bottoms = repeated(ends.map(({ bottom }, number) => bottom.map((place) => pages[number]?.[place] ?? '')));
  const seen = new Set<string>();
  const footer: string[] = [];
  const joined: string[] = [];
  for (const [number, page] of pages.entries()) {
    const { top, bottom } = ends[number] ?? { top: [], bottom: [] };
    const kept = page.filter((line, place) => {
      const atTop = top.includes(place);
      if (!atTop && !bottom.includes(place)) return true;
      if (line.length <= LONGEST_FRAME && PAGE_NUMBER.test(line) && (pages.length > 1 || !/^[\s\d]+$/.test(line))) return false;
      const key = keyOf(line);
      if (!(atTop ? tops : bottoms).has(key)) return true;
      const first = !seen.has(key);
      seen.add(key);
      if (first && !atTop) footer.push(withoutNumber(line));
      return first && atTop;
    });
    const text = trimmed(kept);
    const goesOn = /[\p{L}\p{N},-]$/u.test(joined.at(-1) ?? '') && /^[\p{Ll}\p{N}]/u.test(text[0] ?? '');
    if (number > 0 && !goesOn) joined.push('');
    joined.push(...text);
  }
  return footer.length === 0 ? joined : [...joined, '', ...footer];
}

/** The places of a page's first and last filled lines; of a short page, the upper half and the lower. */
function endsOf(page: readonly string[]): { top: readonly number[]; bottom: readonly number[] } {
  const filled = page.flatMap((line, place) => (line === '' ? [] : [place]));
  const upper = Math.min(DEPTH, Math.ceil(filled.length / 2));
  const lower = Math.min(DEPTH, Math.floor(filled.length / 2));
  return { top: filled.slice(0, upper), bottom: filled.slice(filled.length - lower) };
}

/** Lines that stand on more than one of the pages, numbers aside. */
function repeated(ends: readonly (readonly string[])[]): ReadonlySet<string> {
  const counts = new Map<string, number>();
  for (const lines of ends) for (const key of new Set(lines.map(keyOf))) counts.set(key, (counts.get(key) ?? 0) + 1);
  return new Set([...counts].flatMap(([key, count]) => (count > 1 ? [key] : [])));
}

const keyOf = (line: string): string => withoutNumber(line).replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** A line as long as a paragraph is no header, and looking for numbers in it would take long. */
const withoutNumber = (line: string): string => (line.length > LONGEST_FRAME ? line : line.replace(NUMBER_IN_FOOTER, ''));

function trimmed(lines: readonly string[]): string[] {
  const first = lines.findIndex((line) => line !== '');
  const last = lines.findLastIndex((line) => line !== '');
  return first < 0 ? [] : lines.slice(first, last + 1);
}
