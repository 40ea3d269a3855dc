import type { Talk } from './talk';

/** Roads, paths and places out of doors. */
const PLACE = /(?<!\p{L})(?:\p{L}*vejen|vejene|krydset|svinget|fortovet|\p{L}*stien|stierne|gadelyset|gadelygten?|lygtepælen|legepladsen|broen|tunnelen|pladsen|parken|rundkørslen|fodgængerfeltet|road|pavement|sidewalk|street ?lights?|playground|cycle path|crossing)(?!\p{L})/iu;
/** What is wrong with them. */
const AMISS = /(?<!\p{L})(?:farlig\p{L}*|livsfarlig\p{L}*|hul|huller|hullet|glat\p{L}*|is|isglat|sne|saltet|ryddet|mørk\p{L}*|virker ikke|gået ud|i stykker|ødelagt|knækket|løse?|mangler|stærkt|utryg\p{L}*|skrald|glasskår|oversvømmet|dangerous|hole|holes|icy|broken|dark|unsafe)(?!\p{L})/iu;
/** Somebody decided something: that has a road of its own. */
const DECIDED = /(?<!\p{L})(?:afgørelse\p{L}*|afgjort|afslag|afslået|nej til|brev\p{L}*|påbud\p{L}*|tilladelse\p{L}*|ansøg\p{L}*|decision|refused|permit|letter)(?!\p{L})/iu;

/** Something is amiss with a road or a place, and nothing was decided of it: who mends it, and then who hears a complaint. False when it is something else. */
export async function tellPlace(talk: Talk): Promise<boolean> {
  const { text, action } = talk.heard;
  if (action !== null || !PLACE.test(text) || !AMISS.test(text) || DECIDED.test(text)) return false;
  talk.topic = 'complaint.practical';
  await talk.say('complaint.practical.place');
  return true;
}

/** Practical work that was not done as it should be. */
export async function tellPractical(talk: Talk): Promise<void> {
  if (!(await tellPlace(talk))) await talk.say('complaint.practical');
}

/** Her own car was taken, or a thing of hers: no matter of the grant that bears the same name. */
export const THING_TAKEN = /(?<!\p{L})(?:taget|tog|fjernet|fjernede|hentet|hentede|bugseret|slæbt|konfiskeret|took|taken|towed|removed)(?: \p{L}+)? (?:min|vores|my|our) (?:bil|cykel|knallert|trailer|båd|car|bike|boat)(?!\p{L})/iu;
