import type { Sight } from '../draft';
import { LetterReading } from '../letter-reading';
import { operativeText, placedSentences, type Placed } from '../operative';
import type { SeenSentence } from '../seen-letter';
import { sentenceWordings, wordingsOf } from '../wording';

type Outcome = LetterReading['outcome'];

/** What an outcome is called in the models; a decision without one orders or registers something. */
const OUTCOMES: readonly { readonly outcome: Outcome; readonly whole: string; readonly sentence: string }[] = [
  ...LetterReading.shape.outcome.unwrap().options.map((outcome) => ({ outcome, whole: outcome, sentence: outcome })),
  { outcome: null, whole: 'none', sentence: 'order' },
];

/** How much each voice counts against the clearest sentence: the cues by their weight, what the cues conclude, the operative part as a whole, the next sentence, a yes beside a no. Found by leaving sets out that no cue was made for. */
const COUNTS = { cues: 0.7, concluded: 0.4, whole: 0.9, further: 0.25, both: 0.5, bothClear: 1.3 };
/** Of a sentence of two at most: no doubt about it. */
const VERY_CLEAR = 1.4;
/** Cues that weigh more than this are no surer. */
const SURE_CUES = 8;

/** What the wording makes of an outcome that the cues tell, and the sentence that speaks for it. */
export interface HeardOutcome {
  readonly outcome: Outcome;
  readonly sentence: SeenSentence | null;
}

/** Weighs what the cues tell against the wording of the operative part and of each of its sentences; null where no wordings were learnt. */
export function heardOutcome(sight: Sight, concluded: Outcome, cues: (outcome: Outcome) => number): HeardOutcome | null {
  const { wording } = sight.letter.words;
  if (!wording) return null;
  const placed = placedSentences(sight.letter, sight.guidance);
  const whole = wording.outcomes(wordingsOf(operativeText(placed)));
  const said = placed.filter(({ place }) => place > 0).map((each) => ({ ...each, speaks: wording.effects(sentenceWordings(each.text)) }));
  // A clear yes beside a clear no is a part.
  const both = Math.min(clearest(said, 'granted').score, clearest(said, 'refused').score);
  let best: { outcome: Outcome; score: number; sentence: SeenSentence | null } | null = null;
  for (const each of OUTCOMES) {
    const { score: sentences, sentence } = clearest(said, each.sentence);
    const score = sentences + COUNTS.whole * ((whole.get(each.whole) ?? -1) + 1) + (COUNTS.cues * Math.min(cues(each.outcome), SURE_CUES)) / SURE_CUES + (each.outcome === concluded ? COUNTS.concluded : 0) + (each.outcome === 'partly-granted' ? (both > VERY_CLEAR ? COUNTS.bothClear : COUNTS.both) * both : 0);
    if (!best || score > best.score) best = { outcome: each.outcome, score, sentence };
  }
  return best;
}

/** How clearly the sentence that speaks most for an effect does so, and a little of the next. */
function clearest(said: readonly (Placed & { readonly speaks: ReadonlyMap<string, number> })[], effect: string): { score: number; sentence: SeenSentence | null } {
  let [first, second] = [0, 0];
  let sentence: SeenSentence | null = null;
  for (const { speaks, place, sentence: own } of said) {
    const score = Math.max(0, (speaks.get(effect) ?? -1) + 1) * place;
    if (score > first) [first, second, sentence] = [score, first, own];
    else if (score > second) second = score;
  }
  return { score: first + COUNTS.further * second, sentence };
}
