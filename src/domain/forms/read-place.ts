import { foldWords } from '../topics/said-words';
import { readYesNo } from './read-yes-no';
import { asksBot, takenBack } from './asked-of-bot';

const WORDS_AT_MOST = 7;
const LEADS = /^\s*(?:(?:hej|ja|jo|well|yes)[\s,.!]+)?(?:(?:det (?:er|var|må være|gælder)|jeg tror(?: nok| at)?(?: det (?:er|var))?|it (?:is|was)|i think(?: it(?:'s| is| was))?)\s+)?(?:(?:nok|vist|vistnok|måske|hos|perhaps|maybe)\s+)*/iu;
/** Words of a sentence: no name of a department has them. */
const TOLD = /(?<!\p{L})(?:jeg|mig|hun|hende|han|ham|de|dem|der|du|ikke|aldrig|har|havde|er|var|vil|skal|kan|gør|sagde|husker|ved|she|he|her|him|they|them|not|is|was|has|had|will|said|know)(?!\p{L})/iu;

/**
 * The name of a place or a department in a short answer, without the words around it; null where it is told in a sentence, or asked.
 *
 * @example readPlace('det er nok Jobcentret.') // 'Jobcentret'
 */
export function readPlace(text: string): string | null {
  if (readYesNo(text) !== null || asksBot(text) || takenBack(text) !== null) return null;
  const name = text.trim().replace(LEADS, '').replace(/[\s.,!]+$/u, '');
  const words = foldWords(name).split(' ');
  return name === '' || words.length > WORDS_AT_MOST || TOLD.test(name) ? null : name;
}
