import type { Token } from '../letter-tokens';
import { digitsOf } from './dates';

/** The sections after a section sign. */
export interface SectionNumbers {
  readonly sections: readonly { readonly section: string; readonly subsection: string | null }[];
  /** The token after them. */
  readonly to: number;
  /** "§ 9.2": of a local plan, not of a law. */
  readonly decimal: boolean;
}

/** Longer ranges than this are misread: "§§ 36-40" is five sections, "§ 4-2026" is none. */
const LONGEST_RANGE = 12;
const AND = /^(?:og|samt|eller|and|or|&)$/iu;

/** Reads "100, stk. 1, nr. 3", "§§ 82 a-d", "81 og 82", "36-40", "100(1)" from `at` on; null when no number stands there. */
export function sectionNumbers(tokens: readonly Token[], at: number, plural: boolean): SectionNumbers | null {
  const first = oneSection(tokens, at);
  if (!first) return null;
  const sections = [...first.sections];
  let to = first.to;
  let { decimal } = first;
  while (plural || sections.length > 1 || listsOn(tokens, to)) {
    const comma = tokens[to]?.text === ',' ? 1 : 0;
    const and = AND.test(tokens[to + comma]?.text ?? '') ? 1 : 0;
    if (comma + and === 0) break;
    const next = oneSection(tokens, to + comma + and);
    if (!next || !tokens[to + comma + and]?.spaced || isYearOrUnit(tokens, to + comma + and, next.to)) break;
    sections.push(...next.sections);
    to = next.to;
    decimal ||= next.decimal;
  }
  return { sections, to, decimal };
}

/** "§ 7 og 8.", "§ 7 og 8 i loven": another section though one sign stands for both. */
function listsOn(tokens: readonly Token[], at: number): boolean {
  if (!AND.test(tokens[at]?.text ?? '') || tokens[at + 1]?.kind !== 'number' || (tokens[at + 1]?.text.length ?? 9) > 3) return false;
  const after = tokens[at + 2];
  return after === undefined || (/^[.,;)]$/u.test(after.text) && tokens[at + 3]?.kind !== 'number' && !/^\p{Ll}/u.test(after.text === '.' ? (tokens[at + 3]?.text ?? '') : '')) || (after.text === 'i' && /lov|bekendtg|forordning|reglement/iu.test(tokens.slice(at + 3, at + 8).map(({ text }) => text).join(' ')));
}

/** "§§ 3 og 10 dage" names one section. */
function isYearOrUnit(tokens: readonly Token[], at: number, to: number): boolean {
  return (tokens[at]?.text.length ?? 0) >= 4 || /^(?:uger|dage|kr|timer|år|måneder|pct|procent)$/iu.test(tokens[to]?.text ?? '');
}

function oneSection(tokens: readonly Token[], at: number): SectionNumbers | null {
  const number = numberAt(tokens, at);
  if (!number) return null;
  const range = rangeEnd(tokens, number);
  if (range) return { sections: range.all.map((section) => ({ section, subsection: null })), to: range.to, decimal: false };
  if (tokens[number.to]?.text === '.' && tokens[number.to]?.spaced === false && tokens[number.to + 1]?.kind === 'number' && tokens[number.to + 1]?.spaced === false) {
    return { sections: [], to: number.to + 2, decimal: true };
  }
  const tail = subsectionAt(tokens, number.to);
  return { sections: [{ section: number.digits + number.letter, subsection: tail.subsection }], to: tail.to, decimal: false };
}

interface NumberRead {
  readonly digits: string;
  readonly letter: string;
  readonly to: number;
  /** "82a-d" in one piece. */
  readonly upTo: string | null;
}

/** "83", "83a", "83 a", with the digits OCR makes letters of. */
function numberAt(tokens: readonly Token[], at: number): NumberRead | null {
  const token = tokens[at];
  const glued = /^([\dlIO|]{1,4})\s?([a-km-zæø])(?:[-–]([a-zæø]))?$/u.exec(token?.text ?? '');
  if (glued && /\d/.test(glued[1] ?? '')) return { digits: plain(glued[1]), letter: glued[2] ?? '', to: at + 1, upTo: glued[3] ?? null };
  const digits = digitsOf(token, 4);
  if (digits === null || digits.startsWith('0')) return null;
  const next = tokens[at + 1];
  const after = tokens[at + 2];
  const isLetter = next?.kind === 'word' && /^[a-zæ]$/u.test(next.text) && next.spaced;
  // "§ 100 i serviceloven": there the letter is a word.
  const isWord = next?.text === 'i' && !/^[,.;)]$/.test(after?.text ?? '.');
  if (isLetter && !isWord) return { digits, letter: next.text, to: at + 2, upTo: null };
  const joined = next?.kind === 'word' && next.spaced ? /^([a-z])[-–]([a-z])$/u.exec(next.text) : null;
  if (joined) return { digits, letter: joined[1] ?? '', to: at + 2, upTo: joined[2] ?? null };
  return { digits, letter: '', to: at + 1, upTo: null };
}

