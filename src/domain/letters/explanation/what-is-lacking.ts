import { goesOnByItself } from '../appeal-day';
import { goesAgainst, point, type LetterFacts, type Point } from './point';

/** What the decision should have had and has not (FVL §§ 22-25), and what she can ask for; an appeal is never to wait for it (L-2.2). */
export function whatIsLacking(facts: LetterFacts): Point[] {
  const { reading, told } = facts;
  if (told) return goesAgainst(reading) ? [point('letter.lacks.spoken')] : [];
  if (reading.missing.length === 0) return [];
  const lacks = reading.missing.map((part) => point(`letter.lacks.${part}`));
  // Where nothing is to be sent, nothing can come too late.
  if (reading.appeal.possible === false || goesOnByItself(facts)) return lacks;
  return [...lacks, point(reading.missing.includes('appeal-guidance') ? 'letter.lacks.hurry' : 'letter.lacks.do-not-wait')];
}
