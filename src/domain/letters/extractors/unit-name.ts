import { isOneEdit } from '../lexicon';
import type { SeenLetter } from '../seen-letter';

/** Shorter words are taken as they stand, and shorter parts are not looked for with a misprint in them. */
const SHORTEST = 5;
const SHORTEST_PART = 4;

/**
 * The name of a unit with its misprints mended. Names of units are put together of few words ("sygedagpenge" and "teamet"), so a word that is
 * one letter away from such a whole, and is none itself, was misread; what only ends otherwise ("social", "sociale") was not.
 *
 * @example mendedUnit('Rehailiteringsteamet', letter) // 'Rehabiliteringsteamet'
 */
export function mendedUnit(name: string, { words: { words } }: SeenLetter): string {
  const parts = partsOf(words.sender.unitParts);
  const own = name.replace(/\s+/gu, ' ').replace(/(?<=\p{L}-? )(?:[ao0][gq9]|[og])(?= \p{L})/gu, 'og').replace(/ &\p{Ll}(?= )/gu, ' &');
  return own.replace(/[\p{L}\d]+/gu, (word) => (word.length < SHORTEST || /^\d+$/u.test(word) ? word : inItsLetters(mendedWord(word.toLocaleLowerCase('da'), parts), word)));
}

interface Parts {
  readonly heads: readonly string[];
  readonly tails: readonly string[];
  readonly known: ReadonlySet<string>;
  readonly mended: Map<string, string>;
}

/** Letters name few units, and the same again and again. */
const remembered = new WeakMap<object, Parts>();
const REMEMBERED = 5_000;

function partsOf(written: { readonly heads: readonly string[]; readonly tails: readonly string[] }): Parts {
  const old = remembered.get(written);
  if (old) return old;
  const heads = written.heads.flatMap((head) => [head, `${head}s`]);
  const parts = { heads, tails: written.tails, known: new Set([...heads, ...written.tails]), mended: new Map<string, string>() };
  remembered.set(written, parts);
  return parts;
}

function mendedWord(word: string, parts: Parts): string {
  const old = parts.mended.get(word);
  if (old !== undefined) return old;
  const found = new Set(isKnown(word, parts) ? [] : near(word, parts));
  // One letter taken for another is likelier than one left out or put in.
  const alike = [...found].filter((each) => each.length === word.length);
  const [only, second] = alike.length > 0 ? alike : [...found];
  const mended = only !== undefined && second === undefined ? only : word;
  if (parts.mended.size > REMEMBERED) parts.mended.clear();
  parts.mended.set(word, mended);
  return mended;
}

const isKnown = (word: string, { heads, tails, known }: Parts): boolean =>
  known.has(word) || [...heads, ...tails].some((part) => endsOtherwise(word, part)) || heads.some((head) => word.startsWith(head) && tails.some((tail) => endsOtherwise(word.slice(head.length), tail)));

/** The same word, or the same with another ending. */
const endsOtherwise = (word: string, part: string): boolean => word === part || (part.length >= SHORTEST_PART && ((word.startsWith(part) && (ENDING.test(word.slice(part.length)) || (part.endsWith('e') && word === `${part}n`))) || (part.startsWith(word) && ENDING.test(part.slice(word.length)))));
const ENDING = /^(?:s|e|es|en|et|er|ens|ets|ne|erne|r|t)$/u;

/** The wholes that a word is one letter away from: a part, or two of which one is misread. */
function near(word: string, { heads, tails, known }: Parts): string[] {
  const single = [...known].filter((part) => part.length >= SHORTEST && isMisread(word, part));
  if (single.length > 0) return single;
  const behind = tails.filter((tail) => word.endsWith(tail)).flatMap((tail) => {
    const rest = word.slice(0, word.length - tail.length);
    return heads.filter((head) => head.length >= SHORTEST_PART && isMisread(rest, head)).map((head) => head + tail);
  });
  const before = heads.filter((head) => word.startsWith(head)).flatMap((head) => {
    const rest = word.slice(head.length);
    return tails.filter((tail) => tail.length >= SHORTEST_PART && isMisread(rest, tail)).map((tail) => head + tail);
  });
  return [...behind, ...before];
}

const isMisread = (word: string, part: string): boolean => word !== part && isOneEdit(word, part);

/** Capitals as they were. */
function inItsLetters(mended: string, word: string): string {
  if (mended === word.toLocaleLowerCase('da')) return word;
  if (/\p{Lu}{2}/u.test(word) && !/\p{Ll}/u.test(word)) return mended.toLocaleUpperCase('da');
  return /^\p{Lu}/u.test(word) ? `${mended[0]?.toLocaleUpperCase('da') ?? ''}${mended.slice(1)}` : mended;
}
