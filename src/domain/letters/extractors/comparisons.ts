import type { Extractor, Finding } from '../finding';
import type { Effect } from '../letter-words';

/** An amount of help in a sentence: what is measured, how much of it, and where in the sentence's words. */
interface Quantity {
  readonly measure: 'money' | 'time' | 'often' | 'days' | 'share' | 'count';
  readonly value: number;
  readonly from: number;
  readonly to: number;
}

const IN_WORDS: Readonly<Record<string, number>> = { en: 1, én: 1, et: 1, ét: 1, to: 2, tre: 3, fire: 4, fem: 5, seks: 6, syv: 7, otte: 8, ni: 9, ti: 10, elleve: 11, tolv: 12, one: 1, two: 2, three: 3, four: 4, five: 5, six: 6, seven: 7, eight: 8, nine: 9, ten: 10 };
const ORDINALS: Readonly<Record<string, number>> = { anden: 2, andet: 2, tredje: 3, fjerde: 4, femte: 5, sjette: 6, second: 2, third: 3, fourth: 4 };
/** How often in four weeks. */
const PER: Readonly<Record<string, number>> = { dag: 28, dagen: 28, dagligt: 28, uge: 4, ugen: 4, ugentligt: 4, måned: 1, måneden: 1, day: 28, week: 4, month: 1 };

const NUMBER = '(\\d{1,3}(?:\\.\\d{3})+(?:,\\d+)?|\\d{1,7}(?:,\\d+)?|en|én|et|ét|to|tre|fire|fem|seks|syv|otte|ni|ti|elleve|tolv|one|two|three|four|five|six|seven|eight|nine|ten)';
const WORD_END = '(?![\\p{L}\\d])';
const TIMES = new RegExp(`(?<![\\p{L}\\d.,])${NUMBER}\\s(?:gang|gange|besøg|times)(?:\\s(?:om|i|a)\\s(dagen|ugen|måneden|day|week|month))?${WORD_END}`, 'giu');
const EVERY = new RegExp(`(?<![\\p{L}\\d])(?:hver|every)\\s(?:(anden|andet|tredje|fjerde|femte|sjette|second|third|fourth|14\\.)\\s)?(dag|uge|måned|day|week|month)${WORD_END}|(?<![\\p{L}\\d])(dagligt|ugentligt)${WORD_END}`, 'giu');
const AMOUNT = new RegExp(`(?<![\\p{L}\\d.,/])(?:DKK\\s${NUMBER}|${NUMBER}\\s?(kr|kroner|timer|time|timers|minutter|minutters|min|procent|pct|%|døgn|dage|dages|weekend|weekender|nætter|overnatninger|ture|kørsler|lektioner|lektioners|moduler|behandlinger|måltider|bleer|klip|weekends|nights|lessons|trips|hours|minutes|percent|days))${WORD_END}`, 'giu');
const MEASURES: readonly (readonly [RegExp, Quantity['measure'], number])[] = [
  [/^(?:kr|kroner)$/iu, 'money', 1], [/^(?:timer?|timers|hours)$/iu, 'time', 60], [/^(?:min|minut)/iu, 'time', 1], [/^(?:procent|pct|%|percent)$/iu, 'share', 1], [/^(?:døgn|dag|day)/iu, 'days', 1],
];

/** What the citizen pays or is taxed by: less of it is to her good. */
const HER_COST = /betaling|husleje|lejen\b|gebyr|takst|prisen|værdi|skat|gæld|restance|afgift|grundskyld/iu;
const ASKED = /(?:søgt|søgte|ansøgt|bedt|bad|ønsket|ønskede|foreslog|foreslået|anmodet|applied|asked|requested)(?!\p{L})/iu;
const GIVES = /(?:får|giver|bevilg\p{L}*|bliver|godkend\p{L}*|dækker|betaler|tildel\p{L}*|yder|imødekom\p{L}*|get|grant\p{L}*|approve\p{L}*)/iu;
const INSTEAD = /(?:i stedet for|frem for|mod|imod|instead of|rather than|hvor du før|hvor i før|hvor de før|ned fra|op fra)(?!\p{L})/iu;
const DENIED = /(?:^|[\s,–-])(?:ikke|not)\s(?:(?:de|dine|jeres|the)\s)?$/iu;
/** How much it counts against cues. */
const CERTAINTY = 5;
/** Refuse that is fetched more often is more, too, and grants nothing. */
const CERTAINTY_OF_MORE = 3;

