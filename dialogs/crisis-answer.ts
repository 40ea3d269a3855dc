import { urgentNeeds, type UrgentNeed } from '../src/domain/complaints/urgent-needs';
import { crisisKinds } from '../src/domain/topics/crisis-kind';
import type { Talk } from './talk';
import { sayCrisisInTongue } from './tongue-answer';

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

/** Says what can be done today, beside the answer to a message that tells of a need that can't wait. */
export async function sayUrgent(talk: Talk): Promise<void> {
  for (const need of needsIn(talk)) await talk.aside(`complaint.urgent.${need}`);
}

/** Needs that can't wait for anything; help that stops is a matter of the complaint's. */
function needsIn({ heard, content }: Talk): readonly Exclude<UrgentNeed, 'stops'>[] {
  return urgentNeeds(heard.text, content.urgentWords).filter((need) => need !== 'stops');
}
