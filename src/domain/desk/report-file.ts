import type { PaperFile } from '../complaints/complaint-files';

/** A table of a report in words. */
export interface ReportPaperTable {
  readonly heading: string;
  /** What each column is; the first names the rows. */
  readonly head: readonly string[];
  readonly rows: readonly (readonly string[])[];
}

/** The annual report in words, ready to be written out. */
export interface ReportPaper {
  readonly title: string;
  readonly lead: readonly string[];
  readonly tables: readonly ReportPaperTable[];
  /** Stands in place of a table without rows. */
  readonly nothing: string;
}

/** PORT: writes the annual report as a Word file, with real headings and tables whose head is repeated on each page. */
export type WriteReport = (report: ReportPaper) => Promise<PaperFile>;
