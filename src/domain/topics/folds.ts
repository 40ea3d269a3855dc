import type { Phrase } from './phrase';

/** Languages whose phrases calibrate: of the others, what one writer leaves out the rest has hardly seen. */
const CALIBRATING: ReadonlySet<string> = new Set(['da', 'en']);
const GROUPS = 3;
/** Who wrote a smaller share of all phrases, as the editor who adds a few, is always learnt from and never judged. */
const LEAST_SHARE = 0.05;
/** A writer who holds more than this share of the danger is parted by manner. */
const MUCH_DANGER = 0.33;

/** A part of the phrases that is judged by what was trained on all the others. */
export interface Fold<P extends Phrase> {
  readonly name: string;
  readonly phrases: readonly P[];
  readonly others: readonly P[];
}

/**
 * The phrases parted by writer, never by line: a stranger is what the recogniser meets. The writer who holds most of the danger is
 * parted by manner ("child", "threat" …), since without that writer next to nothing would be left to learn danger from.
 */
export function foldsOf<P extends Phrase>(phrases: readonly P[], leastShare = LEAST_SHARE): Fold<P>[] {
  const mostDanger = writerOfMuch(phrases.filter(({ topic }) => topic === 'crisis'));
  const manners = [...new Set(phrases.filter(({ writer }) => writer === mostDanger).map(({ register }) => register))].sort();
  const nameOf = ({ writer, register }: Phrase) => (writer === mostDanger ? `${writer} ${(manners.indexOf(register) % GROUPS) + 1}` : writer);
  const strangers = [...new Set(phrases.map(nameOf))].filter((name) => phrases.filter((phrase) => nameOf(phrase) === name).length >= phrases.length * leastShare);
  return strangers.sort().map((name) => ({
    name,
    phrases: phrases.filter((phrase) => nameOf(phrase) === name),
    others: phrases.filter((phrase) => nameOf(phrase) !== name),
  }));
}

function writerOfMuch(phrases: readonly Phrase[]): string | null {
  const writers = [...new Set(phrases.map(({ writer }) => writer))];
  return writers.find((writer) => phrases.filter((phrase) => phrase.writer === writer).length > phrases.length * MUCH_DANGER) ?? null;
}

/** Whether a phrase counts when confidence is fitted. */
export function calibrates({ lang }: Phrase): boolean {
  return CALIBRATING.has(lang);
}
