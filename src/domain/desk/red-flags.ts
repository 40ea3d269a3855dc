import type { HandoffCase } from '../cases/handoff-case';

/** What must be seen first (domain/adviser § 4), beside a near deadline. */
export const RED_FLAGS = ['stopped', 'eviction', 'children', 'violence'] as const;
export type RedFlag = (typeof RED_FLAGS)[number];

/** Words that raise a flag, by the start of a word in small letters; a phrase may have spaces. */
export type FlagWords = Readonly<Record<RedFlag, readonly string[]>>;

/** The flags of a case: by what its letter says, and by words in what the citizen wrote. A flag is a reason to look, and decides nothing. */
export function redFlags({ letter, complaint, message, wish, messages, transcript }: HandoffCase, words: FlagWords): RedFlag[] {
  const hers = [complaint?.whatHappened, complaint?.wish, message, wish, ...messages.flatMap(({ from, text }) => (from === 'citizen' ? text : [])), ...transcript.flatMap(({ from, text }) => (from === 'citizen' ? text : []))];
  const said = ` ${hers.filter((text) => typeof text === 'string').join(' ').toLocaleLowerCase('da').replace(/[^\p{L}\p{N}]+/gu, ' ')} `;
  return RED_FLAGS.filter((flag) => (flag === 'stopped' && letter?.outcome === 'stopped') || words[flag].some((word) => said.includes(` ${word}`)));
}
