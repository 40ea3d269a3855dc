import type { TimeLimit } from '../appeal-deadline';
import type { Extractor, Finding } from '../finding';
import { foldWord } from '../fold-word';
import type { Token } from '../letter-tokens';
import type { SeenLetter } from '../seen-letter';
import { digitsOf } from './dates';

/** Times as letters state them: "4 uger", "fire uger", "28 dage", "3 måneder", "2 år"; working days are none, since they are not counted by the calendar. */
export const timeLimits: Extractor = (letter) => {
  const found: Finding[] = [];
  for (const sentence of letter.sentences) {
    sentence.tokens.forEach((token, at) => {
      const unit = sentence.tokens[at + 1];
      const torn = sentence.tokens[at + 2];
      // "4 u ger": torn apart by a scan.
      const make = unit?.kind === 'word' ? (unitOf(unit, letter) ?? (torn?.kind === 'word' && unit.text.length <= 2 ? unitOf({ fold: foldWord(unit.text + torn.text) }, letter) : null)) : null;
      const number = make ? numberOf(token, letter) : null;
      if (!make || number === null || number > 400 || !unit) return;
      // Ages and other years are no times to complain in: "inden 2 år efter".
      if (words(unit, letter) === 'years' && !/^(?:inden|indenfor|senest|for|within)$/iu.test(sentence.tokens[at - 1]?.text ?? '')) return;
      found.push({ of: 'time-limit', time: make(number), start: token.start, end: unit.end, sentence: sentence.index, certainty: 1 });
    });
  }
  return found;
};

function numberOf(token: Token, { words }: SeenLetter): number | null {
  // OCR makes A of 4.
  if (token.text === 'A') return 4;
  const digits = digitsOf(token, 3);
  if (digits !== null) return Number(digits) || null;
  const said = token.text.toLowerCase();
  const exact = words.words.dates.numbers[said];
  if (exact !== undefined) return exact;
  return words.number(token.fold);
}

const words = ({ fold }: Token, letter: SeenLetter) => letter.words.unit(fold);

function unitOf({ fold }: Pick<Token, 'fold'>, { words }: SeenLetter): ((n: number) => TimeLimit) | null {
  switch (words.unit(fold)) {
    case 'days':
      return (days) => ({ days });
    case 'weeks':
      return (weeks) => ({ weeks });
    case 'months':
      return (months) => ({ months });
    case 'years':
      return (years) => ({ months: years * 12 });
    default:
      return null;
  }
}
