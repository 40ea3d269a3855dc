import { z } from 'zod';
import { activityId, stampIncoming } from './activity-log';
import type { DirectLineOptions } from './direct-line-options';
import type { Parts } from './exchange';
import type { ConversationHead, JsonObject } from './port';
import { ClientActivity, parse } from './schemas';

/** Keeps a client's activity durably and sets the bot's turn going; gives the activity's id. `request`: under which id it is logged. */
export async function receive({ options, turns }: Pick<Parts, 'options' | 'turns'>, head: ConversationHead, body: JsonObject, request: string): Promise<string> {
  const activity = parse(ClientActivity, body);
  // `typing` is neither kept nor answered.
  if (activity.type === 'typing') return activityId(head.id, head.lastSeq);
  const at = options.now();
  const clean = options.clean(body);
  const resent = await resentByWebChat(options, head, clean);
  if (resent !== null) return activityId(head.id, resent);
  const clientId = activity.channelData?.clientActivityID;
  const stamp = stampIncoming(head.id, head.userId, at);
  const kept = await options.store.receive(head.id, clean, { at, ...(clientId === undefined ? {} : { clientId }), stamp }).catch((fault: unknown) => {
    turns.refused(head.id, stamp(clean, head.lastSeq + 1), fault);
    throw fault;
  });
  if (kept.fresh) turns.answer(head.id, kept, request);
  return activityId(head.id, kept.seq);
}

/** How Web Chat marks what it sends again: with the moment (its own clock) at which it was put into the window. */
const Marked = z.looseObject({ text: z.string(), channelData: z.looseObject({ webChat: z.looseObject({ receivedAt: z.unknown() }), 'webchat:sequence-id': z.unknown() }) });
const FromUser = z.looseObject({ type: z.literal('message'), text: z.string(), from: z.looseObject({ role: z.literal('user') }), localTimestamp: z.string().optional() });

/** So far back a message is looked for that is sent again. */
const LOOK_BACK = 50;
/** Between the stamp of a message and its coming into the window Web Chat does nothing else. */
const SAME_MOMENT_MS = 1000;

/**
 * The message that Web Chat's "try again" means; null when it is a new one. It draws a new id for the same words, so
 * that only the moment of sending tells them from the same words said once more: "yes" to the next question must not
 * be taken for "yes" to the last. Without moments to compare, it is the same only if it was the last that was said.
 */
async function resentByWebChat({ store }: DirectLineOptions, head: ConversationHead, activity: JsonObject): Promise<number | null> {
  const marked = Marked.safeParse(activity).data;
  if (!marked) return null;
  const recent = await store.activitiesAfter(head.id, Math.max(0, head.lastSeq - LOOK_BACK));
  const said = recent.flatMap(({ seq, activity: kept }) => {
    const message = FromUser.safeParse(kept).data;
    return message ? [{ seq, text: message.text, at: Date.parse(message.localTimestamp ?? '') }] : [];
  });
  const shown = Number(marked.channelData.webChat.receivedAt);
  const meant = said.findLast(({ text, at }) => text === marked.text && (Number.isNaN(at) || Math.abs(at - shown) <= SAME_MOMENT_MS));
  if (!meant) return null;
  return Number.isNaN(meant.at) ? (meant.seq === head.lastSeq ? meant.seq : null) : meant.seq;
}
