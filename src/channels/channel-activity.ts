import { createHash } from 'node:crypto';
import { ActivityTypes, type Activity } from 'botbuilder';
import { z } from 'zod';
import { JsonObject } from '../domain/json';

const Account = z.looseObject({ id: z.string().min(1).max(1024) });

/** An activity as a channel of Azure Bot Service sends it; what we do not know of is kept as it is. */
export const ChannelActivity = z.looseObject({
  type: z.string().min(1).max(64),
  id: z.string().max(1024).optional(),
  channelId: z.string().min(1).max(64),
  serviceUrl: z.string().min(1).max(2048),
  conversation: Account,
  from: Account,
  recipient: Account,
  text: z.string().optional(),
});
export type ChannelActivity = z.infer<typeof ChannelActivity>;

/** Ids of conversations in the store that are other channels' begin so; Direct Line's never do. */
export const CHANNEL_PREFIX = 'abs_';

/** Under which id a channel's conversation is kept: channels use any signs, and some put names or numbers in. */
export const storeIdOf = ({ channelId, conversation }: ChannelActivity): string => CHANNEL_PREFIX + digest(`${channelId}\n${conversation.id}`);

/** The user's id as we keep it, which says nothing of who she is. */
export const userIdOf = ({ channelId, from }: ChannelActivity): string => `u_${digest(`${channelId}\n${from.id}`)}`;

const digest = (text: string): string => createHash('sha256').update(text).digest('base64url');

/** Cleaned of what must not be kept, but for what leads the answer back: an id may look like a CPR number and is none. */
export function cleaned(activity: ChannelActivity, clean: (activity: JsonObject) => JsonObject): JsonObject {
  const { type, id, channelId, serviceUrl, conversation, from, recipient } = activity;
  const routing = { type, ...(id === undefined ? {} : { id }), channelId, serviceUrl, conversation, from: { ...from, role: 'user' }, recipient };
  return JsonObject.parse(JSON.parse(JSON.stringify({ ...clean(JsonObject.parse(activity)), ...routing })));
}

/** A reply as it is kept. */
export const stampReply = (at: number) => (activity: JsonObject, seq: number): JsonObject => ({ ...activity, id: `${seq}`, timestamp: new Date(at).toISOString(), from: { ...(typeof activity.from === 'object' && !Array.isArray(activity.from) ? activity.from : {}), role: 'bot' } });

/** A user's activity as it is kept: the time is ours. */
export const stampIncoming = (at: number) => (activity: JsonObject): JsonObject => ({ ...activity, timestamp: new Date(at).toISOString() });

/** Activities as plain JSON, without what JSON cannot hold. */
export const asJson = (activities: readonly Partial<Activity>[]): JsonObject[] => activities.map((activity) => JsonObject.parse(JSON.parse(JSON.stringify(activity))));

/** What a bot answers; of the rest a channel is told that it came. */
export const isAnswered = (type: string): boolean => type === ActivityTypes.Message || type === ActivityTypes.Event || type === ActivityTypes.ConversationUpdate;

/** For botbuilder, whose type has fields that no channel sends. */
export const asActivity = (activity: JsonObject): Activity => structuredClone(activity) as Partial<Activity> as Activity;
