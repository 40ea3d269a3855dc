import { goesOnByItself, mustStandBy } from '../appeal-day';
import { point, type LetterFacts, type Point } from './point';
import { joinQuotes, shortQuote } from './quote';

/** What was decided, in one plain sentence, with the letter's own words; each matter where there are several. */
export function whatWasDecided(facts: LetterFacts): Point[] {
  const { reading, quotes } = facts;
  if (reading.kind !== 'decision') return [];
  const quote = joinQuotes(quotes['outcome'] ?? []);
  const several = reading.decisions.length > 1;
  return [
    ...(several ? [point('letter.decisions')] : [point(`letter.outcome.${reading.outcome ?? 'none'}`)]),
    ...(several ? reading.decisions.map(({ about, outcome }) => point('letter.decisions.one', { about: shortQuote(about).replace(/[.:,;\s]+$/u, ''), outcome: { phrase: `letter.outcome-short.${outcome ?? 'none'}` } })) : []),
    ...(goesOnByItself(facts) || mustStandBy(facts) ? [point('letter.reassessed')] : []),
    ...(quote === '' || several ? [] : [point('letter.in-its-words', { quote })]),
  ];
}
