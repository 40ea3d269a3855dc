import type { Corners } from './find-page';
import { shadeAt, type Grey } from './grey';

/** The page cut out of the picture and laid flat: its corners become the corners of what comes back. */
export function straighten(picture: Grey, corners: Corners, mostPixels: number): Grey {
  const [topLeft, topRight, bottomRight, bottomLeft] = corners;
  const across = (Math.hypot(topRight.x - topLeft.x, topRight.y - topLeft.y) + Math.hypot(bottomRight.x - bottomLeft.x, bottomRight.y - bottomLeft.y)) / 2;
  const down = (Math.hypot(bottomLeft.x - topLeft.x, bottomLeft.y - topLeft.y) + Math.hypot(bottomRight.x - topRight.x, bottomRight.y - topRight.y)) / 2;
  const scale = Math.min(1, Math.sqrt(mostPixels / (across * down)));
  const width = Math.max(1, Math.round(across * scale));
  const height = Math.max(1, Math.round(down * scale));
  // The projective map from the unit square to the four corners (Heckbert 1989, § 2.2.3).
  const sum = { x: topLeft.x - topRight.x + bottomRight.x - bottomLeft.x, y: topLeft.y - topRight.y + bottomRight.y - bottomLeft.y };
  const right = { x: topRight.x - bottomRight.x, y: topRight.y - bottomRight.y };
  const below = { x: bottomLeft.x - bottomRight.x, y: bottomLeft.y - bottomRight.y };
  const turn = right.x * below.y - below.x * right.y;
  const g = (sum.x * below.y - below.x * sum.y) / turn;
  const h = (right.x * sum.y - sum.x * right.y) / turn;
  const a = { x: topRight.x - topLeft.x + g * topRight.x, y: topRight.y - topLeft.y + g * topRight.y };
  const b = { x: bottomLeft.x - topLeft.x + h * bottomLeft.x, y: bottomLeft.y - topLeft.y + h * bottomLeft.y };
  const pixels = new Uint8Array(width * height);
  for (let row = 0; row < height; row++) {
    const v = (row + 0.5) / height;
    for (let column = 0; column < width; column++) {
      const u = (column + 0.5) / width;
      const depth = g * u + h * v + 1;
      pixels[row * width + column] = shadeAt(picture, (a.x * u + b.x * v + topLeft.x) / depth, (a.y * u + b.y * v + topLeft.y) / depth);
    }
  }
  return { width, height, pixels };
}
