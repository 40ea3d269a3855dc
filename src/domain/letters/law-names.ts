import { compileCue, cueFinder, spellOut, type CompiledCue } from './cue';
import type { LetterWords } from './letter-words';
import type { Token } from './letter-tokens';
import type { Lexicon } from './lexicon';

/** A law as letters cite it. */
export interface LawNamed {
  /** The popular name, small letters. */
  readonly law: string;
  /** The highest section there is; null when not known. */
  readonly last: number | null;
  readonly articles: boolean;
  readonly procedure: boolean;
  /** Tokens from `from` up to `to` name it. */
  readonly from: number;
  readonly to: number;
  /** Named in the genitive: a number right after is a section even where the § was lost. */
  readonly genitive: boolean;
  /** A name we know, not one made out by its ending. */
  readonly known: boolean;
}

/** Finds the laws that tokens name, in order; of names that overlap the longest. */
export type LawFinder = (tokens: readonly Token[]) => LawNamed[];

type LawWords = LetterWords['laws'][number];

const ENDING = /^(.{3,}(?:loven|bekendtgørelsen|bekendtgorelsen|forordningen|direktivet|konventionen|cirkulæret))(s|'s)?$/u;
/** Rules that are no law: of a plan, an estate, a house or an agreement. */
const NO_LAW = /(?:lokalplan|kommuneplan|byplanvedt|vedtægt|regulativ|husorden|ordensregl|takstregl|takstblad|retningslinj|deklaration|kontrakt|aftale|overenskomst|servitut|kvalitetsstandard|forretningsorden|statut|principp)/u;

export function lawFinder(laws: readonly LawWords[], lexicon: Lexicon): LawFinder {
  const cues: CompiledCue<{ law: LawWords; genitive: boolean; capitals: boolean }>[] = [];
  for (const law of laws) {
    for (const name of [law.law, ...law.also]) {
      const capitals = /^\p{Lu}[\p{Lu}\d]+$/u.test(name);
      const plain = name.toLowerCase();
      const genitive = plain.endsWith('s') ? plain : `${plain}s`;
      // "servicelov" and "service lov" stand in letters too.
      const bare = plain.endsWith('sloven') || plain.endsWith('loven') ? [plain.slice(0, -2)] : [];
      for (const writing of [plain, ...bare].flatMap((each) => spellOut(escaped(each)))) cues.push(compileCue(writing, { law, genitive: false, capitals }, lexicon));
      if (genitive !== plain) cues.push(compileCue(escaped(genitive), { law, genitive: true, capitals }, lexicon));
    }
  }
  const finderFor = cueFinder(cues, lexicon);
  return (tokens) => {
    const found: LawNamed[] = [];
    for (const { meaning, from, to } of finderFor([tokens])(tokens, 0, tokens.length)) {
      if (meaning.capitals && !/^[\p{Lu}\d]+s?$/u.test(tokens[from]?.text ?? '')) continue;
      const { law } = meaning;
      found.push({ law: law.law, last: law.last ?? null, articles: law.articles, procedure: law.about === 'procedure', from, to, genitive: meaning.genitive || (tokens[to - 1]?.text.endsWith('s') ?? false), known: true });
    }
    tokens.forEach((token, at) => {
      const named = byEnding(token, at);
      if (named) found.push(named);
      const titled = byTitle(tokens, at);
      if (titled) found.push(titled);
    });
    return longest(found);
  };
}

/** "lov am almene boliger": too short a word to be mended by itself, and no other stands there. */
const escaped = (name: string) => name.replace(/[()[\]|…]/gu, ' ').replace(/^lov om /u, 'lov (om|am|em|im|um|dm|cm|0m|on|or|m|o) ');

/** A law we have no entry for, by how its name ends. */
function byEnding({ kind, text }: Token, at: number): LawNamed | null {
  if (kind !== 'word' || text.length < 8) return null;
  const [, name, genitive] = ENDING.exec(text.toLowerCase()) ?? [];
  if (!name || NO_LAW.test(name) || /^(?:lovbekendtgørelsen|bekendtgørelsen)$/u.test(name)) return null;
  return { law: name, last: null, articles: name.endsWith('forordningen') || name.endsWith('konventionen'), procedure: false, from: at, to: at + 1, genitive: genitive !== undefined, known: false };
}

const TITLED = /^(?:lov|bekendtgørelse|cirkulære)$/u;
/** Where the title of an act ends: at its number, its date, a citation, or the rest of the sentence. */
const TITLE_END = /^(?:[^\p{L}]|jf|samt|nr|stk|m|mv|som|der|kan|skal|er|har|hvorefter|kapitel|afsnit|fra|se|efter|artikel|paragraf)/iu;
const LONGEST_TITLE = 14;

/** A law we have no entry for, by its title ("lov om vandværker"), where a citation stands right after it or "§ 3 i" before it. */
function byTitle(tokens: readonly Token[], at: number): LawNamed | null {
  if (!TITLED.test(tokens[at]?.text.toLowerCase() ?? '') || tokens[at + 1]?.text.toLowerCase() !== 'om') return null;
  let to = at + 2;
  while (to < Math.min(tokens.length, at + LONGEST_TITLE) && !TITLE_END.test(tokens[to]?.text ?? '.')) to++;
  if (to === at + 2) return null;
  const cited = tokens[to]?.text === '§' || tokens[at - 1]?.text.toLowerCase() === 'i';
  const law = tokens.slice(at, to).map(({ text }) => text).join(' ').toLowerCase();
  return cited ? { law, last: null, articles: false, procedure: false, from: at, to, genitive: false, known: false } : null;
}

/** A rule that is no law, so that a section after it is none of a law's. */
export const isNoLaw = ({ kind, text }: Token): boolean => kind === 'word' && NO_LAW.test(text.toLowerCase());

function longest(found: readonly LawNamed[]): LawNamed[] {
  const inOrder = [...found].sort((a, b) => a.from - b.from || Number(b.known) - Number(a.known) || b.to - a.to);
  const kept: LawNamed[] = [];
  for (const each of inOrder) if (each.from >= (kept.at(-1)?.to ?? 0)) kept.push(each);
  return kept;
}
