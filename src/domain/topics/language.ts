import { LANGUAGE_WORDS, ROMANISED_WORDS } from './language-words';
import { endsOf, normalize } from './normalize';

/** Letters that only these of our languages have; they count as much as two words. */
const TELLING_LETTERS: readonly (readonly [RegExp, readonly string[]])[] = [
  [/[æø]/u, ['da', 'no']],
  [/å/u, ['da', 'no', 'sv']],
  [/ä/u, ['sv', 'de']],
  [/ß/u, ['de']],
  [/[ğış]/u, ['tr']],
  [/[ąęłńśźż]/u, ['pl']],
  [/[ăâîșț]/u, ['ro']],
  [/[іїєґ]/u, ['uk']],
  [/[ыэёъ]/u, ['ru']],
  [/[ٹڈڑںے]/u, ['ur']],
  [/[ہھ]/u, ['ur']],
  [/[پچژگ]/u, ['fa', 'ur']],
  // Yeh and kaf have a writing of their own in Arabic; the other is Persian's and Urdu's.
  [/[یک]/u, ['fa', 'ur']],
  [/[ةىإأؤيك]/u, ['ar']],
];
const LETTERS_COUNT = 2;
/** A message in Latin letters is Danish unless words speak against it. */
const DANISH_PRIOR = 0.4;
/** Less than this, and the words do not tell: "ok", a name. */
const LEAST = 0.45;
/** A text in a script of its own tells even by words we do not know. */
const SCRIPTS: readonly (readonly [RegExp, string])[] = [
  [/\p{Script=Cyrillic}/u, 'uk'],
  [/\p{Script=Arabic}/u, 'ar'],
];

const LANGUAGES_BY_WORD = languagesByWord();

/**
 * The language of a message, as an ISO 639-1 code; null where the words do not tell ("ok", a name, a number).
 *
 * @example languageOf('kan jeg få hjælp') // 'da'
 */
export function languageOf(text: string): string | null {
  const normalized = normalize(endsOf(text));
  const words = normalized.match(/[\p{L}\p{M}\p{N}\u200c'’]+/gu) ?? [];
  const points = new Map<string, number>();
  const give = (languages: readonly string[], weight: number) => {
    for (const language of languages) points.set(language, (points.get(language) ?? 0) + weight / Math.sqrt(languages.length));
  };
  for (const word of words) give(languagesOf(word), 1);
  for (const [letters, languages] of TELLING_LETTERS) if (letters.test(normalized)) give(languages, LETTERS_COUNT);
  const told = [...points.values()].some((value) => value >= LEAST);
  if (!told) return SCRIPTS.find(([script]) => script.test(normalized))?.[1] ?? null;
  if (points.has('da')) give(['da'], DANISH_PRIOR);
  return [...points].reduce((best, next) => (next[1] > best[1] ? next : best))[0];
}

/** The languages that have a word; Persian also where it was typed on an Arabic keyboard. */
function languagesOf(word: string): readonly string[] {
  const known = LANGUAGES_BY_WORD.get(word);
  if (known !== undefined || !/[يك]/u.test(word)) return known ?? [];
  return (LANGUAGES_BY_WORD.get(word.replace(/ي/gu, 'ی').replace(/ك/gu, 'ک')) ?? []).filter((language) => language === 'fa');
}

function languagesByWord(): ReadonlyMap<string, readonly string[]> {
  const found = new Map<string, string[]>();
  for (const table of [LANGUAGE_WORDS, ROMANISED_WORDS]) {
    for (const [language, words] of Object.entries(table)) {
      for (const word of new Set(words.split(' '))) {
        const known = found.get(word) ?? [];
        if (!known.includes(language)) found.set(word, [...known, language]);
      }
    }
  }
  return found;
}
