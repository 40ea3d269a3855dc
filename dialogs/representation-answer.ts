import type { Talk } from './talk';

/** To record what is said is no matter of who comes along, though both are asked of the same meeting. */
const RECORDS = /(?<!\p{L})(?:lyd|video)?(?:optage[rs]?|optag|optagelse\p{L}*|filme[rs]?|diktafon|record|recording|tape)(?!\p{L})/iu;
const TALKS = /(?<!\p{L})(?:møde\p{L}*|samtale\p{L}*|opkald\p{L}*|telefon\p{L}*|det|meeting|conversation|call|it)(?!\p{L})/iu;

/** Who may come along and who may act for her; whether she may record a meeting is not known here. */
export async function tellRepresentation(talk: Talk): Promise<void> {
  const { text, action } = talk.heard;
  const records = action === null && RECORDS.test(text) && TALKS.test(text);
  await talk.say(records ? 'rights.recording' : 'rights.representation');
}
