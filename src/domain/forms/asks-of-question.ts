import { foldWords } from '../topics/said-words';
import { asksBot } from './asked-of-bot';

/** What a no, or a yes, would lead to; why it is asked; whether she must. */
const CONSEQUENCE = /(?<!\p{L})(?:hvis jeg|sker der|siger (?:nej|ja)|hvorfor|hvad (?:betyder|bruger|skal (?:i|det|du))|hvad vil det sige|skal jeg(?: svare)?|er jeg nødt|behøver jeg|er det nødvendigt|what happens|if i|saying no|say (?:no|yes)|why|do i have to|must i|what does (?:that|it|this) mean)(?!\p{L})/iu;
const ASKS_WHO_OR_WHAT = /^(?:og |men |and |but )?(?:hvilken|hvilket|hvilke|hvem|hvad for|hvad er|hvad står|which|who|what (?:is|are|papers|letter|department|file))(?!\p{L})/u;
const ANONYMOUS = /(?<!\p{L})(?:anonym\p{L}*|uden (?:at (?:sige|skrive|oplyse|give) )?(?:mit |et )?navn|(?:ikke|slippe? for at) (?:sige|skrive|oplyse|give) (?:\p{L}+ )?navn|without (?:giving |saying )?(?:my |a )?name)(?!\p{L})/iu;
const WORDS_AT_MOST = 14;
/** Words that every question has. */
const EMPTY: ReadonlySet<string> = new Set(['hvad', 'hvem', 'hvilken', 'hvilke', 'hvilket', 'din', 'dine', 'skal', 'ikke', 'have', 'sagen', 'what', 'which', 'that', 'your', 'case', 'with', 'this', 'have']);

/** Whether she would rather stay without a name, or asks whether she can. */
export const wantsNoName = (text: string): boolean => text.split(/\s+/).length <= WORDS_AT_MOST && ANONYMOUS.test(text);

/**
 * Whether a short message asks about the question that was put: what a no leads to, why it is asked, or what one of its own words means.
 *
 * @example asksOfQuestion('hvilke papirer?', 'Må rådgiveren se papirerne i sagen?') // true
 */
export function asksOfQuestion(text: string, question: string): boolean {
  if (text.split(/\s+/).length > WORDS_AT_MOST) return false;
  const said = foldWords(text);
  const asks = asksBot(text) || ASKS_WHO_OR_WHAT.test(said);
  if (!asks) return false;
  if (CONSEQUENCE.test(text)) return true;
  const own = foldWords(question).split(' ').filter((word) => word.length > 3 && !EMPTY.has(word));
  return ASKS_WHO_OR_WHAT.test(said) && said.split(' ').some((word) => word.length > 3 && own.some((each) => each.slice(0, 5) === word.slice(0, 5)));
}
