import { say, type Refiner } from '../draft';

/** Whether the last day is past, when today is known; null where there is no last day. */
export const lateness: Refiner = (draft, sight) => {
  const { today } = sight.given;
  if (today === undefined) return draft;
  const { appeal } = draft.reading;
  return say(draft, sight, { appeal: { ...appeal, late: appeal.deadline === null ? null : appeal.deadline < today } });
};
