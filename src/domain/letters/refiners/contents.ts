import { say, type Refiner, type Sight } from '../draft';
import { findingsOf, type Finding } from '../finding';
import type { LetterReading } from '../letter-reading';
import type { SeenSentence } from '../seen-letter';

/** Kinds that settle, or will settle, something: only they have reasons and a legal basis. */
const SETTLES: readonly LetterReading['kind'][] = ['decision', 'hearing'];

/** What of a decision's parts the letter has: reasons, legal basis, guidance. A charge that tells how to complain is read likewise. */
export const contents: Refiner = (draft, sight) => {
  const { kind, appeal } = draft.reading;
  const guided = appeal.possible !== null || sight.guidance.enclosed !== null;
  const settles = SETTLES.includes(kind) || (kind === 'payment-demand' && appeal.possible !== null);
  const reasons = settles ? reasonsGiven(sight, kind === 'hearing') : null;
  const basis = settles ? basisNamed(sight, kind === 'hearing') : null;
  const has = { decision: kind === 'decision', reasons: reasons !== null, legalBasis: basis !== null, appealGuidance: kind === 'decision' || kind === 'payment-demand' ? guided : false };
  const next = reasons ? say(draft, sight, { has }, 'has.reasons', reasons) : say(draft, sight, { has });
  return basis ? say(next, sight, {}, 'has.legalBasis', basis) : next;
};

/** What shows concrete reasons must weigh this much. */
const ENOUGH = 3;

/** A sentence that says why in this case. Rules in general, guidance and "du opfylder ikke betingelserne" are none. */
function reasonsGiven({ letter }: Sight, hearing: boolean): SeenSentence | null {
  let total = 0;
  let before: readonly SeenSentence[] = [];
  let best: { sentence: SeenSentence; weight: number } | null = null;
  for (const sentence of letter.sentences) {
    if (sentence.zone === 'head' || sentence.zone === 'signature' || sentence.zone === 'title' || sentence.enclosed) continue;
    if (sentence.purpose === 'rules' || sentence.purpose === 'guidance' || sentence.purpose === 'general' || sentence.purpose === 'payment' || (sentence.purpose === 'hearing' && !hearing)) continue;
    // "Du er flyttet. Derfor …": what stands right before is the reason.
    const concluded = before.some(tellsFacts) && sentence.tokens.slice(0, 3).some(({ text }) => /^(?:derfor|dermed|således|altså|therefore)$/iu.test(text));
    before = sentence.zone === 'body' ? [...before.slice(-1), sentence] : [];
    const weight = concluded ? Math.max(3, weightOf(sentence)) : weightOf(sentence);
    total += weight;
    if (weight > (best?.weight ?? 0)) best = { sentence, weight };
  }
  return best && total >= ENOUGH ? best.sentence : null;
}

/** A plain statement: no bare formula, no wish, no condition, and more than a few words. */
function tellsFacts({ tokens, cues, hedges, purpose }: SeenSentence): boolean {
  const words = tokens.filter(({ kind }) => kind === 'word').length;
  return words >= 6 && purpose !== 'rules' && !cues.some(({ meaning }) => meaning.of === 'bare') && !hedges.some(({ hedge }) => hedge === 'reported' || hedge === 'quoted');
}

function weightOf(sentence: SeenSentence): number {
  const { cues, hedges, purpose, tokens, zone } = sentence;
  const words = tokens.filter(({ kind }) => kind === 'word').length;
  if (words < 6 || zone === 'heading') return 0;
  const covered = (at: number) => hedges.some(({ hedge, from, to }) => (hedge === 'general' || hedge === 'condition' || hedge === 'quoted') && at >= from && at < to);
  let weight = 0;
  for (const { meaning, from } of cues) if (meaning.of === 'reasons' && !covered(from)) weight = Math.max(weight, meaning.weight);
  const bare = cues.some(({ meaning }) => meaning.of === 'bare');
  if (bare && words < 22) weight = Math.min(weight, 0.5);
  if (purpose === 'reasons' && !hedges.some(({ hedge }) => hedge === 'general') && !bare) weight = Math.max(weight, words >= 10 ? 2 : 1);
  if (purpose === 'facts') weight *= 0.5;
  return weight;
}

/** The citation that the decision rests on: of a law on the matter, not one cited in passing, for complaining or for how cases are handled. */
function basisNamed(sight: Sight, hearing: boolean): Finding<'citation'> | null {
  const { letter, findings, guidance } = sight;
  const guided = new Set(guidance.sentences.map(({ sentence }) => sentence.index));
  return findingsOf(findings, 'citation').find((citation) => {
    const sentence = letter.sentences[citation.sentence];
    if (!sentence || guided.has(citation.sentence) || sentence.enclosed) return false;
    if (sentence.purpose === 'guidance' || (sentence.purpose === 'hearing' && !hearing)) return false;
    if (IN_PASSING.test(letter.raw.slice(Math.max(sentence.start, citation.start - 45), citation.start))) return false;
    return !citation.procedure || isOnProcedure(sight);
  }) ?? null;
}

/** What a section may be cited for without the decision resting on it. */
const IN_PASSING = /(?:handleplan\w*|undersøgelse\w*|genoptræningsplan\w*|underretning\w*|oplysningspligt\w*|partshør\w*|\bhørt|bisidder|aktindsigt|samtykke\w*|opfølgning\w*|personoplysninger)\s+(?:\S+\s+){0,2}(?:efter|jf\.|i henhold til|i)\s*$/iu;

/** A decision on access to files or the like rests on the laws of procedure themselves. */
const isOnProcedure = ({ letter }: Sight): boolean =>
  letter.sentences.some(({ zone, tokens, depth }) => (zone === 'title' || depth < 3) && tokens.some(({ text }) => /aktindsigt|partsrepræsentant|genoptag|handlekommune|inhabil|offentlighed/iu.test(text)));
