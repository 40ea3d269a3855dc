import { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import { WEEKDAYS, type ChannelHours, type OpeningHours } from './opening-hours';
import { holidayOn, type NamedDay } from './public-holidays';

/** How far ahead an opening is looked for: a closure of a year would be the end of the service. */
const HORIZON_DAYS = 400;

/** One opening on one day. Open at `start`, closed at `end`. */
export interface Opening {
  readonly start: DateTime;
  readonly end: DateTime;
}

/** Whether a channel is open at a moment, and what comes next (contract § 2). */
export interface OpeningStatus {
  readonly open: boolean;
  readonly closesAt: DateTime | null;
  readonly opensAt: DateTime | null;
  readonly closedBecause: NamedDay | null;
}

/** A channel's hours. @throws RangeError for a channel that the content does not know */
export function channelOf(hours: OpeningHours, id: string): ChannelHours {
  const channel = hours.channels.find((each) => each.id === id);
  if (!channel) throw new RangeError(`The opening hours know no channel ${id}.`);
  return channel;
}

/** Why a channel is closed on a day on which it might be open: holiday, day closed each year, announced closure. */
export function closedBecause(hours: OpeningHours, channelId: string, date: string): NamedDay | null {
  const yearly = hours.closedDays.find(({ monthDay }) => monthDay === date.slice(5))?.name;
  const closure = hours.closures.find(({ from, to, channels }) => from <= date && date <= to && (channels === undefined || channels.includes(channelId)))?.reason;
  return holidayOn(date) ?? yearly ?? closure ?? null;
}

/** The openings that the weekly hours give a day, whether or not it is closed for a reason. */
export function weeklyOpenings(channel: ChannelHours, day: DateTime): Opening[] {
  const date = day.setZone(ZONE);
  const name = WEEKDAYS[date.weekday - 1];
  return channel.weekly
    .filter((opening) => opening.day === name)
    .map(({ from, to }) => ({ start: at(date, from), end: at(date, to) }))
    .sort((a, b) => a.start.toMillis() - b.start.toMillis());
}

/** The openings of a day; none when it is closed for a reason. */
export function openingsOn(hours: OpeningHours, channelId: string, day: DateTime): Opening[] {
  return closedBecause(hours, channelId, day.setZone(ZONE).toISODate()) === null ? weeklyOpenings(channelOf(hours, channelId), day) : [];
}

/** The first opening that begins after `moment`, over holidays and closures; null when none is announced. */
export function nextOpening(hours: OpeningHours, channelId: string, moment: DateTime): Opening | null {
  const today = moment.setZone(ZONE).startOf('day');
  for (let ahead = 0; ahead <= HORIZON_DAYS; ahead++) {
    const opening = openingsOn(hours, channelId, today.plus({ days: ahead })).find(({ start }) => start > moment);
    if (opening) return opening;
  }
  return null;
}

/** Whether a channel is open at `moment`; `closedBecause` only where it would have been open that day. */
export function openingStatus(hours: OpeningHours, channelId: string, moment: DateTime): OpeningStatus {
  const here = moment.setZone(ZONE);
  const current = openingsOn(hours, channelId, here).find(({ start, end }) => start <= here && here < end);
  if (current) return { open: true, closesAt: current.end, opensAt: null, closedBecause: null };
  const wouldOpen = weeklyOpenings(channelOf(hours, channelId), here).length > 0;
  return {
    open: false,
    closesAt: null,
    opensAt: nextOpening(hours, channelId, here)?.start ?? null,
    closedBecause: wouldOpen ? closedBecause(hours, channelId, here.toISODate()) : null,
  };
}

/** A time of day on a day, by the wall clock: 09:00 stays 09:00 on the days on which the clocks change. */
function at(day: DateTime, time: string): DateTime {
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  return day.set({ hour, minute, second: 0, millisecond: 0 });
}
