import type { Talk } from './talk';

/** Greets the citizen and says who answers: a computer program. */
export async function sayWelcome(talk: Talk): Promise<void> {
  talk.topic = 'small-talk';
  await talk.say('welcome', { chatDays: String(talk.services.retention.chatDays) });
}
