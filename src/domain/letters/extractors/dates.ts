import { DateTime } from 'luxon';
import type { Extractor, Finding } from '../finding';
import { foldWord } from '../fold-word';
import type { Token } from '../letter-tokens';
import type { SeenLetter } from '../seen-letter';

/** Days as letters write them: "5. oktober 2026", "den 5. okt. '26", "den femte oktober 2026", "05-10-2026", "5/10-26", "5/10 26", "2026-10-05", "5 October 2026", "October 5th, 2026"; without a year too. */
export const dates: Extractor = (letter) => {
  const found: Finding[] = [];
  for (const sentence of letter.sentences) {
    const { tokens } = sentence;
    for (let at = 0; at < tokens.length; at++) {
      const date = numericDate(tokens, at) ?? namedDate(tokens, at, letter) ?? englishDate(tokens, at, letter) ?? monthEnd(tokens, at, letter);
      if (!date) continue;
      const first = tokens[at];
      const last = tokens[date.to - 1];
      if (!first || !last) continue;
      const iso = date.year === null ? null : isoOf(date.year, date.month, date.day);
      if (date.year !== null && iso === null) continue;
      const { day, month, year } = date;
      found.push({ of: 'date', day, month, year, iso, start: first.start, end: last.end, sentence: sentence.index, certainty: year === null ? 0.5 : 1 });
      at = date.to - 1;
    }
  }
  return found;
};

interface DateRead {
  readonly day: number;
  readonly month: number;
  readonly year: number | null;
  /** The token after it. */
  readonly to: number;
}

/** The ISO date; null when there is no such day. */
export function isoOf(year: number, month: number, day: number): string | null {
  if (month < 1 || month > 12 || day < 1 || day > (DateTime.fromObject({ year, month }).daysInMonth ?? 0)) return null;
  return `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`;
}

/** A number, with the letters OCR makes of digits; null when it is none. */
export function digitsOf(token: Token | undefined, most: number): string | null {
  if (!token || token.text.length > most) return null;
  if (token.kind === 'number') return token.text;
  const digits = token.text.replace(/[lI|]/g, '1').replace(/[Oo]/g, '0');
  return /^\d+$/.test(digits) && (/\d/.test(token.text) || token.text.length === 1) && !/^[Oo]$/.test(token.text) ? digits : null;
}

function yearOf(token: Token | undefined): number | null {
  const digits = digitsOf(token, 4);
  if (digits?.length === 4) return /^(?:19|20)\d\d$/.test(digits) ? Number(digits) : null;
  return digits?.length === 2 ? 2000 + Number(digits) : null;
}

const isMark = (token: Token | undefined, marks: RegExp): boolean => token?.kind === 'sign' && marks.test(token.text);

