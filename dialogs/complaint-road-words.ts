import { DateTime } from 'luxon';
import { ZONE } from '../src/domain/calendar';
import type { NamedBody } from '../src/domain/complaints/complaint';
import { ComplaintAnswers, type RoadNames } from '../src/domain/complaints/complaint-answers';
import { Road } from '../src/domain/complaints/complaint-road';
import type { Answers } from '../src/domain/forms/form';
import type { Language } from '../src/domain/language';
import { isVerified } from '../src/domain/letters/appeal-rule';
import type { AppealBody } from '../src/domain/letters/letter-reading';
import { isFromHome } from './letter-facts';
import { lastDayFile } from './last-day-file';
import type { Talk } from './talk';

/** Roads on which no complaint is to be written: she is told what to do instead. */
const ENDS: readonly Road['kind'][] = ['no-appeal', 'comment', 'passed-on', 'reassessing', 'pending'];
/** Decisions that take something away: there it matters whether they wait for the appeal. */
const TAKES_AWAY: readonly string[] = ['stopped', 'reduced', 'repayment'];

/** Says where the complaint goes and by when, once enough is known; nothing that nobody has read in the letter or the law. */
export async function sayRoad(talk: Talk, answers: Answers): Promise<void> {
  const road = Road.safeParse(answers.road).data;
  if (!road || alreadyTold(talk, road)) return;
  if (road.kind === 'appeal') await sayAppeal(talk, road, answers);
  else if (road.kind === 'keep-up' && road.lastDay !== null) await talk.say('complaint.road.keep-up.by', { day: talk.day(road.lastDay) }, { choices: [], attachments: lastDayFile(talk, road.lastDay) });
  else await talk.say(`complaint.road.${road.kind}`, {}, { choices: [] });
}

/** The road of this form was told in this turn or before it; told again only where it has changed. */
function alreadyTold(talk: Talk, road: Road): boolean {
  const told = JSON.stringify([talk.memory.formsBegun, road.kind, road.rule, road.body, road.lastDay]);
  if (talk.memory.roadTold === told) return true;
  talk.memory.roadTold = told;
  return false;
}

/** Says why the matter ends here and what can be done instead; false when it goes on. */
export async function endRoad(talk: Talk, answers: Answers): Promise<boolean> {
  const road = Road.safeParse(answers.road).data;
  if (!road || !ENDS.includes(road.kind)) return false;
  // The way out that is offered is a complaint on how the case was dealt with.
  talk.memory.noAppeal = road.kind === 'no-appeal';
  await sayEnd(talk, road, answers);
  return true;
}

async function sayEnd(talk: Talk, road: Road, answers: Answers): Promise<void> {
  if (road.kind === 'pending') return talk.say(`complaint.pending.${road.pendingAt ?? 'court'}`);
  if (road.kind === 'reassessing') return talk.say('complaint.road.reassessing');
  if (road.source === 'rule') await sayArea(talk, road, answers);
  const instead = `complaint.instead.${road.rule}`;
  if (road.kind === 'no-appeal' && talk.content.has(instead)) return talk.say(instead);
  if (road.lastDay !== null) return talk.say(`complaint.road.${road.kind}.by`, { day: talk.day(road.lastDay) });
  return talk.say(`complaint.road.${road.kind}`);
}

/** What her words were taken for, so that she can object; not where she chose it herself. */
async function sayArea(talk: Talk, road: Road, answers: Answers): Promise<void> {
  const rule = talk.content.appealRules.find(({ id }) => id === road.rule);
  if (rule && !(Array.isArray(answers.areas) && answers.areas.length > 0)) await talk.say('complaint.road.area', { area: rule.about[talk.language] }, { choices: [] });
}

async function sayAppeal(talk: Talk, road: Road, answers: Answers): Promise<void> {
  if (road.source === 'rule') await sayArea(talk, road, answers);
  const body = bodyInWords(talk, road.body, road.bodyName);
  const sendTo = bodyInWords(talk, road.sendTo, road.sendToName);
  const direct = road.sendTo === road.body;
  const where = sendTo === null ? 'where-letter' : road.viaPortal ? (direct ? 'where-portal-same' : 'where-portal') : direct ? 'where-same' : 'where';
  await talk.say(`complaint.road.${where}`, { body: capital(body ?? talk.words('complaint.body.letter')), sendTo: sendTo ?? '' }, { choices: [] });
  // She was not asked yet for the day she got it.
  if (road.lastDay === null) await talk.say(answers.received === undefined && dayWouldTell(talk, road) ? 'complaint.road.which-day' : 'complaint.road.no-day', {}, { choices: [] });
  else await talk.say(road.late ? 'complaint.road.late' : 'complaint.road.last-day', { day: talk.day(road.lastDay), days: daysLeft(talk, road.lastDay) }, { choices: [], attachments: lastDayFile(talk, road.lastDay) });
  if (road.urgent) await sayHurry(talk, road, answers);
  if (takesAway(answers)) await sayWaits(talk, answers);
}

