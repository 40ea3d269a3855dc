import { reasonsIn } from '../reason-cue';
import { goesAgainst, point, type LetterBooks, type LetterFacts, type Point } from './point';
import { joinQuotes } from './quote';

/** More kinds of reasons than this explain nothing. */
const REASONS_AT_MOST = 2;

/** Why, in the letter's words and in plain ones. */
export function whyItWas({ reading, quotes }: LetterFacts, { reasons }: LetterBooks): Point[] {
  const said = quotes['has.reasons'] ?? [];
  const against = goesAgainst(reading) || reading.kind === 'hearing';
  if (!against || !reading.has.reasons || said.length === 0) return [];
  const plain = reasonsIn(said.join(' '), reasons).slice(0, REASONS_AT_MOST);
  return [point('letter.why', { quote: joinQuotes(said) }), ...plain.map((id) => point(`letter.reason.${id}`))];
}
