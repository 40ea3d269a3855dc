import { ZONE } from '../src/domain/calendar';
import { readCallback, wishedTime } from '../src/domain/forms/read-callback';
import type { Answers } from '../src/domain/forms/form';
import { isPhoneOpen } from './hours-answer';
import type { Talk } from './talk';

/** What the message that asked for a call tells already. */
export async function callbackKnown({ heard: { text, action, offered } }: Talk): Promise<Answers> {
  return action === null && !offered ? readCallback(text) : {};
}

/** Says at once where the time she wishes for is none at which the phone is open: it is kept as her wish, and not promised. */
export async function sayUnlikelyTime(talk: Talk, { when }: Answers): Promise<void> {
  if (typeof when !== 'string') return;
  const wished = wishedTime(when, talk.services.now().setZone(ZONE));
  if (wished === 'no-such-day') await talk.say('callback.no-such-day', {}, { choices: [] });
  else if (wished !== null && !isPhoneOpen(talk, wished.date, wished.time)) await talk.say('callback.closed-then', {}, { choices: [] });
}
