import type { Evidence } from './read-letter';

/** What a marked place of a letter shows. */
export type Mark = 'outcome' | 'reasons' | 'law' | 'deadline' | 'appeal' | 'action' | 'case-number' | 'date';

/** By the fields that rest on it. */
const MARKS: readonly (readonly [field: RegExp, mark: Mark])[] = [
  [/^outcome|^has\.decision|^decisions/, 'outcome'],
  [/^has\.reasons/, 'reasons'],
  [/^legalBasis|^has\.legalBasis/, 'law'],
  [/^appeal\.deadline/, 'deadline'],
  [/^appeal\.|^has\.appealGuidance/, 'appeal'],
  [/^action/, 'action'],
  [/^caseNumber/, 'case-number'],
  [/^letterDate/, 'date'],
];

/** A stretch of the letter, and what it shows; null: nothing in particular. */
export interface Stretch {
  readonly text: string;
  readonly mark: Mark | null;
}

/** The letter cut into stretches with the places marked that the reading rests on; of places that overlap, the shorter one. */
export function markLetter(text: string, evidence: readonly Evidence[]): Stretch[] {
  const places = evidence
    .flatMap(({ field, start, end }) => {
      const mark = MARKS.find(([pattern]) => pattern.test(field))?.[1];
      return mark !== undefined && start < end && end <= text.length ? [{ start, end, mark }] : [];
    })
    .sort((a, b) => a.end - a.start - (b.end - b.start));
  const apart: typeof places = [];
  for (const place of places) if (!apart.some(({ start, end }) => place.start < end && start < place.end)) apart.push(place);
  apart.sort((a, b) => a.start - b.start);
  const stretches: Stretch[] = [];
  let at = 0;
  for (const { start, end, mark } of apart) {
    if (start > at) stretches.push({ text: text.slice(at, start), mark: null });
    stretches.push({ text: text.slice(start, end), mark });
    at = end;
  }
  if (at < text.length) stretches.push({ text: text.slice(at), mark: null });
  return stretches;
}
