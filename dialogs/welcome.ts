import type { Talk } from './talk';
import { sayCard } from './tongue-answer';

/** Says that the bot is switched off, and how to reach a person. */
export async function sayOff(talk: Talk): Promise<void> {
  talk.topic = 'human';
  await talk.say('bot-off');
}

/** Greets the citizen and says who answers: a computer program. */
export async function sayWelcome(talk: Talk): Promise<void> {
  if (talk.content.allOff) return sayOff(talk);
  talk.topic = 'small-talk';
  const { tongue } = talk.memory;
  if (tongue !== null && sayCard(talk, tongue)) return;
  await talk.say('welcome', { chatDays: String(talk.services.retention.chatDays) });
}
