import { goesOnByItself, mustStandBy, saysUpheld } from '../appeal-day';
import { isVerified, type AppealRule } from '../appeal-rule';
import type { AppealBody } from '../letter-reading';
import { shortQuote } from './quote';
import { goesAgainst, point, type LetterFacts, type Point, type Value } from './point';

/** What she can do: whether it can be appealed, where the appeal is sent, who decides, and whether the decision waits. */
export function whomToAsk(facts: LetterFacts): Point[] {
  const { reading, rule } = facts;
  const { appeal, kind } = reading;
  if (kind !== 'decision') return appeal.possible === true ? theRoute(facts) : [];
  if (mustStandBy(facts)) return [];
  if (goesOnByItself(facts)) return [point('letter.route.goes-on', { body: bodyInWords(appeal.body, rule, facts.quotes) }), point('letter.route.goes-on.not-yet')];
  if (appeal.possible === false) return cannot(facts);
  if (appeal.possible === null && rule?.possible === false) return [point('letter.route.none-in-law'), ...instead()];
  if (!goesAgainst(reading) && appeal.possible === null) return [];
  return [...(saysUpheld(facts) ? [point('letter.route.upheld')] : []), ...theRoute(facts), ...(reading.otherRoutes.length === 0 ? [] : [point('letter.route.others')]), ...parents(facts), ...whetherItWaits(facts)];
}

/** The letter says no; where the law was read and says yes, the adviser is to look at it. */
function cannot({ rule }: LetterFacts): Point[] {
  const doubtful = rule?.possible === true && rule.body !== 'kommunen' && rule.body !== 'skoleleder-og-kommune';
  return [point('letter.route.none'), ...(doubtful ? [point('letter.route.none-doubtful', { about: rule.about })] : []), ...instead()];
}

const instead = (): Point[] => [point('letter.route.instead')];

function theRoute({ reading: { appeal, department }, rule, quotes, told }: LetterFacts): Point[] {
  const silent = appeal.sendTo === null && appeal.body === null;
  const known = rule?.possible === true ? rule : null;
  const body = appeal.body ?? known?.body ?? null;
  const sendTo = appeal.sendTo ?? (known && isVerified(known, 'sendTo') && (silent || appeal.body === known.body) ? known.sendTo : null);
  if (body === null && sendTo === null) return [point('letter.route.unknown')];
  const decides = bodyInWords(body, known, quotes);
  const byLaw = (appeal.sendTo === null && sendTo !== null) || (appeal.body === null && body !== null);
  const fromLaw = byLaw && known ? [point(told ? 'letter.route.law-says.told' : 'letter.route.law-says', { about: known.about })] : [];
  const portal = known?.via && (appeal.body === null || appeal.body === known.body) ? [point(`letter.route.${known.via}`), ...(known.fee ? [point('letter.route.fee')] : [])] : [];
  const how = body === 'ankestyrelsen' ? [point('letter.route.how')] : [];
  const differs = appeal.sendTo !== null && known?.sendTo && known.body === appeal.body && known.sendTo !== appeal.sendTo && isVerified(known, 'sendTo') && known.sendTo !== 'other' && appeal.sendTo !== 'other';
  const both = differs && known.sendTo ? [point('letter.route.differs', { sendTo: bodyInWords(known.sendTo, null, {}) })] : [];
  return [...fromLaw, ...send(sendTo, body, { decides, department, rule: known }), ...both, ...portal, ...how];
}

function send(sendTo: AppealBody | null, body: AppealBody | null, { decides, department, rule }: { decides: Value; department: string | null; rule: AppealRule | null }): Point[] {
  if (sendTo === null) return [point('letter.route.send-unknown', { body: decides })];
  if (sendTo === 'kommunen' && (body === 'kommunen' || body === 'skoleleder-og-kommune')) return [point('letter.route.kommunen-alone')];
  if (sendTo === 'kommunen' && body === null) return [point('letter.route.kommunen', { department: department ?? { phrase: 'letter.the-department' } }), point('letter.route.body-unknown')];
  if (sendTo === 'kommunen') return [point('letter.route.kommunen', { department: department ?? { phrase: 'letter.the-department' } }), point(rule?.reassessment === null && rule.via ? 'letter.route.passed-on' : 'letter.route.looks-again', { body: decides })];
  if (sendTo === 'ankestyrelsen' && rule?.sendTo === 'ankestyrelsen') return [point('letter.route.direct', { body: decides }), point('letter.route.committee')];
  if (sendTo === 'other') return rule?.sendToName ? [point('letter.route.sender', { sendTo: rule.sendToName, body: decides })] : [point('letter.route.send-as-letter', { body: decides })];
  return [point('letter.route.direct', { body: sendTo === body ? decides : bodyInWords(sendTo, null, {}) })];
}

/** A name longer than this is more than a name. */
const NAME_AT_MOST = 70;

/** Who decides, in words; those that have no slug of their own as the letter or the law names them. */
function bodyInWords(body: AppealBody | null, rule: AppealRule | null, quotes: LetterFacts['quotes']): Value {
  const named = quotes['appeal.body']?.[0];
  if (body === 'other' && named !== undefined && named.length <= NAME_AT_MOST) return shortQuote(named);
  if (body === null || body === 'other') return rule?.bodyName ?? { phrase: 'letter.body.other' };
  return { phrase: `letter.body.${body}` };
}

/** Each of two parents has a time limit of her or his own (trap 20). */
const parents = ({ reading, told }: LetterFacts): Point[] => (!told && reading.legalBasis.some(({ law }) => law === 'barnets lov') ? [point('letter.route.parents')] : []);

/** Whether the decision waits (opsættende virkning, RSL § 72): said only as the law has it. */
function whetherItWaits({ reading, rule }: LetterFacts): Point[] {
  if (rule === null || !goesAgainst(reading) || reading.outcome === 'refused' || reading.outcome === 'partly-granted' || reading.outcome === 'dismissed') return [];
  const losing = reading.outcome === 'stopped' || reading.outcome === 'reduced';
  const cited = new Set(reading.legalBasis.flatMap(({ law, section }) => (rule.laws.includes(law) ? [section] : [])));
  if (losing && rule.notice?.sections.some((section) => cited.has(section))) return [point('letter.waits.notice', { weeks: String(rule.notice.weeks) })];
  if (rule.id === 'bos-udk' && reading.outcome === 'repayment') return [point('letter.waits.statutory')];
  switch (rule.suspends) {
    case 'statutory':
      return [point('letter.waits.statutory')];
    case 'on-request':
      return [point('letter.waits.on-request')];
    case 'none':
      return [point('letter.waits.no')];
    default:
      return [];
  }
}
