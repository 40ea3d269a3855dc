import type { SaidLine } from '../complaints/draft-line';
import type { CaseRecord } from '../cases/desk-file';
import type { DeskAct } from './desk-act';

/** An act that notes that a letter was sent. */
export type NoteOfSending = Extract<DeskAct, { act: 'forwarded' | 'ask-statement' | 'conclusion-sent' }>;

/** What the adviser sends the municipality in a case: the complaint (S19), the wish for a statement (S24), the conclusion to the head of centre (S26). */
export const OUTGOING = ['forward', 'statement', 'conclusion'] as const;
export type Outgoing = (typeof OUTGOING)[number];

/** What is noted when a letter has been sent; null when it is noted already, or cannot be. */
export function noteOfSending(kind: Outgoing, { handoff, desk }: CaseRecord): NoteOfSending | null {
  const open = handoff.status !== 'closed';
  switch (kind) {
    case 'forward':
      return open ? { act: 'forwarded' } : null;
    case 'statement':
      return open && handoff.round === 'investigation' && desk.statement === null ? { act: 'ask-statement' } : null;
    case 'conclusion':
      return handoff.round === 'concluded' ? { act: 'conclusion-sent' } : null;
  }
}

/** What the adviser wrote to the citizen when the investigation was concluded; null before that. */
export function conclusionOf({ handoff, desk }: CaseRecord): string | null {
  const concluded = desk.events.findLast(({ kind, to }) => kind === 'round' && to === 'concluded');
  return concluded === undefined ? null : (handoff.messages.findLast(({ from, at }) => from === 'adviser' && at === concluded.at)?.text ?? null);
}

interface LetterOnPaper {
  readonly subject: string;
  readonly text: string;
  /** The citizen's own words within the text: they stand as hers. */
  readonly quoted: string;
  /** Lines of the head, "Dato: 25. november 2026". */
  readonly head: readonly string[];
}

/** A letter as the lines of a paper. Where the adviser has changed the quoted words, they are her own and stand like the rest. */
export function linesOfLetter({ subject, text, quoted, head }: LetterOnPaper): SaidLine[] {
  const hers = quoted.trim();
  const at = hers === '' ? -1 : text.indexOf(hers);
  const parts: readonly (readonly ['paragraph' | 'quote', string])[] = at < 0 ? [['paragraph', text]] : [['paragraph', text.slice(0, at)], ['quote', hers], ['paragraph', text.slice(at + hers.length)]];
  const lines: (readonly [SaidLine['style'], string])[] = [['title', subject], ...head.map((line) => ['field', line] as const), ...parts.flatMap(([style, part]) => part.split(/\n[^\S\n]*\n\s*/).map((each) => each.trim()).filter(Boolean).map((each) => [style, each] as const))];
  return lines.map(([style, words], place) => ({ key: String(place), style, text: words, edited: false }));
}
