import { say, type Refiner } from '../draft';
import { weighEffects, type Weighed } from '../effects';
import { Outcome, type LetterReading } from '../letter-reading';

type Decided = LetterReading['decisions'][number];

/** Less than this is not one of several results. */
const ENOUGH = 4;

/** Where a letter decides several matters: each with what its sentence says it is about. One alone is no list. */
export const severalDecisions: Refiner = (draft, sight) => {
  if (draft.reading.kind !== 'decision') return draft;
  const bySentence = new Map<number, Weighed>();
  for (const each of weighEffects(sight.letter, sight.findings)) {
    if (each.sentence.zone === 'title' || each.weight < ENOUGH || !Outcome.safeParse(each.effect).success) continue;
    if (each.weight > (bySentence.get(each.sentence.index)?.weight ?? 0)) bySentence.set(each.sentence.index, each);
  }
  const decisions = [...bySentence.values()].sort((a, b) => a.sentence.index - b.sentence.index).flatMap(({ effect, sentence }): Decided[] => {
    const outcome = Outcome.safeParse(effect);
    return outcome.success ? [{ about: sight.letter.raw.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ').slice(0, 200), outcome: outcome.data }] : [];
  });
  return new Set(decisions.map(({ outcome }) => outcome)).size > 1 ? say(draft, sight, { decisions }) : draft;
};
