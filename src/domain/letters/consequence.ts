import { sentenceAround, shortQuote } from './explanation/quote';

/** How a letter says what happens if she does not do what it asks: "udebliver du …", "hører vi ikke fra dig …". */
const NOT_DONE = /(?<!\p{L})(?:hvis\s+(?:du|i|vi)\s+(?:\p{L}+\s+){0,3}?(?:ikke|udebliver|undlader)|(?:møder|kommer|svarer|betaler|sender|afleverer|reagerer|deltager)\s+(?:du|i)\s+ikke|(?:hører|modtager|får)\s+vi\s+(?:\p{L}+\s+){0,3}?ikke|udebliver\s+du|(?:ved|i\s+tilfælde\s+af)\s+(?:\p{L}+\s+){0,2}?(?:udeblivelse|manglende\s+(?:betaling|svar|fremmøde))|betales\s+(?:\p{L}+\s+){0,3}?ikke|if\s+(?:you\s+(?:do\s+not|don't|fail)|we\s+do\s+not))(?!\p{L})/iu;

/**
 * What the letter says will happen if she does not do what it asks, in its own words; null where it says nothing of it.
 *
 * @example consequenceIn('Udebliver du, kan din hjælp blive sat ned.') // 'Udebliver du, kan din hjælp blive sat ned.'
 */
export function consequenceIn(text: string): string | null {
  const found = NOT_DONE.exec(text);
  return found ? shortQuote(sentenceAround(text, found.index, found.index + found[0].length)) : null;
}
