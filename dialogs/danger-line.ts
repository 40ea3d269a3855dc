import type { Topic } from '../src/domain/topics/topic';
import type { Awaited } from './interruptions';
import type { Talk } from './talk';
import { sayCrisisInTongue } from './tongue-answer';

/** A question to an office, as everybody asks it. */
const ASKS = /^\s*(?:(?:og|men|and|but) )?(?:hvor|hvornår|hvem|hvad|hvordan|hvorfor|hvilken|hvilke|har|kan|må|er|skal|where|when|who|what|how|why|which|can|may|is|are|do|does)(?!\p{L})/iu;
const EVERYDAY: ReadonlySet<Topic> = new Set<Topic>(['hours.phone', 'hours.consultation', 'contact', 'find.department', 'privacy', 'callback', 'adviser.can', 'adviser.cannot', 'adviser.process', 'rights.documents', 'rights.representation', 'complaint.deadline']);
/** So short a question hides nothing: what sounds a little like danger in it is its own words, as in "hvor ligger rådhuset". */
const WORDS_AT_MOST = 8;
/** From so much danger on, no question outweighs it. */
const WEIGHTY = 0.3;

/** The quiet line on danger, beside whatever else is answered. */
export async function sayDangerLine(talk: Talk, awaited: Awaited | null): Promise<void> {
  const { recognition, action, offered } = talk.heard;
  // A number or a name that was asked for is no cry for help.
  if (recognition.danger !== 'suspected' || action !== null || offered || awaited?.understood || isEveryday(talk)) return;
  // Who reads no Danish gets the numbers in words that she reads.
  sayCrisisInTongue(talk);
  await talk.aside('crisis.suspected');
}

function isEveryday({ heard: { text, recognition }, services }: Talk): boolean {
  const danger = recognition.alternatives.find(({ topic }) => topic === 'crisis')?.confidence ?? 1;
  const surely = EVERYDAY.has(recognition.topic) && recognition.confidence >= services.thresholds.sure;
  return surely && danger < WEIGHTY && ASKS.test(text) && text.trim().split(/\s+/u).length <= WORDS_AT_MOST;
}
