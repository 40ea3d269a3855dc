import type { Extractor, Finding } from '../finding';
import type { Effect } from '../letter-words';
import type { SeenSentence } from '../seen-letter';

/** Kinds, effects, bodies and glossary words by their cues; a hedge over a cue takes most of its weight, quotation marks all of it; what is asked is not decided. */
export const cueFindings: Extractor = (letter) => {
  const found: Finding[] = [];
  for (const sentence of letter.sentences) {
    const isTitle = sentence.zone === 'title';
    const isQuestion = sentence.tokens.at(-1)?.text === '?';
    for (const { meaning, from, to } of sentence.cues) {
      const place = { start: sentence.tokens[from]?.start ?? 0, end: sentence.tokens[to - 1]?.end ?? 0, sentence: sentence.index };
      if (meaning.of === 'term') found.push({ of: 'term', id: meaning.id, ...place, certainty: 1 });
      else if (meaning.of === 'body') found.push({ of: 'body', slug: meaning.slug, aside: meaning.aside, ...place, certainty: isQuoted(sentence, from) ? 0 : 1 });
      else if (meaning.of === 'kind' || meaning.of === 'effect') {
        if (sentence.zone === 'head' || sentence.zone === 'signature') continue;
        if ((meaning.zone === 'title') !== isTitle && !(isTitle && sentence.tokens.length >= 4)) continue;
        if (isQuoted(sentence, from) || (isQuestion && meaning.of === 'effect')) continue;
        if (meaning.of === 'kind') found.push({ of: 'kind', kind: meaning.kind, title: isTitle, ...place, certainty: meaning.weight });
        else {
          const effect = meaning.negative ? meaning.effect : withNegation(meaning.effect, sentence, from, to);
          if (effect) found.push({ of: 'effect', effect, title: isTitle, ...place, certainty: meaning.weight });
        }
      }
    }
  }
  return found;
};

const NEGATION = /^(?:ikke|hverken|not|never|aldrig|ej|næppe|ingen|intet|ingenlunde)$/iu;
/** Between a verb and its "ikke" may stand: "bevilges derfor desværre ikke". */
const BETWEEN = /^(?:dog|derfor|desværre|heller|altså|således|dermed|hermed|imidlertid|derimod|herefter|fortsat|du|de|i|vi|kommunen|dig|dem|jer|blive|blevet|kunnet|kunne|unfortunately|therefore)$/iu;
/** Another clause begins: what is denied before it is another thing. */
const CLAUSE = /^(?:[,;:.–]|men|og|but|and)$/iu;

/** What a cue says under a negation: "Vi bevilger ikke" refuses, "får ikke længere" stops; "skal ikke betale tilbage" decides nothing. */
function withNegation(effect: Effect, sentence: SeenSentence, from: number, to: number): Effect | null {
  const at = negationAt(sentence, from, to);
  if (at < 0) return effect;
  if (effect !== 'granted') return null;
  return /^(?:længere|mere|more|longer)$/iu.test(sentence.tokens[at + 1]?.text ?? '') ? 'stopped' : 'refused';
}

/** Where a cue is denied: within it, right before it in its own clause, or right after it; -1 when it is not. */
function negationAt({ tokens }: SeenSentence, from: number, to: number): number {
  const isDenied = (at: number) => NEGATION.test(tokens[at]?.text ?? '') && !/^(?:kun|bare|alene|only|just)$/iu.test(tokens[at + 1]?.text ?? '');
  for (let at = from; at < to; at++) if (isDenied(at)) return at;
  for (let at = from - 1; at >= from - 2 && !CLAUSE.test(tokens[at]?.text ?? ''); at--) if (isDenied(at)) return at;
  for (let at = to; at <= to + 3; at++) {
    if (isDenied(at)) return at;
    if (!BETWEEN.test(tokens[at]?.text ?? '')) return -1;
  }
  return -1;
}

const isQuoted = ({ hedges }: SeenSentence, at: number): boolean => hedges.some(({ hedge, from, to }) => hedge === 'quoted' && at >= from && at < to);
