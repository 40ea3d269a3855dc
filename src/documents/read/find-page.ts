import { dividingShade, shadeAt, type Grey } from './grey';

/** A place in a picture, in pixels. */
export interface Point {
  readonly x: number;
  readonly y: number;
}

/** A page's corners as they lie in a picture: top left, top right, bottom right, bottom left. */
export type Corners = readonly [Point, Point, Point, Point];

const LEAST_SHARE = 0.15;
/** The page must be so much lighter than what lies just outside it … */
const LEAST_STEP = 22;
/** … along so much of its edge; a soft shadow on the page itself is no edge. */
const LEAST_EDGE = 0.75;

/**
 * Finds the page in a photo of a page on something darker. Null when there is none that is sure: then the whole picture
 * is the page, as in a scan. Give a small picture (some 600 pixels long): it is enough and quick.
 */
export function findPage(picture: Grey): Corners | null {
  const shade = dividingShade(picture);
  const region = largestLight(picture, shade);
  if (region.size < picture.width * picture.height * LEAST_SHARE) return null;
  const hull = hullOf(region.outline);
  const four = hull.length < 4 ? null : toFour(hull);
  if (four === null || areaOf(four) > areaOf(hull) * 1.12 || region.size < areaOf(hull) * 0.8) return null;
  const corners = inOrder(four);
  return corners !== null && hasEdge(picture, corners) ? corners : null;
}

/** The largest connected light region: how many pixels, and the first and last of each row. */
function largestLight({ width, height, pixels }: Grey, shade: number): { size: number; outline: Point[] } {
  const seen = new Uint8Array(pixels.length);
  let largest: number[] = [];
  for (let start = 0; start < pixels.length; start++) {
    if (seen[start] === 1 || (pixels[start] ?? 0) <= shade) continue;
    seen[start] = 1;
    const region = [start];
    for (let next = 0; next < region.length; next++) {
      const place = region[next] ?? 0;
      const x = place % width;
      for (const near of [x > 0 ? place - 1 : -1, x < width - 1 ? place + 1 : -1, place - width, place + width]) {
        if (near < 0 || near >= pixels.length || seen[near] === 1 || (pixels[near] ?? 0) <= shade) continue;
        seen[near] = 1;
        region.push(near);
      }
    }
    if (region.length > largest.length) largest = region;
  }
  const first = new Int32Array(height).fill(-1);
  const last = new Int32Array(height).fill(-1);
  for (const place of largest) {
    const x = place % width;
    const y = (place - x) / width;
    if (first[y] === -1 || x < (first[y] ?? 0)) first[y] = x;
    if (x > (last[y] ?? -1)) last[y] = x;
  }
  const outline: Point[] = [];
  for (let y = 0; y < height; y++) if ((first[y] ?? -1) >= 0) outline.push({ x: first[y] ?? 0, y }, { x: last[y] ?? 0, y });
  return { size: largest.length, outline };
}

const cross = (o: Point, a: Point, b: Point): number => (a.x - o.x) * (b.y - o.y) - (a.y - o.y) * (b.x - o.x);

/** The convex hull (Andrew's monotone chain). */
function hullOf(points: readonly Point[]): Point[] {
  const sorted = [...points].sort((a, b) => a.x - b.x || a.y - b.y);
  const half = (list: readonly Point[]): Point[] => {
    const chain: Point[] = [];
    for (const point of list) {
      while (chain.length >= 2 && cross(chain.at(-2) ?? point, chain.at(-1) ?? point, point) <= 0) chain.pop();
      chain.push(point);
    }
    chain.pop();
    return chain;
  };
  return [...half(sorted), ...half(sorted.reverse())];
}

function areaOf(polygon: readonly Point[]): number {
  const twice = polygon.reduce((sum, point, place) => {
    const next = polygon[(place + 1) % polygon.length] ?? point;
    return sum + point.x * next.y - next.x * point.y;
  }, 0);
  return Math.abs(twice) / 2;
}

