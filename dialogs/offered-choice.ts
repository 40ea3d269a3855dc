import { readChoice } from '../src/domain/forms/read-choice';
import { foldWords } from '../src/domain/topics/said-words';

/** More words than this are a message of their own. */
const WORDS_AT_MOST = 3;
const SIGNS_AT_LEAST = 4;

/**
 * The label that is meant when less than a label is typed: its beginning, or, where nothing else was understood, its
 * number or a word of it. Null when none is, or more than one.
 *
 * @example offeredChoice('trin 2', ['Trin 1: afdelingen svarer', 'Trin 2: borgerrådgiveren ser på det'], true) // the second
 */
export function offeredChoice(text: string, offered: readonly string[], understood: boolean): string | null {
  const said = foldWords(text);
  if (said === '' || said.split(' ').length > WORDS_AT_MOST) return null;
  const begun = offered.filter((label) => said.length >= SIGNS_AT_LEAST && foldWords(label).startsWith(`${said} `));
  if (begun.length > 0 || understood) return begun.length === 1 ? (begun[0] ?? null) : null;
  const place = readChoice(text, offered);
  return place === null ? null : (offered[place] ?? null);
}
