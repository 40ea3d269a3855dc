import { sectionsAsked } from '../src/domain/letters/explanation/which-law';
import type { Point } from '../src/domain/letters/explanation/point';
import type { Talk } from './talk';

/** More words than this are a story in which a section is named on the way. */
const WORDS_AT_MOST = 14;
const CITES = /§|(?<!\p{L})(?:paragraf|artikel|section|article)(?!\p{L})/iu;
/** What a section says is asked: not how to appeal, nor by when. */
const ASKS_CONTENT = /(?<!\p{L})(?:betyder|betyde|menes|siger|står der|handler|går|dækker|indeholder|forklare?|hvad er|mean|means|say|says|about|explain|what is|what's)(?!\p{L})/iu;
const ASKS_ELSE = /(?<!\p{L})(?:klage\p{L}*|anke\p{L}*|frist\p{L}*|afslag\p{L}*|appeal\p{L}*|complain\p{L}*|deadline|refus\p{L}*)(?!\p{L})/iu;

/** What there is to say of the sections of law that a message asks the meaning of; null when it asks of none. */
export function sectionQuestion({ heard: { text, action }, content, services }: Talk): Point[] | null {
  if (action !== null || text.split(/\s+/).length > WORDS_AT_MOST || !CITES.test(text) || !ASKS_CONTENT.test(text) || ASKS_ELSE.test(text)) return null;
  const points = sectionsAsked(services.readLetter(text, {}).reading.legalBasis, content.laws);
  return points.length === 0 ? null : points;
}
