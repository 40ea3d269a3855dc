import { newStemmer } from 'snowball-stemmers';
import { foldWords } from '../topics/said-words';

/** Something with a name that deals with things. */
export interface Findable {
  readonly name: string;
  readonly nicknames?: readonly string[];
  readonly dealsWith: readonly string[];
  readonly english: readonly string[];
}

/** A record that fits, and how well: from 1 (a thing it deals with was named) upwards. */
export interface Match<Record> {
  readonly record: Record;
  readonly score: number;
}

const danish = newStemmer('danish');
const english = newStemmer('english');

/** Words that say nothing of the matter. */
const EMPTY: ReadonlySet<string> = new Set(
  'jeg du vi de i en et den det og eller at til for fra på af med om over under ved hos efter mod min mit mine din dit vores deres han hun ham hende sin sit er var har have havde får få fik kan skal vil må blive bliver hvem hvor hvad hvilken hvordan hvornår står tager ansvar ansvarlig afdeling afdelingen kommune kommunen kommunens ikke der som når så bare lige gerne hjælp hjælpe hjælper spørgsmål sag sagen kontakt kontakte tale snakke ringe henvende gå man nogen noget the a an of in to for my our your his her i we is are do does who where what which how can should with about from deals handles department municipality need help want on and or not mig me os jer dem sig selv hver ingen alle noget andet anden andre nu nat dag dage uge måned år aften morgen lang længe kort høj stor lille ny nyt nye gammel gamle sagt siger sige lavet tager taget tage kommer kom komme giver give givet søge søger søgt ansøge ansøgning ansøger skrive skriver skrevet klage klager klagen betale betalt betaler udbetale søn datter bor boet går gået vide ved ville bange over efter was been they them she he who has had will would can cannot get got it this that there very every back out up told tell say said apply'.split(' '),
);

/** A name or nickname says more than a thing that several deal with. */
const WEIGHT = { nickname: 3, deals: 2 } as const;
/** This much of what an entry says must have been said. */
const SHARE_AT_LEAST = 0.5;
const SCORE_AT_LEAST = 1.4;
/** A word that so few records hold tells by itself what is meant. */
const TELLING = 1 / 2;
/** A second record is worth offering when it fits nearly as well. */
const NEARLY = 0.75;
const SHORTEST_PART = 6;
/** What she said may be the beginning of a longer name from so many letters on: "politi" is not meant for "politikerne". */
const SHORTEST_BEGINNING = 7;
/** Two words of one entry tell more than one. */
const MORE_WORDS = 0.5;

/** A word that tells something: all its stems, and how much it tells. */
interface Word {
  readonly stems: readonly string[];
  readonly rarity: number;
}

/** A record made ready for searching. */
interface Indexed<Record> {
  readonly record: Record;
  readonly entries: readonly { readonly weight: number; readonly words: readonly Word[] }[];
}

const wordsOf = (text: string): string[] => foldWords(text.replace(/(?<!\p{L})a-kasse/giu, 'dagpenge ')).split(' ').filter((word) => word.length > 1 && !EMPTY.has(word));
const stemsOf = (word: string): readonly string[] => [...new Set([danish.stem(word), english.stem(word)])];

/** Stemming a whole directory takes longer than a message may: done once for each list of records. */
const indexes = new WeakMap<readonly Findable[], readonly Indexed<Findable>[]>();

/**
 * The records that a message is about, best first; none when none fits.
 *
 * @example findInDirectory('hvem står for byggetilladelser?', departments)[0]?.record.id // 'byggesager'
 */
export function findInDirectory<Record extends Findable>(text: string, records: readonly Record[]): readonly Match<Record>[] {
  const said = wordsOf(text).map(stemsOf);
  if (said.length === 0) return [];
  const index = (indexes.get(records) as readonly Indexed<Record>[] | undefined) ?? indexed(records);
  indexes.set(records, index);
  const scored = index.map(({ record, entries }) => ({ record, score: scoreOf(entries, said) })).filter(({ score }) => score >= SCORE_AT_LEAST);
  const best = Math.max(0, ...scored.map(({ score }) => score));
  return scored.filter(({ score }) => score >= best * NEARLY).sort((a, b) => b.score - a.score);
}

function scoreOf(entries: Indexed<Findable>['entries'], said: readonly (readonly string[])[]): number {
  const shares = entries
    .map(({ weight, words }) => {
      // One word of a longer entry tells enough only where few other entries hold it.
      const total = words.reduce((sum, { rarity }) => sum + rarity, 0);
      const named = words.filter(({ stems }) => said.some((each) => sameWord(each, stems)));
      const met = named.reduce((sum, { rarity }) => sum + rarity, 0);
      const enough = named.length > 1 || words.length === 1 || named.some(({ rarity, stems }) => rarity >= TELLING && (stems[0]?.length ?? 0) >= SHORTEST_PART);
      return total > 0 && met / total >= SHARE_AT_LEAST && enough ? ((weight * met) / total) * (1 + MORE_WORDS * (named.length - 1)) : 0;
    })
    .sort((a, b) => b - a);
  // The best entry counts whole; that others fit as well decides between records.
  return (shares[0] ?? 0) + shares.slice(1).reduce((sum, each) => sum + each, 0) * 0.1;
}

/** The records with their words stemmed; a word that many records hold tells little. */
function indexed<Record extends Findable>(records: readonly Record[]): readonly Indexed<Record>[] {
  const entriesOf = ({ name, nicknames = [], dealsWith, english: words }: Findable) => [
    ...[name, ...nicknames].map((text) => ({ weight: WEIGHT.nickname, words: wordsOf(text).map(stemsOf) })),
    ...[...dealsWith, ...words].map((text) => ({ weight: WEIGHT.deals, words: wordsOf(text).map(stemsOf) })),
  ];
  const all = records.map((record) => ({ record, entries: entriesOf(record) }));
  const holders = new Map<string, number>();
  for (const { entries } of all) {
    for (const stem of new Set(entries.flatMap(({ words }) => words.map(([stem]) => stem ?? '')))) holders.set(stem, (holders.get(stem) ?? 0) + 1);
  }
  const weighed = (stems: readonly string[]): Word => ({ stems, rarity: 1 / (holders.get(stems[0] ?? '') ?? 1) });
  return all.map(({ record, entries }) => ({ record, entries: entries.map(({ weight, words }) => ({ weight, words: words.map(weighed) })) }));
}

/** The same word, or one a part of the other's compound at its beginning or end ("byggetilladelsen", "børnetandlæge"). */
function sameWord(said: readonly string[], known: readonly string[]): boolean {
  return said.some((a) => known.some((b) => a === b || (b.length >= SHORTEST_PART && (a.startsWith(b) || a.endsWith(b))) || (a.length >= SHORTEST_BEGINNING && b.startsWith(a))));
}
