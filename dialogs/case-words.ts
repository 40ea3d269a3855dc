import { foldWords } from '../src/domain/topics/said-words';
import type { Talk } from './talk';

/** She has not the PIN at hand. */
export const LOST_PIN = /(?<!\p{L})(?:glemt|mistet|smidt|finde?|husker ikke|hvad (?:var|er)|har ikke|lost|forgot\p{L}*|what (?:was|is)|don't have|can't find)(?!\p{L}).{0,24}(?:pin|koden?(?!\p{L}))/iu;
/** The bare wish to write in the case. */
export const WRITES = /^(?:jeg vil (?:gerne )?|kan jeg |i want to |can i )?(?:skrive?|write)(?: (?:til (?:borgerrådgiveren|rådgiveren|jer|dig|hende)|i (?:min |)sagen?|en besked|noget|to the adviser|in my case|a message))*[.!?]*$/iu;

const NEWS = /^(?:og |så )?(?:er der (?:noget |kommet )?(?:nyt|svar)|noget nyt|nyt|status|hvordan (?:går det|står det til)|har (?:i|hun|afdelingen) svaret|any news|is there (?:any )?news|what is the status)/iu;
const ASKS = /\?\s*$|^\s*(?:hvornår|hvordan|hvem|hvad|hvor|hvorfor|kan|må|er|har|skal|when|how|who|what|where|why|can|may|is|are|do|does)(?!\p{L})/iu;
/** Words by which something is added to what was told, or set right. */
const ADDS = /(?<!\p{L})(?:tilføje?|glemt|glemte|også|forkert|rettelse|rette|alligevel|nyt (?:telefon)?nummer|mit nummer|telefonnummer\p{L}*|ikke ring\p{L}*|add|forgot|also|wrong|new number|my number|correct)(?!\p{L})/iu;
const WORDS_AT_LEAST = 4;

/** She asks whether anything has come of it. */
export const asksForNews = ({ heard: { text, recognition }, services }: Talk): boolean => NEWS.test(text.trim()) || (recognition.topic === 'case.status' && recognition.confidence >= services.thresholds.sure && !ADDS.test(text) && ASKS.test(text));

/** What she writes when her case stands before her, and asks nothing: it is meant for the case, unless it surely speaks of another matter. */
export function isForCase({ heard: { text, recognition, action }, services }: Talk): boolean {
  if (action !== null || ASKS.test(text) || foldWords(text).split(' ').length < WORDS_AT_LEAST) return false;
  if (ADDS.test(text)) return true;
  return recognition.confidence < services.thresholds.sure || ['unknown', 'case.status', 'contact'].includes(recognition.topic);
}
