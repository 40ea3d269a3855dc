import { foldWords } from '../topics/said-words';

const ORDINALS: readonly (readonly string[])[] = [
  ['1', 'en', 'et', 'den første', 'det første', 'første', 'one', 'the first', 'first', 'the first one'],
  ['2', 'to', 'den anden', 'det andet', 'anden', 'two', 'the second', 'second', 'the second one'],
  ['3', 'tre', 'den tredje', 'det tredje', 'tredje', 'three', 'the third', 'third', 'the third one'],
  ['4', 'fire', 'den fjerde', 'four', 'the fourth'],
];

/**
 * The place of the choice that is meant, by its label, its number or its place; null when none is, or more than one.
 *
 * @example readChoice('på telefonen tak', ['Telefon', 'E-mail']) // 0
 */
export function readChoice(text: string, labels: readonly string[]): number | null {
  const said = foldWords(text);
  if (said === '') return null;
  const folded = labels.map(foldWords);
  const exact = folded.indexOf(said);
  if (exact >= 0) return exact;
  const byPlace = ORDINALS.slice(0, labels.length).findIndex((words) => words.includes(said));
  if (byPlace >= 0) return byPlace;
  const named = folded.flatMap((label, place) => (mentions(said, label) ? [place] : []));
  return named.length === 1 ? (named[0] ?? null) : null;
}

/** A label is mentioned when its longest word begins a word of what was said: "telefon" in "på telefonen". */
function mentions(said: string, label: string): boolean {
  const [key] = label.split(' ').sort((a, b) => b.length - a.length);
  return key !== undefined && key.length >= 3 && ` ${said}`.includes(` ${key}`);
}
