import { ZONE } from '../src/domain/calendar';
import { appealDay, nextDeadline } from '../src/domain/letters/appeal-day';
import { appealRuleFor } from '../src/domain/letters/appeal-rule';
import type { LetterBooks, LetterFacts } from '../src/domain/letters/explanation/point';
import { isAnothers } from '../src/domain/letters/explanation/what-it-is';
import type { GlossaryEntry } from '../src/domain/letters/glossary';
import type { LetterReading } from '../src/domain/letters/letter-reading';
import type { LetterMemory } from './letter-memory';
import type { Voice } from './letter-words';
import type { Talk } from './talk';

/** The letter that was talked about, with today and the row of the law it falls under. */
export function factsOf({ content, services }: Talk, letter: LetterMemory): LetterFacts {
  const { reading, quotes, time, received, noticed, told, row } = letter;
  const rule = row === null ? appealRuleFor(reading.legalBasis, content.appealRules, content.laws) : (content.appealRules.find(({ id }) => id === row) ?? null);
  return { reading, quotes, time, received, noticed, told, rule, today: services.now().setZone(ZONE).toISODate() ?? '' };
}

/** What is known beside the letter. */
export const booksOf = ({ content }: Talk): LetterBooks & { readonly glossary: readonly GlossaryEntry[] } => ({
  laws: content.laws, reasons: content.reasons, authorities: content.authorities, glossary: content.glossary, home: content.fact('municipality.name', 'da'),
});

/** Whether a letter is the municipality's own whose adviser this is; one that names no sender may be. */
export const isFromHome = ({ content }: Pick<Talk, 'content'>, authority: string | null): boolean => authority === null || !isAnothers(authority, content.fact('municipality.name', 'da'));

/** The voice of this turn. */
export const voiceOf = ({ content, language, services }: Talk): Voice => ({ content, language, now: services.now().setZone(ZONE) });

/** What goes into a case of the letter talked about: the reading with the last day as she was told it, and the next day to keep. */
export function letterForCase(talk: Talk): { readonly reading: LetterReading; readonly told: boolean; readonly nextDeadline: string | null } | null {
  const { letter } = talk.memory;
  if (letter === null || !letter.explained) return null;
  const facts = factsOf(talk, letter);
  const day = appealDay(facts);
  const deadline = day !== null && day.rests !== 'law' ? day.last : letter.reading.appeal.deadline;
  return { reading: { ...letter.reading, appeal: { ...letter.reading.appeal, deadline } }, told: letter.told, nextDeadline: nextDeadline(facts) };
}
