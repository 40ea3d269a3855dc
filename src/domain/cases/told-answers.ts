/** Answers that stand in places of their own in a case: who she is, how she is reached, what may be done. */
const ELSEWHERE: ReadonlySet<string> = new Set(['name', 'phone', 'email', 'preferred', 'mayLeaveMessage', 'contactDepartment', 'seeFile', 'keepLetter', 'handover', 'department']);

/** Questions that she answers in words of her own. */
export const OWN_WORDS: ReadonlySet<string> = new Set(['about', 'area', 'whatHappened', 'disagree', 'stillWrong', 'lateBecause', 'point1', 'point2', 'point3', 'meant', 'wish', 'who', 'text', 'decided', 'letterWish']);

/** One answer of the review that she pressed Send on, as it stood there. */
export interface ToldAnswer {
  readonly field: string;
  readonly label: string;
  readonly text: string;
}

/** What of the review tells of the matter itself. */
export const ofTheMatter = (told: readonly ToldAnswer[]): ToldAnswer[] => told.filter(({ field }) => !ELSEWHERE.has(field));
