import { compileWords, type CompiledWords, type Meaning } from './compile-words';
import type { CueFound } from './cue';
import { foldWord } from './fold-word';
import { hedgesOf, quotations, type HedgeSpan } from './hedges';
import type { Token } from './letter-tokens';
import { layOut, type Block } from './letter-text';
import type { LetterWords, SectionPurpose } from './letter-words';
import { joinTornWords } from './torn-words';
import { placeBlocks, type Zone } from './zones';

/** A sentence with what was found in it. */
export interface SeenSentence {
  /** Its place among all sentences. */
  readonly index: number;
  readonly block: number;
  readonly tokens: readonly Token[];
  /** Cues, by tokens of the sentence. */
  readonly cues: readonly CueFound<Meaning>[];
  readonly hedges: readonly HedgeSpan[];
  readonly zone: Zone;
  readonly purpose: SectionPurpose | null;
  readonly enclosed: boolean;
  /** How many sentences of running text stand before it. */
  readonly depth: number;
  /** The words with their misprints mended and one space between, for patterns over whole clauses; in step with `tokens`. */
  readonly spelt: readonly string[];
  /** Offsets in the raw text. */
  readonly start: number;
  readonly end: number;
}

/** A letter laid out, with every cue in its place. */
export interface SeenLetter {
  readonly raw: string;
  readonly blocks: readonly Block[];
  readonly zones: readonly Zone[];
  readonly sentences: readonly SeenSentence[];
  readonly words: CompiledWords;
}

/** Longer letters than this are read up to here: twenty pages have a quarter of it. */
const LONGEST = 300_000;

/** A word as it is truly spelt; one that stands in the letter as a true word is left as it is. */
function speltOf({ kind, text, fold }: Token, { lexicon }: CompiledWords): string {
  if (kind !== 'word' || fold.startsWith('§') || text.length < 3) return text;
  const word = lexicon.spelling(fold);
  if (word === null || word === text.toLowerCase() || (foldWord(word) === fold && !/[\d|]|rn|q|^[a-z]+$/u.test(text))) return text;
  return /^\p{Lu}/u.test(text) ? word[0]?.toUpperCase() + word.slice(1) : word;
}

/** Lays a letter out and finds the cues. */
export function seeLetter(text: string, letterWords: LetterWords): SeenLetter {
  const raw = text.length > LONGEST ? text.slice(0, LONGEST) : text;
  const words = compileWords(letterWords);
  const { blocks } = layOut(raw, (tokens) => joinTornWords(tokens, words.lexicon));
  const find = words.finderFor(blocks.map(({ tokens }) => tokens));
  const cues = blocks.map(({ tokens, sentences }) => sentences.flatMap(({ from, to }) => find(tokens, from, to)));
  const places = placeBlocks(blocks, cues);
  const sentences: SeenSentence[] = [];
  let depth = 0;
  blocks.forEach((block, at) => {
    const place = places[at];
    if (!place) return;
    const quoted = quotations(block.tokens);
    for (const { from, to } of block.sentences) {
      const ownQuoted = quoted.filter((span) => span.from < to && span.to > from).map((span) => ({ ...span, from: Math.max(0, span.from - from), to: Math.min(to, span.to) - from }));
      const tokens = block.tokens.slice(from, to);
      const own = (cues[at] ?? []).filter((cue) => cue.from >= from && cue.from < to).map((cue) => ({ ...cue, from: cue.from - from, to: cue.to - from }));
      sentences.push({
        index: sentences.length, block: at, tokens, cues: own, hedges: hedgesOf(tokens, own, ownQuoted), ...place, depth,
        spelt: tokens.map((token) => speltOf(token, words)),
        start: tokens[0]?.start ?? 0, end: tokens.at(-1)?.end ?? 0,
      });
      if (place.zone === 'body') depth++;
    }
  });
  return { raw, blocks, zones: places.map(({ zone }) => zone), sentences, words };
}
