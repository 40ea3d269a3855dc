/** Longest part of a text's beginning, and of its end, that is looked at, in characters: a wish stands first or last. */
const END_LENGTH = 1_200;

/** The ends of a long text; a text that is not long as it is. */
export function endsOf(text: string): string {
  return text.length <= 2 * END_LENGTH ? text : `${text.slice(0, END_LENGTH)} … ${text.slice(-END_LENGTH)}`;
}

/**
 * One writing of what is written in many: composed letters, lower case, single spaces, no letter more than twice in a row.
 *
 * @example normalize('HJÆÆÆLP  mig') // 'hjææ lp'-like spellings meet: 'hjæælp mig'
 */
export function normalize(text: string): string {
  return text
    .normalize('NFC')
    .toLowerCase()
    .replace(/[\u2019\u00b4`]/g, "'")
    .replace(/(\p{L})\1{2,}/gu, '$1$1')
    .replace(/\s+/gu, ' ')
    .trim();
}

/** The words of a normalised text; question and exclamation marks count as words, since they say what is asked. */
export function wordsOf(normalized: string): string[] {
  return normalized.match(/[\p{L}\p{N}\p{M}]+|[?!]/gu) ?? [];
}

/** Whether there is a letter or a figure in it at all; emoji and dots alone say nothing. */
export function saysAnything(text: string): boolean {
  return /[\p{L}\p{N}]/u.test(text);
}

/** The sentences of a text, as written; full stops after one or two letters or figures ("kl. 10", "d. 5.") end none. */
export function sentencesOf(text: string): string[] {
  return text
    .split(/(?<=[!?…])\s+|(?<=[\p{L}\p{N})"]{3}\.)\s+|\n+/u)
    .map((sentence) => sentence.trim())
    .filter(saysAnything);
}