/** "5. oktober 2026" */
function namedDate(tokens: readonly Token[], at: number, letter: SeenLetter): DateRead | null {
  const day = dayAt(tokens[at], letter);
  if (day === null) return null;
  let next = at + 1;
  if (isMark(tokens[next], /^[.,]$/)) next++;
  if (ORDINAL.test(tokens[next]?.text ?? '')) next++;
  if (tokens[next]?.text.toLowerCase() === 'of') next++;
  let month = monthAt(tokens[next], letter);
  if (month === null) {
    month = tornMonth(tokens[next], tokens[next + 1], letter);
    next++;
  }
  if (month === null) return null;
  next++;
  // The stop of "okt." and the apostrophe of "okt. '26" belong to the date only where a year follows them.
  let dotted = isMark(tokens[next], /^[.,]$/) ? next + 1 : next;
  if (isMark(tokens[dotted], /^['’]$/u)) dotted++;
  const digits = digitsOf(tokens[dotted], 4);
  const year = digits?.length === 4 || (digits?.length === 2 && tokens[dotted + 1]?.text !== '.') ? yearOf(tokens[dotted]) : null;
  return { day: Number(day), month, year, to: year === null ? next : dotted + 1 };
}

/** "udgangen af november 2026", "ultimo november 2026", "the end of November 2026": the last day of a month. */
function monthEnd(tokens: readonly Token[], at: number, letter: SeenLetter): DateRead | null {
  const word = tokens[at]?.text ?? '';
  if (!/^(?:udgangen|slutningen|udløbet|ultimo|end)$/iu.test(word)) return null;
  const next = /^(?:af|of)$/iu.test(tokens[at + 1]?.text ?? '') ? at + 2 : at + 1;
  const month = next === at + 1 && !/^ultimo$/iu.test(word) ? null : monthAt(tokens[next], letter);
  const digits = digitsOf(tokens[next + 1], 4);
  const year = digits?.length === 4 ? yearOf(tokens[next + 1]) : null;
  const day = month === null || year === null ? undefined : DateTime.fromObject({ year, month }).daysInMonth;
  return month === null || year === null || day === undefined ? null : { day, month, year, to: next + 2 };
}

const ORDINAL = /^(?:st|nd|rd|th)$/iu;

/** "5", "5th", "femte". */
function dayAt(token: Token | undefined, { words }: SeenLetter): number | null {
  if (token?.kind === 'word' && token.text.length > 4 && /[en]$/u.test(token.text)) return words.words.dates.ordinals[token.text.toLowerCase()] ?? null;
  const digits = digitsOf(token, 2) ?? /^(\d{1,2})(?:st|nd|rd|th|\p{Ll})$/iu.exec(token?.text ?? '')?.[1] ?? null;
  const day = Number(digits ?? 0);
  return day >= 1 && day <= 31 ? day : null;
}

/** "novemb er": torn apart by a scan. */
function tornMonth(a: Token | undefined, b: Token | undefined, { words }: SeenLetter): number | null {
  return a?.kind === 'word' && b?.kind === 'word' && b.text.length <= 4 && a.text.length + b.text.length >= 5 ? words.month(foldWord(a.text + b.text)) : null;
}

function monthAt(token: Token | undefined, letter: SeenLetter): number | null {
  return token?.kind === 'word' && token.fold.length >= 3 ? letter.words.month(token.fold) : null;
}

/** "October 5, 2026", "October 5th 2026" */
function englishDate(tokens: readonly Token[], at: number, letter: SeenLetter): DateRead | null {
  const month = /^\p{Lu}/u.test(tokens[at]?.text ?? '') ? monthAt(tokens[at], letter) : null;
  const day = month === null ? null : dayAt(tokens[at + 1], letter);
  const comma = isMark(tokens[at + 2], /^,$/) ? 3 : 2;
  const year = day === null ? null : yearOf(tokens[at + comma]);
  if (month === null || day === null || year === null || (tokens[at + comma]?.text.length ?? 0) < 4) return null;
  return { day: Number(day), month, year, to: at + comma + 1 };
}

/** "29-O8-2025", "l9-02-2026": letters that OCR made of digits make one word of it. */
function joinedDate(tokens: readonly Token[], at: number): DateRead | null {
  const token = tokens[at];
  if (!token || !/[\dlIO|]/u.test(token.text)) return null;
  const split = tokens[at + 1]?.text === '-' && tokens[at + 1]?.spaced === false && tokens[at + 2]?.spaced === false;
  const text = split ? `${token.text}-${tokens[at + 2]?.text ?? ''}` : token.text;
  const found = text.length <= 10 && /[lIO|]/u.test(text) ? /^([\dlIO|]{1,2})-([\dlIO|]{1,2})-([\dlIO|]{4})$/u.exec(text) : null;
  if (!found) return null;
  const [day, month, year] = found.slice(1, 4).map((each) => Number(each.replace(/[lI|]/gu, '1').replace(/O/gu, '0')));
  if (day === undefined || month === undefined || year === undefined || year < 1990 || year > 2099 || isoOf(year, month, day) === null) return null;
  return { day, month, year, to: at + (split ? 3 : 1) };
}

const UNIT = /^(?:mg|ml|g|kg|m|cm|km|kr|stk|pct|procent|timer?|dage?|uger?|år|gange?|%)$/iu;

/** "5/10 26", "5/10 2026": the year apart. */
function slashedDate(tokens: readonly Token[], at: number): DateRead | null {
  const [a, mark, b, c, after] = tokens.slice(at, at + 5);
  if (!isMark(mark, /^[./]$/) || mark?.spaced === true || b?.spaced === true || c?.spaced !== true || c.kind !== 'number') return null;
  const before = tokens[at - 1];
  if (before && !tokens[at]?.spaced && (before.kind !== 'sign' || /^[.\-/]$/.test(before.text))) return null;
  // "Side 1/2      25.02.2026": a page, and a date of its own.
  if (/^(?:side|page|s|ark|bilag)$/iu.test((before?.text === '.' ? tokens[at - 2] : before)?.text ?? '')) return null;
  if (after && !after.spaced && after.text === '.' && tokens[at + 5]?.kind === 'number' && tokens[at + 5]?.spaced === false) return null;
  const [first, second, year] = [digitsOf(a, 2), digitsOf(b, 2), yearOf(c)];
  if (first === null || second === null || year === null || isoOf(year, Number(second), Number(first)) === null) return null;
  // "3/4 20 mg" is no day; nor is the beginning of a longer number.
  if (c.text.length < 4 && (mark?.text !== '/' || year < 2020 || year > 2040 || UNIT.test(after?.text ?? ''))) return null;
  if (after && !after.spaced && (after.kind !== 'sign' || /^[-/]$/.test(after.text))) return null;
  return { day: Number(first), month: Number(second), year, to: at + 4 };
}

/** "05-10-2026", "5/10-26", "03.05.23", "2026-10-05"; a case number such as 27.36.00 is none. */
function numericDate(tokens: readonly Token[], at: number): DateRead | null {
  const joined = joinedDate(tokens, at);
  if (joined) return joined;
  const [a, mark, b, mark2, c] = tokens.slice(at, at + 5);
  if (!isMark(mark, /^[.\-/–]$/) || !isMark(mark2, /^[.\-/–]$/)) return slashedDate(tokens, at);
  const before = tokens[at - 1];
  if (before && !tokens[at]?.spaced && before.kind !== 'sign') return null;
  if (before && /^[.\-/]$/.test(before.text) && !tokens[at]?.spaced) return null;
  const after = tokens[at + 5];
  if (after && !after.spaced && (after.kind !== 'sign' || /^[-/]$/.test(after.text))) return null;
  if (b?.spaced === true && mark?.text !== '.') return null;
  const first = digitsOf(a, 4);
  const second = digitsOf(b, 2);
  const third = digitsOf(c, 4);
  if (first === null || second === null || third === null) return null;
  if (first.length === 4) {
    const year = yearOf(a);
    return year !== null && isoOf(year, Number(second), Number(third)) ? { day: Number(third), month: Number(second), year, to: at + 5 } : null;
  }
  const year = yearOf(c);
  if (year === null || first.length > 2 || isoOf(year, Number(second), Number(first)) === null) return null;
  return { day: Number(first), month: Number(second), year, to: at + 5 };
}
