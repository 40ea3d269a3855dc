import type { Attachment } from 'botbuilder';
import { DateTime } from 'luxon';
import { ZONE } from '../src/domain/calendar';
import { readDay } from '../src/domain/dates/read-day';
import { readTime, type AskedTime } from '../src/domain/dates/read-time';
import { sayDay, saySpan, sayTime } from '../src/domain/dates/say-day';
import { channelOf, closedBecause, nextOpening, openingsOn, openingStatus, weeklyOpenings, type Opening } from '../src/domain/hours/opening-status';
import { WEEKDAYS } from '../src/domain/hours/opening-hours';
import { tellElsewhere } from './elsewhere-answer';
import type { Talk } from './talk';

/** The ways to reach the adviser that have hours. */
export type Channel = 'phone' | 'consultation';

/** What one may ask beside the hours, and no source tells. */
const BESIDE = /(?<!\p{L})(?:kørestol|handicap|elevator|rampe|parker|toilet|wheelchair|accessib|disabled|parking|lift)/iu;

/** When a channel is open: on the day or in the week that was asked about, else as a rule and just now. */
export async function tellHours(talk: Talk, channel: Channel): Promise<void> {
  talk.topic = `hours.${channel}`;
  if (await tellElsewhere(talk)) return;
  await tellWhen(talk, channel);
  if (talk.heard.action === null && BESIDE.test(talk.heard.text)) await talk.aside('hours.beside', {}, ['contact', 'question']);
}

async function tellWhen(talk: Talk, channel: Channel): Promise<void> {
  const now = talk.services.now().setZone(ZONE);
  const asked = talk.heard.action === null ? readDay(talk.heard.text, now) : null;
  const time = talk.heard.action === null ? readTime(talk.heard.text) : null;
  const today = now.toISODate();
  if (asked?.kind === 'no-such-day' || asked?.kind === 'unknown-days') return talk.say(`hours.${asked.kind}`);
  if (asked?.kind === 'week' && asked.to >= today) return tellWeek(talk, channel, asked.from < today ? today : asked.from, asked.to);
  if (asked?.kind === 'day' && (asked.date > today || (asked.date === today && lies(time, now)))) return tellDay(talk, channel, DateTime.fromISO(asked.date, { zone: ZONE }), time);
  // Of a day that is over, and of none in particular, the rule is told.
  if (asked?.kind !== 'now' && !(asked?.kind === 'day' && asked.date === today)) await talk.say(`hours.${channel}.regular`, { hours: weekInWords(talk, channel) }, { choices: [] });
  await tellNow(talk, channel, now);
}

/** Whether the phone is open at some time on a day, between the minutes if any are given. */
export function isPhoneOpen(talk: Talk, date: string, time: AskedTime | null): boolean {
  const openings = openingsOn(talk.content.hours, 'phone', DateTime.fromISO(date, { zone: ZONE }));
  return openings.some((opening) => time === null || isOpenAt(opening, time));
}

/** Whether the phone is open now, else when it opens: half a sentence for use inside other answers. */
export function reachInWords(talk: Talk): string {
  const { open, closesAt, opensAt } = openingStatus(talk.content.hours, 'phone', talk.services.now());
  if (open && closesAt) return talk.words('reach.open', { closes: sayTime(closesAt, talk.language) });
  return opensAt ? talk.words('reach.closed', { opens: momentInWords(talk, opensAt) }) : talk.words('reach.unknown');
}

/** When and where one can come by without an appointment: a sentence for use inside other answers. */
export function comeByInWords(talk: Talk): string {
  const { open, closesAt, opensAt } = openingStatus(talk.content.hours, 'consultation', talk.services.now());
  if (open && closesAt) return talk.words('come-by.open', { closes: sayTime(closesAt, talk.language) });
  return opensAt ? talk.words('come-by.closed', { opens: momentInWords(talk, opensAt) }) : talk.words('come-by.unknown');
}

async function tellNow(talk: Talk, channel: Channel, now: DateTime): Promise<void> {
  const { open, closesAt, opensAt, closedBecause: reason } = openingStatus(talk.content.hours, channel, now);
  if (open && closesAt) return talk.say(`hours.${channel}.open-now`, { closes: sayTime(closesAt, talk.language) });
  if (reason && opensAt) await sayClosed(talk, channel, 'closed-now-because', { because: reason[talk.language] }, opensAt);
  else await sayClosed(talk, channel, 'closed-now', {}, opensAt);
}

/** Whether a time of today is still to come. */
const lies = (time: AskedTime | null, now: DateTime): boolean => time !== null && time.to > now.hour * 60 + now.minute;

