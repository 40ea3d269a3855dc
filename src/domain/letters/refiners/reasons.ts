import type { Sight } from '../draft';
import { answeredFrom } from '../mail-thread';
import type { SeenLetter, SeenSentence } from '../seen-letter';

/** What shows concrete reasons must weigh this much. */
const ENOUGH = 1.5;
/** A further sentence that says why in words is shown beside the best one, from this weight on. */
const ALSO = 2;
/** More than these are not gone through. */
const SHOWN_AT_MOST = 3;

/**
 * The sentences that say why in this case, in the order they stand; empty when there are none. One may say so in words ("vi har lagt vægt på", "fordi"), or by what it
 * is: a plain statement about her, her child or the place, measured, seen or told by somebody, where a decision gives its reasons. What
 * was decided, what was applied for, what is to be done, rules in general and "du opfylder ikke betingelserne" are none.
 */
export function reasonsGiven(sight: Sight, hearing: boolean): readonly SeenSentence[] {
  const weighed = weighReasons(sight, hearing);
  const total = weighed.reduce((sum, { said, told }) => sum + Math.max(said, told), 0);
  if (total < ENOUGH) return [];
  const [best, ...others] = weighed.toSorted((a, b) => Math.max(b.said, b.told) - Math.max(a.said, a.told)).filter(({ said }, place) => place === 0 || said >= ALSO);
  return best === undefined ? [] : [best, ...others].slice(0, SHOWN_AT_MOST).map(({ sentence }) => sentence).sort((a, b) => a.index - b.index);
}

/** How much a sentence tells of why: by saying so, and by what it tells of the case. */
export interface WeighedReason {
  readonly sentence: SeenSentence;
  readonly said: number;
  readonly told: number;
}

/** Every sentence that tells something of why, in order. */
export function weighReasons({ letter, guidance }: Pick<Sight, 'letter' | 'guidance'>, hearing: boolean): WeighedReason[] {
  const guided = new Set(guidance.sentences.map(({ sentence }) => sentence.index));
  const isDraft = hasDraft(letter);
  const answered = answeredFrom(letter);
  let before: readonly SeenSentence[] = [];
  return letter.sentences.flatMap((sentence) => {
    if (!isRead(sentence, hearing && isDraft) || guided.has(sentence.index) || sentence.index >= answered) return [];
    // "Du er flyttet. Derfor …": what stands right before is the reason.
    const concluded = concludes(sentence) && before.some((each) => tellsFacts(each) && factWeight(each) > 0);
    // "Du opfylder ikke betingelserne. Opkrævningen fastholdes derfor": out of nothing follows nothing.
    const empty = !concluded && FOLLOWS.test(sentence.spelt.join(' ')) && before.at(-1)?.cues.some(({ meaning }) => meaning.of === 'bare') === true;
    before = sentence.zone === 'body' ? [...before.slice(-1), sentence] : [];
    const said = concluded ? Math.max(3, saidWeight(sentence)) : empty ? 0 : saidWeight(sentence);
    // "Din hæk rager ud over fortovet. Du skal klippe den": what an order is about, right before it, is its reason.
    const isOrderedOn = tellsFacts(sentence) && OF_A_THING.test(sentence.spelt.join(' ')) && ORDERS.test(letter.sentences[sentence.index + 1]?.spelt.join(' ') ?? '');
    const told = empty ? 0 : Math.max(factWeight(sentence), isOrderedOn ? ENOUGH : 0);
    return said > 0 || told > 0 ? [{ sentence, said, told }] : [];
  });
}

/** Whether a draft of the decision in view is enclosed: what stands there is said of that decision. */
export const hasDraft = ({ sentences }: SeenLetter): boolean => sentences.some(({ enclosed }) => enclosed) && sentences.some(({ zone, tokens }) => zone !== 'head' && zone !== 'title' && /^(?:udkast|draft)$/iu.test(tokens[0]?.text ?? ''));

/** Where reasons may stand. */
function isRead({ zone, enclosed, purpose, tokens }: SeenSentence, isDraft: boolean): boolean {
  // "Overtrædelse   Parkeret nærmere end 10 m fra vejkryds": the reason of a charge stands in a row of its head.
  const isOffence = /^(?:overtrædelse|overtrædelsen|forseelse|offence)$/iu.test(tokens[0]?.text ?? '') && tokens.length >= 5;
  if (isOffence) return true;
  if (zone === 'head' || zone === 'signature' || zone === 'title' || (enclosed && !isDraft)) return false;
  return purpose !== 'rules' && purpose !== 'guidance' && purpose !== 'general' && purpose !== 'payment';
}

