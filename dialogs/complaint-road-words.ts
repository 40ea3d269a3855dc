import { DateTime } from 'luxon';
import { ZONE } from '../src/domain/calendar';
import { ComplaintAnswers } from '../src/domain/complaints/complaint-answers';
import { Road } from '../src/domain/complaints/complaint-road';
import type { Answers } from '../src/domain/forms/form';
import type { AppealBody } from '../src/domain/letters/letter-reading';
import type { Talk } from './talk';

/** Roads on which no complaint is to be written: she is told what to do instead. */
const ENDS: readonly Road['kind'][] = ['no-appeal', 'comment', 'passed-on', 'keep-up'];

/** Says where the complaint goes and by when, once enough is known; nothing that nobody has read in the letter or the law. */
export async function sayRoad(talk: Talk, answers: Answers): Promise<void> {
  const road = Road.safeParse(answers.road).data;
  if (!road || alreadyTold(talk, road)) return;
  if (road.kind === 'appeal') await sayAppeal(talk, road);
  else await talk.say(`complaint.road.${road.kind}`, {}, { choices: [] });
}

/** The road of this form was told in this turn or before it; told again only where it has changed. */
function alreadyTold(talk: Talk, road: Road): boolean {
  const told = JSON.stringify([road.kind, road.rule, road.body, road.lastDay]);
  if (talk.memory.roadTold === told) return true;
  talk.memory.roadTold = told;
  return false;
}

/** Says why the matter ends here and what can be done instead; false when it goes on. */
export async function endRoad(talk: Talk, answers: Answers): Promise<boolean> {
  const road = Road.safeParse(answers.road).data;
  const { area, letter } = ComplaintAnswers.parse(answers);
  // Without a letter the road stands only once she has said what the decision is about.
  if (!road || !ENDS.includes(road.kind) || (letter === undefined && area === undefined)) return false;
  const rule = talk.content.appealRules.find(({ id }) => id === road.rule);
  if (rule) await talk.say('complaint.road.area', { area: rule.about[talk.language] }, { choices: [] });
  if (road.lastDay !== null) await talk.say(`complaint.road.${road.kind}.by`, { day: talk.day(road.lastDay) });
  else await talk.say(`complaint.road.${road.kind}`);
  return true;
}

async function sayAppeal(talk: Talk, road: Road): Promise<void> {
  const rule = road.source === 'rule' ? talk.content.appealRules.find(({ id }) => id === road.rule) : undefined;
  if (rule) await talk.say('complaint.road.area', { area: rule.about[talk.language] }, { choices: [] });
  const body = bodyInWords(talk, road.body, road.bodyName);
  const sendTo = bodyInWords(talk, road.sendTo, road.sendToName);
  const where = sendTo === null ? 'where-letter' : road.viaPortal ? 'where-portal' : 'where';
  await talk.say(`complaint.road.${where}`, { body: body ?? talk.words('complaint.body.letter'), sendTo: sendTo ?? '' }, { choices: [] });
  if (road.lastDay === null) await talk.say('complaint.road.no-day', {}, { choices: [] });
  else await talk.say(road.late ? 'complaint.road.late' : 'complaint.road.last-day', { day: talk.day(road.lastDay), days: daysLeft(talk, road.lastDay) }, { choices: [] });
}

/** "i dag", "i morgen", "om 12 dage". */
function daysLeft(talk: Talk, last: string): string {
  const today = talk.services.now().setZone(ZONE).startOf('day');
  const days = Math.round(DateTime.fromISO(last, { zone: ZONE }).diff(today, 'days').days);
  if (days === 0 || days === 1) return talk.words(days === 0 ? 'complaint.days.today' : 'complaint.days.tomorrow');
  return talk.words('complaint.days.left', { days: String(days) });
}

/** A body's name as people know it; null where it is known neither from the letter nor from the law. */
export function bodyInWords(talk: Talk, body: AppealBody | null, name: string | null): string | null {
  if (body === null) return null;
  if (body === 'kommunen') return name ?? talk.content.fact('municipality.name', talk.language);
  return name ?? talk.content.authorities.find(({ id }) => id === body)?.name ?? (talk.content.has(`complaint.body.${body}`) ? talk.words(`complaint.body.${body}`) : null);
}
