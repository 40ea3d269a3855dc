import { Road } from '../src/domain/complaints/complaint-road';
import { asksBot } from '../src/domain/forms/asked-of-bot';
import type { Answers } from '../src/domain/forms/form';
import { asksLastDay, letterQuestion } from '../src/domain/letters/explanation/parts-asked';
import { sayRoad } from './complaint-road-words';
import type { Talk } from './talk';

const ASKS_SENT = /(?<!\p{L})(?:er|blev|bliver|har du|har i|is|was|has|have you)(?: \p{L}+){0,4} (?:sendt|afsendt|indsendt|afleveret|sent|submitted|delivered)(?!\p{L})/iu;

/**
 * What she asks of the way while the complaint is written: where to send it, by when, whether it was sent. The adviser's own address would be
 * the wrong answer: a complaint handed in there is not lodged (C4). Null when she asks none of it, or the way is not known yet.
 */
export function roadAsked(talk: Talk, answers: Answers): (() => Promise<void>) | null {
  const { text, action } = talk.heard;
  if (action !== null || !asksBot(text) || !Road.safeParse(answers.road).success) return null;
  const asked = letterQuestion(text);
  const where = asked !== null && typeof asked === 'object' && asked.parts[0] === 'route';
  const sent = ASKS_SENT.test(text);
  if (!where && !sent && !asksLastDay(text)) return null;
  return async () => {
    if (sent) await talk.say('complaint.asked.sent', {}, { choices: [] });
    // Asked for, it is told again.
    talk.memory.roadTold = null;
    await sayRoad(talk, answers);
  };
}
