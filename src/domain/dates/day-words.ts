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
