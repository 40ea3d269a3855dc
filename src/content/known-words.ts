import type { Content } from './content';

/** With a capital letter where someone writes as in English. */
const WEEKDAYS = 'mandag tirsdag onsdag torsdag fredag lørdag søndag kommune';
const known = new WeakMap<Content, ReadonlySet<string>>();

/** Words that stand in names of departments, of authorities and in the glossary, in small letters: with a capital letter they are still nobody's name. */
export function knownWords(content: Content): ReadonlySet<string> {
  const before = known.get(content);
  if (before) return before;
  const names = [...content.departments.flatMap(({ name, nameEn, nicknames }) => [name, nameEn, ...nicknames]), ...content.authorities.map(({ name }) => name), WEEKDAYS];
  const words = new Set(names.flatMap((name) => name.toLocaleLowerCase('da').match(/[\p{L}'’-]+/gu) ?? []));
  known.set(content, words);
  return words;
}
