/** A sentence of a text, and where it begins there. */
export interface Sentence {
  readonly text: string;
  readonly offset: number;
  readonly words: readonly string[];
}

/** Their full stop ends no sentence, whatever follows. Others ("osv.", "m.m.") end one when a capital follows. */
const ABBREVIATIONS = new Set(
  'bl.a kl nr stk jf f.eks fx ca tlf tel pr dvs evt inkl ekskl hhv vedr art pkt kap afd lbk bek hr fr dr mr mrs ms st e.g i.e approx'.split(' '),
);

const LIST_MARK = /^\s*(?:[–•*-]|\d+[.)])\s+/;
const PARTING = /^\s*(?:---\s*)?$/;

// Read as one word each: a place for a value, an e-mail or web address, a phone number written in groups, a word with what binds it.
const WORD = /\{[^{}]*\}|[\p{L}\p{N}._+-]+@[\p{L}\p{N}-]+(?:\.[\p{L}\p{N}-]+)+|https?:\/\/\S+|\+?\d{2,}(?: \d{2,})+|[\p{L}\p{N}]+(?:[-'’.:][\p{L}\p{N}]+)*/gu;

/**
 * The sentences of a text as citizens see it: a list line, a paragraph and a line that begins anew each end the one before.
 *
 * @example sentencesOf('Ring kl. 9. Vi svarer dig.').map(({ words }) => words.length) // [3, 3]
 */
export function sentencesOf(text: string): Sentence[] {
  return blocksOf(text).flatMap(({ text: block, offset }) => sentencesOfBlock(block, offset));
}

interface Block {
  text: string;
  readonly offset: number;
}

/** Runs of lines that belong together: a line goes on when it begins with a small letter. */
function blocksOf(text: string): Block[] {
  const blocks: Block[] = [];
  let open: Block | null = null;
  let offset = 0;
  for (const line of text.split('\n')) {
    const mark = LIST_MARK.exec(line)?.[0] ?? '';
    if (PARTING.test(line)) open = null;
    else if (open && mark === '' && /^\s*\p{Ll}/u.test(line)) open.text += `\n${line}`;
    else {
      open = { text: line.slice(mark.length), offset: offset + mark.length };
      blocks.push(open);
    }
    offset += line.length + 1;
  }
  return blocks;
}

function sentencesOfBlock(block: string, offset: number): Sentence[] {
  const sentences: Sentence[] = [];
  let start = 0;
  const end = (at: number) => {
    const text = block.slice(start, at);
    const words = text.match(WORD);
    if (words) sentences.push({ text: text.trim(), offset: offset + start + (text.length - text.trimStart().length), words });
    start = at;
  };
  for (const stop of block.matchAll(/[.!?…]+["”»')\]]*(?=\s|$)/g)) {
    const after = stop.index + stop[0].length;
    if (endsHere(block.slice(start, stop.index), stop[0], block.slice(after).trimStart())) end(after);
  }
  end(block.length);
  return sentences;
}

function endsHere(before: string, stop: string, next: string): boolean {
  if (next === '') return true;
  // "den 24. december", "osv. og": what goes on in small letters is the same sentence.
  if (/^\p{Ll}/u.test(next)) return !stop.startsWith('.');
  const last = /[\p{L}.]+$/u.exec(before)?.[0] ?? '';
  return !(stop === '.' && ABBREVIATIONS.has(last.toLocaleLowerCase('da')));
}
