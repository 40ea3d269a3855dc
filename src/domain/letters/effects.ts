import type { Finding } from './finding';
import { findingsOf } from './finding';
import type { Effect, SectionPurpose } from './letter-words';
import type { SeenLetter, SeenSentence } from './seen-letter';

/** An effect with what it counts where it stands. */
export interface Weighed {
  readonly effect: Effect;
  readonly weight: number;
  readonly finding: Finding<'effect'>;
  readonly sentence: SeenSentence;
}

/** The outcome stands in the title and the operative part; what rules, guidance and general words say decides nothing. */
const BY_PURPOSE: Readonly<Record<SectionPurpose, number>> = { decision: 1.4, reasons: 0.45, rules: 0, guidance: 0, facts: 0.12, hearing: 0.1, general: 0, payment: 0.5, 'next-steps': 0.35 };
/** What a hedge leaves of a weight. */
const HEDGED = 0.08;

/** Weighs each effect by where it stands and what hedges it. `inherited`: of a decision that is upheld, so that what is said of the earlier one counts. */
export function weighEffects(letter: SeenLetter, findings: readonly Finding[], inherited = false): Weighed[] {
  const all = findingsOf(findings, 'effect');
  return all.flatMap((finding) => {
    const sentence = letter.sentences[finding.sentence];
    if (!sentence || sentence.enclosed) return [];
    // "Du får ikke længere hjælp" stops more than it refuses.
    if (finding.effect === 'refused' && all.some(({ effect, sentence: own, start, end }) => effect === 'stopped' && own === finding.sentence && start < finding.end && end > finding.start)) return [];
    if (finding.effect === 'granted' && isRefusedThere(finding, all)) return [];
    // "I stedet får hun en plads …": another thing than was asked for.
    const instead = finding.effect === 'granted' && /^I stedet\b/u.test(letter.raw.slice(sentence.start, sentence.start + 9)) ? 0.3 : 1;
    const weight = finding.certainty * instead * placeWeight(sentence, finding.title) * hedgeWeight(sentence, finding, inherited);
    return weight > 0.05 ? [{ effect: finding.effect, weight, finding, sentence }] : [];
  });
}

/** "afslag på dispensation", "kan ikke bevilge": within a refusal nothing is granted. */
function isRefusedThere({ sentence, start, end, title }: Finding<'effect'>, all: readonly Finding<'effect'>[]): boolean {
  return all.some((other) => other.effect !== 'granted' && other.effect !== 'decided' && other.sentence === sentence && ((title && other.effect === 'refused') || (other.start <= start && start - other.end < 25) || (other.start < end && other.end > start)));
}

function placeWeight({ zone, purpose, depth }: SeenSentence, title: boolean): number {
  if (title) return 1.3;
  if (purpose !== null) return BY_PURPOSE[purpose] * (zone === 'heading' ? 0.9 : 1);
  if (zone === 'heading') return 0.9;
  if (depth <= 2) return 1.2;
  return depth <= 6 ? 0.9 : 0.55;
}

function hedgeWeight({ hedges, tokens, start: sentenceStart, end: sentenceEnd }: SeenSentence, { start, end, effect, title }: Finding<'effect'>, inherited: boolean): number {
  let weight = 1;
  for (const { hedge, from, to } of hedges) {
    const hedgeStart = tokens[from]?.start ?? 0;
    const hedgeEnd = tokens[to - 1]?.end ?? 0;
    const covers = end > hedgeStart && start < hedgeEnd;
    // What a form's boxes tell is of the whole row; what was asked for is told in the sentence that gives less.
    if ((hedge === 'quoted' || hedge === 'earlier') && start === sentenceStart && end === sentenceEnd) continue;
    if (effect === 'partly-granted' && hedge === 'reported') continue;
    if (inherited && (hedge === 'earlier' || hedge === 'reported')) continue;
    if ((effect === 'upheld' || effect === 'upheld-partly') && hedge === 'earlier') continue;
    if (title && (hedge === 'reported' || hedge === 'earlier' || hedge === 'general')) continue;
    if (covers) weight = Math.min(weight, HEDGED);
    // "Du har ret til sygedagpenge, hvis …" grants nothing; "Du får afslag, medmindre …" refuses nearly.
    // "når du har underskrevet" only says when.
    else if (hedge === 'condition' && !(effect === 'granted' && /^(?:når|indtil)$/iu.test(tokens[from]?.text ?? '') && !tokens.some((token) => token.start >= start && token.end <= end && /^(?:ret|berettiget)$/iu.test(token.text)))) weight = Math.min(weight, effect === 'granted' ? 0.2 : effect === 'repayment' ? 0.3 : 0.7);
  }
  return weight;
}

/** The greatest weight of each effect, and a little more for each further place that says the same. */
export function strongest(weighed: readonly Weighed[]): ReadonlyMap<Effect, Weighed & { readonly total: number }> {
  const best = new Map<Effect, Weighed & { readonly total: number }>();
  for (const each of weighed) {
    const old = best.get(each.effect);
    if (!old) best.set(each.effect, { ...each, total: each.weight });
    else if (each.weight > old.weight) best.set(each.effect, { ...each, total: each.weight + Math.min(old.weight, 3) * 0.15 });
    else best.set(each.effect, { ...old, total: old.total + Math.min(each.weight, 3) * 0.15 });
  }
  return best;
}
