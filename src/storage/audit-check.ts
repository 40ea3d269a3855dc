/** What a check of the audit log found, as it lies in its file or in its table. */
export type AuditCheck =
  | { readonly kind: 'whole'; readonly entries: number; /** The hash of the last entry: note it elsewhere, and a log that was cut short is found as well. */ readonly head: string | null }
  /** A line of the file, counted from 1. */
  | { readonly kind: 'line-damaged'; readonly line: number }
  /** A row of the table, by the number of its entry. */
  | { readonly kind: 'row-damaged'; readonly entry: number }
  | { readonly kind: 'chain-broken'; readonly entry: number };
