import type { Extractor, Finding } from '../finding';
import type { SeenSentence } from '../seen-letter';

/** Kinds, effects, bodies and glossary words by their cues; a hedge over a cue takes most of its weight, quotation marks all of it. */
export const cueFindings: Extractor = (letter) => {
  const found: Finding[] = [];
  for (const sentence of letter.sentences) {
    const isTitle = sentence.zone === 'title';
    for (const { meaning, from, to } of sentence.cues) {
      const place = { start: sentence.tokens[from]?.start ?? 0, end: sentence.tokens[to - 1]?.end ?? 0, sentence: sentence.index };
      if (meaning.of === 'term') found.push({ of: 'term', id: meaning.id, ...place, certainty: 1 });
      else if (meaning.of === 'body') found.push({ of: 'body', slug: meaning.slug, aside: meaning.aside, ...place, certainty: isQuoted(sentence, from) ? 0 : 1 });
      else if (meaning.of === 'kind' || meaning.of === 'effect') {
        if (sentence.zone === 'head' || sentence.zone === 'signature') continue;
        if ((meaning.zone === 'title') !== isTitle && !(isTitle && sentence.tokens.length >= 4)) continue;
        if (isQuoted(sentence, from)) continue;
        if (meaning.of === 'effect' && !meaning.negative && isNegated(sentence, from, to)) continue;
        if (meaning.of === 'kind') found.push({ of: 'kind', kind: meaning.kind, title: isTitle, ...place, certainty: meaning.weight });
        else found.push({ of: 'effect', effect: meaning.effect, title: isTitle, ...place, certainty: meaning.weight });
      }
    }
  }
  return found;
};

const NEGATION = /^(?:ikke|hverken|not|never|aldrig|ej|næppe|ingen|intet)$/iu;

/** "Du skal ikke betale noget tilbage", "det er ikke et afslag". */
function isNegated({ tokens }: SeenSentence, from: number, to: number): boolean {
  for (let at = Math.max(0, from - 2); at <= to; at++) if (NEGATION.test(tokens[at]?.text ?? '') && tokens[at + 1]?.text !== 'kun') return true;
  return false;
}

const isQuoted = ({ hedges }: SeenSentence, at: number): boolean => hedges.some(({ hedge, from, to }) => hedge === 'quoted' && at >= from && at < to);
