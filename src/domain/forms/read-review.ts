import { foldWords } from '../topics/said-words';
import { readYesNo } from './read-yes-no';

const SEND = /^(?:(?:ja|jo|jep|ok|okay|oki|fint|godt|super|perfekt|yes|yeah|fine|great|nu|så|bare|det er (?:rigtigt|fint|godt|ok)|det ser (?:rigtigt|fint|godt) ud|that is (?:right|fine)|please|tak) )*(?:du må (?:gerne )?|vil du |jeg vil (?:gerne )?(?:have )?|kan du |i want to |you can )?(?:send|sende|indsend|submit)(?: (?:det|den|dem|klagen|beskeden|alt|nu|bare|tak|af sted|afsted|så|it|them|now|please|off|til (?:borgerrådgiveren|rådgiveren|hende)|to the adviser))*$/u;

/** What the button does, and whether it can be undone. */
const ASKS = /(?<!\p{L})(?:trykker (?:på )?send|når (?:jeg|det|den) (?:har |er |bliver )?send\p{L}*|fortryde|ændre (?:det|den|noget) (?:bagefter|senere)|(?:when|after|if) i (?:press|send|click)|undo|change it (?:later|afterwards))(?!\p{L})/iu;

/**
 * What was said to "is this right?": that it be sent, that something is not right, or what sending does; null where it leaves doubt.
 *
 * @example readReview('ok send den') // 'send'
 */
export function readReview(text: string): 'send' | 'change' | 'asks' | null {
  if (ASKS.test(text)) return 'asks';
  if (text.includes('?')) return null;
  if (SEND.test(foldWords(text))) return 'send';
  const right = readYesNo(text);
  return right === null ? null : right ? 'send' : 'change';
}
