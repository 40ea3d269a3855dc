const DAY = 86_400_000;
const HOUR = 3_600_000;

/** How long things are kept (contract § 6). */
export interface Retention {
  readonly chatDays: number;
  readonly filesHours: number;
  readonly caseMonths: number;
}

/** The moments, in milliseconds since 1970, before which chats and files are to be erased. */
export function retentionLimits(now: number, { chatDays, filesHours }: Retention): { chatsBefore: number; filesBefore: number } {
  return { chatsBefore: now - chatDays * DAY, filesBefore: now - filesHours * HOUR };
}
