import { WEEKDAY_WORDS } from '../dates/day-words';
import { readDay } from '../dates/read-day';
import { readTime } from '../dates/read-time';
import type { DateTime } from 'luxon';
import { FreeText, PersonName, ShortText } from './answers';
import type { Answers } from './form';
import { readPhoneNumber } from './phone-number';

const NAME = /(?:[Mm]it navn er|[Jj]eg hedder|[Mm]y name is|I am called)\s+(\p{Lu}[\p{L}'’-]*(?:\s+(?:(?:van|von|de|da|el|al|bin)\s+)?\p{Lu}[\p{L}'’-]*){0,3})/u;
const ABOUT = /(?:(?:det )?(?:handler|drejer sig) om|(?:det er )?(?:angående|vedrørende)|it is about|it's about|regarding|concerning)\s+(?:at\s+)?(.+?)(?=[.!?\n]|,?\s+(?:og|and)?\s*(?:mit navn|jeg hedder|mit nummer|my name|my number)|$)/iu;
const DAYS = `(?:i morgen|i overmorgen|i dag|i aften|tomorrow|today|(?:på |næste |on |next )?(?:${WEEKDAY_WORDS.flat().filter((word) => word.length > 5).join('|')}))`;
const PART = String.raw`(?:\s+(?:formiddag|eftermiddag|aften|morgen|morning|afternoon|evening))?`;
const CLOCK = String.raw`(?:,?\s*(?:(?:helst )?(?:kl\.?|klokken|at|efter|før|after|before|mellem|between|fra)\s*)+\d{1,2}(?:[.:]\d{2})?(?:\s?(?:am|pm))?(?:\s*(?:-|og|til|and|to)\s*(?:kl\.?\s*)?\d{1,2}(?:[.:]\d{2})?(?:\s?(?:am|pm))?)?)?`;
const WHEN = new RegExp(String.raw`(?<!\p{L})${DAYS}${PART}${CLOCK}(?!\d)`, 'iu');

/**
 * What a wish to be called tells already: number, name, time and matter, each only where it is said plainly. It is not asked again,
 * and stands in the review.
 *
 * @example readCallback('ring på 22334455 i morgen kl. 10, mit navn er Lis') // { phone: '+4522334455', name: 'Lis', when: 'i morgen kl. 10' }
 */
export function readCallback(text: string): Answers {
  const phone = readPhoneNumber(text);
  const name = PersonName.safeParse(NAME.exec(text)?.[1]).data;
  const when = ShortText.safeParse(WHEN.exec(text)?.[0]).data;
  const about = FreeText.safeParse(ABOUT.exec(text)?.[1]).data;
  return {
    ...(phone.kind === 'valid' ? { phone: phone.e164 } : {}),
    ...(name === undefined ? {} : { name }),
    ...(when === undefined ? {} : { when }),
    ...(about === undefined ? {} : { about }),
  };
}

/** The day and the minutes of it that a wish for a call names, where it names a day; `no-such-day` where there is none such. */
export function wishedTime(when: string, today: DateTime): { readonly date: string; readonly time: ReturnType<typeof readTime> } | 'no-such-day' | null {
  const day = readDay(when, today);
  if (day?.kind === 'no-such-day') return 'no-such-day';
  return day?.kind === 'day' ? { date: day.date, time: readTime(when) } : null;
}
