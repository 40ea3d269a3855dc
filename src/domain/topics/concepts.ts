import { CONCEPT_WORDS } from './concept-words';

/** A wording and the concepts it names; `whole`: only where the word ends there. */
interface Wording {
  readonly begins: string[];
  readonly whole: string[];
}

const WORDINGS = wordings();
const LONGEST = Math.max(...[...WORDINGS.keys()].map(({ length }) => length));
const SHORTEST = 2;

/**
 * The concepts that words name, in the order of the table.
 *
 * @example conceptsIn(['hvornår', 'tager', 'i', 'telefonen']) // ['phone', 'when']
 */
export function conceptsIn(words: readonly string[]): string[] {
  const line = `${words.join(' ')} `;
  const found = new Set<string>();
  for (let start = 0; start >= 0 && start < line.length - 1; start = line.indexOf(' ', start) + 1) {
    const longest = Math.min(LONGEST, line.length - start);
    for (let length = SHORTEST; length <= longest; length += 1) {
      const wording = WORDINGS.get(line.slice(start, start + length));
      if (!wording) continue;
      for (const concept of wording.begins) found.add(concept);
      if (line[start + length] === ' ') for (const concept of wording.whole) found.add(concept);
    }
  }
  return Object.keys(CONCEPT_WORDS).filter((concept) => found.has(concept));
}

function wordings(): ReadonlyMap<string, Wording> {
  const table = new Map<string, Wording>();
  for (const [concept, words] of Object.entries(CONCEPT_WORDS)) {
    for (const word of words.split(' ')) {
      const whole = word.endsWith('.');
      const text = (whole ? word.slice(0, -1) : word).replaceAll('_', ' ');
      const wording = table.get(text) ?? { begins: [], whole: [] };
      (whole ? wording.whole : wording.begins).push(concept);
      table.set(text, wording);
    }
  }
  return table;
}
