import { doubt, say, type Refiner } from '../draft';
import type { LetterReading } from '../letter-reading';

type Missing = LetterReading['missing'];

/** What a decision against the citizen should hold and does not (forvaltningsloven §§ 22–25). Looks at all that is left, so it comes last. */
export const missingParts: Refiner = (draft, sight) => {
  const { kind, outcome, has } = draft.reading;
  const against = kind === 'decision' && outcome !== 'granted';
  if (!against) return draft;
  const missing: Missing = [];
  if (!has.reasons) missing.push('reasons');
  if (!has.legalBasis) missing.push('legal-basis');
  if (!has.appealGuidance) missing.push('appeal-guidance');
  // What a poor reading did not give may well stand in the letter.
  if (sight.given.poor === true && missing.length > 0) return doubt(draft, 'missing', 'poor-reading');
  return say(draft, sight, { missing });
};
