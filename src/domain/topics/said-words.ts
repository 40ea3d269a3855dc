/** Lower case, one space between words, no punctuation: what a table of wordings is looked up in. */
export function foldWords(text: string): string {
  return text
    .normalize('NFC')
    .toLocaleLowerCase('da')
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** Whether any of the wordings stands in the text as whole words. */
export function saysAny(folded: string, wordings: readonly string[]): boolean {
  const padded = ` ${folded} `;
  return wordings.some((wording) => padded.includes(` ${wording} `));
}
