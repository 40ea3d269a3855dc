/** One file as it came: the name tells nothing certain of what is in it. */
export interface DocumentFile {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** The plain text of one letter, out of one file or several in order. */
export interface DocumentText {
  readonly text: string;
  readonly pages: number;
  /** Read by OCR, and badly: what it did not give must not be called missing from the letter. */
  readonly poor: boolean;
}

/** What may follow a reading under way. */
export interface ReadingWatch {
  readonly onProgress?: (progress: { readonly page: number; readonly pages: number }) => void;
  readonly signal?: AbortSignal;
}

/** PORT: turns the files of one letter (PDF, DOCX, pictures, plain text) into text. */
export interface DocumentReader {
  /**
   * Rejects with an AdviserError: `document-locked` (password), `document-broken`, `document-empty` (nothing to read in it), `document-wrong`
   * (another kind of file, HEIC too), `document-too-large` (a limit of contract § 7, size or time), `document-stopped` (by the signal).
   */
  read(files: readonly DocumentFile[], watch?: ReadingWatch): Promise<DocumentText>;
}
