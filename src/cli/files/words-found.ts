/** How much of a text came back out of a file. */
export interface WordsFound {
  /** Of the text's words, each as often as it stands there, the share that was found. */
  readonly found: number;
  /** The words that were not. */
  readonly lost: readonly string[];
}

/** Compares by words, whatever their order and line breaks; a word divided at a line's end is one. */
export function wordsFound(text: string, read: string): WordsFound {
  const there = new Map<string, number>();
  for (const word of wordsOf(read)) there.set(word, (there.get(word) ?? 0) + 1);
  const words = wordsOf(text);
  const lost = words.filter((word) => {
    const left = there.get(word) ?? 0;
    there.set(word, left - 1);
    return left < 1;
  });
  return { found: words.length === 0 ? 1 : Math.round((1 - lost.length / words.length) * 10_000) / 10_000, lost };
}

const wordsOf = (text: string): string[] =>
  text
    .toLowerCase()
    .replaceAll(/(\p{L})-\n\s*(?!(?:og|eller)\s)(\p{Ll})/gu, '$1$2')
    .match(/[\p{L}\p{N}]+|§/gu) ?? [];
