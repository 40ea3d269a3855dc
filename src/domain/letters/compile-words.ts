import { compileCue, cueFinder, spellOut, withFamilies, type CompiledCue, type CueFinder } from './cue';
import type { AppealBody, LetterKind, LetterReading } from './letter-reading';
import type { Token } from './letter-tokens';
import type { Effect, GuidanceCue, Hedge, LetterWords, SectionPurpose } from './letter-words';
import { createLexicon, type Lexicon } from './lexicon';
import { lawFinder, type LawFinder } from './law-names';
import { wordingScorers, type WordingScorers } from './wording';

type ActionKind = NonNullable<LetterReading['action']>['kind'];
type Kind = LetterReading['kind'] & (typeof LetterKind.options)[number];

/** What a cue says where it stands. */
export type Meaning =
  | { readonly of: 'kind'; readonly kind: Kind; readonly zone: 'title' | 'body'; readonly weight: number }
  | { readonly of: 'effect'; readonly effect: Effect; readonly zone: 'title' | 'body'; readonly weight: number; readonly negative: boolean }
  | { readonly of: 'hedge'; readonly hedge: Hedge }
  | { readonly of: 'reasons'; readonly weight: number }
  | { readonly of: 'reason-fact'; readonly weight: number }
  | { readonly of: 'reason-aside' }
  | { readonly of: 'bare' }
  | { readonly of: 'basis' }
  | { readonly of: 'guidance'; readonly cue: GuidanceCue }
  | { readonly of: 'action'; readonly action: ActionKind }
  | { readonly of: 'heading'; readonly purpose: SectionPurpose }
  | { readonly of: 'body'; readonly slug: AppealBody; readonly aside: boolean }
  | { readonly of: 'label'; readonly label: 'case' | 'other' | 'date' | 'closing' }
  | { readonly of: 'term'; readonly id: string };

/** The words of letters made ready for looking up. */
export interface CompiledWords {
  readonly words: LetterWords;
  readonly lexicon: Lexicon;
  /** Makes the finder of cues for the blocks of one letter. */
  readonly finderFor: (blocks: readonly (readonly Token[])[]) => CueFinder<Meaning>;
  readonly laws: LawFinder;
  /** Month 1–12 of a folded word, misprints seen through; null when it is none. */
  readonly month: (fold: string) => number | null;
  /** What a number in words means. */
  readonly number: (fold: string) => number | null;
  /** The unit of time that a folded word is. */
  readonly unit: (fold: string) => 'days' | 'weeks' | 'months' | 'years' | null;
  /** What was learnt of wordings; null where nothing was. */
  readonly wording: WordingScorers | null;
}

const compiled = new WeakMap<LetterWords, CompiledWords>();

/** Compiles the words, once for each set of them. */
export function compileWords(words: LetterWords): CompiledWords {
  const old = compiled.get(words);
  if (old) return old;
  const lexicon = createLexicon(words.known);
  const cues: CompiledCue<Meaning>[] = [];
  const add = (says: readonly string[], meaning: Meaning) => {
    for (const writing of says) for (const spelt of spellOut(withFamilies(writing, words.families))) cues.push(compileCue(spelt, meaning, lexicon));
  };
  addWeighed(words, add);
  for (const hedge of keysOf(words.hedges)) add(words.hedges[hedge], { of: 'hedge', hedge });
  for (const { weight, says } of words.reasons.given) add(says, { of: 'reasons', weight });
  for (const { weight, says } of words.reasons.facts) add(says, { of: 'reason-fact', weight });
  add(words.reasons.aside, { of: 'reason-aside' });
  add(words.reasons.bare, { of: 'bare' });
  add(words.reasons.basis, { of: 'basis' });
  for (const cue of keysOf(words.guidance)) add(words.guidance[cue], { of: 'guidance', cue });
  for (const action of keysOf(words.actions)) add(words.actions[action], { of: 'action', action });
  for (const purpose of keysOf(words.headings)) add(words.headings[purpose], { of: 'heading', purpose });
  for (const { slug, names, aside } of words.bodies) add(names, { of: 'body', slug, aside });
  add(words.sender.caseLabels, { of: 'label', label: 'case' });
  add(words.sender.otherLabels, { of: 'label', label: 'other' });
  add(words.sender.dateLabels, { of: 'label', label: 'date' });
  add(words.sender.closings, { of: 'label', label: 'closing' });
  for (const { id, forms } of words.terms) add(forms, { of: 'term', id });
  const { months, numbers, units } = words.dates;
  const month = valueByWord(lexicon, months.flatMap((names, index) => names.map((name) => [name, index + 1] as const)));
  const number = valueByWord(lexicon, Object.entries(numbers));
  const unit = valueByWord(lexicon, (['days', 'weeks', 'months', 'years'] as const).flatMap((each) => units[each].map((name) => [name, each] as const)));
  const made = { words, lexicon, finderFor: cueFinder(cues, lexicon), laws: lawFinder(words.laws, lexicon), month, number, unit, wording: words.wording && wordingScorers(words.wording) };
  compiled.set(words, made);
  return made;
}

function addWeighed({ kinds, outcomes }: LetterWords, add: (says: readonly string[], meaning: Meaning) => void): void {
  const zones = ['title', 'body'] as const;
  for (const kind of keysOf(kinds)) for (const zone of zones) for (const { weight, says } of kinds[kind][zone]) add(says, { of: 'kind', kind, zone, weight });
  for (const effect of keysOf(outcomes)) for (const zone of zones) for (const { weight, says } of outcomes[effect][zone]) {
    for (const writing of says) add([writing], { of: 'effect', effect, zone, weight, negative: NEGATION.test(writing) });
  }
}

/** A cue that says no by itself; another says the contrary when a negation stands in it. */
const NEGATION = /(?<!\p{L})(?:ikke|intet|ingen|nej|not|no|cannot|unable|hverken)(?!\p{L})/u;

/** `Object.keys` forgets what the keys are. */
function keysOf<Key extends string>(record: Readonly<Record<Key, unknown>>): Key[] {
  const keys: Key[] = [];
  for (const key in record) keys.push(key);
  return keys;
}

/** Looks up what a word means in a closed list, misprints seen through. */
function valueByWord<Value>(lexicon: Lexicon, list: readonly (readonly [word: string, value: Value])[]): (fold: string) => Value | null {
  const byId = new Map(list.map(([word, value]) => [lexicon.add(word), value] as const));
  return (fold) => {
    for (const id of lexicon.idsOf(fold)) {
      const value = byId.get(id);
      if (value !== undefined) return value;
    }
    return null;
  };
}
