import { foldWords, saysAny } from '../topics/said-words';
import { countOf } from './day-words';

/** The hours of the day that a message asks about, in minutes from midnight; `to` equals `from` where one moment is meant. */
export interface AskedTime {
  readonly from: number;
  readonly to: number;
}

const HOUR = 60;
const MIDNIGHT = 24 * HOUR;
/** Nobody asks for opening hours at five in the morning: "kl. 2" and "at 5" mean the afternoon. */
const MORNING_FROM = 7;

const NUMBER = String.raw`(\d{1,2})(?:\s?[.:]\s?(\d{2}))?`;
const RANGE = new RegExp(String.raw`(?<![\p{L}\p{N}./-])(?:(?:mellem|between|fra|from)\s+(?:kl\.?\s*|klokken\s+)?|kl\.?\s*|klokken\s+)${NUMBER}\s?(am|pm|a\.m\.|p\.m\.)?\s?(?:-|–|og|and|til|to)\s?(?:kl\.?\s*|klokken\s+)?${NUMBER}\s?(am|pm|a\.m\.|p\.m\.)?(?![\p{L}\p{N}]|[./]\d)`, 'iu');
const CLOCK = new RegExp(String.raw`(?<![\p{L}\p{N}./-])(?:kl\.?|klokken|klokka)\s*${NUMBER}(?!\p{N}|[./]\d)`, 'iu');
const AFTER_WORD = new RegExp(String.raw`(?<!\p{L})(?:at|efter|før|inden|omkring|ved|after|before|by|around)\s+${NUMBER}(?:\s?(am|pm|a\.m\.|p\.m\.))?(?![\p{L}\p{N}]|[./-]\d|\s*(?:dage?|days?|uger?|weeks?|måned|month|år|year|\p{L}{3,}))`, 'iu');
const ENGLISH = new RegExp(String.raw`(?<![\p{N}.:])${NUMBER}\s?(am|pm|a\.m\.|p\.m\.)(?!\p{L})`, 'iu');
const DIGITAL = /(?<![\p{N}.:])([01]?\d|2[0-3]):([0-5]\d)(?![\p{N}:])/u;
const IN_WORDS = /(?<!\p{L})(?:(halv|half past|kvart over|kvart i|quarter past|quarter to) )?(\p{L}+|\d{1,2})(?!\p{L})/gu;
const TURNS: Readonly<Record<string, number>> = { halv: -30, 'half past': 30, 'kvart over': 15, 'kvart i': -15, 'quarter past': 15, 'quarter to': -15 };

/** Parts of a day; the words are folded. "i morgen" is a day, and no part of one. */
const PARTS: readonly (readonly [words: readonly string[], from: number, to: number])[] = [
  [['aften', 'aftenen', 'aftener', 'evening', 'evenings', 'i aften', 'tonight', 'night', 'nat', 'natten'], 18, 24],
  [['eftermiddag', 'eftermiddagen', 'eftermiddage', 'afternoon'], 12, 18],
  [['formiddag', 'formiddagen', 'formiddage'], 8, 12],
  [['om morgenen', 'morgenen', 'tidligt om morgenen', 'in the morning', 'morning', 'early morning'], 6, 10],
  [['middag', 'ved middagstid', 'middagstid', 'noon', 'midday'], 12, 12],
];

/**
 * The time of day that a message asks about; null when it names none.
 *
 * @example readTime('kan jeg ringe på tirsdag kl. halv ni') // { from: 510, to: 510 }
 */
export function readTime(text: string): AskedTime | null {
  const folded = foldWords(text);
  return range(text) ?? moment(text) ?? spoken(folded) ?? part(folded);
}

/** "mellem 14 og 15", "kl. 9-13", "from 2 to 4 pm". */
function range(text: string): AskedTime | null {
  const found = RANGE.exec(text);
  if (!found) return null;
  const half = found[6] ?? found[3];
  const from = minutes(found[1], found[2], found[3] ?? half);
  const to = minutes(found[4], found[5], half);
  return from === null || to === null || to < from ? null : { from, to };
}

function moment(text: string): AskedTime | null {
  const english = ENGLISH.exec(text);
  const found = CLOCK.exec(text) ?? AFTER_WORD.exec(text) ?? (english === null ? DIGITAL.exec(text) : null);
  const at = english ? minutes(english[1], english[2], english[3]) : found ? minutes(found[1], found[2], found[3]) : null;
  return at === null ? null : opened(text, at);
}

/** "klokken ni", "halv ni", "kvart over to"; a bare number in words is no time. */
function spoken(folded: string): AskedTime | null {
  for (const found of folded.matchAll(IN_WORDS)) {
    const [, turn, word = ''] = found;
    const hour = countOf(word);
    if (hour === null || hour < 1 || hour > 24) continue;
    const before = folded.slice(0, found.index).trimEnd();
    if (turn === undefined && !/(?<!\p{L})(?:kl|klokken)$/u.test(before)) continue;
    // "halv ni" is half past eight in Danish.
    const at = minutes(String(hour), undefined, undefined);
    if (at !== null) return opened(folded, at + (turn === undefined ? 0 : (TURNS[turn] ?? 0)));
  }
  return null;
}

function part(folded: string): AskedTime | null {
  const found = PARTS.find(([words]) => saysAny(folded, words));
  return found ? { from: found[1] * HOUR, to: found[2] * HOUR } : null;
}

/** "efter kl. 14" has no end that day, "før kl. 9" no beginning. */
function opened(text: string, at: number): AskedTime {
  if (/(?<!\p{L})(?:efter|after|from)(?!\p{L})/iu.test(text)) return { from: at, to: MIDNIGHT };
  return /(?<!\p{L})(?:før|inden|before)(?!\p{L})/iu.test(text) ? { from: 0, to: at } : { from: at, to: at };
}

function minutes(hour: string | undefined, minute: string | undefined, half: string | undefined): number | null {
  const said = Number(hour ?? NaN);
  const past = Number(minute ?? 0);
  if (!(said >= 0 && said <= 24) || past > 59) return null;
  const pm = half?.toLowerCase().startsWith('p') ?? said < MORNING_FROM;
  const named = pm && said >= 1 && said < 12 ? said + 12 : half?.toLowerCase().startsWith('a') && said === 12 ? 0 : said;
  return named * HOUR + past;
}
