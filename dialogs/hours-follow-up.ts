import { ZONE } from '../src/domain/calendar';
import { readDay } from '../src/domain/dates/read-day';
import { readTime } from '../src/domain/dates/read-time';
import { foldWords, saysAny } from '../src/domain/topics/said-words';
import type { Topic } from '../src/domain/topics/topic';
import { tellHours, type Channel } from './hours-answer';
import type { Talk } from './talk';

/** What a message asks of the opening hours where its words alone do not say it: of one way to reach the adviser, where it is, what it costs. */
export type HoursAsked = Channel | 'place' | 'price';

/** Below that the opening hours are no more likely than anything else. */
const HOURS_PERHAPS = 0.2;
/** A question of more words than this is a matter of its own. */
const WORDS_AT_MOST = 9;
const PHONE = /(?<!\p{L})(?:telefon\p{L}*|ring\p{L}*|opkald|phone\p{L}*|call\p{L}*)(?!\p{L})/iu;
const CONSULTATION = /(?<!\p{L})(?:komme?|kom|møde|rådgivning\p{L}*|forbi|bibliotek\p{L}*|kulturium|come|visit|drop in|library|consultation)(?!\p{L})/iu;
/** Opening words that name no way: "er der åbent i uge 52?" */
const OPEN: readonly string[] = ['åben', 'åbent', 'åbner', 'lukket', 'lukker', 'open', 'opens', 'closed', 'close', 'closes'];
const WHERE = /^(?:og |men |and |but )?(?:hvor (?:ligger|er|finder jeg|holder) (?:det|den|der|i|jer|du|rådgivningen)(?: henne)?(?: til)?|hvor henne|hvor|where is (?:it|that)|where are you|where)$/u;
const PRICE = /^(?:og |men |and |but )?(?:hvad koster det|koster det (?:noget|penge)|er det gratis|skal (?:jeg|man) betale(?: noget| for det| for hjælpen)?|what does it cost|how much does it cost|does it cost (?:anything|money)|is it (?:for )?free(?: of charge)?)(?: (?:at|to) .*(?:jer|dig|borgerrådgiver\p{L}*|rådgiver\p{L}*|you|adviser))?$/u;

/** A day told of a letter or of what happened is none to call on. */
const TELLS = /(?<!\p{L})(?:fik|fået|modtog|modtaget|brev|afgørelse|afslag|klag|skete|sket|got|received|letter|decision|complain|happened)/iu;

/** What is asked of the hours; null when nothing, or when the message surely speaks of something else. */
export function hoursAsked(talk: Talk, sure: number): HoursAsked | null {
  const { heard: { text, recognition, action }, memory } = talk;
  if (action !== null) return null;
  const folded = foldWords(text);
  if (PRICE.test(folded) && memory.letter?.explained !== true) return 'price';
  const before = channelOfTopic(memory.topic);
  if (before === null || text.split(/\s+/).length > WORDS_AT_MOST) return doubtfully(talk, sure);
  // Where one can turn up stands with its hours.
  if (WHERE.test(folded)) return before === 'consultation' ? before : 'place';
  const elsewhere = recognition.confidence >= sure && channelOfTopic(recognition.topic) === null && !['unknown', 'small-talk'].includes(recognition.topic);
  if (elsewhere || TELLS.test(text) || !(namesTime(talk) || saysAny(folded, OPEN))) return doubtfully(talk, sure);
  // The way spoken of stays until another is named.
  return PHONE.test(text) ? 'phone' : CONSULTATION.test(text) ? 'consultation' : before;
}

/** Answers what was asked of the hours. */
export async function tellAskedHours(talk: Talk, asked: HoursAsked): Promise<void> {
  if (asked === 'phone' || asked === 'consultation') return tellHours(talk, asked);
  talk.topic = asked === 'place' ? 'contact' : 'adviser.can';
  await talk.say(asked === 'place' ? 'contact' : 'hours.price');
}

const channelOfTopic = (topic: Topic | null): Channel | null => (topic === 'hours.phone' ? 'phone' : topic === 'hours.consultation' ? 'consultation' : null);

const namesTime = ({ heard: { text }, services }: Talk): boolean => readDay(text, services.now().setZone(ZONE)) !== null || readTime(text) !== null;

/** Words that doubtfully ask for opening hours, and name a day. "åbner I den 23. december kl. 10?" */
function doubtfully({ heard: { text, recognition }, services }: Talk, sure: number): Channel | null {
  if (recognition.confidence >= sure && recognition.topic !== 'unknown') return null;
  if (readDay(text, services.now().setZone(ZONE)) === null) return null;
  const guesses = [recognition, ...recognition.alternatives].filter(({ topic, confidence }) => topic !== 'unknown' && confidence >= HOURS_PERHAPS);
  const [likeliest] = guesses.sort((one, other) => other.confidence - one.confidence);
  return channelOfTopic(likeliest?.topic ?? null);
}
