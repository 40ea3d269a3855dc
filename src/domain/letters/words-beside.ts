/** What a citizen adds to a letter is short. */
const LONGEST = 400;
const HERSELF = /(?<!\p{L})(?:jeg|mig|mit|min|mine|my|me)(?!\p{L})|(?<!\p{L})I (?=[a-z'])/iu;
const TO_HER = /(?<!\p{L})(?:du|dig|din|dit|dine|jeres|you|your)(?!\p{L})|(?<=[\p{Ll},] )I(?= \p{Ll})/u;

/**
 * What she may have written herself before or after a letter that she pasted: its first or last paragraph where that speaks of its writer and
 * to nobody. A letter's own words, of a child that was hit or a death, tell of no danger now.
 *
 * @example wordsBeside('Afslag\n\nDu får ikke hjælp.\n\njeg orker ikke mere') // 'jeg orker ikke mere'
 */
export function wordsBeside(letter: string): string {
  const paragraphs = letter.split(/\n\s*\n/u).map((each) => each.trim()).filter((each) => each !== '');
  return [...new Set([paragraphs[0], paragraphs.at(-1), letter.trim().split('\n').at(-1)?.trim()])]
    .filter((each): each is string => each !== undefined && each.length <= LONGEST && HERSELF.test(each) && !TO_HER.test(each))
    .join(' ');
}
