import { newStemmer } from 'snowball-stemmers';
import { conceptsIn } from './concepts';
import { endsOf, normalize, wordsOf } from './normalize';

const danish = newStemmer('danish');
const english = newStemmer('english');

/** Lengths of the character sequences, in characters; they run across words, so that "tele fon" meets "telefon". */
const SHORTEST = 2;
const LONGEST = 5;

/** Hashes keep 24 bits: with 50,000 kept, an unknown feature is taken for a known one in 3 of 1,000. */
const HASH_MASK = 0xff_ffff;

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
    const stem = danish.stem(word);
    found.add(`word:${word}`).add(`da:${stem}`).add(`en:${english.stem(word)}`).add(`pair:${last} ${stem}`);
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

/** The features of a text as numbers. */
export function hashedFeaturesOf(text: string): HashedFeatures {
  const { words, characters, concepts } = featuresOf(text);
  return { words: Int32Array.from(words, hashOf), characters: Int32Array.from(characters, hashOf), concepts: Int32Array.from(concepts, hashOf) };
}

/** The number under which a feature is kept: FNV-1a over its name, 24 bits. */
export function hashOf(feature: string): number {
  let hash = 0x811c9dc5;
  for (let index = 0; index < feature.length; index += 1) hash = Math.imul(hash ^ feature.charCodeAt(index), 0x01000193);
  return (hash ^ (hash >>> 24)) & HASH_MASK;
}