const plain = (digits: string | undefined): string => (digits ?? '').replace(/[lI|]/g, '1').replace(/O/g, '0');

function rangeEnd(tokens: readonly Token[], from: NumberRead): { all: string[]; to: number } | null {
  if (from.upTo !== null) return { all: letters(from.letter, from.upTo).map((letter) => from.digits + letter), to: from.to };
  const dash = tokens[from.to];
  if (!/^[-–—]$/u.test(dash?.text ?? '') && !(/^(?:til|to)$/u.test(dash?.text ?? '') && tokens[from.to + 1]?.kind === 'number')) return null;
  const end = tokens[from.to + 1];
  if (from.letter !== '' && end && /^[a-z]$/u.test(end.text)) return { all: letters(from.letter, end.text).map((letter) => from.digits + letter), to: from.to + 2 };
  const last = Number(digitsOf(end, 4) ?? NaN);
  const first = Number(from.digits);
  if (from.letter !== '' || !(last > first) || last - first > LONGEST_RANGE) return null;
  return { all: Array.from({ length: last - first + 1 }, (_, n) => String(first + n)), to: from.to + 2 };
}

function letters(from: string, to: string): string[] {
  const first = from.charCodeAt(0);
  const last = to.charCodeAt(0);
  if (last < first || last - first > LONGEST_RANGE) return [from, to];
  return Array.from({ length: last - first + 1 }, (_, n) => String.fromCharCode(first + n));
}

/** ", stk. 1, nr. 3, litra b": the subsection, and the token after all of it. */
function subsectionAt(tokens: readonly Token[], at: number): { subsection: string | null; to: number } {
  let to = at;
  let subsection: string | null = null;
  for (let turns = 0; turns < 6; turns++) {
    const comma = tokens[to]?.text === ',' ? 1 : 0;
    const word = tokens[to + comma];
    if (comma === 1 && word?.kind === 'number' && word.spaced === false && subsection === null && turns === 0) {
      subsection = word.text;
      to += 2;
      continue;
    }
    if (word?.text === '(' && digitsOf(tokens[to + comma + 1], 2) !== null && tokens[to + comma + 2]?.text === ')' && !word.spaced) {
      subsection ??= digitsOf(tokens[to + comma + 1], 2);
      to += comma + 3;
      continue;
    }
    if (!word || word.kind !== 'word' || word.text.length > 11) break;
    const dot = tokens[to + comma + 1]?.text === '.' ? 1 : 0;
    const number = tokens[to + comma + 1 + dot];
    const kind = partKind(word.text);
    if (kind === null) break;
    const digits = digitsOf(number, 3);
    if (kind === 'stk' && digits === null) break;
    if (kind === 'part' && digits === null && !/^[a-zæøå]$/u.test(number?.text ?? '')) break;
    if (kind === 'stk') subsection ??= digits;
    to += comma + 2 + dot;
    // "stk. 1 og 2", "nr. 1-3": of the same section.
    while (/^(?:og|-|–|samt|eller|,)$/u.test(tokens[to]?.text ?? '') && tokens[to + 1]?.kind === 'number' && !(tokens[to]?.text === ',' && tokens[to + 1]?.spaced === false) && (tokens[to + 1]?.text.length ?? 9) <= 1) to += 2;
  }
  return { subsection, to };
}

/** `stk`, with one letter misread; `part` for what is dropped: nr., litra, pkt. */
function partKind(text: string): 'stk' | 'part' | null {
  const small = text.toLowerCase();
  if (/^(?:nr|litra|lit|pkt|punkt|no|led|sætning|point|numbers?|nummer)$/u.test(small)) return 'part';
  if (/^(?:stk|stykke|subsection|subs|paragraph|s[l7]k|st[kxhbl]|.tk|s.k|sttk|stkk|stk\p{L}|sk|st|tk)$/u.test(small)) return 'stk';
  return null;
}