const OF_A_THING = /^(?:din|dit|dine|jeres|deres|your) \p{L}+(?: [\p{L}\d.,]+){0,6} (?:er|har|står|ligger|\p{Ll}{2,}er)(?!\p{L})(?! (?:modtaget|behandlet|afvist|godkendt|bevilget))/iu;
const ORDERS = /^(?:du|i|de|ejeren|you) (?:skal|påbydes|pålægges|must)(?!\p{L})/iu;

/** "Derfor …", "Vi har derfor …"; an "altså" in the middle only says the same again. */
const concludes = ({ tokens, spelt }: SeenSentence): boolean =>
  /(?<!\p{L})er (?:altså|derfor|dermed|således)(?!\p{L})/iu.test(spelt.join(' ')) || tokens.slice(0, 3).some(({ text }) => /^(?:derfor|dermed|således|therefore)$/iu.test(text)) || /^(?:altså|så)$/iu.test(tokens[0]?.text ?? '');

const FOLLOWS = /(?<!\p{L})(?:derfor|dermed|således|herefter|therefore)(?!\p{L})/iu;

/** What the citizen says herself, of which the letter tells: her reasons, not the decision's. */
const isHers = ({ tokens }: SeenSentence, from: number): boolean => tokens.slice(from, from + 3).some(({ text }) => /^(?:du|i|de|ansøger\p{L}*|klager\p{L}*|ejeren|you)$/iu.test(text));

/** A plain statement: no bare formula, no wish, no condition, and more than a few words. */
function tellsFacts(sentence: SeenSentence): boolean {
  const { cues, hedges, purpose } = sentence;
  return wordCount(sentence) >= 6 && purpose !== 'rules' && !cues.some(({ meaning }) => meaning.of === 'bare') && !hedges.some(({ hedge }) => hedge === 'reported' || hedge === 'quoted');
}

const wordCount = ({ tokens }: SeenSentence): number => tokens.filter(({ kind }) => kind === 'word').length;

/** How surely a sentence says in words that it gives a reason. */
function saidWeight(sentence: SeenSentence): number {
  if (sentence.zone === 'head') return 3;
  const { cues, hedges, purpose, zone } = sentence;
  const words = wordCount(sentence);
  if (words < 4 || zone === 'heading') return 0;
  const covered = (at: number) =>
    hedges.some(({ hedge, from, to }) => at >= from && at < to && ((hedge === 'general' && !isOldAuthority(sentence)) || hedge === 'condition' || hedge === 'quoted' || (hedge === 'reported' && isHers(sentence, from))));
  let weight = 0;
  for (const { meaning, from } of cues) if (meaning.of === 'reasons' && !covered(from)) weight = Math.max(weight, meaning.weight);
  // "Da I skal have 14 ugers varsel …": a weak word in a sentence on something else.
  if (weight < 3 && cues.some(({ meaning }) => meaning.of === 'reason-aside')) weight = 0;
  const bare = cues.some(({ meaning }) => meaning.of === 'bare');
  if (bare && words < 22) weight = Math.min(weight, 0.5);
  if (purpose === 'reasons' && !hedges.some(({ hedge }) => hedge === 'general') && !bare) weight = Math.max(weight, words >= 10 ? 2 : 1);
  if (purpose === 'facts') weight *= 0.5;
  return weight;
}

/** How much a sentence tells of this case, whatever its words. */
function factWeight(sentence: SeenSentence): number {
  const { cues, hedges, purpose, zone, spelt, tokens } = sentence;
  const words = wordCount(sentence);
  if (words < 6 || zone === 'heading' || purpose === 'next-steps') return 0;
  if (cues.some(({ meaning }) => meaning.of === 'bare')) return 0;
  // "Du har 11.400 kr. stående, så den må du selv klare": what stands before counts.
  const aside = Math.min(tokens.length, ...cues.flatMap(({ meaning, from }) => (meaning.of === 'reason-aside' ? [from] : [])));
  if (aside < 6) return 0;
  if (hedges.some(({ hedge, from }) => (hedge === 'condition' || (hedge === 'general' && !isOldAuthority(sentence)) || hedge === 'later' || hedge === 'intent') && from <= 3)) return 0;
  if (hedges.some(({ hedge, from, to }) => (hedge === 'quoted' || hedge === 'reported') && from <= 3 && to - from > tokens.length * 0.6)) return 0;
  // What was decided is no reason for it, unless the sentence goes on.
  const text = spelt.slice(0, aside).join(' ');
  if (GENERIC.test(text) && !isOldAuthority(sentence)) return 0;
  if (cues.some(({ meaning }) => (meaning.of === 'effect' && meaning.zone === 'body' && meaning.weight >= 4) || (meaning.of === 'kind' && meaning.kind === 'decision' && meaning.zone === 'body' && meaning.weight >= 3)) && !CAUSE.test(text)) return 0;
  let weight = 0;
  for (const { meaning } of cues) if (meaning.of === 'reason-fact') weight = Math.max(weight, meaning.weight);
  for (const mark of MARKS) if (mark.test(text)) weight += 0.75;
  if (purpose === 'reasons') weight += 1;
  if (purpose === 'facts') weight *= 0.6;
  return Math.min(weight, 3);
}

