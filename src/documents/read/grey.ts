/** A picture in shades of grey: 0 black, 255 white, row by row. */
export interface Grey {
  readonly width: number;
  readonly height: number;
  readonly pixels: Uint8Array;
}

/** The shade at a place between pixels; outside the picture, that of its nearest edge. */
export function shadeAt({ width, height, pixels }: Grey, x: number, y: number): number {
  const left = Math.min(Math.max(Math.floor(x), 0), width - 1);
  const top = Math.min(Math.max(Math.floor(y), 0), height - 1);
  const right = Math.min(left + 1, width - 1);
  const below = Math.min(top + 1, height - 1);
  const dx = Math.min(Math.max(x - left, 0), 1);
  const dy = Math.min(Math.max(y - top, 0), 1);
  const upper = (pixels[top * width + left] ?? 0) * (1 - dx) + (pixels[top * width + right] ?? 0) * dx;
  const lower = (pixels[below * width + left] ?? 0) * (1 - dx) + (pixels[below * width + right] ?? 0) * dx;
  return upper * (1 - dy) + lower * dy;
}

/** The shade that best divides a picture into dark and light (Otsu: least variance within the two). */
export function dividingShade({ pixels }: Grey): number {
  const counts = new Float64Array(256);
  for (const shade of pixels) counts[shade] = (counts[shade] ?? 0) + 1;
  let sum = 0;
  for (let shade = 0; shade < 256; shade++) sum += shade * (counts[shade] ?? 0);
  let below = 0;
  let sumBelow = 0;
  let best = 0;
  let dividing = 127;
  for (let shade = 0; shade < 256; shade++) {
    below += counts[shade] ?? 0;
    const above = pixels.length - below;
    if (below === 0 || above === 0) continue;
    sumBelow += shade * (counts[shade] ?? 0);
    const between = below * above * (sumBelow / below - (sum - sumBelow) / above) ** 2;
    if (between <= best) continue;
    best = between;
    dividing = shade;
  }
  return dividing;
}
