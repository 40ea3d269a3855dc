import type { Lexicon } from './lexicon';
import type { Token } from './letter-tokens';

/** Up to so many words may stand where a cue has "…". */
const GAP = 6;

interface Element {
  /** Numbers of the words that may stand here; empty for `#`, any number. */
  readonly ids: ReadonlySet<number>;
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

/** Puts its words for each `<family>` of a writing; a family that is not known is left as it stands, and then never found. */
export function withFamilies(writing: string, families: Readonly<Record<string, readonly string[]>>): string {
  return writing.replace(/<([a-z-]+)>/gu, (all, name: string, at: number) => {
    const words = families[name]?.join('|') ?? all;
    const opened = Math.max(writing.lastIndexOf('(', at), writing.lastIndexOf('[', at));
    const closed = Math.max(writing.lastIndexOf(')', at), writing.lastIndexOf(']', at));
    return opened > closed ? words : `(${words})`;
  });
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
    const addressed = written.includes('du') ? written.map((word) => (word === 'i' ? '§I' : word === 'de' ? '§De' : word)) : written;
    const words = addressed.map((word) => (word === 'før' ? '§før' : word));
    elements.push({ ids: new Set(words.filter((word) => word !== '#').map((word) => lexicon.add(word))), anyNumber: words.includes('#'), optional, gap });
    gap = false;
  }
  return { meaning, elements };
}

/** Looks for many cues at once in the tokens of a block. */
export type CueFinder<Meaning> = (tokens: readonly Token[], from: number, to: number) => CueFound<Meaning>[];

/** A letter's tokens with the cue words that each is. */
interface Ids {
  readonly of: ReadonlyMap<readonly Token[], readonly (readonly number[])[]>;
  /** How often the cue word of a number stands in the letter. */
  readonly times: ReadonlyMap<number, number>;
}

/** A cue made ready for all letters: its needed elements by their number among all elements of all cues. */
interface Prepared<Meaning> {
  readonly cue: CompiledCue<Meaning>;
  readonly order: number;
  readonly needed: readonly { readonly element: number; readonly fewest: number; readonly most: number }[];
}

/** A cue, looked for where the element of it stands that is rarest in the letter; so many tokens may stand before that. */
interface Anchored<Meaning> {
  readonly cue: CompiledCue<Meaning>;
  readonly order: number;
  readonly fewest: number;
  readonly most: number;
}

/**
 * Makes the finder for one letter, given the tokens of its blocks. Only cues whose every word stands somewhere in the letter are tried, and
 * each only where its rarest word stands, so that thousands of cues of everyday words cost little.
 */
export function cueFinder<Meaning>(cues: readonly CompiledCue<Meaning>[], lexicon: Lexicon): (blocks: readonly (readonly Token[])[]) => CueFinder<Meaning> {
  const { prepared, elements } = prepare(cues);
  return (blocks) => {
    const ids = idsOf(blocks, lexicon);
    const anchored = anchors(prepared, elements, ids.times);
    return (tokens, from, to) => {
      const own = ids.of.get(tokens) ?? tokens.map(({ fold }) => lexicon.idsOf(fold));
      const found: (CueFound<Meaning> & { readonly order: number })[] = [];
      const tried = new Map<number, number>();
      for (let at = from; at < to; at++) for (const id of own[at] ?? []) for (const each of anchored.get(id) ?? []) findAround(each, at, from, to, tokens, own, tried, found);
      return found.toSorted((a, b) => a.from - b.from || a.order - b.order);
    };
  };
}

/** Numbers the elements that cues need, like ones alike. */
function prepare<Meaning>(cues: readonly CompiledCue<Meaning>[]): { prepared: Prepared<Meaning>[]; elements: (readonly number[])[] } {
  const numbers = new Map<string, number>();
  const elements: (readonly number[])[] = [];
  const prepared = cues.map((cue, order) => {
    let fewest = 0;
    let most = 0;
    const needed: { element: number; fewest: number; most: number }[] = [];
    cue.elements.forEach(({ ids, anyNumber, optional, gap }, at) => {
      if (gap && at > 0) most += GAP;
      if (!optional && !anyNumber) {
        const key = [...ids].join(' ');
        const element = numbers.get(key) ?? elements.push([...ids]) - 1;
        numbers.set(key, element);
        needed.push({ element, fewest, most });
      }
      if (!optional) fewest++;
      most++;
    });
    return { cue, order, needed };
  });
  return { prepared, elements };
}

function anchors<Meaning>(prepared: readonly Prepared<Meaning>[], elements: readonly (readonly number[])[], times: ReadonlyMap<number, number>): ReadonlyMap<number, readonly Anchored<Meaning>[]> {
  const counts = elements.map((ids) => ids.reduce((sum, id) => sum + (times.get(id) ?? 0), 0));
  const anchored = new Map<number, Anchored<Meaning>[]>();
  for (const { cue, order, needed } of prepared) {
    let rarest = needed[0];
    for (const each of needed) if ((counts[each.element] ?? 0) < (counts[rarest?.element ?? 0] ?? 0)) rarest = each;
    if (!rarest || !counts[rarest.element]) continue;
    const { element, fewest, most } = rarest;
    for (const id of elements[element] ?? []) {
      if (!times.has(id)) continue;
      const list = anchored.get(id);
      const each = { cue, order, fewest, most };
      if (list) list.push(each);
      else anchored.set(id, [each]);
    }
  }
  return anchored;
}

/** Tries a cue from each place that it may begin at, given where its rarest word stands. */
function findAround<Meaning>({ cue, order, fewest, most }: Anchored<Meaning>, at: number, from: number, to: number, tokens: readonly Token[], ids: readonly (readonly number[])[], tried: Map<number, number>, found: (CueFound<Meaning> & { readonly order: number })[]): void {
  // What was tried from an earlier anchor is not tried again.
  const first = Math.max(from, at - most, (tried.get(order) ?? -1) + 1);
  for (let start = first; start <= at - fewest; start++) {
    if (!mayBegin(cue.elements, tokens[start], ids[start])) continue;
    const end = matchEnd(cue.elements, 0, tokens, ids, start, to);
    if (end >= 0) found.push({ meaning: cue.meaning, from: start, to: end, order });
  }
  tried.set(order, Math.max(tried.get(order) ?? -1, at - fewest));
}

/** Whether the first element, or one after none but optional ones, stands here. */
function mayBegin(elements: readonly Element[], token: Token | undefined, own: readonly number[] | undefined): boolean {
  for (const element of elements) {
    if (stands(element, token, own)) return true;
    if (!element.optional) return false;
  }
  return false;
}

function idsOf(blocks: readonly (readonly Token[])[], lexicon: Lexicon): Ids {
  const times = new Map<number, number>();
  const of = new Map<readonly Token[], readonly (readonly number[])[]>();
  for (const tokens of blocks) {
    const ids = tokens.map(({ fold }) => lexicon.idsOf(fold));
    for (const own of ids) for (const id of own) times.set(id, (times.get(id) ?? 0) + 1);
    of.set(tokens, ids);
  }
  return { of, times };
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
  if (own) for (const id of own) if (element.ids.has(id)) return true;
  return false;
}
