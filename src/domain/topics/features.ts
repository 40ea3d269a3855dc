import { conceptsIn } from './concepts';
import { endsOf, normalize, wordsOf } from './normalize';
import { stemsOf } from './stems';

/** Lengths of the character sequences, in characters; they run across words, so that "tele fon" meets "telefon". */
const SHORTEST = 2;
const LONGEST = 5;

/** Hashes keep 24 bits: with 50,000 kept, an unknown feature is taken for a known one in 3 of 1,000. */
const HASH_MASK = 0xff_ffff;
const HASH_BEGIN = 0x811c9dc5;
const HASH_FACTOR = 0x01000193;
/** Where the hash of a character sequence stands after the kind it is named after. */
const CHARACTERS_BEGIN = stateAfter('char:');

/** What is looked at in a text, in blocks that each weigh the same however long the text: its words, its characters, and the concepts its words name. */
export interface Features {
  readonly words: readonly string[];
  readonly characters: readonly string[];
  readonly concepts: readonly string[];
}

/**
 * The features of a text, each once, each named after its kind, so that a reading can be explained in words.
 *
 * @example featuresOf('Ring op').words // ['word:ring', 'da:ring', 'en:ring', 'pair:^ ring', 'word:op', …]
 */
export function featuresOf(text: string): Features {
  const words = wordsOf(normalize(endsOf(text)));
  return { words: [...wordFeatures(words)], characters: [...characterFeatures(words)], concepts: conceptFeatures(words) };
}

function wordFeatures(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  let last = '^';
  let lastButOne: string | null = null;
  for (const word of words) {
    const { danish: stem, english } = stemsOf(word);
    found.add(`word:${word}`).add(`da:${stem}`).add(`en:${english}`).add(`pair:${last} ${stem}`);
    if (lastButOne !== null) found.add(`gap:${lastButOne} ${stem}`);
    [lastButOne, last] = [last, stem];
  }
  return found.add(`pair:${last} $`);
}

function characterFeatures(words: readonly string[]): Set<string> {
  const found = new Set<string>();
  const line = ` ${words.join(' ')} `;
  for (let start = 0; start + SHORTEST <= line.length; start += 1) {
    const longest = Math.min(LONGEST, line.length - start);
    for (let length = SHORTEST; length <= longest; length += 1) found.add(`char:${line.slice(start, start + length)}`);
  }
  return found;
}

/** Each concept, and each two together: "phone" with "when" asks for the hours, "phone" with "address" for the number. */
function conceptFeatures(words: readonly string[]): string[] {
  const concepts = conceptsIn(words);
  const pairs = concepts.flatMap((first, at) => concepts.slice(at + 1).map((second) => `concepts:${first}+${second}`));
  return concepts.length === 0 ? ['concept:none'] : [...concepts.map((concept) => `concept:${concept}`), ...pairs];
}

/** The same features as numbers: what the model knows them by. */
export interface HashedFeatures {
  readonly words: Int32Array;
  readonly characters: Int32Array;
  readonly concepts: Int32Array;
}

/** The features of a text as numbers, each once. */
export function hashedFeaturesOf(text: string): HashedFeatures {
  const words = wordsOf(normalize(endsOf(text)));
  return {
    words: Int32Array.from(wordFeatures(words), hashOf),
    characters: hashedCharacters(words),
    concepts: Int32Array.from(conceptFeatures(words), hashOf),
  };
}

/** What `characterFeatures` names, without making the names: each sequence is hashed on from the one that is shorter by a character. */
function hashedCharacters(words: readonly string[]): Int32Array {
  const found = new Set<number>();
  const line = ` ${words.join(' ')} `;
  for (let start = 0; start + SHORTEST <= line.length; start += 1) {
    const end = Math.min(start + LONGEST, line.length);
    let state = CHARACTERS_BEGIN;
    for (let at = start; at < end; at += 1) {
      state = Math.imul(state ^ line.charCodeAt(at), HASH_FACTOR);
      if (at - start + 1 >= SHORTEST) found.add(kept(state));
    }
  }
  return Int32Array.from(found);
}

/** The number under which a feature is kept: FNV-1a over its name, 24 bits. */
export function hashOf(feature: string): number {
  return kept(stateAfter(feature));
}

function stateAfter(name: string): number {
  let state = HASH_BEGIN;
  for (let index = 0; index < name.length; index += 1) state = Math.imul(state ^ name.charCodeAt(index), HASH_FACTOR);
  return state;
}

const kept = (state: number): number => (state ^ (state >>> 24)) & HASH_MASK;
