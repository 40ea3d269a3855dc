import type { Extractor, Finding } from '../finding';
import type { Effect } from '../letter-words';

/** What the heads of columns say. "ikke bevilget" comes before "bevilget". */
const HEADS: readonly (readonly [RegExp, Effect])[] = [
  [/^(?:ikke\s(?:bevil|god|imøde)\p{L}*|afsl\p{L}*|nej|refused|rejected|no)$/iu, 'refused'],
  [/^(?:delvis\p{L}*|partly)$/iu, 'partly-granted'],
  [/^(?:bevil\p{L}*|godkend\p{L}*|imødekom\p{L}*|tilkend\p{L}*|tilladt|ja|granted|approved|yes)$/iu, 'granted'],
];
const HEAD = /ikke\s(?:bevil|god|imøde)\p{L}*|\p{L}+/giu;
const BOX = /\[\s?(x?)\s?\]|([☒☑✓✔])|☐/giu;
/** So many rows a form has at most. */
const ROWS = 14;
const CERTAINTY = 4;

/** A form whose columns are headed "Bevilget" and "Afslag": the ticked box of each row tells which. */
export const tickTable: Extractor = (letter) => {
  const found: Finding[] = [];
  letter.blocks.forEach(({ text }, at) => {
    const columns = headsOf(text);
    if (columns.length < 2) return;
    for (const block of letter.blocks.slice(at + 1, at + 1 + ROWS)) {
      const boxes = [...block.text.matchAll(BOX)];
      const ticked = boxes.findIndex(([, cross, tick]) => Boolean(cross) || tick !== undefined);
      const effect = columns[ticked];
      const sentence = letter.sentences.find(({ block: own }) => own === letter.blocks.indexOf(block));
      if (boxes.length !== columns.length || !effect || !sentence) continue;
      found.push({ of: 'effect', effect, title: false, start: sentence.start, end: sentence.end, sentence: sentence.index, certainty: CERTAINTY });
    }
  });
  return found;
};

function headsOf(text: string): Effect[] {
  if (text.length > 120 || BOX.test(text)) {
    BOX.lastIndex = 0;
    return [];
  }
  const heads = [...text.matchAll(HEAD)].flatMap(([word]) => HEADS.find(([pattern]) => pattern.test(word))?.[1] ?? []);
  return new Set(heads).size === heads.length ? heads : [];
}
