import { ZONE } from '../src/domain/calendar';
import { Road } from '../src/domain/complaints/complaint-road';
import { dayToldIn, readReceiptDay, tellsOfOpening } from '../src/domain/dates/day-of-receipt';
import type { Answers } from '../src/domain/forms/form';
import { areasInWords } from '../src/domain/letters/appeal-area';
import { lastDay } from '../src/domain/letters/appeal-deadline';
import { sentencesOf } from '../src/domain/topics/normalize';
import { derived } from './complaint-derived';
import { endRoad, sayRoad } from './complaint-road-words';
import { tellLastDay } from './letter-answers';
import { NOT_KNOWN } from './letter-day';
import { THING_TAKEN } from './place-answer';
import type { Talk } from './talk';

/** As much of her words is kept as names the area. */
const AREA_AT_MOST = 120;
/** Longer sentences name more than one thing. */
const SENTENCE_AT_MOST = 200;
/** The usual time in social matters (RSL § 67). */
const USUAL = { weeks: 4 } as const;

/**
 * What is asked of an appeal without a letter: where it goes and by when, where her words name the area; else the general rule. The day
 * she got the decision is counted from where she tells it.
 */
export async function tellAppeal(talk: Talk): Promise<void> {
  if (!(await tellOfArea(talk, areaNamed(talk), dayTold(talk)))) await talk.say('complaint.decision');
}

/** "Hvornår er det senest?": the day of the letter last explained; else of the area that her words name; else the general rule. */
export async function tellDeadline(talk: Talk): Promise<void> {
  const area = areaNamed(talk);
  const day = dayTold(talk);
  if (talk.memory.letter?.explained && area === null) return tellLastDay(talk);
  if (await tellOfArea(talk, area, day)) return;
  await talk.say('complaint.deadline');
  if (day !== null) await talk.say('complaint.deadline.counted', { day: talk.day(lastDay({ from: day, time: USUAL }).last) });
}

/** "Er det i dag?", "er det for sent?": of the decision just spoken of. */
const ASKS_AGAIN = /(?<!\p{L})(?:er det (?:i dag|i morgen|nu|snart|for sent|senest|stadig)|hvor mange dage|hvor lang tid|hvad dag|hvilken dag|hvad er (?:den )?(?:sidste dag|frist\p{L}*)|hvornår er (?:det|den|frist\p{L}*|sidste dag)|hvornår (?:skal|må) (?:jeg|den|klagen)|inden hvornår|what is the (?:last day|deadline)|when is (?:it|the (?:last day|deadline))|by when|is it (?:today|tomorrow|too late|now)|how many days|how long)(?!\p{L})/iu;
/** A time from which no last day can be counted. */
const ABOUT_WHEN = /(?<!\p{L})(?:(?:i )?(?:sidste|forrige|denne|last|this) (?:uge|måned|week|month)|for (?:et par|nogle|noget|lidt|længe)|et par (?:dage|uger)|for nylig|lige (?:nu|fået)|recently|a (?:few|couple of) (?:days|weeks)|a while ago)(?!\p{L})/iu;
const WORDS_AT_MOST = 8;

/** What she goes on to say of the decision just spoken of: the day she got it, or "is it today?". False when it is something else. */
export async function tellDecisionTold(talk: Talk): Promise<boolean> {
  const { memory: { decisionTold, topic }, heard: { text, action }, services } = talk;
  if (decisionTold === null || topic !== 'complaint.decision' || action !== null || text.split(/\s+/).length > WORDS_AT_MOST) return false;
  if (ASKS_AGAIN.test(text)) return tellOfArea(talk, decisionTold.area, decisionTold.received);
  const now = services.now().setZone(ZONE);
  const day = text.includes('?') ? null : (readReceiptDay(text, now)?.date ?? null);
  if (day === null && decisionTold.received === null && (NOT_KNOWN.test(text) || ABOUT_WHEN.test(text) || tellsOfOpening(text))) {
    talk.topic = 'complaint.decision';
    await talk.say('complaint.road.day-unknown');
    return true;
  }
  return day !== null && day <= (now.toISODate() ?? '') && tellOfArea(talk, decisionTold.area, day);
}

