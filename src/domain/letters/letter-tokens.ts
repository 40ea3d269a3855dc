import { foldWord } from './fold-word';

/** A word, a number or a sign of a letter. */
export interface Token {
  readonly text: string;
  /** As it is compared; the sign itself when it is no word. */
  readonly fold: string;
  readonly kind: 'word' | 'number' | 'sign';
  /** Offsets in the raw text. */
  readonly start: number;
  readonly end: number;
  /** A space stands before it. */
  readonly spaced: boolean;
}

// The lengths are bounded: a run of ten thousand digits must not be looked through from each of them.
const PIECE = /\p{N}{1,4}(?=\p{L}{3})|[\p{L}\p{N}|]{0,40}\p{L}[\p{L}\p{M}\p{N}|]{0,40}(?:[-'’\u00ad][\p{L}\p{M}\p{N}]{1,40}){0,4}|\p{N}{1,40}|\S/gu;

/** "I" and "De" address the reader, "i" and "de" do not; "før" is not "for": cues tell them apart, though they fold alike. */
const PRONOUNS: ReadonlyMap<string, string> = new Map([['I', '§I'], ['De', '§De'], ['DE', '§De'], ['før', '§før'], ['Før', '§før'], ['FØR', '§før']]);

/** The tokens of a text; `offsets` leads from its characters to the raw text. */
export function tokensOf(text: string, offsets: readonly number[]): Token[] {
  const tokens: Token[] = [];
  for (const found of text.matchAll(PIECE)) {
    const piece = found[0];
    const at = found.index;
    const kind = /\p{L}/u.test(piece) ? 'word' : /^\p{N}/u.test(piece) ? 'number' : 'sign';
    const start = offsets[at] ?? 0;
    const end = (offsets[at + piece.length - 1] ?? start) + 1;
    tokens.push({ text: piece, fold: kind === 'word' ? (PRONOUNS.get(piece) ?? foldWord(piece)) : piece, kind, start, end, spaced: at === 0 || /\s/u.test(text[at - 1] ?? '') });
  }
  return tokens;
}

/** "A F G Ø R E L S E": a heading spaced out letter by letter is one word. */
export function joinSplitWords(tokens: readonly Token[]): Token[] {
  const joined: Token[] = [];
  for (let at = 0; at < tokens.length; at++) {
    let to = at;
    while (isLetter(tokens[to])) to++;
    const first = tokens[at];
    const last = tokens[to - 1];
    if (first && last && to - at >= 5) {
      const text = tokens.slice(at, to).map((token) => token.text).join('');
      joined.push({ text, fold: foldWord(text), kind: 'word', start: first.start, end: last.end, spaced: first.spaced });
      at = to - 1;
    } else if (first) joined.push(first);
  }
  return joined;
}

const isLetter = (token: Token | undefined): boolean => token !== undefined && token.kind === 'word' && token.text.length === 1;
