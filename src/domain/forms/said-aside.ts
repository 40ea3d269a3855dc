import { foldWords } from '../topics/said-words';

/** More words than these are told as part of the matter. */
const WORDS_AT_MOST = 10;

const CALLED = /(?<!\p{L})(?:ring(?:e|es)? (?:\p{L}+ )?op|ringet op|ring(?:e)? (?:hellere |bare )?til mig|(?:tale|snakke) i telefon(?:en)?|be called|called back|a call|call me)(?!\p{L})/iu;
const RATHER = /(?<!\p{L})(?:hellere|i stedet|helst|foretrækker|kan (?:i|du|hun|nogen|man|jeg)|vil (?:i|du) ikke|rather|instead|prefer|can (?:you|i|someone|she)|could you)(?!\p{L})/iu;

const NOT_CALLED = /(?<!\p{L})(?:(?:må|skal|vil|bør|behøver)(?: \p{L}+){0,2} ikke(?: \p{L}+){0,2} ring\p{L}*|ring ikke|(?:at|de|they) ring\p{L}*|(?:not|don't)(?: \p{L}+){0,2} call(?:ed)?)/iu;

/** Whether she would rather be called than go on writing. What others are to do is her matter: "at de ringer til mig". */
export function wantsCall(text: string): boolean {
  return text.split(/\s+/).length <= WORDS_AT_MOST && CALLED.test(text) && RATHER.test(text) && !NOT_CALLED.test(text);
}

const POLITE = '(?:hej |hello |hi |ok |okay |så |nå |nu |now |well |tak |undskyld |sorry |ja |yes )*';
const BACK_AGAIN = new RegExp(`^${POLITE}(?:(?:(?:jeg er|er jeg|her er jeg|i am|i m|im)(?: nu| så| now)? (?:tilbage|her igen|her|klar|back|here again|ready)(?: igen| nu| again| now)?)|(?:tilbage|back) igen|(?:lad os |vi kan |jeg vil (?:gerne )?|let us |lets |i want to )?(?:fortsæt|fortsætte|gå videre|komme videre|kør videre|continue|go on|carry on))$`, 'u');

/** Whether a whole message only says that she is here again, and may go on. */
export const comesBack = (text: string): boolean => BACK_AGAIN.test(foldWords(text.replaceAll("'", '')));

const TAKES_UP = new RegExp(`^${POLITE}(?:(?:jeg|vi) (?:vil|skal|ville)(?: gerne| nu)? |(?:kan|må) (?:jeg|vi)(?: godt| gerne| nu)? |lad os |i (?:want|would like) to |can (?:i|we) |let us |lets )?(?:fortsæt(?:te)?|gøre? .*færdig|skrive? .*færdig|(?:gå |kom(?:me)? )?videre (?:med|på)|tage? .*op igen|tilbage til|vende? tilbage til|continue|finish|resume|go on with|carry on with|(?:go )?back to)(?!\\p{L})`, 'u');
const OF_BEFORE = /(?<!\p{L})(?:klage\p{L}*|udkast\p{L}*|skrev\p{L}*|før|gamle|henvendelse|stoppede|slap|complaint|draft|old|before|wrote|left off)(?!\p{L})/iu;

/** Whether she wants to go on with what she stopped writing. */
export const takesUp = (text: string): boolean => text.split(/\s+/).length <= WORDS_AT_MOST && TAKES_UP.test(foldWords(text.replaceAll("'", ''))) && OF_BEFORE.test(text);