/** What amounts set beside each other tell: "fra 8 til 5 timer" is less, "10 af de 15 timer" a part of what was asked for. */
export const comparisons: Extractor = (letter) => {
  const found: Finding[] = [];
  let asked: readonly Quantity[] = [];
  let last: Said | null = null;
  for (const { zone, start, end, index, purpose } of letter.sentences) {
    if (zone === 'head' || zone === 'signature' || purpose === 'guidance' || purpose === 'rules' || end - start > LONGEST) {
      asked = [];
      continue;
    }
    const text = letter.raw.slice(start, end).replace(/\s/gu, ' ').replaceAll('kr. ', 'kr  ');
    const all = quantitiesIn(text);
    const effect = compared(text, all) ?? someOfThem(text) ?? givenOf(text, all, asked) ?? besideBefore({ text, all }, last);
    last = { text, all };
    if (effect) found.push({ of: 'effect', effect, title: zone === 'title', start, end, sentence: index, certainty: effect === 'granted' ? CERTAINTY_OF_MORE : CERTAINTY });
    if (all.length > 0 || !ASKED.test(text)) asked = ASKED.test(text) ? all : [];
  }
  return found;
};

interface Said {
  readonly text: string;
  readonly all: readonly Quantity[];
}

const BEFORE = /^(?:\p{L}+ ){0,4}?(?:i dag|før|hidtil|tidligere|indtil nu|førhen|today|until now|so far|previously)(?!\p{L})|^nu\P{L}/iu;

/** "Fra 1. februar ses I hver anden uge. I dag ses I hver uge.": what is now stands in a sentence of its own. */
function besideBefore(now: Said, last: Said | null): Effect | null {
  const [own] = now.all;
  const [other] = last?.all ?? [];
  if (!last || !own || !other || now.all.length !== 1 || last.all.length !== 1 || own.measure !== other.measure || own.value === other.value) return null;
  if (BEFORE.test(now.text)) return changed(now.text, own.value, other.value);
  return BEFORE.test(last.text) ? changed(now.text, other.value, own.value) : null;
}

/** Longer sentences are none. */
const LONGEST = 600;

function quantitiesIn(text: string): Quantity[] {
  const all: Quantity[] = [];
  for (const match of text.matchAll(TIMES)) all.push({ measure: 'often', value: numberOf(match[1]) * (PER[(match[2] ?? '').toLowerCase()] ?? 4), from: match.index, to: match.index + match[0].length });
  for (const match of text.matchAll(EVERY)) all.push({ measure: 'often', value: everyOf(match), from: match.index, to: match.index + match[0].length });
  for (const match of text.matchAll(AMOUNT)) {
    const [measure, factor] = measureOf(match[3]);
    if (!all.some(({ from, to }) => match.index < to && match.index + match[0].length > from)) all.push({ measure, value: numberOf(match[1] ?? match[2]) * factor, from: match.index, to: match.index + match[0].length });
  }
  // "hver tredje uge i stedet for hver anden", "40 minutter i stedet for 55": the second goes without.
  for (const match of text.matchAll(INSTEAD_BARE)) {
    const from = match.index + match[0].length - (match[1] ?? match[2] ?? '').length;
    const before = all.findLast(({ to }) => to <= match.index + 1);
    if (!before || before.measure === 'count' || all.some((each) => from >= each.from && from < each.to)) continue;
    const value = match[1] === undefined ? numberOf(match[2]) * unitFactor(text, before) : 4 / (ORDINALS[match[1].toLowerCase()] ?? 1);
    if ((match[1] === undefined) !== (before.measure === 'often')) all.push({ measure: before.measure, value, from, to: match.index + match[0].length });
  }
  // "fra 8 til 5 timer": the first goes without its unit.
  for (const match of text.matchAll(BARE)) {
    const next = all.find(({ from }) => from > match.index && from - match.index < match[0].length + 4);
    if (next && !all.some(({ from, to }) => match.index >= from && match.index < to)) all.push({ measure: next.measure, value: numberOf(match[1]) * unitFactor(text, next), from: match.index, to: match.index + (match[1] ?? '').length });
  }
  return all.toSorted((a, b) => a.from - b.from);
}

