import type { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import type { JsonObject } from '../json';
import type { OpeningHours } from './opening-hours';
import { closedBecause, weeklyOpenings, channelOf } from './opening-status';

const AHEAD_DAYS = 90;
const schemaDay = (day: string): string => `https://schema.org/${day.charAt(0).toUpperCase()}${day.slice(1)}`;

/** One channel's hours as schema.org data for search engines: the week, and the closed days of the next three months. */
export function openingHoursJsonLd(hours: OpeningHours, channelId: string, from: DateTime): JsonObject {
  const channel = channelOf(hours, channelId);
  const today = from.setZone(ZONE).startOf('day');
  const days = Array.from({ length: AHEAD_DAYS }, (_, ahead) => today.plus({ days: ahead }));
  const closed = days.filter((day) => weeklyOpenings(channel, day).length > 0 && closedBecause(hours, channelId, day.toISODate()) !== null);
  return {
    openingHoursSpecification: channel.weekly.map(({ day, from: opens, to: closes }) => ({ '@type': 'OpeningHoursSpecification', dayOfWeek: schemaDay(day), opens, closes })),
    specialOpeningHoursSpecification: closed.map((day) => ({ '@type': 'OpeningHoursSpecification', validFrom: day.toISODate(), validThrough: day.toISODate(), opens: '00:00', closes: '00:00' })),
  };
}
