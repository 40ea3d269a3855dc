/**
 * The last day of a time limit, reckoned another way than the code does: days since 1970 as whole numbers, Easter by Gauss, weekdays by
 * remainder, holidays as offsets from Easter. Nothing of src is used.
 */
const DAY = 86_400_000;

const numberOf = (iso: string): number => Date.parse(`${iso}T00:00:00Z`) / DAY;
const isoOf = (day: number): string => new Date(day * DAY).toISOString().slice(0, 10);

/** Easter Sunday by the rule of Gauss (with his two exceptions), as a day number. */
function easter(year: number): number {
  const [a, b, c] = [year % 19, year % 4, year % 7];
  const k = Math.floor(year / 100);
  const p = Math.floor((13 + 8 * k) / 25);
  const q = Math.floor(k / 4);
  const m = (15 - p + k - q) % 30;
  const n = (4 + k - q) % 7;
  const d = (19 * a + m) % 30;
  const e = (2 * b + 4 * c + 6 * d + n) % 7;
  let day = 22 + d + e;
  if (d === 29 && e === 6) day = 50;
  if (d === 28 && e === 6 && a > 10) day = 49;
  return numberOf(`${year}-03-01`) + day - 1;
}

function isOff(day: number): boolean {
  const weekday = (((day + 4) % 7) + 7) % 7; // 1 January 1970 was a Thursday; 0 is Sunday.
  if (weekday === 0 || weekday === 6) return true;
  const iso = isoOf(day);
  if (['01-01', '12-25', '12-26'].includes(iso.slice(5))) return true;
  const from = day - easter(Number(iso.slice(0, 4)));
  return [-3, -2, 0, 1, 39, 49, 50].includes(from);
}

export function oracleLastDay(from: string, unit: 'days' | 'weeks' | 'months', count: number): string {
  let day: number;
  if (unit === 'months') {
    const [year = 0, month = 0, date = 0] = from.split('-').map(Number);
    const index = year * 12 + (month - 1) + count;
    const last = new Date(Date.UTC(Math.floor(index / 12), (index % 12) + 1, 0)).getUTCDate();
    day = numberOf(`${Math.floor(index / 12)}-${String((index % 12) + 1).padStart(2, '0')}-${String(Math.min(date, last)).padStart(2, '0')}`);
  } else day = numberOf(from) + count * (unit === 'weeks' ? 7 : 1);
  while (isOff(day)) day++;
  return isoOf(day);
}
