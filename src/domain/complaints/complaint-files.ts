import type { SaidLine } from './draft-line';

/** A paper to be carried away. */
export interface PaperFile {
  readonly contentType: string;
  readonly bytes: Uint8Array;
}

/** What a complaint is written out from: the lines as they are said, the title among them. */
export interface ComplaintPaper {
  readonly title: string;
  readonly lines: readonly SaidLine[];
}

/** PORT: writes a complaint out as a paper of A4 pages in Danish, with title, headings and page numbers. */
export interface ComplaintFiles {
  docx(paper: ComplaintPaper): Promise<PaperFile>;
  /** Tagged, with language and title (PDF/UA). */
  pdf(paper: ComplaintPaper): Promise<PaperFile>;
}

/** PORT: writes a power of attorney (fuldmagt) to print and sign; what is known is filled in. */
export interface PowerOfAttorneyFile {
  pdf(facts: { readonly giver?: string; readonly holder?: string }): Promise<PaperFile>;
}
