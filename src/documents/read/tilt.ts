import type { Grey } from './grey';

const MOST_DEGREES = 12;
const COARSE = 0.5;
const FINE = 0.1;
/** Ink, on a page in even light. */
const INK_BELOW = 160;

/** How a page's lines lie. */
export interface Tilt {
  /** Turning the page by so many degrees clockwise makes its lines level. */
  readonly degrees: number;
  /** How sharply lines and the space between them differ at that angle; a page turned by 90° has little of it. */
  readonly sharpness: number;
}

/** Finds the angle at which the ink falls most sharply into lines. Give a small page (some 1,000 pixels wide) in even light. */
export function findTilt({ width, height, pixels }: Grey): Tilt {
  const xs: number[] = [];
  const ys: number[] = [];
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      if ((pixels[y * width + x] ?? 255) >= INK_BELOW) continue;
      xs.push(x - width / 2);
      ys.push(y - height / 2);
    }
  }
  const sharpnessAt = (degrees: number): number => lineSharpness(xs, ys, degrees, Math.ceil(Math.hypot(width, height)));
  const coarse = best(range(-MOST_DEGREES, MOST_DEGREES, COARSE), sharpnessAt);
  const fine = best(range(coarse - COARSE, coarse + COARSE, FINE), sharpnessAt);
  return { degrees: -fine, sharpness: sharpnessAt(fine) };
}

/** The sum of squared differences between neighbouring lines of a page's profile, a pixel of ink. */
function lineSharpness(xs: readonly number[], ys: readonly number[], degrees: number, size: number): number {
  const slope = Math.tan((degrees * Math.PI) / 180);
  const profile = new Float64Array(size * 2);
  for (let place = 0; place < xs.length; place++) {
    const row = Math.round((ys[place] ?? 0) - slope * (xs[place] ?? 0)) + size;
    profile[row] = (profile[row] ?? 0) + 1;
  }
  let sum = 0;
  for (let row = 1; row < profile.length; row++) sum += ((profile[row] ?? 0) - (profile[row - 1] ?? 0)) ** 2;
  return xs.length === 0 ? 0 : sum / xs.length;
}

function best(angles: readonly number[], value: (angle: number) => number): number {
  return angles.reduce((top, angle) => {
    const reached = value(angle);
    return reached > top.reached ? { angle, reached } : top;
  }, { angle: 0, reached: -1 }).angle;
}

const range = (from: number, to: number, step: number): number[] => Array.from({ length: Math.round((to - from) / step) + 1 }, (_, place) => from + place * step);
