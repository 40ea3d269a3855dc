import type { JsonObject } from './port';

/** The bot's own account in every conversation. */
export const BOT = { id: 'bot', name: 'bot', role: 'bot' } as const;

const iso = (at: number): string => new Date(at).toISOString();

/** An activity's id: the conversation and its number in it, so that ids sort as the activities do. */
export const activityId = (conversationId: string, seq: number): string => `${conversationId}|${String(seq).padStart(7, '0')}`;

/** A client's activity as it is kept: its id and time are ours, its sender is the token's user, all else is as it came. */
export function stampIncoming(conversationId: string, userId: string, at: number): (activity: JsonObject, seq: number) => JsonObject {
  return (activity, seq) => ({
    ...activity,
    id: activityId(conversationId, seq),
    timestamp: iso(at),
    channelId: 'directline',
    conversation: { id: conversationId },
    from: { ...(typeof activity.from === 'object' && !Array.isArray(activity.from) ? activity.from : {}), id: userId, role: 'user' },
  });
}

/** A reply as it is kept. */
export function stampReply(conversationId: string, replyToId: string | null, at: number): (activity: JsonObject, seq: number) => JsonObject {
  return ({ serviceUrl: _none, ...activity }, seq) => ({
    ...activity,
    id: activityId(conversationId, seq),
    timestamp: iso(at),
    channelId: 'directline',
    conversation: { id: conversationId },
    from: { ...BOT },
    ...(replyToId === null ? {} : { replyToId }),
  });
}
