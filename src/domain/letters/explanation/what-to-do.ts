import { actionDay, mustStandBy } from '../appeal-day';
import { point, type LetterFacts, type Point, type Value } from './point';

/** What the letter asks of her, and what follows when she does not; in any kind of letter. */
export function whatToDo(facts: LetterFacts): Point[] {
  const { kind, action } = facts.reading;
  if (action === null) return kind === 'notice' || kind === 'receipt' ? [point(`letter.action.none.${kind}`)] : kind === 'hearing' ? [point('letter.action.comment.no-day'), ...hints('comment')] : [];
  const by = actionDay(facts);
  const day: Value | null = by === null ? null : { day: by };
  const late = by !== null && by < facts.today;
  if (action.kind === 'confirm-appeal') return !mustStandBy(facts) ? [] : [point(day ? 'letter.action.confirm-appeal' : 'letter.action.confirm-appeal.no-day', day ? { day } : {}), ...(late ? [point('letter.action.late')] : []), ...hints('confirm-appeal')];
  const values = {
    ...(day === null ? {} : { day }),
    ...(action.kind === 'pay' && action.amount !== null ? { amount: inCrowns(action.amount) } : {}),
  };
  const form = `${action.kind === 'pay' && action.amount !== null ? '.amount' : ''}${day === null ? '.no-day' : ''}`;
  return [
    point(`letter.action.${action.kind}${form}`, values),
    ...(action.at === null ? [] : [point('letter.action.at', { at: action.at })]),
    ...(action.place === null ? [] : [point('letter.action.place', { place: action.place })]),
    ...(action.what.length === 0 ? [] : [point('letter.action.what', { what: action.what.map((each) => `– ${each}`).join('\n') })]),
    ...(late ? [point('letter.action.late')] : []),
    ...ring(facts),
    ...(action.kind === 'pay' && day === null ? [point('letter.action.hint.pay.no-day')] : hints(action.kind)),
  ];
}

/** The number that the letter itself gives. */
function ring({ quotes }: LetterFacts): Point[] {
  const phone = quotes['action.phone']?.[0];
  return phone === undefined ? [] : [point('letter.action.phone', { phone: phone.trim() })];
}

/** "10.008,00" and "1.250 kr" as amounts of money. */
const inCrowns = (amount: string): string => (/\d\s*$/.test(amount) ? `${amount.trim()} kr.` : amount.trim().replace(/kr$/iu, 'kr.'));

const hints = (kind: string): Point[] => [point(`letter.action.hint.${kind}`)];
