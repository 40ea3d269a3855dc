import type { Extractor, Finding } from '../finding';
import { isNoLaw, type LawNamed } from '../law-names';
import type { Token } from '../letter-tokens';
import { sectionNumbers, type SectionNumbers } from './section-numbers';
import { sectionSign } from './section-sign';

/** A law named further back than so many tokens in a plan's or a contract's rules no longer makes a bare section one of its own. */
const NO_LAW_REACH = 7;

/**
 * Sections cited: "servicelovens § 100, stk. 1", "§ 100 i serviceloven", "lovens § 3 a", a bare "§ 12" (of the law last named), "artikel 17".
 * The signs that OCR makes of § are taken for it where a law's name or a citation stands around them; of dates and amounts none is made.
 */
export const legalBasis: Extractor = (letter) => {
  const tokens = letter.blocks.flatMap((block) => [...block.tokens]);
  const named = new Map(letter.words.laws(tokens).map((law) => [law.from, law]));
  const sentenceAt = sentenceIndex(letter.sentences.map(({ start }) => start));
  const memory = lawMemory([...named.values()]);
  const found: Finding[] = [];
  const citedBy = new Map<string, LawNamed>();
  let noLaw = -NO_LAW_REACH;

  const cite = (law: LawNamed | null, read: SectionNumbers, at: number) => {
    if (!law || read.decimal) return;
    const start = tokens[at]?.start ?? 0;
    const end = tokens[read.to - 1]?.end ?? start;
    for (const { section, subsection } of read.sections) {
      if (!citedBy.has(section)) citedBy.set(section, law);
      found.push({ of: 'citation', law: law.law, section, subsection, procedure: law.procedure, start, end, sentence: sentenceAt(start), certainty: law.known ? 1 : 0.7 });
    }
  };

  for (let at = 0; at < tokens.length; at++) {
    const token = tokens[at];
    if (!token) continue;
    const law = named.get(at);
    if (law) {
      // "(tidligere servicelovens § 41)": said in passing, and the next bare section is not of it.
      if (!/^(?:\(|tidligere|dagældende)$/iu.test(tokens[at - 1]?.text ?? '')) memory.name(law);
      noLaw = -NO_LAW_REACH;
      const sign = sectionSign(tokens, law.to, { afterLaw: law.genitive ? 'genitive' : 'plain', articles: law.articles });
      const read = sign ? sectionNumbers(tokens, sign.to, sign.plural || sign.article) : null;
      if (read) cite(law, fitting(law, read), law.from);
      at = (read?.to ?? law.to) - 1;
      continue;
    }
    if (isNoLaw(token) && (/(?:s|nes)$/u.test(token.text) || tokens[at + 1]?.text === '§' || tokens.slice(at, at + 7).some(({ text }) => text === 'hvis'))) noLaw = at;
    const pointer = pointsBack(token);
    const sign = sectionSign(tokens, pointer ? at + 1 : at, { afterLaw: pointer ? 'genitive' : null, articles: pointer?.articles ?? false });
    if (!sign) continue;
    const read = sectionNumbers(tokens, sign.to, sign.plural || sign.article);
    if (!read) continue;
    if (isOfNoLaw(tokens, read.to)) {
      at = read.to - 1;
      continue;
    }
    const suffix = suffixLaw(tokens, read.to, named);
    if (suffix) memory.name(suffix);
    const number = Number.parseInt(read.sections[0]?.section ?? '0', 10);
    // Of two laws the one that was cited with this very section is plainly meant.
    const again = citedBy.get(read.sections[0]?.section ?? '');
    const target = suffix ?? (again && !pointer && !sign.article && !again.articles && at - noLaw >= NO_LAW_REACH ? again : null) ?? (at - noLaw < NO_LAW_REACH && !pointer ? null : sign.article ? memory.byArticle() : memory.bySection(number, pointer?.lawOnly ?? false));
    cite(target, read, at);
    at = Math.max(at, (suffix ? suffix.to : read.to) - 1);
  }
  return found;
};

/** "lovens § 3", "forordningens artikel 77", "samme lovs § 5". */
function pointsBack({ text }: Token): { lawOnly: boolean; articles: boolean } | null {
  const small = text.toLowerCase();
  if (/^(?:lovens|lovs|lov)$/u.test(small)) return { lawOnly: true, articles: false };
  if (/^(?:bekendtgørelsens|bekendtgorelsens|reglementets|bestemmelsens)$/u.test(small)) return { lawOnly: false, articles: false };
  if (/^(?:forordningens|konventionens)$/u.test(small)) return { lawOnly: false, articles: true };
  return null;
}

/** "§ 8 i kommunens takstregler". */
function isOfNoLaw(tokens: readonly Token[], at: number): boolean {
  const to = tokens[at]?.text === ',' ? at + 1 : at;
  if (!/^(?:i|of)$/iu.test(tokens[to]?.text ?? '')) return false;
  return tokens.slice(to + 1, to + 4).some((token, index, all) => isNoLaw(token) && all.slice(0, index).every(({ kind }) => kind === 'word'));
}

/** "§ 100, stk. 1, i serviceloven", "§ 100 (serviceloven)", "section 100 of the Act on …". */
function suffixLaw(tokens: readonly Token[], at: number, named: ReadonlyMap<number, LawNamed>): LawNamed | null {
  let to = at;
  if (tokens[to]?.text === ',') to++;
  const joint = tokens[to]?.text.toLowerCase();
  if (joint !== 'i' && joint !== 'of' && joint !== '(' && joint !== 'in') return null;
  to++;
  // "of the Public Administration Act (forvaltningsloven)"
  const english = joint === 'of' || joint === 'in';
  while (!named.has(to) && to < at + (english ? 12 : 4) && (english ? !/^[.;,]$/u.test(tokens[to]?.text ?? '.') : /^(?:\(|den|bekendtgørelse)$/iu.test(tokens[to]?.text ?? ''))) to++;
  return named.get(to) ?? null;
}

/** A number glued to a misread sign: "servicelovens 8100" is § 100 where there is no § 8100. */
function fitting(law: LawNamed, read: SectionNumbers): SectionNumbers {
  const { last } = law;
  if (last === null) return read;
  const sections = read.sections.map(({ section, subsection }) => {
    const tooHigh = Number.parseInt(section, 10) > last && /^[58]\d/.test(section);
    return { section: tooHigh ? section.slice(1) : section, subsection };
  });
  return { ...read, sections };
}

/** Which law a section without a name belongs to. */
function lawMemory(all: readonly LawNamed[]) {
  const past: LawNamed[] = [];
  const newest = (holds: (law: LawNamed) => boolean): LawNamed | null => past.findLast(holds) ?? all.find(holds) ?? null;
  return {
    name: (law: LawNamed) => {
      past.push(law);
    },
    bySection: (number: number, lawOnly: boolean): LawNamed | null => {
      const fits = (law: LawNamed) => !law.articles && (law.last === null || law.last >= number) && (!lawOnly || /lov(?:en)?$/u.test(law.law) || law.law.startsWith('lov '));
      return newest(fits) ?? newest(({ articles }) => !articles);
    },
    byArticle: (): LawNamed | null =>
      newest(({ articles }) => articles) ?? { law: 'databeskyttelsesforordningen', last: 99, articles: true, procedure: false, from: 0, to: 0, genitive: false, known: true },
  };
}

/** The sentence that an offset stands in. */
export function sentenceIndex(starts: readonly number[]): (offset: number) => number {
  return (offset) => {
    let low = 0;
    let high = starts.length - 1;
    while (low < high) {
      const middle = Math.ceil((low + high) / 2);
      if ((starts[middle] ?? 0) <= offset) low = middle;
      else high = middle - 1;
    }
    return high < 0 ? -1 : low;
  };
}
