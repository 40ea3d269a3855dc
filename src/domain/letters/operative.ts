import type { Guidance } from './guidance';
import type { SectionPurpose } from './letter-words';
import type { SeenLetter, SeenSentence } from './seen-letter';

/** A sentence, with how far what it says may be the decision. */
export interface Placed {
  readonly sentence: SeenSentence;
  /** The words with their misprints mended, without what is quoted or not ticked. */
  readonly text: string;
  /** 1 where decisions stand, 0 where none does. */
  readonly place: number;
}

/** What a part is for tells whether a decision may stand in it. */
const BY_PURPOSE: Readonly<Record<SectionPurpose, number>> = { decision: 1.1, reasons: 0.7, rules: 0, guidance: 0, facts: 0.4, hearing: 0.4, general: 0.2, payment: 0.8, 'next-steps': 0.6 };
/** So many sentences of running text are its beginning. */
const BEGINNING = 4;

/** The sentences of a letter that say something, with how far it may be what was decided. */
export function placedSentences({ sentences }: SeenLetter, guidance: Guidance): Placed[] {
  const guided = new Set(guidance.sentences.map(({ sentence }) => sentence.index));
  return sentences
    .filter(({ zone }) => zone !== 'head' && zone !== 'signature')
    .map((sentence) => ({ sentence, text: ownWords(sentence), place: sentence.enclosed || guided.has(sentence.index) ? 0 : placeOf(sentence) * (isHedged(sentence) ? HEDGED : 1) }));
}

const ownWords = ({ spelt, hedges }: SeenSentence): string => spelt.filter((_, at) => !hedges.some(({ hedge, from, to }) => hedge === 'quoted' && at >= from && at < to)).join(' ');

/** What a hedge over the beginning of a sentence leaves of it. */
const HEDGED = 0.5;
/** The hedge begins within so many words. */
const AT_ONCE = 3;

/** "Hvis du ikke svarer, stopper vi hjælpen", "Du skriver, at …": of what may come, or of what another said. */
const isHedged = ({ hedges, tokens }: SeenSentence): boolean => hedges.some(({ hedge, from, to }) => hedge !== 'later' && hedge !== 'earlier' && hedge !== 'quoted' && from <= AT_ONCE && to - from > tokens.length / 2);

function placeOf({ zone, purpose, depth }: SeenSentence): number {
  if (zone === 'title') return 1;
  if (purpose !== null) return BY_PURPOSE[purpose];
  return depth <= BEGINNING ? 1 : 0.9;
}

/** Less than this is no place of a decision. */
const OPERATIVE = 0.3;

/** The operative part in one text. */
export const operativeText = (placed: readonly Placed[]): string => placed.flatMap(({ text, place }) => (place >= OPERATIVE ? [text] : [])).join('\n');
