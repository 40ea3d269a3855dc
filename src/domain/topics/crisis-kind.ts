import { foldWords } from './said-words';

/** Which further help fits a message about danger. The emergency number is given in every case. */
export type CrisisKind = 'child' | 'violence';

const CHILD = /(?<!\p{L})(barn|barnet|barns|børn|børnene|baby|babyen|min søn|min datter|lillebror|lillesøster|elev|child|children|kid|kids|toddler|my son|my daughter)(?!\p{L})/u;
const VIOLENCE = /(?<!\p{L})(slår|slog|slået|banker|bankede|tæver|tæsk|sparker|sparket|kvæler|kvælertag|vold|voldelig|truer|truet|trusler|overfalder|overfaldet|mishandler|mishandlet|voldtaget|voldtog|kniv|hits?|hitting|beats?|beating|beaten|kicks?|choked?|chokes|violent|violence|threatens?|threatened|threatening|abus\p{L}*|raped?|knife)(?!\p{L})/u;

/** What kinds of danger the words name; none when they do not tell. */
export function crisisKinds(text: string): readonly CrisisKind[] {
  const said = foldWords(text);
  const violence = VIOLENCE.test(said);
  return [...(violence ? (['violence'] as const) : []), ...(violence && CHILD.test(said) ? (['child'] as const) : [])];
}
