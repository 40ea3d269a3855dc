import { say, type Refiner } from '../draft';
import { weighEffects, type Weighed } from '../effects';
import { Outcome, type LetterReading } from '../letter-reading';

type Decided = LetterReading['decisions'][number];

/** Less than this is not one of several results. */
const ENOUGH = 4;
/** Of points of one list each tells what was decided of it, however plainly. */
const ENOUGH_IN_LIST = 2.2;
const POINT = /^(?:[•·▪●○◦*–—-]\s|\(?\d{1,2}[.)]\s|\(?[a-z]\)\s|(?:ad|punkt)\s\d)/iu;

const isBare = ({ cues }: Weighed['sentence']): boolean => cues.some(({ meaning }) => meaning.of === 'bare');
/** A case that is closed stops no help. */
const CASE_CLOSED = /(?<!\p{L})(?:sag(?:en)?|ansøgning(?:en)?|case)(?!\p{L})(?: \p{L}+){0,4} (?:lukket|lukkes|afsluttet|afsluttes|henlagt|henlægges|closed)(?!\p{L})/iu;

/** Where a letter decides several matters: each with what its sentence says it is about. One alone is no list. */
export const severalDecisions: Refiner = (draft, sight) => {
  if (draft.reading.kind !== 'decision') return draft;
  const bySentence = new Map<number, Weighed>();
  const isPoint = ({ sentence }: Weighed) => POINT.test(sight.letter.blocks[sentence.block]?.text ?? '');
  for (const each of weighEffects(sight.letter, sight.findings)) {
    if (each.sentence.zone === 'title' || each.weight < (isPoint(each) ? ENOUGH_IN_LIST : ENOUGH) || !Outcome.safeParse(each.effect).success) continue;
    if (each.weight > (bySentence.get(each.sentence.index)?.weight ?? 0)) bySentence.set(each.sentence.index, each);
  }
  const all = [...bySentence.values()];
  // "Det bliver et nej. Du opfylder ikke betingelserne. Din sag er lukket": the same no three times.
  const refused = all.some(({ effect, sentence }) => (effect === 'refused' || effect === 'dismissed') && !isBare(sentence));
  const found = all.filter(({ effect, sentence }) => !refused || !(isBare(sentence) || (effect === 'stopped' && CASE_CLOSED.test(sentence.spelt.join(' ')))));
  // "Vi giver dig delvist medhold. Du får 10 timer.": one matter, told once.
  const matters = found.filter(({ effect, sentence }) => effect === 'partly-granted' || !found.some((other) => other.effect === 'partly-granted' && other.sentence.block === sentence.block));
  const decisions = matters.sort((a, b) => a.sentence.index - b.sentence.index).flatMap(({ effect, sentence }): Decided[] => {
    const outcome = Outcome.safeParse(effect);
    return outcome.success ? [{ about: sight.letter.raw.slice(sentence.start, sentence.end).replace(/\s+/gu, ' ').replace(/^[•·▪●○◦*–—-]\s/u, '').slice(0, 200), outcome: outcome.data }] : [];
  });
  if (new Set(decisions.map(({ outcome }) => outcome)).size > 1) {
    // A yes beside a no is no yes to all.
    return say(draft, sight, { decisions, outcome: draft.reading.outcome === 'granted' ? 'partly-granted' : draft.reading.outcome });
  }
  // What she gets of it is told beside "delvist".
  const parts = draft.reading.outcome === 'partly-granted' ? found.filter((each) => each.effect === 'granted' && !matters.includes(each)) : [];
  return parts.reduce((said, { sentence }) => say(said, sight, {}, 'outcome', sentence), draft);
};
