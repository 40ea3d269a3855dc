/** A piece of a paper, in the order of reading. How it looks is the affair of whoever writes it out. */
export type PaperBlock =
  /** A day stands above what happened on it, a lead-in above a quotation, a closing above a signature; a note is small print. */
  | { readonly kind: 'title' | 'heading' | 'paragraph' | 'day' | 'lead-in' | 'closing' | 'note'; readonly text: string }
  /** Somebody's own words. `language`: a tag such as `tr` where it is known; null otherwise. */
  | { readonly kind: 'quote'; readonly text: string; readonly language: string | null }
  /** Something known: its name, a colon included, and what it is. */
  | { readonly kind: 'field'; readonly label: string; readonly value: string }
  /** A line to write on by hand: its name, and small words at its end; both may be empty. */
  | { readonly kind: 'blank'; readonly label: string; readonly hint: string }
  /** A box to tick; with `blank` a line to write on follows the words. */
  | { readonly kind: 'tick'; readonly text: string; readonly blank: boolean };

/** A paper of A4 pages in Danish. */
export interface Paper {
  /** Shown by the reader's window; the only thing of the paper that its metadata tell. */
  readonly title: string;
  readonly blocks: readonly PaperBlock[];
}

/** What the writers say themselves; both sentences come from the content. */
export interface PaperWords {
  /** The foot of a page; the numbers are handed in as text, since Word counts its pages itself. */
  page(number: string, of: string): string;
  /** Said last in a PDF that cannot draw a letter of hers: `mark` stands where it stood. */
  unshown(mark: string): string;
}

/** The language of every paper, its numbers and its spelling. */
export const PAPER_LANGUAGE = 'da-DK';