/** "Man har ikke fundet det godtgjort": in old letters the authority calls itself so. */
const isOldAuthority = ({ spelt }: SeenSentence): boolean => /(?<!\p{L})man (?:har|kan|må|skal|finder)(?: \p{L}+){0,3} (?:fundet|besluttet|lagt|bemærke|henset|finde|skønnet|vurderet|godtgjort|afslå|meddele)/iu.test(spelt.join(' '));

/** "Ansøgere, der selv kan køre, …", "Kan ansøgeren ikke …": of everybody. */
const GENERIC = /^(?:\p{L}+ )?(?:en|et|enhver|alle|man|ansøgere?n?|ansøgerne|borgere?n?|borgerne|personer|modtageren?) (?:\p{L}+ |, )*?(?:kan|skal|må|har|får|der|som|ikke)(?!\p{L})/iu;

const CAUSE = /(?<!\p{L})(?:da|idet|eftersom|fordi|for du|for de|for det|for at|because|since)(?!\p{L})/iu;

/** Marks of a statement on this case, each of another kind: a measure, a happening, what she did, a state of hers, what is lacking, what follows. */
const MARKS: readonly RegExp[] = [
  /\b\d[\d., ]{0,14}(?:km|m|meter|cm|mm|procent|pct|%|timer?|minutter|kr|kroner|år|måneder|uger|dage|gange|point|børn|elever|lektioner|db|m2|m²|kvm|personer|besøg|kvadratmeter)(?!\p{L})/iu,
  /(?<!\p{L})(?:var|havde|blev|fik|kom|gik|stod|lå|faldt|steg|tog|gav|bad|så|skrev|talte|mødte|solgte|købte|viste|begyndte|sendte|oplyste|kørte|brugte|udeblev|\p{Ll}{4,}ede|was|were|had|did)(?!\p{L})/u,
  /(?<!\p{L})(?:du|i|de|han|hun|barnet|you) (?:flyttede|begyndte|startede|solgte|købte|mødte|kom|fik|havde|var|sagde|oplyste|fortalte|svarede|sendte|underskrev|rejste|arbejdede|\p{Ll}{4,}ede|\p{Ll}{3,}ed)(?!\p{L})/iu,
  /(?<!\p{L})(?:du|i|de|han|hun|barnet|din \p{L}+|dit \p{L}+|dine \p{L}+|jeres \p{L}+|deres \p{L}+|ejendommen|huset|grunden|boligen|your \p{L}+|you)(?: \p{L}+){0,2} (?:har|er|kan|bor|går|arbejder|bruger|modtager|tjener|ejer|lever|klarer|deltager|ligger|står|mangler|have|has|is|are|can)(?!\p{L})/iu,
  /(?<!\p{L})(?:ikke|hverken|ingen|uden|intet|kun|alene|not|no|only)(?!\p{L})/iu,
  /(?<!\p{L})(?:da|idet|eftersom|fordi|derfor|altså|således|dermed|imidlertid|derimod|allerede|endnu|men|dog|alligevel|as|since|because|already|but|however)(?!\p{L})/iu,
  // "Vejen er …", "Udtalelserne er …": of a thing of this case, not of the decision or the papers.
  /^(?!(?:afgørelse|beslutning|bevilling|tilladelse|klage|beløb|ydelse|hjælp|frist|ansøgning|ordning|sag|brev|vilkår|regl|lov|bestemmelse|påbud|krav|pligt|gebyr|udbetaling|betaling)\p{L}*)\p{Lu}\p{Ll}{2,}(?:en|et|ene|erne|ens|ets|enes|ernes)(?: \p{L}+){0,4} (?:er|har|ligger|viser|indeholder|kan|står|går|ville|var|blev|havde)(?!\p{L})/u,
];
