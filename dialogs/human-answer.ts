import { reachInWords } from './hours-answer';
import type { Talk } from './talk';

/** The road to a person: by phone with the hours of now, or by leaving word. */
export async function tellHuman(talk: Talk): Promise<void> {
  talk.topic = 'human';
  await talk.say('human', { reach: reachInWords(talk) });
}