/** A message that doubtfully asks of an appeal, and names the area or the day: it is told of, not asked about. False when it names neither. */
export async function tellAppealPerhaps(talk: Talk): Promise<boolean> {
  const { recognition, text } = talk.heard;
  // "Jeg fik brev om, at de tager min kontanthjælp": her own words of a letter are of what it decides.
  const ofLetter = LETTER_TOLD.test(text) && AGAINST_HER.test(text) && areaNamed(talk) !== null;
  const topic = ofLetter ? 'complaint.decision' : recognition.topic;
  if (topic !== 'complaint.decision' && topic !== 'complaint.deadline') return false;
  if (areaNamed(talk) === null && dayTold(talk) === null) return false;
  talk.topic = topic;
  await (topic === 'complaint.deadline' || dayTold(talk) !== null ? tellDeadline(talk) : tellAppeal(talk));
  return true;
}

/** Told beside what she asked, where she tells of a decision, of its matter and of the day she got it: that day counts, whoever complains. */
export async function tellDecisionBeside(talk: Talk): Promise<void> {
  const { text } = talk.heard;
  const [area, day] = [areaNamed(talk), dayTold(talk)];
  if (area !== null && day !== null && LETTER_TOLD.test(text) && AGAINST_HER.test(text)) await tellOfArea(talk, area, day);
}

/** A message that seems to be a matter of others, and names one that the municipality decides. False when it names none. */
export async function tellAreaNamed(talk: Talk): Promise<boolean> {
  return tellOfArea(talk, areaNamed(talk), dayTold(talk));
}

async function tellOfArea(talk: Talk, area: string | null, day: string | null): Promise<boolean> {
  const told: Answers = { about: 'decision', story: area, area, ...(day === null ? {} : { received: day }) };
  const known: Answers | null = area === null ? null : { ...told, ...derived(talk, told) };
  const road = Road.safeParse(known?.road).data;
  if (known === null || road === undefined || road.rule === null) return false;
  talk.topic = 'complaint.decision';
  talk.memory.decisionTold = { area: String(area), received: day };
  talk.memory.roadTold = null;
  if (await endRoad(talk, known)) return true;
  await sayRoad(talk, known);
  await talk.say('complaint.decision.next');
  return true;
}

const LETTER_TOLD = /(?<!\p{L})(?:brev\p{L}*|afgørelse\p{L}*|letter|decision)(?!\p{L})/iu;

/** What is decided against somebody, as people tell it. */
const AGAINST_HER = /(?<!\p{L})(?:afslag|afslået|nej til|sagt nej|stoppe[rdt]?|standse[rt]?|tager|taget|kun får|får kun|only gets?|trækker|trukket|mister|fratage[rt]?|frataget|nedsat|sat ned|skåret|betale tilbage|tilbagebetal\p{L}*|sanktion\p{L}*|reject\p{L}*|refus\p{L}*|denied|turned down|stopp\p{L}*|cut|take away|pay back)(?!\p{L})/iu;

/** Her words, where they name one area of law; of a long story the sentence that tells of what was decided. */
function areaNamed({ heard: { text, action }, content }: Talk): string | null {
  if (action !== null) return null;
  if (THING_TAKEN.test(text)) return null;
  const said = text.trim();
  const parts = said.length <= AREA_AT_MOST ? [said] : sentencesOf(said).filter((sentence) => sentence.length <= SENTENCE_AT_MOST && AGAINST_HER.test(sentence));
  return parts.find((part) => areasInWords(part, content.appealRules).kind === 'named') ?? null;
}

/** The day that she says she got it. */
const dayTold = ({ heard: { text, action }, services }: Talk): string | null => (action === null ? dayToldIn(text, services.now()) : null);
