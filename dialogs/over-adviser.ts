import type { Talk } from './talk';

/** A complaint that is of the adviser's own doing, not one that goes to the adviser. */
const OVER_ADVISER = /(?<!\p{L})(?:klage[nrs]?|klagede|utilfreds|complain\p{L}*|complaint) (?:\p{L}+ ){0,2}?(?:over|på|med|about|against) (?:jeres |selve |the )?(?:borgerrådgiver\p{L}*|rådgiveren|citizens'? adviser|adviser|ombudsman)(?!\p{L})/iu;

/** Whoever complains of the adviser is told who would read it here, before she writes it. False when she complains of another. */
export async function tellOverAdviser(talk: Talk): Promise<boolean> {
  if (talk.heard.action !== null || !OVER_ADVISER.test(talk.heard.text)) return false;
  talk.topic = 'complaint.start';
  await talk.say('complaint.over-adviser');
  return true;
}
