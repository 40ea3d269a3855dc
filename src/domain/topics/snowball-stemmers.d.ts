declare module 'snowball-stemmers' {
  /** Takes a language's name in English ("danish"); its `stem` wants lower case and gives the stem. */
  export function newStemmer(language: string): { stem(word: string): string };
}
