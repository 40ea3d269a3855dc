import { smallTalkKind } from '../src/domain/topics/small-talk';
import type { Talk } from './talk';

/** Answers a greeting, thanks, goodbye, or the question who is there. */
export async function tellSmallTalk(talk: Talk): Promise<void> {
  talk.topic = 'small-talk';
  const kind = smallTalkKind(talk.heard.text);
  await talk.say(kind === null ? 'small-talk' : `small-talk.${kind}`);
}
