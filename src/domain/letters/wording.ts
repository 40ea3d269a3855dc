import { z } from 'zod';
import { LetterReading } from './letter-reading';

type Kind = LetterReading['kind'];

/** Weights of wordings for each kind of letter, learnt from labelled letters; `weights[wording × kind]`, in units of `unit`. */
export const WordingModel = z.strictObject({
  kinds: z.array(LetterReading.shape.kind).min(2),
  unit: z.number().positive(),
  /** A weight a kind for each wording, as signed bytes in base64, in the order of `wordings`. */
  weights: z.base64(),
  /** Wordings, sorted, with a bar between. */
  wordings: z.string(),
});
export type WordingModel = z.infer<typeof WordingModel>;

/** How far the wording of a text speaks for each kind: about 1 for the kind that letters worded so were of, −1 for the others. */
export interface WordingScorer {
  score(text: string): ReadonlyMap<Kind, number>;
}

/** Beginnings of words are told apart, not their endings: "bevilger", "bevilget" and "bevilling" begin alike. */
const BEGINNING = 6;

/**
 * What of a text is counted, each once: beginnings of words, and pairs of neighbours; all numbers are one.
 *
 * @example [...wordingsOf('Vi bevilger 200 kr.')] // ['vi', 'bevilg', 'vi bevilg', '#', 'bevilg #', 'kr', '# kr']
 */
export function wordingsOf(text: string): ReadonlySet<string> {
  const found = new Set<string>();
  let last: string | null = null;
  for (const [word] of text.toLocaleLowerCase('da').matchAll(/\p{L}+|§|\d+/gu)) {
    const beginning = /\d/u.test(word) ? '#' : word.slice(0, BEGINNING);
    found.add(beginning);
    if (last !== null) found.add(`${last} ${beginning}`);
    last = beginning;
  }
  return found;
}

/** Makes the model ready for scoring. */
export function wordingScorer({ kinds, unit, weights, wordings }: WordingModel): WordingScorer {
  const bytes = new Int8Array(Buffer.from(weights, 'base64'));
  const places = new Map(wordings.split('|').map((wording, place) => [wording, place * kinds.length]));
  return {
    score: (text) => {
      const sums = new Float64Array(kinds.length);
      let known = 0;
      for (const wording of wordingsOf(text)) {
        const place = places.get(wording);
        if (place === undefined) continue;
        known += 1;
        for (let nth = 0; nth < kinds.length; nth++) sums[nth] = (sums[nth] ?? 0) + (bytes[place + nth] ?? 0);
      }
      const length = Math.sqrt(Math.max(known, 1));
      return new Map(kinds.map((kind, nth) => [kind, ((sums[nth] ?? 0) * unit) / length]));
    },
  };
}
