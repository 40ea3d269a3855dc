import { shadeAt, type Grey } from './grey';

/** As many pixels each way become one of the light's map: more than a stroke of a letter is wide at 300 dpi. */
const STEP = 16;
/** How far, in steps, the paper's light is looked for around a place: wider than a heading's ink or a rule. */
const REACH = 2;

/**
 * The page as if it lay in even light: each pixel divided by the light of the paper around it. Shadows, folds and the
 * lamp's spot go; ink stays.
 */
export function evenLight(page: Grey): Grey {
  const light = lightMap(page);
  const { width, height } = page;
  const pixels = new Uint8Array(width * height);
  for (let y = 0; y < height; y++) {
    for (let x = 0; x < width; x++) {
      const paper = Math.max(shadeAt(light, (x + 0.5) / STEP - 0.5, (y + 0.5) / STEP - 0.5), 16);
      const place = y * width + x;
      pixels[place] = Math.min(255, ((page.pixels[place] ?? 0) / paper) * 250);
    }
  }
  return { width, height, pixels };
}

/** The paper's light, coarse: bright values of blocks, spread over the ink between them, smoothed. */
function lightMap({ width, height, pixels }: Grey): Grey {
  const columns = Math.ceil(width / STEP);
  const rows = Math.ceil(height / STEP);
  const blocks = new Uint8Array(columns * rows);
  for (let row = 0; row < rows; row++) {
    for (let column = 0; column < columns; column++) {
      blocks[row * columns + column] = brightOf(pixels, width, column * STEP, row * STEP, Math.min(width, (column + 1) * STEP), Math.min(height, (row + 1) * STEP));
    }
  }
  const map = { width: columns, height: rows, pixels: blocks };
  return smooth(smooth(spread(map)));
}

/** A bright shade of a block: the mean of its brighter half, so that noise does not count as light. */
function brightOf(pixels: Uint8Array, width: number, left: number, top: number, right: number, bottom: number): number {
  let sum = 0;
  let count = 0;
  for (let y = top; y < bottom; y++) for (let x = left; x < right; x++, count++) sum += pixels[y * width + x] ?? 0;
  const mean = sum / Math.max(count, 1);
  let brightSum = 0;
  let brightCount = 0;
  for (let y = top; y < bottom; y++) {
    for (let x = left; x < right; x++) {
      const shade = pixels[y * width + x] ?? 0;
      if (shade < mean) continue;
      brightSum += shade;
      brightCount += 1;
    }
  }
  return brightCount === 0 ? mean : brightSum / brightCount;
}

/** Each place takes the brightest around it. */
function spread({ width, height, pixels }: Grey): Grey {
  return around({ width, height, pixels }, REACH, (shades) => shades.reduce((most, shade) => Math.max(most, shade), 0));
}

function smooth(map: Grey): Grey {
  return around(map, REACH, (shades) => shades.reduce((sum, shade) => sum + shade, 0) / shades.length);
}

function around({ width, height, pixels }: Grey, reach: number, of: (shades: readonly number[]) => number): Grey {
  const pass = (from: Uint8Array, stepX: number, stepY: number): Uint8Array => {
    const to = new Uint8Array(from.length);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const shades: number[] = [];
        for (let step = -reach; step <= reach; step++) {
          const nearX = x + step * stepX;
          const nearY = y + step * stepY;
          if (nearX >= 0 && nearX < width && nearY >= 0 && nearY < height) shades.push(from[nearY * width + nearX] ?? 0);
        }
        to[y * width + x] = of(shades);
      }
    }
    return to;
  };
  return { width, height, pixels: pass(pass(pixels, 1, 0), 0, 1) };
}
