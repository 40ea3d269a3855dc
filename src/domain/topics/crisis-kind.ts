import { foldWords } from './said-words';

/** Which further help fits a message about danger. The emergency number is given in every case. */
export type CrisisKind = 'child' | 'violence';

const CHILD = /(?<!\p{L})(barn|barnet|barns|børn|børnene|baby|babyen|(?:min|vores|hans|hendes|naboens) (?:søn|datter|dreng|pige|lille)|drengen|pigen|unger|ungerne|børnebarn|børnebørn|lillebror|lillesøster|elev|jeg er (?:[6-9]|1[0-7]) år|stedfar|stedmor|far|mor slår|child|children|kid|kids|toddler|my (?:son|daughter|boy|girl)|i am (?:[6-9]|1[0-7]))(?!\p{L})/u;
/** Signs that a child is hurt, told without a word of violence. */
const HURT = /(?<!\p{L})(blå mærker|skriger hver|rører ved mig|rører ved (?:min|hende|ham)|tager på mig|misbrug\p{L}*|låst inde|bruises|touches (?:me|her|him))(?!\p{L})/u;
const VIOLENCE = /(?<!\p{L})(slår|slå mig|slå os|slog|slået|banker|banket|bankede|tæver|tæsk|sparker|sparket|kvæler|kvælertag|vold|voldelig|voldsom|truer|truet|trusler|overfalder|overfaldet|mishandler|mishandlet|voldtaget|voldtog|kniv|låser mig inde|lukker mig inde|slapped|hits?|hitting|beats?|beating|beaten|kicks?|choked?|chokes|violent|violence|threatens?|threatened|threatening|kill me|kill us|abus\p{L}*|raped?|knife)(?!\p{L})/u;

/** Afraid of somebody close: told without a word of what he does. */
const AFRAID_OF = /(?<!\p{L})(?:(?:bange|ræd|rædselsslagen|skræmt|angst) for (?:min|sin|hendes|vores) (?:mand|kone|kæreste|samlever|ægtefælle|partner|eks|eksmand|ekskone|ekskæreste|far|stedfar|bror|søn|forlovede)|(?:frygter|gemmer mig for) min (?:mand|kone|kæreste|samlever|eks|eksmand|far)|(?:min|sin) (?:mand|kone|kæreste|samlever|eks|eksmand) (?:skræmmer|truer|forfølger|gør mig bange)|(?:afraid|scared|frightened|terrified) of (?:my|her|his) (?:husband|wife|boyfriend|girlfriend|partner|ex|father|brother|son)|(?:stalker|stalking))(?! (?:s|kan|vil|skal|mister|bliver|ikke|får|dør|er) )/u;

/** What kinds of danger the words name; none when they do not tell. */
export function crisisKinds(text: string): readonly CrisisKind[] {
  const said = foldWords(text);
  const violence = VIOLENCE.test(said) || AFRAID_OF.test(said);
  const child = HURT.test(said) || (violence && CHILD.test(said));
  return [...(violence ? (['violence'] as const) : []), ...(child ? (['child'] as const) : [])];
}