async function tellDay(talk: Talk, channel: Channel, day: DateTime, time: AskedTime | null): Promise<void> {
  const { hours } = talk.content;
  const said = { day: dayInWords(talk, day) };
  const openings = openingsOn(hours, channel, day);
  if (openings.length > 0) {
    const span = openings.map(({ start, end }) => saySpan(start, end, talk.language)).join(', ');
    if (time === null || openings.some((opening) => isOpenAt(opening, time))) return talk.say(`hours.${channel}.open-on`, { ...said, span });
    const at = time.from === time.to ? sayTime(day.startOf('day').set({ hour: Math.floor(time.from / 60), minute: time.from % 60 }), talk.language) : null;
    await talk.say(`hours.${channel}.closed-at`, { ...said, span, time: at === null ? talk.words('hours.that-time') : talk.words('hours.time', { time: capital(at, talk.language) }) }, { choices: [] });
    return talk.say('hours.other-way');
  }
  const next = nextOpening(hours, channel, day)?.start ?? null;
  const reason = weeklyOpenings(channelOf(hours, channel), day).length > 0 ? closedBecause(hours, channel, day.toISODate() ?? '') : null;
  if (reason && next) await sayClosed(talk, channel, 'closed-on-because', { ...said, because: reason[talk.language] }, next);
  else await sayClosed(talk, channel, 'closed-on', said, next);
}

/** Open at the moment asked for, or at some time between. */
function isOpenAt({ start, end }: Opening, { from, to }: AskedTime): boolean {
  const [opens, closes] = [start.hour * 60 + start.minute, end.hour * 60 + end.minute];
  return from === to ? opens <= from && from < closes : from < closes && opens < to;
}

async function tellWeek(talk: Talk, channel: Channel, from: string, to: string): Promise<void> {
  const { hours } = talk.content;
  const first = DateTime.fromISO(from, { zone: ZONE });
  const count = Math.round(DateTime.fromISO(to, { zone: ZONE }).diff(first, 'days').days) + 1;
  const days = Array.from({ length: count }, (_, ahead) => first.plus({ days: ahead }));
  const open = days.some((day) => openingsOn(hours, channel, day).length > 0);
  if (open) return talk.say(`hours.${channel}.week`, { days: days.flatMap((day) => dayLine(talk, channel, day)).join('\n') });
  await sayClosed(talk, channel, 'week-closed', {}, nextOpening(hours, channel, first)?.start ?? null);
}

/** "Tirsdag den 22. december kl. 9-13"; nothing for a day that never has hours. */
function dayLine(talk: Talk, channel: Channel, day: DateTime): string[] {
  const { hours } = talk.content;
  const name = capital(dayInWords(talk, day), talk.language);
  const openings = openingsOn(hours, channel, day);
  if (openings.length > 0) return [`${name} ${openings.map(({ start, end }) => saySpan(start, end, talk.language)).join(', ')}`];
  const reason = closedBecause(hours, channel, day.toISODate() ?? '');
  return reason && weeklyOpenings(channelOf(hours, channel), day).length > 0 ? [talk.words('hours.line.closed', { day: name, because: reason[talk.language] })] : [];
}

/** Says that it is closed, with the next opening as a calendar file, and another way to reach someone. */
async function sayClosed(talk: Talk, channel: Channel, phrase: string, values: Readonly<Record<string, string>>, next: DateTime | null): Promise<void> {
  if (next === null) await talk.say(`hours.${channel}.${'day' in values ? 'closed-on' : 'closed-now'}-unknown`, values, { choices: [] });
  else {
    const sooner = soonerThan(talk, channel, next);
    const opens = sooner === null ? momentInWords(talk, next) : talk.words('hours.sooner', { sooner: momentInWords(talk, sooner), opens: momentInWords(talk, next) });
    await talk.say(`hours.${channel}.${phrase}`, { ...values, opens }, { choices: [], attachments: [calendarOf(talk, channel, sooner ?? next)] });
  }
  await talk.say('hours.other-way');
}

/** The next opening of all, where the day she asked about lies beyond it. */
function soonerThan({ content, services }: Talk, channel: Channel, next: DateTime): DateTime | null {
  const now = services.now().setZone(ZONE);
  const first = nextOpening(content.hours, channel, now)?.start ?? null;
  return first !== null && first > now && first < next ? first : null;
}

/** The file is made when it is fetched; the link names the opening, so that it means the same one tomorrow. */
function calendarOf(talk: Talk, channel: Channel, opening: DateTime): Attachment {
  const query = new URLSearchParams({ channel, from: opening.toUTC().toFormat("yyyy-MM-dd'T'HH:mm'Z'"), lang: talk.language });
  return { contentType: 'text/calendar', name: talk.words('hours.calendar.file'), contentUrl: `${talk.services.publicUrl()}/api/opening-hours/next.ics?${query}` };
}

/** The rule, a line a weekday: "Tirsdag kl. 9-13". */
function weekInWords(talk: Talk, channel: Channel): string {
  const monday = talk.services.now().setZone(ZONE).startOf('week');
  return WEEKDAYS.map((_, ahead) => monday.plus({ days: ahead }))
    .flatMap((day) => {
      const spans = weeklyOpenings(channelOf(talk.content.hours, channel), day).map(({ start, end }) => saySpan(start, end, talk.language));
      return spans.length === 0 ? [] : [`${capital(day.setLocale(talk.language).toFormat('cccc'), talk.language)} ${spans.join(', ')}`];
    })
    .join('\n');
}

const dayInWords = (talk: Talk, day: DateTime): string => sayDay(day, talk.language, talk.services.now());
const momentInWords = (talk: Talk, at: DateTime): string => `${dayInWords(talk, at)} ${talk.language === 'en' ? 'at ' : ''}${sayTime(at, talk.language)}`;
const capital = (text: string, language: string): string => text.charAt(0).toLocaleUpperCase(language) + text.slice(1);
