import type { Extractor, Finding } from '../finding';
import type { SeenSentence } from '../seen-letter';

/** An opening of more words is a sentence of its own. */
const LONGEST = 6;
/** The two parts stand this near, in sentences. */
const APART = 14;
/** How much it counts against cues: nobody sets a list of what is given beside one of what is not unless both hold. */
const CERTAINTY = 7;

const GIVES = /^(?:får|bevilg\p{L}*|giver|gives|dækker|dækkes|betaler|yder|ydes|udleverer|udleveres|godkend\p{L}*|tillade[rs]|imødekommes|hjælper|kan|må|ja|get|pay|grant|approve|yes)$/u;

/** "Du får: …" above "Du får ikke: …", "Ja: …" above "Nej: …": what is given and what is not, each under an opening of its own, is a part. */
export const setApart: Extractor = ({ sentences }) => {
  const found: Finding[] = [];
  const openings: { readonly words: readonly string[]; readonly index: number }[] = [];
  for (const sentence of sentences) {
    const words = openingOf(sentence);
    if (words === null) continue;
    const mirrored = openings.some((other) => sentence.index - other.index <= APART && isMirrored(other.words, words));
    if (mirrored) found.push({ of: 'effect', effect: 'partly-granted', title: false, start: sentence.start, end: sentence.end, sentence: sentence.index, certainty: CERTAINTY });
    openings.push({ words, index: sentence.index });
  }
  return found;
};

/** The words before a colon, or of a line of its own; null where a sentence opens in no such way. */
function openingOf({ zone, purpose, tokens, spelt, enclosed }: SeenSentence): readonly string[] | null {
  if (zone === 'head' || zone === 'signature' || enclosed || purpose === 'guidance' || purpose === 'rules') return null;
  const colon = tokens.findIndex(({ text }) => text === ':');
  const end = colon >= 0 ? colon : tokens.length;
  const words = spelt.slice(0, end).filter((_, at) => tokens[at]?.kind === 'word').map((word) => word.toLocaleLowerCase('da'));
  return words.length === 0 || words.length > LONGEST || (colon < 0 && tokens.length > LONGEST + 2) ? null : words;
}

/** The same words but for "ikke", or yes and no. */
function isMirrored(yes: readonly string[], no: readonly string[]): boolean {
  if (!yes.some((word) => GIVES.test(word))) return false;
  if (yes.length === 1 && no.length === 1) return /^(?:ja|yes)$/u.test(yes[0] ?? '') && /^(?:nej|no)$/u.test(no[0] ?? '');
  return no.length === yes.length + 1 && no.some((word) => /^(?:ikke|not)$/u.test(word)) && no.filter((word) => !/^(?:ikke|not)$/u.test(word)).join(' ') === yes.join(' ');
}
