import { foldWords } from './said-words';

/** Words between who threatens and what she threatens with: nobody else may come between, or it is his doing. */
const GAP = String.raw`(?: (?!(?:han|hun|de|du|nogen|man|min|mit|mine|hans|hendes|hvis|skylden|he|she|they|my|his|her|that|if) )\p{L}+){0,5}?`;
const DOES = String.raw`(?:smadrer?|myrder?|dræber?|kvæler?|skyder?|stikker?|brænder?|tæver?|tæsker?|banker?|ødelægger?|slår?|smash|kill|murder|shoot|stab|strangle|burn)`;
/** Whom it is meant for: never the speaker herself. */
const WHOM = String.raw`(?:ham|hende|dem|jer|dig|nogen|en af (?:dem|jer)|(?:min |den |hele |jeres |det )?(?:sagsbehandler|chef|leder|borgmester|kommune|rådhus|jobcenter)\p{L}*|him|her|them|you|somebody|someone|(?:my |the )?(?:case ?worker|caseworker|boss|mayor|office))`;
/** To hit somebody says little by itself; to hit him dead, or the door in, does. */
const HOW = String.raw`(?: (?:alle|sammen|selv))*(?: (?:ihjel|ned|ned med|i stykker|til plukfisk|gul og blå|to death|down))?`;
const THREAT = new RegExp(String.raw`(?<!\p{L})(?:jeg|vi|i|we)(?:'ll|'m)?${GAP} (?:${DOES}${GAP} ${WHOM}${HOW})(?!\p{L})|(?<!\p{L})(?:kommer|går|skal|vil|ville) (?:jeg|vi)${GAP} ${DOES} ${WHOM}${HOW}(?!\p{L})`, 'u');
/** A hit on somebody's shoulder, a number looked up, a door knocked at: no harm to anyone. */
const HARMLESS = new RegExp(String.raw`(?<!\p{L})(?:slår|slå|banker|banke|stikker|stikke)${GAP} ${WHOM}(?! (?:ihjel|ned|i stykker|gul|alle))(?!\p{L})`, 'u');

/** Whether somebody says that she will hurt another. A reason to look, and decides nothing. */
export function threatens(text: string): boolean {
  const said = foldWords(text);
  const found = THREAT.exec(said)?.[0];
  return found !== undefined && !HARMLESS.test(found);
}
