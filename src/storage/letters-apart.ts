import { randomBytes } from 'node:crypto';
import type { ConversationStore, StoredActivity, Upload } from '../domain/conversations/conversation-store';
import { objectOf, type JsonObject } from '../domain/json';

/** Which messages are letters, and what stands in their place when their time is over. */
export interface LettersApartOptions {
  readonly isLetter: (activity: JsonObject) => boolean;
  readonly placeholder: () => string;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  /** Milliseconds since 1970: a file that came before is not given out any more, also while the sweep has not reached it. */
  readonly filesBefore: () => number;
}

/** Under which id the text of this message lies; null where it lies in the message itself, as of nearly all. */
function letterOf({ channelData }: JsonObject): string | null {
  const id = objectOf(channelData)?.letterText;
  return typeof id === 'string' ? id : null;
}

/**
 * A store of conversations in which the text of a letter lies among the uploads, and so no longer than they (contract § 6), while the
 * message that brought it stays with the chat. Whoever reads gets the text back for as long as it is there.
 */
export function lettersApart(store: ConversationStore, { isLetter, placeholder, now, filesBefore }: LettersApartOptions): ConversationStore {
  const findUpload = async (conversationId: string, uploadId: string): Promise<Upload | null> => {
    const upload = await store.findUpload(conversationId, uploadId);
    return upload && upload.receivedAt >= filesBefore() ? upload : null;
  };
  const lay = async (conversationId: string, activity: JsonObject): Promise<JsonObject> => {
    const { type, text, channelData } = activity;
    if (type !== 'message' || typeof text !== 'string' || !isLetter(activity)) return activity;
    const letter: Upload = { id: randomBytes(16).toString('hex'), name: 'letter.txt', contentType: 'text/plain; charset=utf-8', bytes: Buffer.from(text, 'utf8'), receivedAt: now() };
    await store.saveUpload(conversationId, letter);
    return { ...activity, text: placeholder(), channelData: { ...objectOf(channelData), letterText: letter.id } };
  };
  const restore = async (conversationId: string, activity: JsonObject): Promise<JsonObject> => {
    const letter = letterOf(activity);
    const kept = letter === null ? null : await findUpload(conversationId, letter);
    return kept ? { ...activity, text: Buffer.from(kept.bytes).toString('utf8') } : activity;
  };
  const restoreAll = async <Each extends StoredActivity>(conversationId: string, all: readonly Each[]): Promise<readonly Each[]> => {
    // Nearly always there is none: then nothing is waited for.
    if (all.every(({ activity }) => letterOf(activity) === null)) return all;
    return Promise.all(all.map(async (each) => ({ ...each, activity: await restore(conversationId, each.activity) })));
  };

  return {
    receive: async (conversationId, activity, options) => {
      const kept = await store.receive(conversationId, await lay(conversationId, activity), options);
      return { ...kept, activity: await restore(conversationId, kept.activity) };
    },
    completeTurn: async (conversationId, turn, options) => {
      const replies = turn.replies.some(isLetter) ? await Promise.all(turn.replies.map((reply) => lay(conversationId, reply))) : turn.replies;
      return restoreAll(conversationId, await store.completeTurn(conversationId, { ...turn, replies }, options));
    },
    activitiesAfter: async (conversationId, watermark, limit) => restoreAll(conversationId, await store.activitiesAfter(conversationId, watermark, limit)),
    unanswered: async () => Promise.all((await store.unanswered()).map(async (each) => ({ ...each, activity: await restore(each.conversationId, each.activity) }))),
    waiting: async (conversationId) => restoreAll(conversationId, await store.waiting(conversationId)),
    alone: (conversationId, work) => store.alone(conversationId, work),
    create: (conversation) => store.create(conversation),
    find: (conversationId) => store.find(conversationId),
    state: (conversationId) => store.state(conversationId),
    saveUpload: (conversationId, upload) => store.saveUpload(conversationId, upload),
    findUpload,
    erase: (conversationId) => store.erase(conversationId),
    eraseOlderThan: (limits) => store.eraseOlderThan(limits),
    watch: (changed, missed) => store.watch(changed, missed),
    close: () => store.close(),
  };
}
