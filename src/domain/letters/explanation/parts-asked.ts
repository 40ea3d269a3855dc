import type { Part } from './point';

/** What a question of a letter is answered with: parts of its explanation, all of it, whom to call, or whether the decision waits. */
export type LetterQuestion = { readonly parts: readonly Part[] } | 'again' | 'phone' | 'waits';

/** A story of more words than this is no question of the letter. */
const WORDS_AT_MOST = 14;

/** Words that stand alone. */
const words = (pattern: string): RegExp => new RegExp(`(?<!\\p{L})(?:${pattern})(?!\\p{L})`, 'iu');

/** What is complained of in a question of the letter is the decision; a member of staff is another matter. */
const OF_ANOTHER = words('over (?!(?:det|den|dette|denne|afgørelsen|brevet|afslaget|beslutningen)(?!\\p{L}))\\p{L}+|about (?!(?:it|this|the decision|the letter)(?!\\p{L}))\\p{L}+');
/** "How long", "how much" ask for no place. */
const WHERE = words('(?:hvor(?! (?:lang|længe|meget|mange|ofte|gammel|stor|vigtig))|hvortil|hvem|hvilket sted|where|whom?)');
const ADDRESS = words('(?:til|på) hvilken adresse|hvad er (?:deres )?adressen?|(?:to )?which address|what is (?:the|their) address');
const TURNS_TO = words('sende[rs]?|klag\\p{L}*|skrive[rs]?|aflever\\p{L}*|indsigelse\\p{L}*|svar(?:et|e|er)?|henvende\\p{L}*|afgør|hen|det|den|send|appeal\\p{L}*|complain\\p{L}*|write|reply|answer|decides?');
const CALLS = words('ringe?|opkald|telefon\\p{L}*|nummer|nummeret|tlf|call|phone|number');
const CALLS_THEM = words('klag\\p{L}*|afdeling\\p{L}*|kommune\\p{L}*|dem|dertil|derhen|afsender\\p{L}*|sagsbehandler\\p{L}*|department|municipality|them|appeal\\p{L}*|complain\\p{L}*');
const MAY = words('(?:kan|må|skal|bør) (?:jeg|vi|man)(?: \\p{L}+){0,3} (?:klage|anke)(?: (?:igen|over|til))?|(?:can|may|should|must) (?:i|we)(?: \\p{L}+){0,2} (?:appeal|complain)|værd at klage|kan (?:det|den) (?:påklages|ankes|ændres)');
const DO = words('hvad (?:skal|kan|bør) (?:jeg|vi|man)(?: (?:så|nu|da|nu så))*(?: gøre)?(?: (?:så|nu|ved det|med det))?|hvad gør (?:jeg|vi|man)|skal (?:jeg|vi) gøre noget|what (?:should|do|can|must) (?:i|we)(?: do)?');
const HOW_MUCH = words('hvor meget|hvilket beløb|how much|hvad (?:skal|koster)(?: \\p{L}+){1,3} (?:betale|koste)|what do i (?:have to )?pay');
const WAITS = words('(?:betale?|stopper?|få\\p{L}*|miste\\p{L}*|pay|get|lose)(?: \\p{L}+){0,4} (?:imens|i mellemtiden|imellemtiden|indtil da|mens (?:jeg|de|klagen|sagen)|meanwhile|while|in the meantime)(?: \\p{L}+){0,4}|opsættende virkning');
const WHY = words('(?:hvorfor|why)(?: \\p{L}+){0,7} (?:nej|afslag\\p{L}*|afslår|afvist|afviser|stoppe\\p{L}*|nedsat|mindre|bevilget|får|fik|får ikke|no|refused?|rejected|stopped|decided)|hvad er (?:begrundelsen|grunden)|på hvilket grundlag|what is the reason');
const LAW = words('hvilken (?:lov|paragraf)|hvilke (?:love|regler|paragraffer)|efter hvilken|which (?:law|act|section)');
const LACKING = words('hvad mangler|mangler (?:der noget|brevet noget)|er der (?:noget galt|fejl|noget forkert)|er brevet lovligt|what is (?:missing|lacking)|is (?:anything|something) (?:missing|wrong)');
const AGAIN = words('hvad betyder (?:det|brevet|alt det|det her|det hele)|hvad står der(?: i (?:brevet|det))?|(?:jeg )?(?:forstår|fatter) (?:det |jeg )?(?:stadig )?ikke(?: (?:det|brevet|noget))?|forklar\\p{L}*|en gang til|what does (?:it|this|that|the letter) (?:mean|say)|explain|i (?:do not|don.?t) understand');

const LAST_DAY = words("er (?:det|jeg) (?:nu |så |allerede )?for sent|for sent (?:på den|at klage)|(?:har jeg|er der) tid (?:nok|endnu|tilbage)|kan jeg (?:stadig )?(?:nå|klage endnu)|hvornår (?:er det |skal det være |skal jeg |er det )?senest|inden hvornår|too late|(?:do i have|is there) (?:enough )?time|still in time");
const ASKS_LAST_DAY = /(?<!\p{L})(?:hvornår|when|hvad dag|hvilken dag)(?!\p{L}).*(?<!\p{L})(?:senest|sidst|frist\p{L}*|klage|latest|deadline|appeal)|(?<!\p{L})(?:sidste dag|sidste frist|klagefrist\p{L}*|last day|hvor lang tid har jeg|how long do i have|hvad er fristen)(?!\p{L})/iu;

/** Whether it asks for the last day, or whether it has passed. @example asksLastDay('er det for sent at klage?') // true */
export const asksLastDay = (text: string): boolean => text.trim().split(/\s+/).length <= WORDS_AT_MOST && (LAST_DAY.test(text) || ASKS_LAST_DAY.test(text));

/**
 * What a message asks of the letter last explained; null when it asks nothing of it. The questions that need no letter to be told from others
 * (where to send, whom to call) are told by their words alone.
 *
 * @example letterQuestion('hvor skal jeg sende klagen hen?') // { parts: ['route', 'action', 'deadline'] }
 */
export function letterQuestion(text: string): LetterQuestion | null {
  if (text.trim().split(/\s+/).length > WORDS_AT_MOST) return null;
  if (CALLS.test(text) && CALLS_THEM.test(text) && !/(?<!\p{L})(?:mig|me)(?!\p{L})/iu.test(text)) return 'phone';
  if (WAITS.test(text)) return 'waits';
  if (LACKING.test(text)) return { parts: ['lacking'] };
  if (LAW.test(text)) return { parts: ['law'] };
  if (WHY.test(text)) return { parts: ['why', 'law'] };
  if (HOW_MUCH.test(text)) return { parts: ['action', 'decided'] };
  if (ADDRESS.test(text)) return { parts: ['route', 'action'] };
  if (!OF_ANOTHER.test(text) && ((WHERE.test(text) && TURNS_TO.test(text)) || MAY.test(text))) return { parts: ['route', 'action', 'deadline'] };
  if (DO.test(text)) return { parts: ['action', 'route', 'deadline'] };
  return AGAIN.test(text) ? 'again' : null;
}
