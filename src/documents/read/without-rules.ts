import type { Grey } from './grey';

/** Dark enough to be part of a ruled line. */
const INK_BELOW = 170;
/** No stroke of a letter is as long, on a page of some 2,100 pixels' width. */
const LEAST_SHARE = 0.05;
/** A ruled line is thin; what is thicker is a picture or a bar. */
const MOST_THICK = 14;
/** Of a ruled line's pixels, at least so many are thin. */
const LEAST_THIN = 0.85;
/** So many lighter pixels do not end a line. */
const GAP = 2;

/** The page without its long straight lines, level and upright: a table's frame makes the recogniser lose what stands in it. */
export function withoutRules(page: Grey): Grey {
  const pixels = Uint8Array.from(page.pixels);
  const least = Math.round(page.width * LEAST_SHARE);
  wipe({ from: page.pixels, to: pixels, lines: page.height, length: page.width, step: 1, stride: page.width, least });
  wipe({ from: page.pixels, to: pixels, lines: page.width, length: page.height, step: page.width, stride: 1, least });
  return { ...page, pixels };
}

interface Direction {
  readonly from: Uint8Array;
  readonly to: Uint8Array;
  /** How many lines of pixels there are in this direction, and how long each is. */
  readonly lines: number;
  readonly length: number;
  /** From one pixel of a line to the next, and from one line to the next. */
  readonly step: number;
  readonly stride: number;
  readonly least: number;
}

function wipe(direction: Direction): void {
  const { from, lines, length, step, stride, least } = direction;
  for (let line = 0; line < lines; line++) {
    let start = -1;
    let lastInk = -1;
    for (let place = 0; place <= length; place++) {
      const ink = place < length && (from[line * stride + place * step] ?? 255) < INK_BELOW;
      if (ink) {
        if (start < 0) start = place;
        lastInk = place;
      } else if (start >= 0 && (place === length || place - lastInk > GAP)) {
        if (lastInk - start >= least) wipeRun(direction, line, start, lastInk);
        start = -1;
      }
    }
  }
}

/** Wipes a run that is a rule: thin nearly all along. A row through a line of words has many stems and is none. */
function wipeRun({ from, to, lines, step, stride }: Direction, line: number, start: number, end: number): void {
  const isInk = (at: number, place: number): boolean => at >= 0 && at < lines && (from[at * stride + place * step] ?? 255) < INK_BELOW;
  const bands: (readonly [first: number, last: number] | null)[] = [];
  for (let place = start; place <= end; place++) {
    let before = 0;
    let after = 0;
    while (before <= MOST_THICK && isInk(line - before - 1, place)) before += 1;
    while (after <= MOST_THICK && isInk(line + after + 1, place)) after += 1;
    bands.push(before + after + 1 <= MOST_THICK ? [line - before - 1, line + after + 1] : null);
  }
  if (bands.filter((band) => band !== null).length < bands.length * LEAST_THIN) return;
  // Where another rule crosses, or a letter stands on it, the band is as thick as just before.
  let band: readonly [first: number, last: number] = bands.find((each) => each !== null) ?? [line, line];
  for (const [place, each] of bands.entries()) {
    band = each ?? band;
    for (let at = Math.max(band[0], 0); at <= Math.min(band[1], lines - 1); at++) to[at * stride + (start + place) * step] = 255;
  }
}
