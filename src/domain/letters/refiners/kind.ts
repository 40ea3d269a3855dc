import { doubt, say, type Refiner, type Sight } from '../draft';
import { strongest, weighEffects } from '../effects';
import { findingsOf, type Finding } from '../finding';
import { LetterKind, type LetterReading } from '../letter-reading';
import type { SeenSentence } from '../seen-letter';
import { wordingsOf } from '../wording';
import { placeOf } from './plain-fields';

type Kind = LetterReading['kind'];

/** How surely the letter is of a kind, and the cue that tells most. */
interface Score {
  readonly kind: Kind;
  readonly score: number;
  /** What cues of the kind itself tell, effects and guidance apart. */
  readonly own: number;
  readonly best: Finding<'kind'> | null;
}

/** Guidance as sure as this is given with a decision, or with a charge. */
const SURE_GUIDANCE = 3;

/**
 * The kind of letter: what it does. Cues of a hearing beat words of decision, unless there is guidance on how to complain; a demand or a
 * reminder headed as such stays one; else what changes most for the citizen.
 */
export const kindOfLetter: Refiner = (draft, sight) => {
  const scores = new Map(scoreKinds(sight).map((score) => [score.kind, score]));
  const of = (kind: Kind) => scores.get(kind)?.score ?? 0;
  const guided = sight.guidance.strength >= SURE_GUIDANCE;
  const weighed = weighEffects(sight.letter, sight.findings);
  const effects = strongest(weighed);
  const inText = strongest(weighed.filter(({ finding }) => !finding.title));
  const upheld = (effects.get('upheld')?.finding.title === false && (effects.get('upheld')?.total ?? 0) >= 5) || (effects.get('upheld-partly')?.total ?? 0) >= 5;
  const settled = (['granted', 'refused', 'stopped', 'reduced', 'dismissed'] as const).some((effect) => (inText.get(effect)?.total ?? 0) >= 5);
  // A letter in which nothing is told of tells something: `other` has cues of its own.
  const fallback: Kind = sight.letter.sentences.filter(({ zone, tokens }) => zone === 'body' && tokens.length > 3).length >= 2 ? 'notice' : 'other';
  const told = upheld && guided ? 'decision' : decide(of, { guided, said: (scores.get('decision')?.own ?? 0) >= 2 || guided || upheld, settled, upheld }, fallback);
  const kind = heardInWording(told, of, sight);
  const next = say(draft, sight, { kind }, 'kind', placeOf(sight, scores.get(kind)?.best) ?? tellingSentence(kind, sight));
  if (kind !== told) return doubt(next, 'kind', 'contradiction');
  const rival = Math.max(...[...scores.values()].filter((score) => score.kind !== kind).map(({ score }) => score), 0);
  return of(kind) < 3 || rival > of(kind) * 0.85 ? doubt(next, 'kind', of(kind) < 3 ? 'weak' : 'contradiction') : next;
};

/**
 * How much the cues count against the wording, of which 1 is sure: what they conclude, and how loud those of each kind are. Found on the
 * three sets of letters that no cue was made for: there the cues alone are right of .84, the wording alone of .92, both of .955.
 */
const CUES_COUNT = { concluded: 0.25, each: 0.5 };
/** Most letters that were learnt from are decisions: the wording leans to them by so much. Found by leaving each of five sets out (560 letters). */
const LEAN_TO_DECISION = 0.3;
/** Hearings are few and worded like the decisions to come: what tells them apart is a cue. */
const CUES_OF_HEARING = 1.6;
/** Cues that weigh more than this are no surer. */
const SURE_CUES = 9;
/** A text with fewer wordings is too short to be told by them: a text message, a few lines. */
const WORDINGS_AT_LEAST = 150;

/** What the wording of the whole letter and its cues tell together; where that is not what the cues alone conclude, the letter is asked about. */
function heardInWording(told: Kind, of: (kind: Kind) => number, { letter }: Sight): Kind {
  if (!letter.words.wording) return told;
  const wordings = wordingsOf(letter.raw);
  if (wordings.size < WORDINGS_AT_LEAST) return told;
  const scores = letter.words.wording.kinds(wordings);
  const speaks = (kind: Kind): number =>
    (scores.get(kind) ?? -1) + (CUES_COUNT.each * Math.min(of(kind), SURE_CUES)) / SURE_CUES + (kind === told ? CUES_COUNT.concluded * (kind === 'hearing' ? CUES_OF_HEARING : 1) : 0) - (kind === 'decision' ? LEAN_TO_DECISION : 0);
  return LetterKind.options.reduce((one, other) => (speaks(other) > speaks(one) ? other : one));
}

/** The sentence whose wording speaks most for the kind. */
function tellingSentence(kind: Kind, { letter }: Sight): { start: number; end: number } | null {
  const scored = letter.sentences.map(({ start, end }) => ({ start, end, score: letter.words.wording?.kinds(wordingsOf(letter.raw.slice(start, end))).get(kind) ?? 0 }));
  const best = scored.reduce<(typeof scored)[number] | null>((one, other) => (one === null || other.score > one.score ? other : one), null);
  return best && { start: best.start, end: best.end };
}

/** Words of turning a complaint away that weigh as much leave no doubt. */
const DISMISSES = 5;

/** What speaks for a decision beside its score. */
interface Signs {
  /** There is guidance on how to complain. */
  readonly guided: boolean;
  /** The letter says that it decides, beside what it does. */
  readonly said: boolean;
  /** It does another thing to the citizen than to make her pay. */
  readonly settled: boolean;
  /** A complaint changes nothing. */
  readonly upheld: boolean;
}

