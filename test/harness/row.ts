/** What a row of faults needs of a run. */
export interface RowRun {
  readonly seed: number;
  /** A folder of its own. */
  readonly folder: string;
  /** A sample instead of the whole: what `npm test` has time for. */
  readonly light: boolean;
}

export type Figures = Readonly<Record<string, string | number | boolean | readonly string[] | null>>;

/** What came of a row; `pass` says whether every promise was kept. */
export interface RowResult {
  readonly pass: boolean;
  readonly figures: Figures;
}

/** A fault, made to happen again and again. */
export interface Row {
  /** As in the list of faults: C1, C2 …; a name where it is not of that list. */
  readonly id: string;
  readonly what: string;
  /** What this machine lacks for it; null when all is there. */
  readonly lacks?: () => string | null;
  readonly run: (run: RowRun) => Promise<RowResult>;
}
