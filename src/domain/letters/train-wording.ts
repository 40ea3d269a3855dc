import type { LetterReading } from './letter-reading';
import { packed, type LinearModel } from './linear-model';
import { learn, ridge, rowsOf, scoresOf, type Rows } from './ridge';
import { sentenceWordings, wordingsOf, type WordingModel } from './wording';

/** A letter of which it is known what it is and does. */
export interface KnownLetter {
  readonly text: string;
  readonly kind: LetterReading['kind'];
  readonly outcome: LetterReading['outcome'];
  /** The text of its operative part. */
  readonly operative: string;
  /** What it says, with how far it may be the decision. */
  readonly sentences: readonly { readonly text: string; readonly place: number }[];
}

/** A sentence of which it is known what it does; null: nothing to the citizen. */
export interface KnownSentence {
  readonly text: string;
  readonly effect: string | null;
}

/** A wording that fewer letters have says more of these letters than of others; sentences are many, and two are enough. */
const IN_LETTERS = 3;
const IN_SENTENCES = 2;
/** How far weights are held back. Found by leaving one writer's letters out. */
const HELD_BACK = { letters: 0.1, sentences: 0.15 };
/** What a sentence of a letter counts beside one that a hand labelled: what it was taken for may be wrong. */
const COUNTS = { decides: 0.7, other: 0.15 };
/** A second sentence that speaks as clearly decides as well; one that speaks less clearly than the other does nothing. */
const CLEAR = 0.5;
const DULL = 0.3;
/** So often it is asked anew which sentence of each letter decides. */
const ROUNDS = 2;

/** Learns from labelled letters and sentences. The same in the same order give the same bytes. */
export function trainWording(letters: readonly KnownLetter[], sentences: readonly KnownSentence[]): Omit<WordingModel, 'learntFrom'> {
  const kinds = [...new Set(letters.map(({ kind }) => kind))].sort();
  const decisions = letters.filter(({ kind }) => kind === 'decision');
  const outcomes = [...new Set(decisions.map(({ outcome }) => outcome ?? 'none'))].sort();
  return {
    kinds: learn(letters.map(({ text, kind }) => ({ wordings: wordingsOf(text), of: kind, weight: 1 })), kinds, IN_LETTERS, HELD_BACK.letters),
    outcomes: learn(decisions.map(({ operative, outcome }) => ({ wordings: wordingsOf(operative), of: outcome ?? 'none', weight: 1 })), outcomes, IN_LETTERS, HELD_BACK.letters),
    effects: learnEffects(letters, sentences),
  };
}

interface Label {
  readonly of: string | null;
  readonly weight: number;
}

/**
 * Learns what sentences do. Of a letter only the outcome is labelled, not the sentence that says so: the sentences labelled by hand tell
 * which it is, then all are learnt from, and it is asked anew.
 */
function learnEffects(letters: readonly KnownLetter[], known: readonly KnownSentence[]): LinearModel {
  const classes = [...new Set(known.flatMap(({ effect }) => effect ?? []))].sort();
  const texts = [...known.map(({ text }) => text), ...letters.flatMap(({ sentences }) => sentences.map(({ text }) => text))];
  const rows = rowsOf(texts.map(sentenceWordings), IN_SENTENCES);
  const byHand = known.map(({ effect }): Label => ({ of: effect, weight: 1 }));
  // Before anything is known of a decision, none of its sentences counts.
  let ofLetters = letters.flatMap(({ kind, sentences }) => sentences.map((): Label => ({ of: null, weight: kind === 'decision' ? 0 : COUNTS.other })));
  let weights = ridge(rows, [...byHand, ...ofLetters], classes, HELD_BACK.sentences);
  for (let round = 0; round < ROUNDS; round++) {
    ofLetters = labelled(letters, rows, weights, classes, known.length);
    weights = ridge(rows, [...byHand, ...ofLetters], classes, HELD_BACK.sentences);
  }
  return packed(classes, rows.wordings, weights);
}

/** What each sentence of the letters is taken for, given what was learnt so far. */
function labelled(letters: readonly KnownLetter[], rows: Rows, weights: Float64Array, classes: readonly string[], first: number): Label[] {
  const scores = classes.map((_, nth) => scoresOf(rows, weights, classes.length, nth));
  let at = first;
  return letters.flatMap(({ kind, outcome, sentences }) => {
    const from = at;
    at += sentences.length;
    if (kind !== 'decision') return sentences.map((): Label => ({ of: null, weight: COUNTS.other }));
    const effect = outcome ?? 'order';
    const own = scores[classes.indexOf(effect)] ?? [];
    const clear = sentences.map(({ place }, nth) => ((own[from + nth] ?? -1) + 1) * place);
    const ranks = clear.map((_, nth) => nth).sort((a, b) => (clear[b] ?? 0) - (clear[a] ?? 0));
    return sentences.map((_, nth): Label => {
      const rank = ranks.indexOf(nth);
      const score = clear[nth] ?? 0;
      if (rank === 0 || (rank === 1 && score > CLEAR)) return { of: effect, weight: COUNTS.decides };
      return { of: null, weight: score < DULL ? COUNTS.other : 0 };
    });
  });
}