function decide(of: (kind: Kind) => number, { guided, said, settled, upheld }: Signs, fallback: Kind): Kind {
  if (of('payment-demand') >= 9 && of('payment-demand') > of('decision') * (upheld ? 1.6 : settled ? 1.3 : 0.7)) return 'payment-demand';
  if (of('hearing') >= (guided ? 9 : 6) && of('hearing') > of('decision') * (guided ? 1 : 0.75) && of('hearing') > Math.max(of('request'), of('invitation'), of('receipt'), of('notice')) * 0.9) return 'hearing';
  const rest = (['payment-demand', 'hearing', 'invitation', 'request', 'notice', 'receipt', 'other'] as const).map((kind) => ({ kind, score: of(kind) * (kind === 'hearing' ? 0.7 : 1) }));
  const best = rest.reduce((a, b) => (b.score > a.score ? b : a));
  if (guided && of('decision') >= Math.max(best.score < 5 ? 2.3 : 3, best.score * 0.45)) return 'decision';
  if (of('decision') >= 5 && of('decision') >= best.score * (said ? 0.75 : 1.15)) return 'decision';
  if (of('decision') >= 4 && of('decision') >= best.score * (said ? 1 : 1.15)) return 'decision';
  return best.score >= 2 ? best.kind : of('decision') >= 2.4 ? 'decision' : fallback;
}

export function scoreKinds(sight: Sight): Score[] {
  const { letter, findings, guidance } = sight;
  const unsettled = new Set<number>();
  const comments = new Set<number>();
  const byKind = new Map<Kind, Map<number, { weight: number; finding: Finding<'kind'> }>>();
  for (const finding of findingsOf(findings, 'kind')) {
    const sentence = letter.sentences[finding.sentence];
    if (!sentence) continue;
    // "Din klage er modtaget for sent": no receipt, since it turns the complaint away.
    const turnsAway = finding.kind === 'receipt' && sentence.cues.some(({ meaning }) => meaning.of === 'effect' && meaning.effect === 'dismissed' && meaning.weight >= DISMISSES);
    const weight = finding.certainty * (turnsAway ? 0.1 : placeWeight(sentence, finding));
    if (finding.kind === 'hearing' && weight > finding.certainty * 0.3) (finding.certainty === 3 ? comments : unsettled).add(finding.sentence);
    const sentences = byKind.get(finding.kind) ?? new Map();
    byKind.set(finding.kind, sentences);
    // One sentence may tell both halves of a hearing: each counts.
    const place = finding.sentence * 2 + Number(finding.kind === 'hearing' && finding.certainty === 3);
    if (weight > (sentences.get(place)?.weight ?? 0)) sentences.set(place, { weight, finding });
  }
  const weighed = weighEffects(letter, findings);
  const effects = strongest(weighed);
  // What only the title says, nothing in the text bearing it out, may be said of something in general.
  const inText = strongest(weighed.filter(({ finding }) => !finding.title));
  const effect = Math.max(...[...effects.values()].map((each) => each.total * (each.finding.title && (inText.get(each.effect)?.weight ?? 0) < 2 ? 0.5 : 1) * (each.effect === 'granted' && each.total < 4.5 ? 0.7 : 1)), 0);
  return [...new Set<Kind>([...byKind.keys(), 'decision'])].map((kind) => {
    const inOrder = [...(byKind.get(kind)?.values() ?? [])].sort((a, b) => b.weight - a.weight);
    const own = inOrder.slice(0, kind === 'decision' ? 2 : 4).reduce((sum, { weight }) => sum + weight, 0);
    // A hearing is both: nothing settled yet, and a chance to say something about it.
    const both = kind !== 'hearing' || inOrder.some(({ finding }) => finding.title && finding.certainty >= 5) || (unsettled.size > 0 && comments.size > 0);
    const sum = both ? own : own * 0.6;
    return { kind, own, score: kind === 'decision' ? own * 0.6 + Math.min(effect, 8) + Math.min(guidance.strength, 6) * 0.8 : sum, best: inOrder[0]?.finding ?? null };
  });
}

/** A cue under a hedge of what was before tells little of this letter; of a hearing what is intended tells all. */
function placeWeight({ zone, purpose, enclosed, depth, hedges, tokens }: SeenSentence, { kind, start, title }: Finding<'kind'>): number {
  const covered = hedges.some(({ hedge, from, to }) => {
    if (start < (tokens[from]?.start ?? 0) || start >= (tokens[to - 1]?.end ?? 0)) return false;
    if (hedge === 'earlier' || hedge === 'quoted') return true;
    if (hedge === 'reported') return kind !== 'hearing';
    if (hedge === 'later' && kind === 'hearing') return true;
    return (hedge === 'intent' || hedge === 'later' || hedge === 'condition') && kind === 'decision';
  });
  if (covered) return 0.1;
  if (enclosed) return 0.2;
  // "Din indsigelse mod parkeringsafgiften" demands nothing.
  if (title && kind === 'payment-demand' && tokens.some((token) => token.start < start && /^(?:indsigelse|klage|klagen|svar|anmodning|ansøgning)/iu.test(token.text))) return 0.3;
  if (title) return 1.2;
  if (purpose === 'guidance') return kind === 'decision' ? 0.3 : 0.15;
  if (purpose === 'general' || purpose === 'rules') return 0.35;
  if (purpose === 'facts') return kind === 'hearing' ? 0.3 : 0.5;
  return zone === 'heading' ? 1.1 : depth <= 3 ? 1.1 : 0.9;
}
