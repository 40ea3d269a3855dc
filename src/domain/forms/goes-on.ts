import { readYesNo } from './read-yes-no';

const GOES_ON = /(?<!\p{L})(?:fortsæt\p{L}*|(?:gå|går|komme?|kom) videre|videre med|tilbage til klagen|go on|continue|carry on|keep going|resume)(?!\p{L})/iu;
const NO_DANGER = /(?<!\p{L})(?:ikke i fare|ingen fare|ikke farligt|no danger|not in danger)(?!\p{L})/iu;
const WELL = /(?<!\p{L})(?:klarer (?:den|mig|det)|har det (?:fint|godt)|misforst\p{L}+|i(?:'m| am) (?:fine|ok|okay|safe))(?!\p{L})/iu;
const DENIES = /(?<!\p{L})(?:ikke|aldrig|not|never|can't|cannot|don't)(?!\p{L})/iu;
const WORDS_AT_MOST = 10;

/**
 * Whether she wants to go on with what waits, after danger came between: she says so, or that there is none. `asked`: she was
 * asked whether she will go on, so that a yes means it; right after the card, which asks for danger, a no does.
 *
 * @example goesOn('nej, jeg klarer den, lad os fortsætte', false) // true
 */
export function goesOn(text: string, asked: boolean): boolean {
  if (text.split(/\s+/).length > WORDS_AT_MOST) return false;
  if (NO_DANGER.test(text)) return true;
  if (GOES_ON.test(text) || WELL.test(text)) return !DENIES.test(text);
  return readYesNo(text) === asked;
}
