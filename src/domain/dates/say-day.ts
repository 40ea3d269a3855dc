import type { DateTime } from 'luxon';
import { ZONE } from '../calendar';
import type { Language } from '../language';

/**
 * A day in words; the year only where it is not the current one.
 *
 * @example sayDay(thursday, 'da', now) // 'torsdag den 26. november'
 */
export function sayDay(day: DateTime, language: Language, now: DateTime): string {
  const here = day.setZone(ZONE);
  const year = here.year === now.setZone(ZONE).year ? '' : ` ${here.year}`;
  return language === 'da'
    ? `${here.setLocale('da').toFormat("cccc 'den' d. LLLL")}${year}`
    : `${here.setLocale('en-GB').toFormat('cccc d LLLL')}${year}`;
}

/**
 * A time of day as it is read aloud.
 *
 * @example sayTime(at, 'da') // 'kl. 9' or 'kl. 9.30'; in English '9:00'
 */
export function sayTime(at: DateTime, language: Language): string {
  const here = at.setZone(ZONE);
  if (language === 'en') return here.toFormat('H:mm');
  return here.minute === 0 ? `kl. ${here.toFormat('H')}` : `kl. ${here.toFormat('H.mm')}`;
}

/** From one time to another: "kl. 9-13", "9:00 to 13:00". */
export function saySpan(start: DateTime, end: DateTime, language: Language): string {
  return language === 'da' ? `${sayTime(start, 'da')}-${sayTime(end, 'da').replace('kl. ', '')}` : `${sayTime(start, 'en')} to ${sayTime(end, 'en')}`;
}