/** The last day is near: two lines now, or a call, count as well (L-3.9, L-4.6). */
async function sayHurry(talk: Talk, { sendTo }: Road, answers: Answers): Promise<void> {
  const authority = ComplaintAnswers.parse(answers).letter?.reading.authority ?? null;
  const home = sendTo === 'kommunen' && isFromHome(talk, authority);
  await talk.say(home ? 'complaint.road.hurry' : 'complaint.road.hurry.elsewhere', {}, { choices: [] });
}

/** The law's row gives a time that runs from the day she got it. */
function dayWouldTell({ content }: Talk, { source, rule: id }: Road): boolean {
  const rule = content.appealRules.find((each) => each.id === id);
  return source === 'rule' && rule !== undefined && rule.time !== null && rule.from === 'receipt' && isVerified(rule, 'deadline');
}

const capital = (text: string): string => `${text.charAt(0).toLocaleUpperCase('da')}${text.slice(1)}`;

/** Whether the help stops or shrinks, by the letter or by her words. */
const takesAway = (answers: Answers): boolean => TAKES_AWAY.includes(ComplaintAnswers.parse(answers).letter?.reading.outcome ?? '') || (Array.isArray(answers.needs) && answers.needs.includes('stops'));

/** Whether the decision waits for the appeal: only as the law has it (opsættende virkning). */
export async function sayWaits(talk: Talk, answers: Answers): Promise<void> {
  const road = Road.safeParse(answers.road).data;
  // Where she may ask for it, she is asked.
  if (road?.kind === 'appeal' && (road.waits === 'none' || road.waits === 'partly' || road.waits === 'statutory')) await talk.say(`complaint.waits.${road.waits}`, {}, { choices: [] });
}

/** "i dag", "i morgen", "om 12 dage". */
function daysLeft(talk: Talk, last: string): string {
  const today = talk.services.now().setZone(ZONE).startOf('day');
  const days = Math.round(DateTime.fromISO(last, { zone: ZONE }).diff(today, 'days').days);
  if (days === 0 || days === 1) return talk.words(days === 0 ? 'complaint.days.today' : 'complaint.days.tomorrow');
  return talk.words('complaint.days.left', { days: String(days) });
}

/** A body's name as people know it; null where it is known neither from the letter nor from the law. */
export function bodyInWords({ content, language: spoken }: Pick<Talk, 'content' | 'language'>, body: AppealBody | null, name: string | null, language: Language = spoken): string | null {
  if (body === null) return null;
  if (body === 'kommunen') return name ?? content.fact('municipality.name', language);
  return name ?? content.authorities.find(({ id }) => id === body)?.name ?? (content.has(`complaint.body.${body}`) ? content.say(`complaint.body.${body}`, language).bubbles.join(' ') : null);
}

/** What names are found by. */
interface Naming extends Pick<Talk, 'content' | 'language'> {
  readonly memory: Pick<Talk['memory'], 'tongue'>;
}

/** The names that go into the complaint itself, as far as the road gives them: Danish, as all of it. */
export function roadNames(talk: Naming, answers: Answers): RoadNames {
  const { about, letter, which } = ComplaintAnswers.parse(answers);
  const road = Road.safeParse(answers.road).data;
  // Her own words stand, unless they were a choice among several, or are no Danish.
  const row = which ?? letter?.row ?? (talk.language === 'da' && talk.memory.tongue === null ? undefined : road?.rule);
  const area = talk.content.appealRules.find(({ id }) => id === row)?.about.da ?? null;
  const home = talk.content.fact('municipality.name', 'da');
  if (about !== 'decision') return { addressee: { name: home, by: 'law' }, goesOnTo: null };
  const authority = letter?.reading.authority ?? null;
  if (road?.kind === 'keep-up') return { area, keepsUp: true, addressee: { name: authority ?? home, by: authority === null ? 'law' : 'letter' }, goesOnTo: null };
  if (road?.kind !== 'appeal' || road.sendTo === null) return { area, addressee: authority === null ? null : { name: authority, by: 'letter' }, goesOnTo: null };
  const toMunicipality = road.sendTo === 'kommunen';
  const addressee: NamedBody | null =
    toMunicipality && authority !== null && /kommune/iu.test(authority) ? { name: authority, by: 'letter' } : namedBody(talk, road, road.sendTo, road.sendToName);
  const upwards = toMunicipality && road.body !== null && road.body !== 'kommunen' && road.body !== 'skoleleder-og-kommune';
  // Sent to another than who decided: whose department it was says the complaint itself, not its address.
  const decidedBy = toMunicipality || letter === undefined || addressee?.name === authority ? null : [authority, letter.reading.department].filter((name) => name !== null).join(', ');
  return { area, addressee, decidedBy: decidedBy === '' ? null : decidedBy, goesOnTo: upwards ? namedBody(talk, road, road.body, road.bodyName) : null };
}

function namedBody(talk: Naming, road: Road, body: AppealBody | null, name: string | null): NamedBody | null {
  const said = bodyInWords(talk, body, name, 'da');
  return said === null ? null : { name: said, by: road.source === 'letter' ? 'letter' : 'law' };
}