/** Takes sides away, always the one whose neighbours meet with the least added, until four are left: folded corners go. */
function toFour(hull: readonly Point[]): Point[] | null {
  let polygon = [...hull];
  while (polygon.length > 4) {
    const at = (place: number): Point => polygon[(place + polygon.length) % polygon.length] ?? { x: 0, y: 0 };
    let best: { place: number; meeting: Point; added: number } | null = null;
    for (let place = 0; place < polygon.length; place++) {
      const meeting = meet(at(place - 1), at(place), at(place + 2), at(place + 1));
      if (meeting === null) continue;
      const added = areaOf([at(place), meeting, at(place + 1)]);
      if (best === null || added < best.added) best = { place, meeting, added };
    }
    if (best === null) return null;
    const { place, meeting } = best;
    const gone = (place + 1) % polygon.length;
    polygon = polygon.map((point, each) => (each === place ? meeting : point)).filter((_, each) => each !== gone);
  }
  return polygon;
}

/** Where the lines a→b and c→d, carried on beyond b and d, meet; null when they do not. */
function meet(a: Point, b: Point, c: Point, d: Point): Point | null {
  const first = { x: b.x - a.x, y: b.y - a.y };
  const second = { x: d.x - c.x, y: d.y - c.y };
  const turn = first.x * second.y - first.y * second.x;
  if (Math.abs(turn) < 1e-9) return null;
  const along = ((c.x - a.x) * second.y - (c.y - a.y) * second.x) / turn;
  const other = ((c.x - a.x) * first.y - (c.y - a.y) * first.x) / turn;
  return along < 1 || other < 1 ? null : { x: a.x + along * first.x, y: a.y + along * first.y };
}

/** Named by where they are; null when the figure is too far from a page to have such corners. */
function inOrder(four: readonly Point[]): Corners | null {
  const by = (value: (point: Point) => number): Point | undefined => [...four].sort((a, b) => value(a) - value(b))[0];
  const [topLeft, topRight, bottomRight, bottomLeft] = [by(({ x, y }) => x + y), by(({ x, y }) => y - x), by(({ x, y }) => -x - y), by(({ x, y }) => x - y)];
  if (!topLeft || !topRight || !bottomRight || !bottomLeft) return null;
  const corners: Corners = [topLeft, topRight, bottomRight, bottomLeft];
  if (new Set(corners).size < 4) return null;
  const right = (place: number): boolean => {
    const [before, here, after] = [corners[(place + 3) % 4], corners[place], corners[(place + 1) % 4]];
    if (!before || !here || !after) return false;
    const a = { x: before.x - here.x, y: before.y - here.y };
    const b = { x: after.x - here.x, y: after.y - here.y };
    return Math.abs((a.x * b.x + a.y * b.y) / (Math.hypot(a.x, a.y) * Math.hypot(b.x, b.y))) < 0.45;
  };
  return [0, 1, 2, 3].every(right) ? corners : null;
}

/** Whether it is clearly darker just outside than just inside, all round; sides that leave the picture do not count. */
function hasEdge(picture: Grey, corners: Corners): boolean {
  const reach = Math.max(picture.width, picture.height) * 0.015;
  const centre = { x: corners.reduce((sum, { x }) => sum + x, 0) / 4, y: corners.reduce((sum, { y }) => sum + y, 0) / 4 };
  let looked = 0;
  let edges = 0;
  corners.forEach((from, place) => {
    const to = corners[(place + 1) % 4] ?? from;
    const length = Math.hypot(to.x - from.x, to.y - from.y);
    let normal = { x: (to.y - from.y) / length, y: (from.x - to.x) / length };
    if ((centre.x - from.x) * normal.x + (centre.y - from.y) * normal.y > 0) normal = { x: -normal.x, y: -normal.y };
    for (let step = 1; step < 20; step++) {
      const on = { x: from.x + ((to.x - from.x) * step) / 20, y: from.y + ((to.y - from.y) * step) / 20 };
      const outside = { x: on.x + normal.x * reach, y: on.y + normal.y * reach };
      if (outside.x < 0 || outside.y < 0 || outside.x >= picture.width || outside.y >= picture.height) continue;
      looked += 1;
      if (shadeAt(picture, on.x - normal.x * reach, on.y - normal.y * reach) - shadeAt(picture, outside.x, outside.y) > LEAST_STEP) edges += 1;
    }
  });
  return looked >= 15 && edges >= looked * LEAST_EDGE;
}
