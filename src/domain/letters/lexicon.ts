import { foldWord } from './fold-word';

/** Shorter words than this are taken as they stand: too many true words are one letter away. Some short ones are worth it. */
const SHORTEST_MENDED = 6;
const MENDED_ALL_THE_SAME = new Set(['ikke', 'uger', 'klage', 'fire', 'dage', 'hvis', 'vægt', 'marts', 'april', 'august', 'nævn', 'frist', 'lov'].map(foldWord));
const isMended = (fold: string) => fold.length >= SHORTEST_MENDED || MENDED_ALL_THE_SAME.has(fold);
const SHORTEST_MENDED_STEM = 6;
/** More words than any letter has; the memory of what was looked up is emptied beyond. */
const REMEMBERED = 50_000;

/** The words that cues are made of, each with a number, and which of them a word of a letter may be. */
export interface Lexicon {
  /** The number of a cue word: `word`, or `word*` for any ending. */
  add(word: string): number;
  /** The cue words that a folded word is, misprints of one letter seen through. */
  idsOf(fold: string): readonly number[];
  /** How a folded word is spelt that is a whole cue word, misprints seen through; null when it is none. */
  spelling(fold: string): string | null;
  /** Whether the folded word is a cue word, or the beginning of one, as it stands. */
  hasWhole(fold: string): boolean;
  /** Whether the folded word is a cue word or another true word that we know. */
  has(fold: string): boolean;
}

/** Makes an empty lexicon; `known` are true words that are not to be taken for misprints. */
export function createLexicon(known: readonly string[]): Lexicon {
  const exact = new Map<string, number>();
  const stems = new Map<string, number>();
  const near = new Map<string, string[]>();
  const nearStems = new Map<string, string[]>();
  const trueWords = new Set(known.map(foldWord));
  const remembered = new Map<string, readonly number[]>();
  const spelt = new Map<number, string>();
  let next = 0;

  const add = (word: string): number => {
    const isStem = word.endsWith('*');
    const fold = isSign(word) || word.startsWith('§') ? word : foldWord(isStem ? word.slice(0, -1) : word);
    const [words, misprints, shortest] = isStem ? [stems, nearStems, SHORTEST_MENDED_STEM] : [exact, near, SHORTEST_MENDED];
    const old = words.get(fold);
    if (old !== undefined) return old;
    words.set(fold, next);
    if (!isStem && !word.startsWith('§')) spelt.set(next, word);
    if (fold.length >= shortest || (!isStem && isMended(fold))) for (const lack of lacking(fold)) misprints.set(lack, [...(misprints.get(lack) ?? []), fold]);
    remembered.clear();
    return next++;
  };

  const asItStands = (fold: string): number[] => {
    const ids = new Set<number>();
    // A pronoun may be the other word as well: "I stedet", "De fleste".
    const plain = fold.startsWith('§') && fold.length > 1 ? exact.get(foldWord(fold.slice(1))) : undefined;
    if (plain !== undefined) ids.add(plain);
    const whole = exact.get(fold);
    if (whole !== undefined) ids.add(whole);
    for (let length = 2; length <= fold.length; length++) {
      const stem = stems.get(fold.slice(0, length));
      if (stem !== undefined) ids.add(stem);
    }
    return [...ids];
  };

  const mended = (fold: string): number[] => {
    const ids = new Set<number>();
    for (const lack of [fold, ...lacking(fold)]) {
      for (const word of [...(near.get(lack) ?? []), lack]) {
        const id = exact.get(word);
        if (id !== undefined && isMended(word) && isOneEdit(fold, word)) ids.add(id);
      }
    }
    for (let length = SHORTEST_MENDED_STEM - 1; length <= Math.min(fold.length, 16); length++) {
      const prefix = fold.slice(0, length);
      for (const lack of [prefix, ...lacking(prefix)]) {
        for (const stem of [...(nearStems.get(lack) ?? []), lack]) {
          const id = stems.get(stem);
          if (id !== undefined && stem.length >= SHORTEST_MENDED_STEM && isOneEdit(prefix, stem)) ids.add(id);
        }
      }
    }
    return [...ids];
  };

  const idsOf = (fold: string): readonly number[] => {
    const old = remembered.get(fold);
    if (old) return old;
    let ids = asItStands(fold);
    if (ids.length === 0 && fold.length >= 3 && fold.length <= 40 && !trueWords.has(fold)) ids = mended(fold);
    if (remembered.size > REMEMBERED) remembered.clear();
    remembered.set(fold, ids);
    return ids;
  };

  return {
    add,
    spelling: (fold) => {
      for (const id of idsOf(fold)) {
        const word = spelt.get(id);
        if (word !== undefined) return word;
      }
      return null;
    },
    hasWhole: (fold) => exact.has(fold) || asItStands(fold).length > 0,
    has: (fold) => exact.has(fold) || trueWords.has(fold),
    idsOf,
  };
}

/** Signs and numbers stand as they are. */
const isSign = (word: string) => !/\p{L}/u.test(word);

/** The word with each of its letters left out in turn. */
function lacking(word: string): string[] {
  const all: string[] = [];
  for (let at = 0; at < word.length; at++) all.push(word.slice(0, at) + word.slice(at + 1));
  return all;
}

/** Whether two words differ by one letter put in, left out, taken for another, or two changed about. */
export function isOneEdit(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let head = 0;
  while (head < a.length && head < b.length && a[head] === b[head]) head++;
  let tail = 0;
  while (tail < a.length - head && tail < b.length - head && a[a.length - 1 - tail] === b[b.length - 1 - tail]) tail++;
  const restA = a.length - head - tail;
  const restB = b.length - head - tail;
  if (restA <= 1 && restB <= 1) return true;
  return restA === 2 && restB === 2 && a[head] === b[head + 1] && a[head + 1] === b[head];
}
