import { z } from 'zod';

/** Weights of wordings for each class; `weights[wording × class]`, in units of `unit`. */
export const LinearModel = z.strictObject({
  classes: z.array(z.string().min(1)).min(2),
  unit: z.number().positive(),
  /** A weight a class for each wording, as signed bytes in base64, in the order of `wordings`. */
  weights: z.base64(),
  /** Wordings, sorted, with a bar between. */
  wordings: z.string(),
});
export type LinearModel = z.infer<typeof LinearModel>;

/** How far wordings speak for each class: about 1 where what was worded so was of the class, −1 where it was not. */
export type Scorer = (wordings: ReadonlySet<string>) => ReadonlyMap<string, number>;

/** What is shorter speaks no louder than what has so many wordings. */
export const FEWEST = 4;
const LARGEST_BYTE = 127;

/** Makes a model ready for scoring. */
export function scorerOf({ classes, unit, weights, wordings }: LinearModel): Scorer {
  const bytes = new Int8Array(Buffer.from(weights, 'base64'));
  const places = new Map(wordings.split('|').map((wording, place) => [wording, place * classes.length]));
  return (found) => {
    const sums = new Float64Array(classes.length);
    let known = 0;
    for (const wording of found) {
      const place = places.get(wording);
      if (place === undefined) continue;
      known += 1;
      for (let nth = 0; nth < classes.length; nth++) sums[nth] = (sums[nth] ?? 0) + (bytes[place + nth] ?? 0);
    }
    const length = Math.sqrt(Math.max(known, FEWEST));
    return new Map(classes.map((each, nth) => [each, ((sums[nth] ?? 0) * unit) / length]));
  };
}

/** Packs weights, a row a wording: those that round to nothing in every class are left out. */
export function packed(classes: readonly string[], wordings: readonly string[], weights: Float64Array): LinearModel {
  const largest = weights.reduce((most, weight) => Math.max(most, Math.abs(weight)), 0);
  const unit = largest / LARGEST_BYTE || 1;
  const kept = wordings.flatMap((wording, row) => {
    const bytes = Array.from(weights.subarray(row * classes.length, (row + 1) * classes.length), (weight) => Math.round(weight / unit));
    return bytes.some((byte) => byte !== 0) ? [{ wording, bytes }] : [];
  });
  const bytes = Int8Array.from(kept.flatMap((each) => each.bytes));
  return { classes: [...classes], unit, weights: Buffer.from(bytes.buffer).toString('base64'), wordings: kept.map(({ wording }) => wording).join('|') };
}
