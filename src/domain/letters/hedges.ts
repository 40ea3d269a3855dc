import type { Meaning } from './compile-words';
import type { CueFound } from './cue';
import type { Token } from './letter-tokens';
import type { Hedge } from './letter-words';

/** The tokens of a sentence that a hedge covers: what stands there decides nothing. */
export interface HedgeSpan {
  readonly hedge: Hedge | 'quoted';
  readonly from: number;
  readonly to: number;
}

/** How far a hedge reaches when nothing ends it. */
const REACH: Readonly<Record<Hedge, number>> = { condition: 200, intent: 30, reported: 60, earlier: 12, later: 60, general: 60 };

const PRONOUN = /^(?:du|i|de|vi|det|den|man|kommunen|der|jeg|han|hun|nogen|noget|klagen|ansøgningen|beløbet|byggeriet|hjælpen|you|we)$/iu;
const NO_VERB = /^(?:der|her|når|eller|efter|over|under|især|derefter|herefter|hver|for|fordi|derfor|før|hvor|men|at|som|i|vi|du|de|den|det)$/iu;
const VERB = /(?:r|es)$|^(?:kan|vil|må|skal|skulle|kunne|ville|fik|var|blev)$/iu;

/** The hedges of a sentence: those its cues tell, a clause that begins with its verb ("Hører vi ikke fra dig, …"), and what stands in quotation marks. */
export function hedgesOf(tokens: readonly Token[], cues: readonly CueFound<Meaning>[], quoted: readonly HedgeSpan[]): HedgeSpan[] {
  const spans: HedgeSpan[] = [];
  for (const { meaning, from } of cues) {
    if (meaning.of !== 'hedge' || (meaning.hedge === 'intent' && isRuledOut(tokens, from)) || (meaning.hedge === 'reported' && isRuledOut(tokens, from + 1))) continue;
    spans.push({ hedge: meaning.hedge, from, to: hedgeEnd(tokens, from, meaning.hedge) });
  }
  if (beginsWithVerb(tokens)) spans.push({ hedge: 'condition', from: 0, to: tokens.length });
  return [...spans, ...quoted, ...unticked(tokens)];
}

/** "Du kan (desværre) ikke blive …": what cannot be is settled, where what can be is not. */
function isRuledOut(tokens: readonly Token[], at: number): boolean {
  if (!/^kan$/iu.test(tokens[at]?.text ?? '')) return false;
  for (let next = at + 1; next <= at + 3; next++) {
    const text = tokens[next]?.text ?? '';
    if (/^ikke$/iu.test(text)) return true;
    if (!/^(?:du|i|de|vi|der|derfor|desværre|dog|altså|således|dermed|hun|han|man)$/iu.test(text)) return false;
  }
  return false;
}

/** "…, men vi …": another main clause, which the hedge does not cover. */
function hedgeEnd(tokens: readonly Token[], from: number, hedge: Hedge): number {
  const last = Math.min(tokens.length, from + REACH[hedge]);
  if (hedge === 'condition') return last;
  for (let at = from + 2; at < last; at++) {
    const text = tokens[at]?.text.toLowerCase() ?? '';
    const next = tokens[at + 1]?.text.toLowerCase() ?? '';
    if (text === 'men' || text === ';' || text === 'but') return at;
    if ((text === 'derfor' || text === 'dermed') && at > from + 3) return at;
    if ((text === 'og' || text === ',') && /^(?:vi|kommunen|udvalget|we)$/u.test(next) && tokens[at - 1]?.text !== 'at') return at;
  }
  return last;
}

function beginsWithVerb(tokens: readonly Token[]): boolean {
  const [first, second] = tokens;
  if (!first || !second || tokens.at(-1)?.text === '?') return false;
  return VERB.test(first.text) && !NO_VERB.test(first.text) && PRONOUN.test(second.text);
}

/** What stands beside an empty box up to the next box: not chosen. */
function unticked(tokens: readonly Token[]): HedgeSpan[] {
  const spans: HedgeSpan[] = [];
  tokens.forEach(({ text }, at) => {
    if (text !== '☐' && !(text === '[' && tokens[at + 1]?.text === ']')) return;
    // "☐ Jeg vil have Ankestyrelsen til at se på det": hers to choose, not what the letter left out.
    if (/^(?:jeg|mig)$/iu.test(tokens[at + (text === '☐' ? 1 : 2)]?.text ?? '')) return;
    const next = tokens.findIndex((other, place) => place > at && /^[☐☒☑✓✔[]$/u.test(other.text));
    spans.push({ hedge: 'quoted', from: at, to: next < 0 ? Math.min(tokens.length, at + 8) : next });
  });
  return spans;
}

/** What a block quotes; a quotation may be several sentences long. */
export function quotations(tokens: readonly Token[]): HedgeSpan[] {
  const spans: HedgeSpan[] = [];
  let open = -1;
  tokens.forEach(({ text }, at) => {
    if (!/^["”“»«„]$/u.test(text)) return;
    if (open < 0) open = at;
    else {
      if (at - open > 3) spans.push({ hedge: 'quoted', from: open, to: at });
      open = -1;
    }
  });
  return spans;
}
