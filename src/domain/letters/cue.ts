import type { Lexicon } from './lexicon';
import type { Token } from './letter-tokens';

/** Up to so many words may stand where a cue has "…". */
const GAP = 6;

interface Element {
  /** Numbers of the words that may stand here; empty for `#`, any number. */
  readonly ids: readonly number[];
  readonly anyNumber: boolean;
  readonly optional: boolean;
  /** Words may stand before it. */
  readonly gap: boolean;
}

/** A cue, ready to be looked for. */
export interface CompiledCue<Meaning> {
  readonly meaning: Meaning;
  readonly elements: readonly Element[];
}

/** Where a cue was found: tokens from `from` up to `to`. */
export interface CueFound<Meaning> {
  readonly meaning: Meaning;
  readonly from: number;
  readonly to: number;
}

/** The writings a cue stands for: one whose alternatives are several words long is as many cues as it has alternatives. */
export function spellOut(writing: string): string[] {
  const long = /[([]([^)\]]*\s[^)\]]*)[)\]]/u.exec(writing);
  if (!long) return [writing];
  const [group, inner = ''] = long;
  const before = writing.slice(0, long.index);
  const after = writing.slice(long.index + group.length);
  const all = inner.split('|').map((words) => words.trim());
  const single = all.filter((words) => !words.includes(' '));
  const choices = all.filter((words) => words.includes(' '));
  if (single.length > 0) choices.push(`${group[0]}${single.join('|')}${group.at(-1)}`);
  else if (group.startsWith('[')) choices.push('');
  return choices.flatMap((choice) => spellOut(`${before}${choice}${after}`));
}

/** Makes a cue of its writing (see `LetterWords`), its words being added to the lexicon. */
export function compileCue<Meaning>(writing: string, meaning: Meaning, lexicon: Lexicon): CompiledCue<Meaning> {
  const elements: Element[] = [];
  let gap = false;
  for (const piece of writing.replace(/(\p{L})-(?=\s)/gu, '$1 -').match(/…|\[[^\]]*\]|\([^)]*\)|[^\s([]+/gu) ?? []) {
    if (piece === '…') {
      gap = true;
      continue;
    }
    const optional = piece.startsWith('[');
    const written = piece.replace(/^[[(]|[\])]$/gu, '').split('|').map((word) => word.trim());
    // Beside "du", "i" and "de" are the pronouns, which letters write with a capital.
    const words = written.includes('du') ? written.map((word) => (word === 'i' ? '§I' : word === 'de' ? '§De' : word)) : written;
    elements.push({ ids: [...new Set(words.filter((word) => word !== '#').map((word) => lexicon.add(word)))], anyNumber: words.includes('#'), optional, gap });
    gap = false;
  }
  return { meaning, elements };
}

/** Looks for many cues at once in the tokens of a block. */
export type CueFinder<Meaning> = (tokens: readonly Token[], from: number, to: number) => CueFound<Meaning>[];

/** A letter's tokens with the cue words that each is. */
interface Ids {
  readonly of: ReadonlyMap<readonly Token[], readonly (readonly number[])[]>;
  /** Whether the cue word of a number stands anywhere in the letter. */
  readonly present: ReadonlySet<number>;
}

/**
 * Makes the finder for one letter, given the tokens of its blocks. Only cues whose every word stands somewhere in the letter are tried, and
 * each only where its first word stands, so that a letter is gone through once however many cues there are.
 */
export function cueFinder<Meaning>(cues: readonly CompiledCue<Meaning>[], lexicon: Lexicon): (blocks: readonly (readonly Token[])[]) => CueFinder<Meaning> {
  return (blocks) => {
    const ids = idsOf(blocks, lexicon);
    const byFirst = new Map<number, CompiledCue<Meaning>[]>();
    for (const cue of cues) {
      if (!cue.elements.every((element) => element.optional || element.anyNumber || element.ids.some((id) => ids.present.has(id)))) continue;
      for (const first of firstOf(cue.elements)) for (const id of first.ids) if (ids.present.has(id)) push(byFirst, id, cue);
    }
    return (tokens, from, to) => {
      const own = ids.of.get(tokens) ?? tokens.map(({ fold }) => lexicon.idsOf(fold));
      const found: CueFound<Meaning>[] = [];
      for (let at = from; at < to; at++) findAt(at, to, tokens, own, byFirst, found);
      return found;
    };
  };
}

function findAt<Meaning>(at: number, to: number, tokens: readonly Token[], ids: readonly (readonly number[])[], byFirst: ReadonlyMap<number, readonly CompiledCue<Meaning>[]>, found: CueFound<Meaning>[]): void {
  const own = ids[at] ?? [];
  const tried = own.length > 1 ? new Set<CompiledCue<Meaning>>() : null;
  for (const id of own) {
    for (const cue of byFirst.get(id) ?? []) {
      if (tried?.has(cue)) continue;
      tried?.add(cue);
      const end = matchEnd(cue.elements, 0, tokens, ids, at, to);
      if (end >= 0) found.push({ meaning: cue.meaning, from: at, to: end });
    }
  }
}

function push<Meaning>(map: Map<number, CompiledCue<Meaning>[]>, id: number, cue: CompiledCue<Meaning>): void {
  const list = map.get(id);
  if (list) list.push(cue);
  else map.set(id, [cue]);
}

function idsOf(blocks: readonly (readonly Token[])[], lexicon: Lexicon): Ids {
  const present = new Set<number>();
  const of = new Map<readonly Token[], readonly (readonly number[])[]>();
  for (const tokens of blocks) {
    const ids = tokens.map(({ fold }) => lexicon.idsOf(fold));
    for (const own of ids) for (const id of own) present.add(id);
    of.set(tokens, ids);
  }
  return { of, present };
}

/** The elements a match may begin with. */
function firstOf(elements: readonly Element[]): Element[] {
  const needed = elements.findIndex(({ optional }) => !optional);
  return elements.slice(0, needed + 1);
}

/** Where the elements from `index` on end when the first of them stands at `at`; -1 when they do not stand there. */
function matchEnd(elements: readonly Element[], index: number, tokens: readonly Token[], ids: readonly (readonly number[])[], at: number, to: number): number {
  const element = elements[index];
  if (!element) return at;
  const last = element.gap ? Math.min(at + GAP, to - 1) : at;
  for (let place = at; place <= last && place < to; place++) {
    if (stands(element, tokens[place], ids[place])) {
      const end = matchEnd(elements, index + 1, tokens, ids, place + 1, to);
      if (end >= 0) return end;
    }
  }
  return element.optional ? matchEnd(elements, index + 1, tokens, ids, at, to) : -1;
}

function stands(element: Element, token: Token | undefined, own: readonly number[] | undefined): boolean {
  if (element.anyNumber && token?.kind === 'number') return true;
  if (own) for (const id of own) if (element.ids.includes(id)) return true;
  return false;
}
