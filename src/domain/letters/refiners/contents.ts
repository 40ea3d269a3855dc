import { say, type Refiner, type Sight } from '../draft';
import { findingsOf, type Finding } from '../finding';
import type { LetterReading } from '../letter-reading';
import type { SeenSentence } from '../seen-letter';
import { hasDraft, reasonsGiven } from './reasons';

/** Kinds that settle, or will settle, something: only they have reasons and a legal basis. */
const SETTLES: readonly LetterReading['kind'][] = ['decision', 'hearing'];

/** What of a decision's parts the letter has: reasons, legal basis, guidance. A charge that tells how to complain is read likewise. */
export const contents: Refiner = (draft, sight) => {
  const { kind, appeal } = draft.reading;
  // A bare "afgørelsen kan påklages inden fire uger" tells neither how nor where.
  const told = appeal.body !== null || appeal.sendTo !== null;
  const guided = appeal.possible === false || (appeal.possible === true && told) || sight.guidance.enclosed !== null;
  const settles = SETTLES.includes(kind) || (kind === 'payment-demand' && guided);
  const reasons = settles ? reasonsGiven(sight, kind === 'hearing') : [];
  const basis = settles ? (basisNamed(sight, draft.reading) ?? sectionOfNoLaw(sight)) : null;
  const has = { decision: kind === 'decision', reasons: reasons.length > 0, legalBasis: basis !== null, appealGuidance: kind === 'decision' || kind === 'payment-demand' ? guided : kind === 'hearing' && hasDraft(sight.letter) && sight.guidance.mayComplain?.enclosed === true };
  const next = reasons.reduce((said, each) => say(said, sight, {}, 'has.reasons', each), say(draft, sight, { has }));
  return basis ? say(next, sight, {}, 'has.legalBasis', basis) : next;
};

/** The citation that the decision rests on: of a law on the matter, not one cited in passing, for complaining or for how cases are handled. */
function basisNamed(sight: Sight, { kind, outcome }: LetterReading): Finding<'citation'> | null {
  const { letter, findings, guidance } = sight;
  const hearing = kind === 'hearing';
  const isDraft = hasDraft(letter);
  const guided = new Set(guidance.sentences.map(({ sentence }) => sentence.index));
  return findingsOf(findings, 'citation').find((citation) => {
    const sentence = letter.sentences[citation.sentence];
    if (!sentence || (guided.has(citation.sentence) && !(sentence === guidance.mayNotComplain && isBeside(letter.raw, sentence, citation))) || (sentence.enclosed && !(hearing && isDraft))) return false;
    if (sentence.purpose === 'guidance' || (sentence.purpose === 'hearing' && !hearing)) return false;
    if (OF_ANOTHER.test(letter.raw.slice(sentence.start, citation.start))) return false;
    if (outcome === 'dismissed' && OF_WHAT_WAS_ASKED.test(letter.raw.slice(sentence.start, citation.start))) return false;
    if (IN_PASSING.test(letter.raw.slice(Math.max(sentence.start, citation.start - 45), citation.start))) return false;
    return !citation.procedure || isOnProcedure(sight) || (outcome === 'dismissed' && ON_DISMISSAL.has(`${citation.law} ${citation.section}`));
  }) ?? null;
}

/** "Efter bannets lov § 104": a section whose law could not be read. The letter has a basis, whichever it is: that it lacks one would be untrue. */
function sectionOfNoLaw({ letter, findings, guidance }: Sight): { start: number; end: number } | null {
  const read = new Set([...findingsOf(findings, 'citation').map(({ sentence }) => sentence), ...guidance.sentences.map(({ sentence }) => sentence.index)]);
  const found = letter.sentences.find(({ index, enclosed, purpose, start, end }) => !read.has(index) && !enclosed && purpose !== 'guidance' && purpose !== 'general' && /§\s?\d/u.test(letter.raw.slice(start, end)));
  return found ?? null;
}

/** "Det er skolelederen, der fordeler eleverne (§ 45, stk. 2), og der er ingen, beslutningen kan ankes til": of a clause that tells of no complaint. */
function isBeside(raw: string, { start, end, purpose }: SeenSentence, citation: Finding<'citation'>): boolean {
  if (purpose === 'guidance') return false;
  const clauses = raw.slice(start, end).split(/(?<=[,;)]) (?=og|men|så)/u);
  let from = start;
  const own = clauses.find((clause) => (from += clause.length + 1) > citation.start) ?? '';
  return clauses.length > 1 && !/klag|anke|indbring|prøve|appeal|complain/iu.test(own);
}

/** What a section may be cited for without the decision resting on it. */
const IN_PASSING = /(?:handleplan\w*|undersøgelse\w*|genoptræningsplan\w*|underretning\w*|oplysningspligt\w*|partshør\w*|\bhørt|bisidder|aktindsigt|samtykke\w*|opfølgning\w*|personoplysninger)\s+(?:\S+\s+){0,2}(?:efter|jf\.|i henhold til|i)\s*$/iu;

/** "Tak for din ansøgning om ledsageordning efter § 97": what was not dealt with is no rule for turning it away. */
const OF_WHAT_WAS_ASKED = /(?:ansøgning\w*|anmodning\w*|anmodet|ansøgt|søgt|søgte|henvendelse\w*|bedt) (?:[^§]{0,80} )?(?:efter|i henhold til|jf\.|om)\s+(?:\S+\s+)?$/iu;

/** "Afgiften, der blev pålagt efter færdselslovens § 121": of what was decided before. */
const OF_ANOTHER = /(?:der|som)\s+(?:blev|var)\s+(?:pålagt|givet|truffet|bevilget|meddelt|udstedt|opkrævet)\s+(?:efter|i medfør af|i henhold til)\s+(?:\S+\s+)?$/iu;

/** Which authority it is for, and by when to complain: what a dismissal rests on. */
const ON_DISMISSAL = new Set(['9', '9a', '9b', '9c', '60', '67'].map((section) => `retssikkerhedsloven ${section}`));

/** A decision on access to files or the like rests on the laws of procedure themselves. */
const isOnProcedure = ({ letter }: Sight): boolean =>
  letter.sentences.some(({ zone, tokens, depth }) => (zone === 'title' || depth < 3) && tokens.some(({ text }) => /aktindsigt|partsrepræsentant|genoptag|hjemvis|handlekommune|inhabil|offentlighed/iu.test(text)));
