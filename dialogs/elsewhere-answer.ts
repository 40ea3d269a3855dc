import { findInDirectory } from '../src/domain/directory/find-in-directory';
import { sayDepartments } from './department-words';
import type { Talk } from './talk';

/** The adviser and the one who answers here, or the library where the adviser sits: their hours are known. */
const OURS = /rådgiv|advis|(?<!\p{L})(?:(?:har|er|kan|åbner|lukker|holder|svarer|træffer) (?:i|du)(?! (?:dag|morgen|aften|nat|overmorgen|weekend\p{L}*|uge\p{L}*|jule\p{L}*|påske\p{L}*|næste))|jer|jeres|din|dig|you|your|bibliotek\p{L}*|kulturium|library)(?!\p{L})/iu;
/** The municipality as such, not a part of it. */
const MUNICIPALITY = /(?<!\p{L})(?:kommunen|kommunens|rådhuset|rådhusets|omstillingen|town hall|the municipality)(?!\p{L})/iu;
const ASKS_NUMBER = /(?<!\p{L})(?:telefonen til|nummer\p{L}*|telefonnummer\p{L}*|number)(?!\p{L})/iu;
/** Of this the hours are asked; more than that is a matter. */
const ASKS_HOURS = /(?<!\p{L})(?:åben|åbent|åbner|åbning\p{L}*|lukke[rt]?|lukket|telefontid\p{L}*|træffetid\p{L}*|open|opens|opening|closed?|closes|hours)(?!\p{L})/iu;
/** What stands for a place that has hours; a matter is no place ("hvornår kan jeg ringe om min pension"). */
const NAME_WEIGHT = 2.5;

/** The hours or the number of another office: those aren't known here, and hers are none of the adviser's. False when none is named. */
export async function tellElsewhere(talk: Talk): Promise<boolean> {
  const { heard: { text, action }, content } = talk;
  if (action !== null || OURS.test(text)) return false;
  const [named] = findInDirectory(text, content.departments);
  const isMunicipality = MUNICIPALITY.test(text);
  if (!isMunicipality && (named === undefined || named.score < NAME_WEIGHT)) return false;
  if (!isMunicipality && ASKS_NUMBER.test(text)) return sayDepartments(talk);
  await talk.say('hours.elsewhere');
  return true;
}

/** The same where her words ask for hours, and are taken for a question of who deals with a thing. */
export const tellHoursElsewhere = async (talk: Talk): Promise<boolean> => ASKS_HOURS.test(talk.heard.text) && tellElsewhere(talk);
