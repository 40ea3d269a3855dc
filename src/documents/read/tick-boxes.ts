import type { Grey } from './grey';

/** A box to be ticked, printed on a form. */
export interface TickBox {
  readonly left: number;
  readonly top: number;
  readonly right: number;
  readonly bottom: number;
  readonly ticked: boolean;
}

const INK_BELOW = 150;
/** In pixels, on a page of some 2,100 pixels' width: 2.5 to 8 mm. */
const LEAST_SIDE = 20;
const MOST_SIDE = 70;
/** Of each side, so much is drawn; a letter has less. */
const LEAST_SIDE_INK = 0.9;
/** How far from the frame's outermost ink a side, and a corner, may begin. */
const EDGE = 3;
/** Of what is inside, so much is ink once it is ticked. */
const TICKED_FROM = 0.06;

/** Finds the boxes of a form, in reading order of their tops. Plain recognisers make letters of them, or nothing. */
export function findTickBoxes(page: Grey): TickBox[] {
  const { width, height, pixels } = page;
  const seen = new Uint8Array(pixels.length);
  const boxes: TickBox[] = [];
  const isInk = (place: number): boolean => (pixels[place] ?? 255) < INK_BELOW;
  for (let start = 0; start < pixels.length; start++) {
    if (seen[start] === 1 || !isInk(start)) continue;
    seen[start] = 1;
    const component = [start];
    let [left, right, top, bottom] = [width, 0, height, 0];
    for (let next = 0; next < component.length; next++) {
      const place = component[next] ?? 0;
      const x = place % width;
      const y = (place - x) / width;
      left = Math.min(left, x);
      right = Math.max(right, x);
      top = Math.min(top, y);
      bottom = Math.max(bottom, y);
      for (const near of [x > 0 ? place - 1 : -1, x < width - 1 ? place + 1 : -1, place - width, place + width]) {
        if (near < 0 || near >= pixels.length || seen[near] === 1 || !isInk(near)) continue;
        seen[near] = 1;
        component.push(near);
      }
    }
    const across = right - left + 1;
    const down = bottom - top + 1;
    if (across < LEAST_SIDE || across > MOST_SIDE || down < LEAST_SIDE || down > MOST_SIDE || Math.abs(across - down) > across * 0.2) continue;
    const ticked = tickedIn(page, left, top, right, bottom);
    if (ticked !== null) boxes.push({ left, top, right, bottom, ticked });
  }
  return boxes;
}

/** Whether a frame has something in it; null when it is no frame of four straight sides. */
function tickedIn({ width, pixels }: Grey, left: number, top: number, right: number, bottom: number): boolean | null {
  const isInk = (x: number, y: number): boolean => (pixels[y * width + x] ?? 255) < INK_BELOW;
  const drawn = (length: number, at: (along: number, depth: number) => boolean): number => {
    let count = 0;
    for (let along = 0; along < length; along++) if (Array.from({ length: EDGE }, (_, depth) => at(along, depth)).some(Boolean)) count += 1;
    return count / length;
  };
  const across = right - left + 1;
  const down = bottom - top + 1;
  const sides = [
    drawn(across, (along, depth) => isInk(left + along, top + depth)),
    drawn(across, (along, depth) => isInk(left + along, bottom - depth)),
    drawn(down, (along, depth) => isInk(left + depth, top + along)),
    drawn(down, (along, depth) => isInk(right - depth, top + along)),
  ];
  const isCorner = (x: number, stepX: number, y: number, stepY: number): boolean => {
    for (let dx = 0; dx < EDGE; dx++) for (let dy = 0; dy < EDGE; dy++) if (isInk(x + dx * stepX, y + dy * stepY)) return true;
    return false;
  };
  const corners = [isCorner(left, 1, top, 1), isCorner(right, -1, top, 1), isCorner(left, 1, bottom, -1), isCorner(right, -1, bottom, -1)];
  if (sides.some((share) => share < LEAST_SIDE_INK) || !corners.every(Boolean)) return null;
  const inset = Math.round(across * 0.22);
  let ink = 0;
  let all = 0;
  for (let y = top + inset; y <= bottom - inset; y++) {
    for (let x = left + inset; x <= right - inset; x++) {
      all += 1;
      if (isInk(x, y)) ink += 1;
    }
  }
  return ink > all * 0.75 ? null : ink >= all * TICKED_FROM;
}

/** The page without the boxes, so that nothing is made of them. */
export function withoutTickBoxes(page: Grey, boxes: readonly TickBox[]): Grey {
  const pixels = Uint8Array.from(page.pixels);
  for (const { left, top, right, bottom } of boxes) {
    for (let y = Math.max(0, top - 2); y <= Math.min(page.height - 1, bottom + 2); y++) pixels.fill(255, y * page.width + Math.max(0, left - 2), y * page.width + Math.min(page.width, right + 3));
  }
  return { ...page, pixels };
}
