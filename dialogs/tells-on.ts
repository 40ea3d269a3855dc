import { asksBot } from '../src/domain/forms/asked-of-bot';
import { readYesNo } from '../src/domain/forms/read-yes-no';
import type { Topic } from '../src/domain/topics/topic';
import type { Talk } from './talk';

/** What can be complained of by telling what happened: the answer is the same however much of it is told. */
const TOLD: readonly Topic[] = ['complaint.staff', 'complaint.waiting', 'complaint.discrimination', 'complaint.practical'];
/** What an answer leads on to that was given for her story. */
const WRITE = 'complaint.write';
/** A word or two tell nothing yet. */
const WORDS_FROM = 3;

/**
 * Where she was told what can be done, and goes on with what happened instead of choosing: what she says is heard, and she is asked whether
 * to write it down. The same answer again, or "det forstod jeg ikke", would be no answer. False when she speaks of something else.
 */
export async function hearOn(talk: Talk): Promise<boolean> {
  const { memory, heard: { text, action, offered, recognition }, services, content } = talk;
  const before = TOLD.find((topic) => topic === memory.topic);
  if (before === undefined || action !== null || offered || !memory.offered.some((label) => content.actionSaid(label, memory.tongue) === WRITE)) return false;
  if (text.split(/\s+/).length < WORDS_FROM || asksBot(text) || /\?\s*$/u.test(text) || readYesNo(text) !== null) return false;
  const isMore = TOLD.includes(recognition.topic) || recognition.topic === 'unknown' || recognition.confidence < services.thresholds.likely;
  if (!isMore || recognition.danger === 'sure') return false;
  talk.topic = before;
  await talk.say('complaint.tells-on');
  return true;
}
