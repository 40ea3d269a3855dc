import { urgentNeeds, type UrgentNeed } from '../src/domain/complaints/urgent-needs';
import type { Topic } from '../src/domain/topics/topic';
import type { Talk } from './talk';

/** Of these the need itself is what she is to be answered: they are what it is taken for when nothing else is asked. */
const NOTHING_ELSE: ReadonlySet<Topic> = new Set<Topic>(['unknown', 'small-talk', 'outside', 'complaint.waiting']);

/** What her words tell of that can't wait for anything; help that stops is a matter of the complaint's. */
export function needsIn({ heard, content }: Talk): readonly Exclude<UrgentNeed, 'stops'>[] {
  return heard.action === null ? urgentNeeds(heard.text, content.urgentWords).filter((need) => need !== 'stops') : [];
}

/** Says what can be done today before all else; true where her words asked for nothing else that is surely known. */
export async function tellUrgent(talk: Talk, sure: number): Promise<boolean> {
  const needs = needsIn(talk);
  if (needs.length === 0) return false;
  const { topic, confidence } = talk.heard.recognition;
  const asksMore = confidence >= sure && !NOTHING_ELSE.has(topic);
  talk.topic = topic;
  for (const need of needs) await talk.say(`complaint.urgent.${need}`, {}, { choices: asksMore || need !== needs.at(-1) ? [] : ['callback', 'complaint.start', 'find.department'] });
  return !asksMore;
}

/** Says it beside the answer of a dialog that was under way. */
export async function sayUrgent(talk: Talk): Promise<void> {
  for (const need of needsIn(talk)) await talk.aside(`complaint.urgent.${need}`);
}
