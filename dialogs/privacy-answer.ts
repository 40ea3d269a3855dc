import { retentionInWords } from '../src/domain/privacy/retention-in-words';
import type { Talk } from './talk';

/** Somebody else passed on what is hers; "har I givet …" asks, and tells of nothing that happened. */
const PASSED_ON = /(?<!\p{L})(?:givet|gav|sendt|sendte|fortalt|fortalte|videregivet|videregav|videresendt|lækket|lækkede|delt|delte|afsløret|afslørede|vist|offentliggjort|lagt|gave|given|sent|told|leaked|shared|disclosed|passed)(?!\p{L})/iu;
const HERS = /(?<!\p{L})(?:(?:min|mine|mit|vores|my|our) (?:\p{L}+ )?(?:\p{L}*oplysning\p{L}*|data|persondata|\p{L}*papir\p{L}*|journal\p{L}*|cpr\p{L}*|adresse\p{L}*|\p{L}*nummer|sag\p{L}*|brev\p{L}*|dokument\p{L}*|diagnose\p{L}*|sygdom|information|details|papers?|file|records?|address|letter|case|number)|oplysninger om (?:mig|os|min|mit)|alt om mig|information about me)(?!\p{L})/iu;
const TO_OTHERS = /(?<!\p{L})(?:forkerte?|forkert person|fremmede?|videre|nabo\p{L}*|eks\p{L}*|arbejdsgiver\p{L}*|chef|familie|en anden|andre|uden (?:lov|samtykke|min tilladelse|at spørge)|på nettet|facebook|wrong|stranger|neighbour|ex|employer|someone else|without (?:my )?(?:consent|permission))(?!\p{L})/iu;
const LOST = /(?<!\p{L})(?:databrud|sikkerhedsbrud|brud på (?:datasikkerhed\p{L}*|persondatasikkerhed\p{L}*|tavshedspligt\p{L}*|fortrolighed\p{L}*)|brudt (?:sin|deres) tavshedspligt|data breach|breach of (?:confidentiality|personal data))(?!\p{L})/iu;
const ASKS_OF_BOT = /^\s*(?:har|kan|må|vil|bliver|får|have|can|will|do|are) (?:i|du|jer|you|it|det|mine|my)(?!\p{L})/iu;
/** "Hvor længe gemmer I det?", "hvornår bliver det slettet?" */
const HOW_LONG = /(?<!\p{L})(?:hvor (?:længe|lang tid|mange (?:dage|år|måneder))|hvornår|how (?:long|many days)|when)(?!\p{L})[^.!?]*(?<!\p{L})(?:gem\p{L}*|slet\p{L}*|opbevar\p{L}*|ligger|beholder|forsvinder|har i|keep|kept|store|stored|delete\p{L}*|erased?)(?!\p{L})/iu;

/** What happens to what she writes; how long it is kept, where she asks that; and where to turn when the municipality passed on what is hers. */
export async function tellPrivacy(talk: Talk): Promise<void> {
  talk.topic = 'privacy';
  const { text, action } = talk.heard;
  if (action === null && isBreach(text)) return talk.say('privacy.breach');
  if (action === null && HOW_LONG.test(text)) return talk.say('privacy.how-long', retentionInWords(talk.services.retention));
  await talk.say('privacy');
}

const isBreach = (text: string): boolean => LOST.test(text) || (!ASKS_OF_BOT.test(text) && PASSED_ON.test(text) && HERS.test(text) && TO_OTHERS.test(text));
