import { PROCEDURE } from '../appeal-rule';
import type { LawBook } from '../law-book';
import type { LetterReading } from '../letter-reading';
import { point, type LetterBooks, type LetterFacts, type Point } from './point';

type Cited = LetterReading['legalBasis'][number];
type Words = { readonly da: string; readonly en: string };

/** More laws than this at once help nobody; the rest is counted. */
const LAWS_AT_MOST = 3;

/** The law the matter falls under: its popular name, what the sections are about, where it can be read; what is not verified is only named. */
export function whichLaw({ reading: { legalBasis, letterDate } }: LetterFacts, { laws }: LetterBooks): Point[] {
  const matter = legalBasis.find(({ law }) => !PROCEDURE.has(law)) ?? legalBasis[0];
  const told = legalBasis.filter(({ law }) => law === matter?.law).slice(0, LAWS_AT_MOST);
  const rest = legalBasis.length - told.length;
  return [...once(told.flatMap((cited) => oneLaw(cited, laws, letterDate))), ...(rest === 0 ? [] : [point(rest === 1 ? 'letter.law.one-more' : 'letter.law.more', rest === 1 ? {} : { count: String(rest) })])];
}

/** Sections that someone asks about without a letter: what each is about, and where it can be read. */
export function sectionsAsked(cited: readonly Cited[], laws: LawBook): Point[] {
  const told = cited.slice(0, LAWS_AT_MOST).flatMap((each) => oneLaw(each, laws, null));
  return once(told.map((each) => ({ ...each, say: WITHOUT_LETTER[each.say] ?? each.say })));
}

/** What speaks of "the letter", said without one. */
const WITHOUT_LETTER: Readonly<Record<string, string>> = { 'letter.law.named': 'law.asked.named', 'letter.law.unknown': 'law.asked.unknown' };

function oneLaw(cited: Cited, laws: LawBook, letterDate: string | null): Point[] {
  const citation = citationInWords(cited, laws);
  const law = laws[cited.law];
  const section = law?.sections[cited.section];
  const url = section?.url ?? law?.url ?? null;
  const read = url === null ? [] : [point('letter.law.read', { url })];
  if (!section) return [point(law ? 'letter.law.named' : 'letter.law.unknown', { citation }), ...read];
  const { replaced, older } = section;
  if (replaced) {
    const now = listed(replaced.sections.map((each) => citationInWords({ law: replaced.law, section: each, subsection: null }, laws)));
    // A letter from before the change rested on what was law then.
    const stale = letterDate === null || letterDate >= replaced.from;
    return [point('letter.law.was-about', { citation, about: about(section) }), point(stale ? 'letter.law.replaced' : 'letter.law.replaced-since', { day: { day: replaced.from }, now })];
  }
  const pension = older === undefined ? [] : [point('letter.law.older', { now: citationInWords({ law: 'ældreloven', section: older, subsection: null }, laws) })];
  return [point('letter.law.about', { citation, about: about(section) }), ...read, ...pension];
}

/** Where several sections stand in the same text, its link comes once, after the last. */
const once = (points: readonly Point[]): Point[] => points.filter(({ say, values }, at) => say !== 'letter.law.read' || !points.slice(at + 1).some((later) => later.say === say && later.values.url === values.url));

/** "handler om, at …" has a comma in Danish where a whole sentence follows; "om at slippe" has none. */
const about = ({ da, en }: Words): Words => ({ da: /^(?:at (?!(?:betale|for|få|hente|klage|rydde|se|skjule|slippe|flytte)(?!\p{L}))|hv|når )/u.test(da) ? `, ${da}` : ` ${da}`, en: ` ${en}` });

/**
 * A citation as it is read in each language.
 *
 * @example citationInWords({ law: 'serviceloven', section: '83a', subsection: '1' }, laws).da // '§ 83 a, stk. 1, i serviceloven'
 */
export function citationInWords({ law, section, subsection }: Cited, laws: LawBook): Words {
  const known = laws[law];
  const number = section.replace(/(\d)([a-zæøå])$/u, '$1 $2');
  const article = known?.unit === 'article';
  const da = `${article ? 'artikel' : '§'} ${number}${subsection === null ? '' : `, stk. ${subsection},`} i ${law}`;
  const en = `${article ? 'article' : 'section'} ${number.replace(' ', '')}${subsection === null ? '' : `(${subsection})`} of ${known ? `${known.en} (${law})` : law}`;
  return { da, en };
}

const listed = (all: readonly Words[]): Words => ({ da: join(all.map(({ da }) => da), 'og'), en: join(all.map(({ en }) => en), 'and') });
const join = (words: readonly string[], and: string): string => (words.length < 2 ? words.join('') : `${words.slice(0, -1).join(', ')} ${and} ${words.at(-1)}`);