const INSTEAD_BARE = new RegExp(`(?:i stedet for|frem for|mod|instead of|ikke|not)\\s(?:(?:de|dine|jeres|the)\\s)?(?:(?:hver|every)\\s(anden|andet|tredje|fjerde|femte|sjette|second|third|fourth)|${NUMBER})(?=[.,;]|\\s(?:før|tidligere|som|du|i|hidtil|before|as|that|you)(?!\\p{L})|$)`, 'giu');
const BARE = new RegExp(`(?<=(?<!\\p{L})(?:fra|from|af|kun)\\s)${NUMBER}(?=\\s(?:til|ned til|op til|to|af de|af dine|ud af)\\s)`, 'giu');

const unitFactor = (text: string, { from, to, measure }: Quantity): number => (measure === 'time' && /time|hour/iu.test(text.slice(from, to)) ? 60 : measure === 'often' ? 4 : 1);
const numberOf = (written = ''): number => IN_WORDS[written.toLowerCase()] ?? (Number(written.replaceAll('.', '').replace(',', '.')) || 0);

function everyOf(match: RegExpMatchArray): number {
  const unit = (match[2] ?? match[3] ?? '').toLowerCase();
  const each = (match[1] ?? '').toLowerCase();
  return each === '14.' ? 2 : (PER[unit] ?? 4) / (ORDINALS[each] ?? 1);
}

function measureOf(unit: string | undefined): readonly [Quantity['measure'], number] {
  if (unit === undefined) return ['money', 1];
  const known = MEASURES.find(([pattern]) => pattern.test(unit));
  return known ? [known[1], known[2]] : ['count', 1];
}

/** Two like amounts in one sentence, and the words that set them against each other. */
function compared(text: string, all: readonly Quantity[]): Effect | null {
  for (const [at, first] of all.entries()) {
    const second = all.slice(at + 1).find(({ measure }) => measure === first.measure);
    if (!second || first.value === second.value || second.from - first.to > 70) continue;
    const before = text.slice(Math.max(0, first.from - 30), first.from);
    const between = text.slice(first.to, second.from);
    const askedFirst = ASKED.test(text.slice(0, first.from));
    if (/(?:fra|from)\s(?:DKK\s)?$/iu.test(before) && /^.{0,45}?(?:til|to)\s(?:kun\s)?$/iu.test(between)) return changed(text, first.value, second.value);
    if (/(?:^|\s)(?:af|ud af)\s(?:de|dine|jeres|deres|det)?\s?(?:ansøgte\s|søgte\s)?$/iu.test(between)) return first.value < second.value ? 'partly-granted' : null;
    if (/(?:i stedet for|instead of)\s(?:kun\s)?$/iu.test(before) && !INSTEAD.test(between)) return changed(text, first.value, second.value);
    // "8 timer, ikke de 15, du søgte om": what is denied tells only where it was asked for.
    if (DENIED.test(between)) return first.value < second.value && ASKED.test(text) ? 'partly-granted' : null;
    if (INSTEAD.test(between)) {
      if (first.value < second.value && ASKED.test(text)) return 'partly-granted';
      return changed(text, second.value, first.value);
    }
    if (askedFirst && GIVES.test(between) && second.value < first.value) return 'partly-granted';
  }
  return null;
}

/** "Vi fandt 214 dokumenter, og du får 197 af dem": a part. */
function someOfThem(text: string): Effect | null {
  const part = OF_THEM.exec(text);
  if (!part || !GIVES.test(text)) return null;
  const given = numberOf(part[1]);
  return [...text.slice(0, part.index).matchAll(COUNTED)].some(([, whole]) => numberOf(whole) > given) ? 'partly-granted' : null;
}

const OF_THEM = new RegExp(`(?<![\\p{L}\\d.,])${NUMBER}\\s(?:af|ud af|of)\\s(?:dem|disse|these|them)${WORD_END}`, 'iu');
const COUNTED = new RegExp(`(?<![\\p{L}\\d.,])${NUMBER}\\s\\p{L}{4}`, 'giu');

function changed(text: string, old: number, fresh: number): Effect | null {
  const less = fresh < old;
  if (HER_COST.test(text)) return less ? 'granted' : null;
  return less ? 'reduced' : 'granted';
}

/** "Du bad om 6 timer. Det bliver til 3.": less than what the sentence before asked for. */
function givenOf(text: string, all: readonly Quantity[], asked: readonly Quantity[]): Effect | null {
  if (asked.length !== 1 || all.length !== 1 || !GIVES.test(text) || ASKED.test(text)) return null;
  const [want] = asked;
  const [get] = all;
  return want && get && want.measure === get.measure && get.value < want.value ? 'partly-granted' : null;
}
