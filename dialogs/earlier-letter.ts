import { ZONE } from '../src/domain/calendar';
import { appealDay } from '../src/domain/letters/appeal-day';
import { factsOf } from './letter-facts';
import type { Talk } from './talk';

/** Keeps the last day of the letter talked about till now: the next one has a day of its own, and one may not pass for the other. */
export function keepEarlierDay(talk: Talk): void {
  const { letter } = talk.memory;
  const day = letter?.explained ? (appealDay(factsOf(talk, letter))?.last ?? null) : null;
  const today = talk.services.now().setZone(ZONE).toISODate() ?? '';
  if (day !== null && day >= today) talk.memory.earlierDay = day;
}

/** Beside the last day of the letter in hand: of which letter it is, and the day of the one before. */
export async function tellEarlierDay(talk: Talk): Promise<void> {
  const { earlierDay, letter } = talk.memory;
  if (earlierDay === null || letter === null) return;
  const { letterDate } = letter.reading;
  await (letterDate === null ? talk.say('letter.earlier-day', { day: talk.day(earlierDay) }, { choices: [] }) : talk.say('letter.earlier-day.dated', { day: talk.day(earlierDay), date: talk.day(letterDate) }, { choices: [] }));
}
