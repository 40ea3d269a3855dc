import { latinDigits } from '../latin-digits';
import { foldWords } from '../topics/said-words';
import { asksBot } from './asked-of-bot';
import { readYesNo } from './read-yes-no';

const ORDINALS: readonly (readonly string[])[] = [
  ['1', 'en', 'et', 'den første', 'det første', 'første', 'one', 'the first', 'first', 'the first one'],
  ['2', 'to', 'den anden', 'det andet', 'anden', 'two', 'the second', 'second', 'the second one'],
  ['3', 'tre', 'den tredje', 'det tredje', 'tredje', 'three', 'the third', 'third', 'the third one'],
  ['4', 'fire', 'den fjerde', 'four', 'the fourth'],
];
const YES_OR_NO = /^(ja|yes|nej|no)(?!\p{L})/u;
const NEGATIONS: ReadonlySet<string> = new Set(['ikke', 'ik', 'aldrig', 'ingen', 'intet', 'uden', 'hverken', 'nej', 'not', 'never', 'no', 'none', 'without', 'nothing', 'haven', 'hasn', 'don', 'didn', 'doesn', 'isn']);
/** Words that carry nothing by which one choice could be told from another. */
const EMPTY: ReadonlySet<string> = new Set(['ja', 'yes', 'og', 'and', 'men', 'but', 'den', 'det', 'the', 'de', 'they', 'har', 'has', 'have', 'er', 'is', 'en', 'et', 'fx', 'such', 'jeg', 'mit', 'min', 'din', 'its', 'how', 'for', 'eller', 'med', 'til', 'fra', 'som', 'skal', 'kan', 'ved', 'that', 'with', 'from', 'you', 'your', 'are', 'på', 'it', 'as', 'vi', 'du', 'dig', 'giver', 'our', 'we', 'i', 'om', 'af', 'her', 'så', 'nu', 'endnu', 'yet', 'of', 'gang', 'mig', 'selv', 'me', 'my', 'myself']);
/** She says what she wants, not what is so. */
const WISHES = /(?<!\p{L})(?:(?:jeg|vi) (?:vil|ville|ønsker|håber|skal)(?: \p{L}+){0,3} (?:have|at|beholde|få)|at (?:de|i|kommunen|jeg|vi|hun|han) |(?:i|we) (?:just )?(?:want|would like|wish|hope) )/u;
/** More words than these are a sentence, of which one word alone chooses nothing. */
const SHORT = 4;

/**
 * The place of the choice that is meant, by its label, its number or its place; null when none is, or more than one.
 *
 * @example readChoice('på telefonen tak', ['Telefon', 'E-mail']) // 0
 */
export function readChoice(text: string, labels: readonly string[]): number | null {
  const meant = choicesMeant(text, labels);
  return meant.length === 1 ? (meant[0] ?? null) : null;
}

/**
 * The places of all choices that the words may mean: of several, she is asked which. None where they only share a word with a
 * label, say the opposite of it, or say a wish; none where they ask something.
 *
 * @example choicesMeant('ja', ['Nej, ikke endnu', 'Ja, men uden svar', 'Ja, og de har svaret']) // [1, 2]
 */
export function choicesMeant(text: string, labels: readonly string[]): number[] {
  const said = foldWords(latinDigits(text));
  if (said === '') return [];
  const folded = labels.map(foldWords);
  const exact = folded.indexOf(said);
  if (exact >= 0) return [exact];
  const byPlace = ORDINALS.slice(0, labels.length).findIndex((words) => words.includes(said));
  if (byPlace >= 0) return [byPlace];
  const partOf = folded.flatMap((label, place) => (said.includes(' ') && ` ${label} `.includes(` ${said} `) ? [place] : []));
  if (partOf.length > 0) return partOf;
  // "Er det for sent at klage?" is not "Ja, kommunen har klagen".
  if (asksBot(text)) return [];
  const named = folded.flatMap((label, place) => (names(said, label) ? [place] : []));
  return named.length > 0 ? named : plainly(text, folded);
}

/**
 * The place of the one label that words speak of, whatever they say of it ("nummeret er ikke rigtigt"); null when of none, or of several
 * alike. Of two labels the one is meant whose words she uses herself: "telefonnummeret" is no message on the telephone.
 */
