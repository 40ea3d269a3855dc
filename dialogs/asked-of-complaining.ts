import type { Talk } from './talk';

/** A story of more words asks neither. */
const WORDS_AT_MOST = 14;
const COMPLAINS = /(?<!\p{L})(?:klage\p{L}*|complain\p{L}*|appeal\p{L}*)(?!\p{L})/iu;
const SPOKEN = /(?<!\p{L})(?:mundtlig\p{L}*|(?:i|over|på|per|pr\.?) (?:en )?telefon(?:en)?|telefonisk|ringe (?:og|for at|min)|personligt|møde op|orally|(?:by|over the|on the) (?:tele)?phone|in person|(?:call|ring|phone) (?:and|to))(?!\p{L})/iu;
const SPOKEN_ALL = new RegExp(SPOKEN, 'giu');
const MAY = /(?<!\p{L})(?:kan|må|skal|behøver|er det|gælder|tæller|can|may|must|do|does|is it)(?!\p{L})/iu;
/** It is the call, or what was said in it, that she complains of. */
const OVER_A_CALL = /(?<!\p{L})(?:over|at de|fordi|about|because)(?!\p{L})/iu;

const ANOTHER_WORKER = /(?<!\p{L})(?:ny|anden|andre|skifte|bytte|udskifte|another|different|new|change(?: my)?)(?: \p{L}+)? (?:sagsbehandlere?|sagsbehandleren|case ?workers?)(?!\p{L})|(?<!\p{L})(?:skifte|bytte|udskifte) (?:min )?sagsbehandler/iu;
const WISHES = /(?<!\p{L})(?:kan|må|vil|ønsker|gerne|hvordan|få|skifte|bytte|can|may|want|would like|how)(?!\p{L})/iu;
/** She has got one already, or tells of the change. */
const TELLS = /(?<!\p{L})(?:har (?:\p{L}+ )?(?:fået|haft|skiftet)|fik|er skiftet|blev|have had|got)(?!\p{L})/iu;

/** What is asked of complaining as such: whether it may be done by mouth, and whether she can have another caseworker. False when neither is. */
export async function tellOfComplaining(talk: Talk): Promise<boolean> {
  const { text, action } = talk.heard;
  if (action !== null || text.split(/\s+/).length > WORDS_AT_MOST) return false;
  const phrase = asked(text);
  if (phrase === null) return false;
  talk.topic = 'complaint.start';
  await talk.say(phrase);
  return true;
}

function asked(text: string): string | null {
  if (COMPLAINS.test(text) && SPOKEN.test(text) && MAY.test(text) && !OVER_A_CALL.test(text.replaceAll(SPOKEN_ALL, ' '))) return 'complaint.spoken';
  return ANOTHER_WORKER.test(text) && WISHES.test(text) && !TELLS.test(text) ? 'complaint.other-worker' : null;
}
