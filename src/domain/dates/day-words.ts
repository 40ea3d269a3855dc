/** Words that name a day or a week, in Danish and English; folded: small letters, no punctuation. */
export const WEEKDAY_WORDS: readonly (readonly string[])[] = [
  ['mandag', 'mandags', 'mandagen', 'man', 'monday', 'mondays', 'mon'],
  ['tirsdag', 'tirsdags', 'tirsdagen', 'tirs', 'tirsd', 'tuesday', 'tuesdays', 'tue', 'tues'],
  ['onsdag', 'onsdags', 'onsdagen', 'ons', 'onsd', 'wednesday', 'wednesdays', 'wed'],
  ['torsdag', 'torsdags', 'torsdagen', 'tors', 'torsd', 'thursday', 'thursdays', 'thu', 'thurs'],
  ['fredag', 'fredags', 'fredagen', 'fre', 'fred', 'friday', 'fridays', 'fri'],
  ['lørdag', 'lørdags', 'lørdagen', 'lør', 'lørd', 'saturday', 'saturdays', 'sat'],
  ['søndag', 'søndags', 'søndagen', 'søn', 'sønd', 'sunday', 'sundays', 'sun'],
];

/** Short forms that are words of their own too ("man kan", "fred", "sun"): only taken after "på", "on" or with a date. */
export const DOUBTFUL_WEEKDAYS: ReadonlySet<string> = new Set(['man', 'mon', 'ons', 'tors', 'tirs', 'fre', 'fred', 'lør', 'søn', 'sun', 'sat', 'wed', 'thu', 'tue', 'fri']);

export const MONTH_WORDS: readonly (readonly string[])[] = [
  ['januar', 'jan', 'january'],
  ['februar', 'feb', 'febr', 'february'],
  ['marts', 'mar', 'march'],
  ['april', 'apr'],
  ['maj', 'may'],
  ['juni', 'jun', 'june'],
  ['juli', 'jul', 'july'],
  ['august', 'aug'],
  ['september', 'sep', 'sept'],
  ['oktober', 'okt', 'oct', 'october'],
  ['november', 'nov'],
  ['december', 'dec', 'decem'],
];

/** Days with a name: a fixed month-day, or days from Easter Sunday. Longer names stand before those they begin with. */
export const NAMED_DAYS: readonly (readonly [words: readonly string[], day: string | number])[] = [
  [['lillejuleaften', 'lille juleaften'], '12-23'],
  [['juleaftensdag', 'juleaften', 'julaften', 'christmas eve'], '12-24'],
  [['anden juledag', '2 juledag', 'boxing day', 'second day of christmas'], '12-26'],
  [['første juledag', '1 juledag', 'juledag', 'christmas day'], '12-25'],
  [['nytårsaftensdag', 'nytårsaften', 'nytaarsaften', 'new years eve', 'new year s eve'], '12-31'],
  [['nytårsdag', '1 nytårsdag', 'new years day', 'new year s day'], '01-01'],
  [['grundlovsdag', 'constitution day'], '06-05'],
  [['skærtorsdag', 'maundy thursday'], -3],
  [['langfredag', 'good friday'], -2],
  [['påskelørdag', 'easter saturday'], -1],
  [['anden påskedag', '2 påskedag', 'easter monday'], 1],
  [['påskedag', 'første påskedag', '1 påskedag', 'easter sunday'], 0],
  [['kristi himmelfartsdag', 'kristi himmelfart', 'ascension day'], 39],
  [['anden pinsedag', '2 pinsedag', 'whit monday'], 50],
  [['pinsedag', 'første pinsedag', '1 pinsedag', 'whit sunday', 'pentecost'], 49],
];

/** Words for a day counted from today. */
export const RELATIVE_DAYS: readonly (readonly [words: readonly string[], days: number])[] = [
  [['i overmorgen', 'iovermorgen', 'overmorgen', 'day after tomorrow'], 2],
  [['i morgen', 'imorgen', 'i morgn', 'i mårn', 'i morn', 'imorn', 'tomorrow', 'tomorow', 'tmrw'], 1],
  [['i dag', 'idag', 'i eftermiddag', 'i formiddag', 'i aften', 'today', 'this afternoon', 'this morning'], 0],
];

export const NOW_WORDS: readonly string[] = ['nu', 'lige nu', 'lige pt', 'i øjeblikket', 'now', 'right now', 'currently', 'at the moment'];
export const THIS_WEEK: readonly string[] = ['denne uge', 'i denne uge', 'i ugen', 'this week'];
export const NEXT_WEEK: readonly string[] = ['næste uge', 'i næste uge', 'kommende uge', 'next week'];

/** Seasons with fixed ends, as days from Easter Sunday or month-days; the latter may run into the next year. */
export const SEASONS: readonly (readonly [words: readonly string[], from: string | number, to: string | number])[] = [
  [['mellem jul og nytår', 'mellem jul og nytaar', 'julen', 'i jul', 'til jul', 'over jul', 'juledagene', 'juleferien', 'between christmas and new year', 'between christmas and new years', 'over christmas', 'at christmas', 'during christmas', 'christmas holidays'], '12-24', '01-01'],
  [['nytår', 'til nytår', 'over nytår', 'new year', 'at new year'], '12-31', '01-01'],
  [['påsken', 'paasken', 'i påske', 'til påske', 'påskeferien', 'over easter', 'at easter', 'during easter', 'easter holidays'], -3, 1],
  [['pinsen', 'i pinse', 'til pinse', 'whitsun', 'at whitsun'], 49, 50],
];

/** Holidays whose days each school or department sets for itself: no source tells us when. */
export const UNKNOWN_DAYS: readonly string[] = ['vinterferien', 'vinterferie', 'sommerferien', 'sommerferie', 'efterårsferien', 'efterårsferie', 'winter holiday', 'winter holidays', 'summer holiday', 'summer holidays', 'autumn holiday', 'autumn holidays', 'half term'];

export const THIS_MONTH: readonly string[] = ['denne måned', 'i denne måned', 'this month'];
export const NEXT_MONTH: readonly string[] = ['næste måned', 'i næste måned', 'next month'];

/** Small numbers in words, by their value from zero. */
export const COUNTS: readonly (readonly string[])[] = [['nul', 'zero'], ['en', 'et', 'én', 'one', 'a'], ['to', 'two'], ['tre', 'three'], ['fire', 'four'], ['fem', 'five'], ['seks', 'six'], ['syv', 'seven'], ['otte', 'eight'], ['ni', 'nine'], ['ti', 'ten'], ['elleve', 'eleven'], ['tolv', 'twelve'], ['tretten', 'thirteen'], ['fjorten', 'fourteen']];

/** Which of the month's days of a name: the first, the second … the last (-1). */
export const ORDINAL_WORDS: Readonly<Record<string, number>> = { første: 1, '1': 1, first: 1, '1st': 1, anden: 2, '2': 2, second: 2, '2nd': 2, tredje: 3, '3': 3, third: 3, '3rd': 3, fjerde: 4, '4': 4, fourth: 4, '4th': 4, femte: 5, '5': 5, fifth: 5, '5th': 5, sidste: -1, last: -1 };

/** The number that a figure or a small number in words stands for; null where it is none. */
export function countOf(word: string): number | null {
  if (/^\d{1,3}$/.test(word)) return Number(word);
  const found = COUNTS.findIndex((words) => words.includes(word));
  return found < 0 ? null : found;
}