export function labelNamed(text: string, labels: readonly string[]): number | null {
  const folded = labels.map(foldWords);
  const exact = folded.indexOf(foldWords(text));
  if (exact >= 0) return exact;
  const words = foldWords(text).split(' ');
  const scores = folded.map((label) => spokenOf(words, keysOf(label)));
  const best = Math.max(0, ...scores);
  const named = scores.flatMap((score, place) => (best > 0 && score === best ? [place] : []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** How plainly words speak of a label's own: a word itself counts more than one that only begins like it, and the whole label more than a part. */
function spokenOf(words: readonly string[], keys: readonly string[]): number {
  const plainly = keys.map((key) => Math.max(0, ...words.map((word) => (isForm(word, key) ? (isInflected(word, key) ? 2 : 1) : 0))));
  const sum = plainly.reduce((all, each) => all + each, 0);
  return sum === 0 ? 0 : sum + plainly.filter((each) => each > 0).length / keys.length;
}

const ALL: ReadonlySet<string> = new Set(['begge', 'begge dele', 'begge to', 'dem begge', 'alt', 'det hele', 'alle', 'alle sammen', 'alle tre', 'alle dele', 'hele brevet', 'dem alle', 'alt sammen', 'both', 'both of them', 'all', 'all of it', 'all of them', 'everything', 'the lot']);

/** Whether she means all that was offered: "begge dele". */
export const meansAll = (text: string): boolean => ALL.has(foldWords(text).replace(/^(?:det er|jeg er uenig i|over) /u, ''));

/** A plain yes or no is the choice that begins so: "nej aldrig" where one label begins with "Nej". */
function plainly(text: string, labels: readonly string[]): number[] {
  const said = readYesNo(text) ?? haveOrNot(foldWords(text));
  if (said === null) return [];
  return labels.flatMap((label, place) => (saysYes(label) === said ? [place] : []));
}

const DONE = '(?:gjort|klaget|skrevet|prøvet|endnu|før|det|complained|done|tried|yet|before|that|it)';
const HAVE_NOT = new RegExp(`^(?:(?:det har (?:jeg|vi)|(?:jeg|vi) har|i have|we have) (?:ikke|aldrig|not|never)|(?:i|we) haven t|(?:ikke|aldrig|not|never))(?: ${DONE})*$`, 'u');
const HAVE = new RegExp(`^(?:det har (?:jeg|vi)|(?:jeg|vi) har|i have|we have)(?: (?:allerede|already))?(?: ${DONE})*$`, 'u');

/** "Det har jeg ikke gjort", "I have": what a yes or no would say; null where it is neither. */
function haveOrNot(said: string): boolean | null {
  if (HAVE_NOT.test(said)) return false;
  return HAVE.test(said) ? true : null;
}

/** Whether a label begins with yes or no; null when with neither. */
function saysYes(folded: string): boolean | null {
  const first = YES_OR_NO.exec(folded)?.[1];
  return first === undefined ? null : first === 'ja' || first === 'yes';
}

/** Whether words name a label: they share what it is told by, deny what it denies, and are no wish for something. */
function names(said: string, label: string): boolean {
  const words = said.split(' ');
  const keys = keysOf(label);
  if (keys.length === 0) return false;
  const begins = YES_OR_NO.exec(said)?.[1];
  const yes = saysYes(label);
  if (begins !== undefined && yes !== null && saysYes(said) !== yes) return false;
  if (denies(words) !== denies(label.split(' '))) return false;
  const shared = keys.filter((key) => words.some((word) => isForm(word, key))).length;
  if (words.length <= SHORT) return shared > 0;
  return !WISHES.test(`${said} `) && shared >= Math.max(Math.min(2, keys.length), Math.ceil(keys.length / 2));
}

const denies = (words: readonly string[]): boolean => words.some((word) => NEGATIONS.has(word));

/** The words by which a label is told; of a label of such words alone, its longest. */
function keysOf(label: string): string[] {
  const telling = label.split(' ').filter((word) => word.length >= 3 && !EMPTY.has(word) && !NEGATIONS.has(word));
  return [...new Set(telling)];
}

const ENDINGS = /^(?:s|e|en|et|er|n|t|r|ens|ets|ene|enes|erne|ernes|de|te|ede|ed)?$/u;
/** From so many letters on a word is known by its beginning. */
const LONG = 6;

/** The word itself, or a longer or shorter form of it. */
const isInflected = (word: string, key: string): boolean => (word.startsWith(key) && ENDINGS.test(word.slice(key.length))) || (key.startsWith(word) && ENDINGS.test(key.slice(word.length)));

/** "telefon" and "telefonen", "mor" and "mors", never "mor" and "morgen". */
function isForm(word: string, key: string): boolean {
  const stem = key.length >= 4 ? key.replace(/s$/u, '') : key;
  if (stem.length >= LONG) return word.startsWith(stem.slice(0, -2)) && word.length >= stem.length - 3;
  return (word.startsWith(stem) && ENDINGS.test(word.slice(stem.length))) || (key.startsWith(word) && word.length >= 3 && ENDINGS.test(key.slice(word.length)));
}
