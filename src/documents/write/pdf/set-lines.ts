import bidiFactory from 'bidi-js';
import { faceOf, type Face } from './faces';
import { graphemesOf } from './graphemes';

/** Stands where no face draws a letter. */
export const UNSHOWN = '\ufffd';

/** A stretch of a line in one face and one direction, in the order of the eye. */
export interface Run {
  readonly text: string;
  readonly face: Face;
}

/** A line as it is drawn. */
export interface SetLine {
  readonly runs: readonly Run[];
  /** The words in the order of reading, the blank at the end of the line included. */
  readonly text: string;
  /** What is drawn is not letter by letter what is read: another direction, joined signs, a letter that cannot be drawn. */
  readonly differs: boolean;
  readonly rightToLeft: boolean;
}

/** The width of words in a face. */
export type Measure = (text: string, face: Face) => number;

interface Letter {
  readonly text: string;
  readonly drawn: string;
  readonly face: Face;
  /** Odd: from right to left. */
  readonly level: number;
}

const bidi = bidiFactory();
/** No word of any language is as long; what is longer is broken without measuring it whole, which would take its length squared. */
const LONGEST_WORD = 200;

/** Breaks text into lines no wider than `width`. A word that is too long for a line is broken between letters; nothing is left out. */
export function setLines(text: string, width: number, measure: Measure): SetLine[] {
  return text.split('\n').flatMap((hardLine) => {
    const { all, base } = lettersOf(hardLine);
    const lines = fill(wordsOf(all).flatMap((word) => piecesOf(word, width, measure)), width, measure);
    return (lines.length === 0 ? [[]] : lines).map((line) => arrange(line, base));
  });
}

function lettersOf(text: string): { all: Letter[]; base: number } {
  const { levels, paragraphs } = bidi.getEmbeddingLevels(text, 'auto');
  const base = paragraphs[0]?.level ?? 0;
  let before: Face = 'text';
  const all = graphemesOf(text).map(({ segment, index }) => {
    const face = faceOf(segment, before);
    before = face ?? 'text';
    return { text: segment, drawn: face === null ? UNSHOWN : segment, face: before, level: levels[index] ?? base };
  });
  return { all, base };
}

/** A line may end after a blank, and after a hyphen within a word. */
function wordsOf(all: readonly Letter[]): Letter[][] {
  const words: Letter[][] = [];
  let open: Letter[] | null = null;
  for (const [place, letter] of all.entries()) {
    if (open) open.push(letter);
    else words.push((open = [letter]));
    const next = all[place + 1]?.text ?? ' ';
    const blank = (each: string) => /^[ \u2000-\u2006\u2008-\u200b\u3000]+$/.test(each);
    if ((blank(letter.text) && !blank(next)) || (/^[-\u2010\u2013\u2014]$/.test(letter.text) && /^\p{L}/u.test(next) && open.length > 2)) open = null;
  }
  return words;
}

function piecesOf(word: Letter[], width: number, measure: Measure): Letter[][] {
  if (word.length <= LONGEST_WORD && widthOf(word, measure) <= width) return [word];
  const pieces: Letter[][] = [[]];
  let used = 0;
  for (const letter of word) {
    const more = measure(letter.drawn, letter.face);
    if (used + more > width && (pieces.at(-1)?.length ?? 0) > 0) {
      pieces.push([]);
      used = 0;
    }
    pieces.at(-1)?.push(letter);
    used += more;
  }
  return pieces;
}

function fill(words: readonly Letter[][], width: number, measure: Measure): Letter[][] {
  const lines: Letter[][] = [];
  let used = 0;
  for (const word of words) {
    const line = lines.at(-1);
    if (line && used + widthOf(word, measure) <= width) line.push(...word);
    else {
      lines.push([...word]);
      used = 0;
    }
    used += widthOf(word, measure, true);
  }
  return lines;
}

/** A blank at the end takes no room unless something follows it. */
function widthOf(word: readonly Letter[], measure: Measure, withBlank = false): number {
  return runsOf(word).reduce((sum, { text, face }, place, all) => sum + measure(withBlank || place < all.length - 1 ? text : text.trimEnd(), face), 0);
}

/** Neighbours of one face and level as one run, in the order of reading. */
function runsOf(line: readonly Letter[]): (Run & { readonly level: number })[] {
  const runs: { text: string; face: Face; level: number }[] = [];
  for (const { drawn, face, level } of line) {
    const open = runs.at(-1);
    if (open && open.face === face && open.level === level) open.text += drawn;
    else runs.push({ text: drawn, face, level });
  }
  return runs;
}

/** Puts the runs of one line into the order of the eye (Unicode Bidirectional Algorithm, rules L1 and L2). */
function arrange(line: readonly Letter[], base: number): SetLine {
  const end = line.findLastIndex(({ text }) => text.trim() !== '') + 1;
  const levelled = line.map((letter, place) => (place >= end ? { ...letter, level: base } : letter));
  const runs = runsOf(levelled);
  const highest = Math.max(0, ...runs.map(({ level }) => level));
  for (let level = highest; level >= 1; level--) {
    for (let from = 0; from < runs.length; from++) {
      if ((runs[from]?.level ?? 0) < level) continue;
      let to = from;
      while ((runs[to + 1]?.level ?? 0) >= level) to++;
      runs.splice(from, to - from + 1, ...runs.slice(from, to + 1).reverse());
      from = to;
    }
  }
  return {
    runs: runs.flatMap(({ text, face, level }) => inOrderOfEye(text, face, level % 2 === 1).map((part) => ({ text: part, face }))),
    text: line.map(({ text }) => text).join(''),
    differs: line.some(({ text, drawn, face, level }) => level > 0 || face !== 'text' || text !== drawn),
    rightToLeft: base % 2 === 1,
  };
}

/**
 * A run in pieces from left to right. Fonts turn whatever they take for Arabic, whichever way it runs: words they may turn, but numbers
 * and signs are handed to them one by one, or fourteen days would become forty-one.
 */
function inOrderOfEye(text: string, face: Face, fromRight: boolean): string[] {
  if (!fromRight && face !== 'arabic' && face !== 'signs') return [text];
  const signs = graphemesOf(text).map(({ segment }) => (fromRight ? (bidi.getMirroredCharacter(segment) ?? segment) : segment));
  if (fromRight && face === 'arabic' && /(?=\p{L})\p{Script=Arabic}/u.test(text)) return [signs.join('')];
  return fromRight ? signs.reverse() : signs;
}
