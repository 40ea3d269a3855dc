import { foldWords } from '../topics/said-words';
import type { AppealRule } from './appeal-rule';

/** So many areas are offered to choose from. */
const OFFERED = 4;
/** A part of a wording this long may go on ("kontanthjælpen"); a shorter one only takes an ending ("bilen", not "billede"). */
const GOES_ON_FROM = 5;
/** A part this long may also stand inside a compound ("transportkørestol"). */
const COMPOUND_FROM = 7;
const ENDINGS = ['', 'en', 'et', 'er', 'erne', 'ens', 'ets', 's'];
/** Words of a wording that tell nothing by themselves. */
const FILLING: ReadonlySet<string> = new Set(['af', 'en', 'et', 'for', 'fra', 'i', 'med', 'mit', 'min', 'og', 'på', 'til', 'ved', 'a', 'at', 'of', 'the', 'to', 'my', 'and']);
/** Who decides, not what is decided: they give way to any matter named beside them. */
const PLACES: ReadonlySet<string> = new Set(['jobcenter', 'jobcentret', 'skole', 'skolen', 'school']);
const AND = /(?<!\p{L})(?:og|samt|and)(?!\p{L})|,/u;

/** What a citizen's words say of the area that a decision belongs to. */
export interface AreasFound {
  /** The rows her words name, or may mean; those named most plainly first, at most four. */
  readonly rules: readonly AppealRule[];
  /** `named`: the first of them is meant. `unsure`: she must be asked. `several`: she named more matters than one. `none`: nothing fits. */
  readonly kind: 'named' | 'unsure' | 'several' | 'none';
}

interface Named {
  readonly rule: AppealRule;
  readonly wording: string;
  /** Places of her words that the wording rests on. */
  readonly at: ReadonlySet<number>;
  readonly letters: number;
}

/**
 * The rows of appeals.yaml that a citizen's words name; where they may mean several that lead apart, she is asked, never guessed at.
 * A wording counts whole: "støtte til bil" is no matter of "støtte". The fuller of two wordings decides.
 *
 * @example areasInWords('de har taget mors rengøring', rules) // { kind: 'named', rules: [sel-83] }
 * @example areasInWords('de har stoppet mine penge', rules).kind // 'unsure'
 */
export function areasInWords(said: string, rules: readonly AppealRule[]): AreasFound {
  const tokens = foldWords(said).split(' ').filter((token) => token !== '');
  const named = fullest(namedIn(tokens, rules, ({ words }) => words));
  const [first, ...others] = named;
  if (first) {
    const found = named.slice(0, OFFERED).map(({ rule }) => rule);
    const apart = others.some(({ at }) => [...at].every((place) => !first.at.has(place)));
    if (apart && AND.test(said.toLocaleLowerCase('da'))) return { kind: 'several', rules: found };
    return { kind: sameRoad(found) ? 'named' : 'unsure', rules: found };
  }
  const vague = namedIn(tokens, rules, (rule) => rule.vague).slice(0, OFFERED).map(({ rule }) => rule);
  return { kind: vague.length === 0 ? 'none' : 'unsure', rules: vague };
}

/** Whether rules lead to the same place by the same time, so that it does not matter which of them holds. */
export function sameRoad(rules: readonly AppealRule[]): boolean {
  const roads = rules.map(({ possible, body, sendTo, time, from, suspends, unverified }) => JSON.stringify([possible, body, sendTo, time, from, suspends, unverified]));
  return new Set(roads).size <= 1;
}

/** For each rule the fullest of its wordings that her words hold. */
function namedIn(tokens: readonly string[], rules: readonly AppealRule[], wordingsOf: (rule: AppealRule) => readonly string[]): Named[] {
  const found = rules.flatMap((rule) => wordingsOf(rule).flatMap((wording) => heldIn(tokens, rule, wording) ?? []).sort(byFullness).slice(0, 1));
  return found.sort(byFullness);
}

/** Null as soon as one of a wording's parts is not there, as nearly always. */
function heldIn(tokens: readonly string[], rule: AppealRule, wording: string): Named | null {
  const parts = partsOf(wording);
  const at = new Set<number>();
  for (const part of parts) {
    const place = tokens.findIndex((token) => isWord(token, part));
    if (place < 0) return null;
    at.add(place);
  }
  return parts.length === 0 ? null : { rule, wording, at, letters: parts.join('').length };
}

/** Without those whose words another wording takes in, and without places where a matter is named. */
function fullest(named: readonly Named[]): Named[] {
  const matters = named.filter(({ wording }) => !PLACES.has(wording));
  const left = matters.length > 0 ? matters : named;
  return left.filter((one) => !left.some((other) => other !== one && takesIn(other, one)));
}

const takesIn = (other: Named, one: Named): boolean => [...one.at].every((place) => other.at.has(place)) && (other.at.size > one.at.size || other.letters > one.letters);
const byFullness = (a: Named, b: Named): number => b.at.size - a.at.size || b.letters - a.letters;

const partsByWording = new Map<string, readonly string[]>();
/** The telling parts of a wording; the wordings are few and asked for again and again. */
function partsOf(wording: string): readonly string[] {
  const known = partsByWording.get(wording);
  if (known) return known;
  const parts = foldWords(wording).split(' ').filter((part) => !FILLING.has(part));
  partsByWording.set(wording, parts);
  return parts;
}

function isWord(token: string, part: string): boolean {
  if (part.length < GOES_ON_FROM) return token.startsWith(part) && ENDINGS.includes(token.slice(part.length));
  return part.length < COMPOUND_FROM ? token.startsWith(part) : token.includes(part);
}
