import { crisisKinds } from '../src/domain/topics/crisis-kind';
import type { Talk } from './talk';
import { sayCrisisInTongue } from './tongue-answer';
import { needsIn } from './urgent-answer';

/** Where to get help at once; said before all else, without a question first. A form under way waits. */
export async function tellCrisis(talk: Talk): Promise<void> {
  talk.topic = 'crisis';
  const waiting = talk.memory.paused;
  sayCrisisInTongue(talk);
  for (const kind of crisisKinds(talk.heard.text)) await talk.say(`crisis.${kind}`, {}, { choices: [] });
  // A home or a meal that is lost is no matter of the ambulance's.
  for (const need of needsIn(talk)) {
    if (need !== 'child') await talk.say(`complaint.urgent.${need}`, {}, { choices: [] });
  }
  await talk.say('crisis', {}, { choices: waiting ? ['human', 'resume'] : ['human', 'callback'] });
}
