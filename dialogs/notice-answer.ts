import { retentionInWords } from '../src/domain/privacy/retention-in-words';
import type { Talk } from './talk';

/** The notice (oplysningspligten, GDPR art. 13): who answers, what is kept and for how long, what rights there are. */
export async function tellNotice(talk: Talk): Promise<void> {
  talk.topic = 'privacy';
  await talk.say('notice', retentionInWords(talk.services.retention));
}
