import { doubt, say, type Refiner } from '../draft';
import { strongest, weighEffects, type Weighed } from '../effects';
import type { LetterReading } from '../letter-reading';
import type { Effect } from '../letter-words';
import { heardOutcome } from './outcome-wording';
import { placeOf } from './plain-fields';

type Outcome = NonNullable<LetterReading['outcome']>;

/** Less than this is no result. */
const ENOUGH = 2.2;
/** An order in the title and in the text: what else the text refuses is its reason. */
const CLEAR_ORDER = 10;
/** Of a reassessment, less than this is said of the earlier decision alone. */
const OWN = 4;
/** What counts against the citizen, worst first (trap 8). */
const AGAINST: readonly Outcome[] = ['repayment', 'stopped', 'refused', 'reduced', 'dismissed'];

/** What a decision does: read from the title and the operative part alone. An order, a placement or a changed registration has no outcome. */
export const outcomeOfDecision: Refiner = (draft, sight) => {
  if (draft.reading.kind !== 'decision') return draft;
  const weighed = weighEffects(sight.letter, sight.findings);
  const best = strongest(weighed);
  const weight = (effect: Effect) => best.get(effect)?.total ?? 0;
  const upheld = weight('upheld') >= 4 || weight('upheld-partly') >= 4;
  const inherited = upheld ? strongest(weighEffects(sight.letter, sight.findings, true)) : null;
  const concluded = inherited ? ofUpheld(weight, inherited) : ofOperative(weight, weighed.some(({ effect, finding }) => effect === 'refused' && finding.title));
  const heard = heardOutcome(sight, concluded, (each) => weight(each ?? 'order'));
  const ordered = concluded === null && weight('order') >= CLEAR_ORDER && weight('order') >= 1.5 * Math.max(...AGAINST.map(weight));
  const outcome = heard && !ordered ? heard.outcome : concluded;
  // "Vi har genvurderet sagen og fastholder afgørelsen": what is upheld is told by the words that uphold it.
  const own = outcome ? best.get(outcome) : best.get('order');
  const basis = inherited && (own?.total ?? 0) < OWN ? (best.get('upheld') ?? best.get('upheld-partly') ?? own) : own;
  const next = say(draft, sight, { outcome }, 'outcome', placeOf(sight, basis?.finding) ?? heard?.sentence);
  const sure = outcome === concluded && (outcome === null ? weight('order') >= 4 : weight(outcome) >= 4);
  return sure ? next : doubt(next, 'outcome', outcome === null ? 'weak' : 'contradiction', quoteOf(basis ?? null, sight.letter.raw));
};

const quoteOf = (weighed: Weighed | null, raw: string): string => (weighed ? raw.slice(weighed.sentence.start, weighed.sentence.end) : '');

function ofOperative(weight: (effect: Effect) => number, refusedInTitle: boolean): Outcome | null {
  const order = weight('order');
  const against = Math.max(...AGAINST.map(weight));
  // "De pålægges at tilbagebetale": an order to pay back is repayment.
  if (weight('repayment') >= 5 && weight('repayment') >= Math.max(against * 0.6, order * 0.9)) return 'repayment';
  if (order >= 5 && order >= against * 0.9 && order >= weight('partly-granted')) return null;
  if (weight('dismissed') >= 5 && weight('dismissed') >= against * 0.8) return 'dismissed';
  if (weight('partly-granted') >= 5.5 && weight('partly-granted') >= Math.max(weight('stopped'), weight('reduced')) * 0.85) return 'partly-granted';
  if (weight('stopped') >= 5 && weight('stopped') >= weight('reduced') && weight('stopped') >= weight('refused') * 0.8) return 'stopped';
  if (weight('reduced') >= 5 && weight('reduced') >= weight('refused') * 0.8) return 'reduced';
  const [no, yes] = [weight('refused'), weight('granted')];
  // A title that says no means all that was asked for.
  const share = refusedInTitle ? 0.8 : 0.5;
  if (no >= 2.7 && yes >= 3.5 && yes >= no * share && no >= yes * 0.6) return 'partly-granted';
  const all = (['granted', 'partly-granted', ...AGAINST] as const).map((effect) => ({ effect, weight: weight(effect) }));
  const best = all.reduce((a, b) => (b.weight > a.weight ? b : a));
  if (order > best.weight) return null;
  return best.weight >= ENOUGH ? best.effect : null;
}

/** A reassessment (genvurdering) has the outcome of what it upholds. */
function ofUpheld(weight: (effect: Effect) => number, inherited: ReadonlyMap<Effect, { readonly total: number }>): Outcome | null {
  if (weight('granted') >= 4 && weight('granted') >= weight('upheld') * 0.5) return 'partly-granted';
  if (weight('upheld-partly') >= 4 || (weight('partly-granted') >= 5 && weight('partly-granted') > weight('upheld') * 0.8)) return 'partly-granted';
  const of = (effect: Effect) => inherited.get(effect)?.total ?? 0;
  const best = AGAINST.map((effect) => ({ effect, weight: of(effect) })).reduce((a, b) => (b.weight > a.weight ? b : a));
  if (of('order') > best.weight + 1) return null;
  return best.weight >= 1 ? best.effect : 'refused';
}
