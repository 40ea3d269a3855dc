import { foldWords } from '../topics/said-words';

/**
 * The words in a text that may hurt its cause: they are pointed out to her, never taken out. Words of the list are small
 * letters; a star at the end stands for any ending.
 */
export function rudeWordsIn(text: string, list: readonly string[]): string[] {
  const whole = new Set(list.filter((word) => !word.endsWith('*')));
  const beginnings = list.filter((word) => word.endsWith('*')).map((word) => word.slice(0, -1));
  const said = foldWords(text).split(' ');
  return [...new Set(said.filter((word) => whole.has(word) || beginnings.some((beginning) => word.startsWith(beginning))))];
}
