/** How long things are kept, as the operator has set it (contract § 6). */
export interface Retention {
  readonly chatDays: number;
  readonly filesHours: number;
  readonly caseMonths: number;
}

/** The times as values for phrases; a case's in years, rounded up so that no less is said than is kept. */
export function retentionInWords({ chatDays, filesHours, caseMonths }: Retention): Record<'chatDays' | 'fileHours' | 'caseYears', string> {
  return { chatDays: String(chatDays), fileHours: String(filesHours), caseYears: String(Math.ceil(caseMonths / 12)) };
}
