import type { DateTime } from 'luxon';
import { openingHoursJsonLd } from '../domain/hours/json-ld';
import { WEEKDAYS, type OpeningHours } from '../domain/hours/opening-hours';
import { channelOf, openingStatus } from '../domain/hours/opening-status';
import type { JsonObject } from '../domain/json';
import type { Language } from '../domain/language';
import type { HoursInWords, PageContent, PageFacts } from './page-html';

/** The hours as they stand at a moment, in words and for search engines. */
export function pageFacts(content: PageContent & { readonly hours: OpeningHours }, language: Language, at: DateTime): PageFacts {
  const inWords = (channel: string): HoursInWords => ({
    now: nowInWords(content, channel, language, at),
    week: channelOf(content.hours, channel).weekly.map(({ day, from, to }) => `${weekday(day, language, at)} ${time(from, language)}–${time(to, language)}`),
  });
  return { phone: inWords('phone'), consultation: inWords('consultation'), jsonLd: officeJsonLd(content, language, at) };
}

function nowInWords(content: PageContent & { readonly hours: OpeningHours }, channel: string, language: Language, at: DateTime): string {
  const say = (id: string, values: Readonly<Record<string, string>>) => content.say(`page.${id}`, language, values).bubbles.join(' ');
  const clock = (moment: DateTime) => time(moment.toFormat('HH:mm'), language);
  const { open, closesAt, opensAt, closedBecause } = openingStatus(content.hours, channel, at);
  if (open) return closesAt === null ? '' : say('open-now', { time: clock(closesAt) });
  const because = closedBecause === null ? [] : [say('closed-because', { name: closedBecause[language] })];
  const next = opensAt === null ? [] : [say('closed-now', { day: opensAt.setLocale(language).toFormat(language === 'da' ? "cccc 'den' d. LLLL" : 'cccc d LLLL'), time: clock(opensAt) })];
  return [...because, ...next].join(' ');
}

/** "Tirsdag", "Tuesday": the name of a day as it begins a line. */
function weekday(day: (typeof WEEKDAYS)[number], language: Language, at: DateTime): string {
  const name = at.plus({ days: WEEKDAYS.indexOf(day) + 1 - at.weekday }).setLocale(language).toFormat('cccc');
  return name.charAt(0).toLocaleUpperCase(language) + name.slice(1);
}

/** "09:00" as it is written: 9.00 in Danish, 9:00 in English. */
function time(written: string, language: Language): string {
  return written.replace(/^0/, '').replace(':', language === 'da' ? '.' : ':');
}

function officeJsonLd(content: PageContent & { readonly hours: OpeningHours }, language: Language, at: DateTime): JsonObject {
  const fact = (key: string) => content.fact(key, language);
  const phone = openingHoursJsonLd(content.hours, 'phone', at);
  return {
    '@context': 'https://schema.org',
    '@type': 'GovernmentOffice',
    name: fact('adviser.title'),
    parentOrganization: { '@type': 'GovernmentOrganization', name: fact('municipality.name') },
    address: fact('adviser.address'),
    email: fact('adviser.email'),
    telephone: fact('adviser.phone'),
    ...openingHoursJsonLd(content.hours, 'consultation', at),
    contactPoint: {
      '@type': 'ContactPoint',
      telephone: fact('adviser.phone'),
      hoursAvailable: [...list(phone['openingHoursSpecification']), ...list(phone['specialOpeningHoursSpecification'])],
    },
  };
}

function list(value: JsonObject[string] | undefined): JsonObject[string][] {
  return Array.isArray(value) ? value : [];
}
