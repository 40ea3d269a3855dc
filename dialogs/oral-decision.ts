import type { Talk } from './talk';

/** A decision told by word of mouth, or the wish to have it on paper (FVL § 23). */
const DECIDED = /(?<!\p{L})(?:afgørelse\p{L}*|afslag\p{L}*|begrundelse\p{L}*|nej|sagde|sagt|fik at vide|siger|stopper|ringede|decision|refus\p{L}*|reasons?|said no|told)(?!\p{L})/iu;
const ORAL = /(?<!\p{L})(?:(?:i|over) telefonen|på mødet|til (?:et|mødet)|mundtlig\p{L}*|on the phone|by phone|at the meeting|orally|verbally)(?!\p{L})/iu;
const ON_PAPER = /(?<!\p{L})(?:skriftlig\p{L}*|på (?:skrift|papir\p{L}*)|in writing|written|on paper)(?!\p{L})/iu;
const NO_LETTER = /(?<!\p{L})(?:(?:ikke|intet|ingen|aldrig) (?:fået )?(?:noget |et )?(?:brev|afgørelse|på skrift|skriftligt)|uden brev|no letter|nothing in writing)(?!\p{L})/iu;
/** Her own complaint or question, or the answer of the one she writes to, is another matter. */
const HER_OWN = /(?<!\p{L})(?:klage[nr]?|klager|complain\p{L}*|ansøgning\p{L}*|svar\p{L}*|rykke\p{L}*|fra (?:jer|dig))(?!\p{L})/iu;

/** Whether her words tell of a decision that she was only told, or ask for it in writing. */
export const isOralDecision = (text: string): boolean => DECIDED.test(text) && ((ON_PAPER.test(text) && !HER_OWN.test(text)) || (ORAL.test(text) && (ON_PAPER.test(text) || NO_LETTER.test(text))) || /(?<!\p{L})mundtligt? (?:afslag|nej|afgørelse)|(?:afslag\p{L}*|afgørelse\p{L}*) mundtligt/iu.test(text));

/** Tells the right to reasons in writing; false when she speaks of no such decision. */
export async function tellOralDecision(talk: Talk): Promise<boolean> {
  if (talk.heard.action !== null || !isOralDecision(talk.heard.text)) return false;
  talk.topic = 'complaint.decision';
  await talk.say('rights.in-writing');
  return true;
}
