import type { Attachment } from 'botbuilder';
import { ZONE } from '../src/domain/calendar';
import type { Talk } from './talk';

/** The last day as a file for her own calendar, made when it is fetched, from the day alone; none for a day that is over. */
export function lastDayFile(talk: Talk, day: string): Attachment[] {
  const { services, language } = talk;
  if (day < (services.now().setZone(ZONE).toISODate() ?? '')) return [];
  const query = new URLSearchParams({ day, lang: language });
  return [{ contentType: 'text/calendar', name: talk.words('letter.calendar.file'), contentUrl: `${services.publicUrl()}/api/appeal-day.ics?${query}` }];
}
