/** How a line of the draft looks in a document. */
export type DraftStyle = 'title' | 'field' | 'heading' | 'paragraph' | 'event' | 'quote' | 'closing';

/** Where the words of a value come from: nothing in a draft is invented. */
export type Origin =
  /** Her answer to a question of the form. */
  | { readonly kind: 'answer'; readonly field: string }
  /** The letter, word for word or as it was read. */
  | { readonly kind: 'letter'; readonly field: string }
  /** The row of the law that the road rests on. */
  | { readonly kind: 'law'; readonly field: string };

/** A value put into a phrase, and where it comes from. */
export interface DraftValue {
  readonly text: string;
  readonly from: Origin;
}

/**
 * One line of a draft: a fixed phrase of the content (`draft.*`) with values of hers or of the letter. Its `key` names it
 * for editing and stays the same while the answers it rests on do.
 */
export interface DraftLine {
  readonly key: string;
  readonly style: DraftStyle;
  readonly phrase: string;
  readonly values: Readonly<Record<string, DraftValue>>;
}

/** Her own changes of a draft: the new words of a line, or null where she struck it out; by the line's key. */
export type DraftEdits = Readonly<Record<string, string | null>>;

/** A line as it is read, with what it rests on. */
export interface SaidLine {
  readonly key: string;
  readonly style: DraftStyle;
  readonly text: string;
  /** Written or changed by her in the draft itself. */
  readonly edited: boolean;
}

/** The draft in words: phrases said by `say`, her edits put in their place, struck lines left out. */
export function sayDraft(lines: readonly DraftLine[], edits: DraftEdits, say: (phrase: string, values: Readonly<Record<string, string>>) => string): SaidLine[] {
  return lines.flatMap(({ key, style, phrase, values }) => {
    const edit = edits[key];
    if (edit === null) return [];
    const text = edit ?? say(phrase, Object.fromEntries(Object.entries(values).map(([name, value]) => [name, value.text])));
    return [{ key, style, text, edited: edit !== undefined }];
  });
}

/** The draft as plain text: what is shown, copied and kept in the case. */
export const draftAsText = (lines: readonly SaidLine[]): string =>
  lines.map(({ style, text }, place) => (style === 'heading' || style === 'closing' || (style === 'title' && place > 0) ? `\n${text}` : text)).join('\n');
