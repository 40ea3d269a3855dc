import type { Sight } from '../draft';

/** A place in a line of its own. */
const PLACE = /^(?:hvor|sted|mødested|adresse|lokale|where|place|venue)\s*:\s*(.{3,120})$/iu;
const HELD_AT = /(?:mødet|samtalen|besøget|undersøgelsen|prøven|the meeting)[^.]{0,40}(?:foregår|holdes|afholdes|finder sted|er|takes place|will be held|is) (?:i|på|hos|in|at) ([^.]{4,90})\./iu;
/** "kl. 10.15 i Jobcenter Ishøj, Ishøj Store Torv 20, 2. sal.": a place right after the hour. */
const AFTER_THE_HOUR = /(?:kl\.?|klokken|at) ?\d{1,2}(?:[.:]\d{2})?(?: ?(?:-|–|til|to) ?(?:kl\.? ?)?\d{1,2}(?:[.:]\d{2})?)?,? (?:i|på|hos|ved|in|at) (\p{Lu}(?:[^.;!?]|\.(?= ?(?:sal|tv|th|mf|\d)))*?)(?=,? (?:for at|hvor|så |med |om (?!\p{Lu})|to )|\.(?! ?(?:sal|tv|th|mf)(?!\p{L}))(?:\s|$)|[;!?]|$)/u;
/** A place longer than this is more than a place. */
const PLACE_AT_MOST = 120;

/** Where she is to come. */
export function placeOfMeeting({ letter }: Sight): string | null {
  for (const { lines } of letter.blocks) for (const { text } of lines) {
    const place = PLACE.exec(text)?.[1];
    if (place) return place.trim();
  }
  for (const { text } of letter.blocks) {
    const place = (HELD_AT.exec(text) ?? AFTER_THE_HOUR.exec(text))?.[1]?.trim();
    if (place && place.length <= PLACE_AT_MOST) return place;
  }
  return null;
}

/** Eight digits as phone numbers are written. */
const PHONE = /(?<![\d-])(?:\+45 ?)?\d{2} ?\d{2} ?\d{2} ?\d{2}(?![\d-])/gu;
/** What one rings for: to cancel, to ask, to get more time. */
const TO_RING = /(?<!\p{L})(?:afbud|forhindret|ring\p{L}*|kontakt\p{L}*|telefon\p{L}*|tlf|afdrag\p{L}*|spørgsmål|call|phone|contact)(?!\p{L})/iu;

/** The number that the letter itself says to ring: in a sentence that speaks of ringing, else one marked as a phone number. */
export function phoneFor({ letter: { raw, sentences } }: Sight): { readonly start: number; readonly end: number } | null {
  for (const { start, end, zone } of sentences) {
    const text = raw.slice(start, end);
    const number = zone !== 'head' && TO_RING.test(text) ? [...text.matchAll(PHONE)][0] : undefined;
    if (number) return { start: start + number.index, end: start + number.index + number[0].length };
  }
  const marked = [...raw.matchAll(PHONE)].find(({ index }) => /(?:tlf|telefon|phone|ring)\P{L}{0,6}$/iu.test(raw.slice(Math.max(0, index - 16), index)));
  return marked ? { start: marked.index, end: marked.index + marked[0].length } : null;
}
