/**
 * The opening hours once more, by other means: no luxon, Gauss's Easter, wall-clock strings from Intl, and a table of
 * minutes. What both give alike is hardly wrong in both.
 */
const WALL = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Europe/Copenhagen', year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit', hourCycle: 'h23' });

/** Minutes of the day (from, to) by channel and weekday, Sunday 0. */
const TABLE: Readonly<Record<string, Readonly<Record<number, readonly [number, number]>>>> = { phone: { 2: [540, 780], 4: [540, 1020] }, consultation: { 2: [780, 900] } };

/** Gauss's rule with Knuth's corrections, as day number of the year's Easter Sunday in UTC milliseconds. */
function easter(year: number): number {
  const golden = (year % 19) + 1;
  const century = Math.floor(year / 100) + 1;
  const x = Math.floor((3 * century) / 4) - 12;
  const z = Math.floor((8 * century + 5) / 25) - 5;
  const sunday = Math.floor((5 * year) / 4) - x - 10;
  let epact = (11 * golden + 20 + z - x) % 30;
  if (epact < 0) epact += 30;
  if ((epact === 25 && golden > 11) || epact === 24) epact += 1;
  let full = 44 - epact;
  if (full < 21) full += 30;
  const day = full + 7 - ((sunday + full) % 7);
  return day > 31 ? Date.UTC(year, 3, day - 31) : Date.UTC(year, 2, day);
}

const DAY = 86_400_000;
const dayNumber = (date: string): number => Date.parse(`${date}T00:00:00Z`);

function isClosedDay(channel: string, date: string): boolean {
  const monthDay = date.slice(5);
  if (['01-01', '06-05', '12-24', '12-25', '12-26', '12-31'].includes(monthDay)) return true;
  const fromEaster = (dayNumber(date) - easter(Number(date.slice(0, 4)))) / DAY;
  if ([-3, -2, 0, 1, 39, 49, 50].includes(fromEaster)) return true;
  if (date >= '2027-07-12' && date <= '2027-07-30') return true;
  return channel === 'consultation' && date === '2026-10-13';
}

export interface OracleAnswer {
  readonly open: boolean;
  /** Wall-clock time `2026-11-24 13:00`. */
  readonly closesAt: string | null;
  readonly opensAt: string | null;
  readonly closedForAReason: boolean;
}

const clock = (minutes: number): string => `${String(Math.floor(minutes / 60)).padStart(2, '0')}:${String(minutes % 60).padStart(2, '0')}`;

/** The answer for a moment, in milliseconds since 1970. */
export function oracle(channel: string, moment: number): OracleAnswer {
  const wall = WALL.format(moment);
  const date = wall.slice(0, 10);
  const minute = Number(wall.slice(11, 13)) * 60 + Number(wall.slice(14, 16));
  const span = (day: string) => TABLE[channel]?.[new Date(`${day}T00:00:00Z`).getUTCDay()];
  const today = span(date);
  const reason = isClosedDay(channel, date);
  if (today && !reason && minute >= today[0] && minute < today[1]) return { open: true, closesAt: `${date} ${clock(today[1])}`, opensAt: null, closedForAReason: false };
  for (let ahead = 0; ahead < 400; ahead++) {
    const day = new Date(dayNumber(date) + ahead * DAY).toISOString().slice(0, 10);
    const opening = span(day);
    if (opening && !isClosedDay(channel, day) && (ahead > 0 || minute < opening[0])) return { open: false, closesAt: null, opensAt: `${day} ${clock(opening[0])}`, closedForAReason: today !== undefined && reason };
  }
  return { open: false, closesAt: null, opensAt: null, closedForAReason: today !== undefined && reason };
}
