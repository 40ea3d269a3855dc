import { LANGUAGES } from '../domain/language';
import { wordSaid } from '../domain/topics/tongue-words';
import type { Phrase } from './phrase';
import type { TongueTexts } from './tongues';

/** A choice N is called as the phrase `action.N` says. */
export const LABEL = 'action.';

/** Whoever writes more than this did not press a button. Longer than any label. */
const LONGEST = 200;

/**
 * A label as it is compared: case, spaces and end punctuation folded.
 *
 * @example labelKey('  Ring mig  OP! ') === labelKey('Ring mig op')
 */
export function labelKey(text: string): string {
  return text.normalize('NFKC').toLocaleLowerCase('da').replaceAll(/\s+/g, ' ').replace(/[\s.,:;!?…]+$/, '').trim();
}

/** Finds the choice that a citizen pressed or typed, by its label in any language; null when it is none, or more is said than that. */
export function actionFinder(phrases: Iterable<Phrase>): (text: string) => string | null {
  const byLabel = new Map<string, string>();
  for (const { id, texts } of phrases) {
    if (id.startsWith(LABEL)) for (const language of LANGUAGES) byLabel.set(labelKey(texts[language].text), id.slice(LABEL.length));
  }
  return (text) => {
    const said = text.trim();
    return said.length > LONGEST ? null : (byLabel.get(labelKey(said)) ?? null);
  };
}

/** The choice that was pressed or typed in a language without full content: by its label there, or by a word that commands it. */
export function actionInTongue(text: string, texts: TongueTexts | undefined): string | null {
  if (texts === undefined || text.length > LONGEST) return null;
  const said = labelKey(text);
  const labelled = Object.entries(texts.phrases).find(([id, label]) => id.startsWith(LABEL) && labelKey(label) === said)?.[0];
  return labelled?.slice(LABEL.length) ?? wordSaid(text, texts.words);
}
