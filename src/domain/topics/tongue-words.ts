/** What steers a form and can be typed in a language without full content, beside yes and no. */
export const TONGUE_COMMANDS = ['send', 'change', 'back', 'stop', 'skip', 'resume', 'erase', 'restart'] as const;
export type TongueCommand = (typeof TONGUE_COMMANDS)[number];

/** Words of one language: whole wordings for each. */
export interface TongueWords extends Readonly<Record<TongueCommand, readonly string[]>> {
  readonly yes: readonly string[];
  readonly no: readonly string[];
  /** Words that turn a yes or no round or leave it open: "but", "perhaps", "I do not know". */
  readonly doubt: readonly string[];
  /** What stands before or after a name that is told: "my name is". */
  readonly naming: readonly string[];
}

/** More words than this after a yes or no are a story. */
const REST_AT_MOST = 8;

/** Letters that people type one for another, or that their keyboard lacks. */
const ALIKE: Readonly<Record<string, string>> = { ı: 'i', ł: 'l', ى: 'ي', ی: 'ي', ک: 'ك', ہ: 'ه', ة: 'ه', ھ: 'ه' };

/** As words of these languages are compared: without case, marks above letters and signs between. */
export function foldTongue(text: string): string {
  return text
    .normalize('NFKD')
    .replaceAll(/\p{M}|\u0640/gu, '')
    .toLowerCase()
    .replaceAll(/[ıłىیکہةھ]/gu, (letter) => ALIKE[letter] ?? letter)
    .replaceAll(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();
}

/** The command, or yes or no, that the whole message is; null when it is none. */
export function wordSaid(text: string, words: TongueWords): TongueCommand | 'yes' | 'no' | null {
  const said = foldTongue(text);
  return (['yes', 'no', ...TONGUE_COMMANDS] as const).find((id) => words[id].some((wording) => foldTongue(wording) === said)) ?? null;
}

/**
 * Yes or no, also where more is said after it; null where the words leave doubt: then it is asked again.
 *
 * @example yesOrNoSaid('evet, tabii', turkish) // true
 */
export function yesOrNoSaid(text: string, words: TongueWords): boolean | null {
  const whole = wordSaid(text, words);
  if (whole !== null) return whole === 'yes' ? true : whole === 'no' ? false : null;
  const said = ` ${foldTongue(text)} `;
  const begins = (wordings: readonly string[]): string[] => wordings.map((wording) => ` ${foldTongue(wording)} `).filter((wording) => said.startsWith(wording));
  const holds = (rest: string, wordings: readonly string[]): boolean => wordings.some((wording) => rest.includes(` ${foldTongue(wording)} `));
  for (const [answer, wordings] of [[true, words.yes], [false, words.no]] as const) {
    const [longest] = begins(wordings).sort((a, b) => b.length - a.length);
    if (longest === undefined) continue;
    const rest = ` ${said.slice(longest.length)}`;
    if (rest.trim().split(' ').length > REST_AT_MOST || holds(rest, words.doubt)) return null;
    return answer && holds(rest, words.no) ? null : answer;
  }
  return null;
}

/** A name without the words that only say that it is one: "benim adım Fatma" is Fatma. */
export function withoutNaming(text: string, words: TongueWords): string {
  const parts = text.trim().split(/\s+/);
  const naming = words.naming.map((wording) => foldTongue(wording).split(' ')).sort((a, b) => b.length - a.length);
  const same = (some: readonly string[], wording: readonly string[]): boolean => some.length === wording.length && some.every((word, place) => foldTongue(word) === wording[place]);
  const before = naming.find((wording) => same(parts.slice(0, wording.length), wording));
  const rest = before === undefined ? parts : parts.slice(before.length);
  const after = before === undefined ? undefined : naming.find((wording) => rest.length > wording.length && same(rest.slice(-wording.length), wording));
  const name = after === undefined ? rest : rest.slice(0, -after.length);
  return name.length === 0 ? text : name.join(' ');
}
