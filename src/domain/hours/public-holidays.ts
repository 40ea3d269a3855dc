import { DateTime } from 'luxon';
import { ZONE } from '../calendar';

/** A day's name in both languages. */
export interface NamedDay {
  readonly da: string;
  readonly en: string;
}

/** Days with a fixed date, as month-day. */
const FIXED: Readonly<Record<string, NamedDay>> = {
  '01-01': { da: 'nytårsdag', en: "New Year's Day" },
  '12-25': { da: 'juledag', en: 'Christmas Day' },
  '12-26': { da: '2. juledag', en: 'the second day of Christmas' },
};

/** Days counted from Easter Sunday. */
const FROM_EASTER: Readonly<Record<number, NamedDay>> = {
  [-3]: { da: 'skærtorsdag', en: 'Maundy Thursday' },
  [-2]: { da: 'langfredag', en: 'Good Friday' },
  0: { da: 'påskedag', en: 'Easter Sunday' },
  1: { da: '2. påskedag', en: 'Easter Monday' },
  39: { da: 'Kristi himmelfartsdag', en: 'Ascension Day' },
  49: { da: 'pinsedag', en: 'Whit Sunday' },
  50: { da: '2. pinsedag', en: 'Whit Monday' },
};

/** Store bededag: a holiday up to 2023, abolished from 1 January 2024 (lov 214/2023, BEK 270/2023 § 1). */
const PRAYER_DAY = { fromEaster: 26, lastYear: 2023, name: { da: 'store bededag', en: 'Great Prayer Day' } } as const;

/** Easter Sunday by the Gregorian rule (computus of Meeus, Jones and Butcher). */
export function easterSunday(year: number): DateTime {
  const a = year % 19;
  const b = Math.floor(year / 100);
  const c = year % 100;
  const d = Math.floor(b / 4);
  const f = Math.floor((b + 8) / 25);
  const g = Math.floor((b - f + 1) / 3);
  const h = (19 * a + b - d - g + 15) % 30;
  const l = (32 + 2 * (b % 4) + 2 * Math.floor(c / 4) - h - (c % 4)) % 7;
  const m = Math.floor((a + 11 * h + 22 * l) / 451);
  const n = h + l - 7 * m + 114;
  return DateTime.fromObject({ year, month: Math.floor(n / 31), day: (n % 31) + 1 }, { zone: ZONE });
}

const yearly = new Map<number, ReadonlyMap<string, NamedDay>>();

/** The public holidays of a year, by ISO date. */
export function publicHolidays(year: number): ReadonlyMap<string, NamedDay> {
  const known = yearly.get(year);
  if (known) return known;
  const easter = easterSunday(year);
  const moving = year <= PRAYER_DAY.lastYear ? { ...FROM_EASTER, [PRAYER_DAY.fromEaster]: PRAYER_DAY.name } : FROM_EASTER;
  const days = new Map<string, NamedDay>([
    ...Object.entries(FIXED).map(([monthDay, name]) => [`${year}-${monthDay}`, name] as const),
    ...Object.entries(moving).map(([offset, name]) => [easter.plus({ days: Number(offset) }).toISODate(), name] as const),
  ]);
  yearly.set(year, days);
  return days;
}

/** The name of the public holiday on an ISO date; null on any other day. */
export const holidayOn = (date: string): NamedDay | null => publicHolidays(Number(date.slice(0, 4))).get(date) ?? null;
