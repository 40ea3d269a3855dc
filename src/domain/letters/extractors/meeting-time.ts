import type { Extractor, Finding } from '../finding';

/** A day with an hour: "tirsdag den 29. september 2026 kl. 13.15". */
const DAY_AND_HOUR = /(?<!\p{L})(?:mandag|tirsdag|onsdag|torsdag|fredag|lørdag|søndag|monday|tuesday|wednesday|thursday|friday|i morgen|(?=den\s\d))(?:\s?(?:den|d\.)?\s?\d{1,2}\.?\s?(?:\p{L}{3,9}|\/\s?\d{1,2})?(?:\s\d{4})?)?[\s,]{1,3}(?:kl\.?|klokken|at)\s?\d{1,2}/giu;
/** What makes it no time to come: a last moment, opening hours, what was, what is shut. */
const NO_MEETING = /(?:senest|inden|frist\p{L}*|før|åb\p{L}*|telefontid|telefonen|hverdag\p{L}*|til og med|efter|by|before|than|mellem)\P{L}{0,3}(?:\p{L}+\s){0,2}$/iu;
const ELSE = /(?:lukke|spærre|afbryde|parker|åben|åbningstid|holdt|var |blev |senest|telefontid|frist|slukke|vandet|strømmen)/iu;
/** Less than the words of an invitation, enough beside nothing else. */
const CERTAINTY = 3;

/** A time and place named for the citizen to be at tells an invitation, whatever it is called. */
export const meetingTime: Extractor = (letter) => {
  const found: Finding[] = [];
  for (const { zone, start, end, index, purpose } of letter.sentences) {
    if (zone === 'head' || zone === 'signature' || purpose === 'guidance' || end - start > 600) continue;
    const text = letter.raw.slice(start, end).replace(/\s/gu, ' ');
    if (ELSE.test(text)) continue;
    for (const match of text.matchAll(DAY_AND_HOUR)) {
      if (NO_MEETING.test(text.slice(0, match.index))) continue;
      found.push({ of: 'kind', kind: 'invitation', title: false, start: start + match.index, end: start + match.index + match[0].length, sentence: index, certainty: CERTAINTY });
    }
  }
  return found;
};
