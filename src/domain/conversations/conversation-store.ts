import type { JsonObject } from '../json';

/** What is known of a conversation apart from what was said in it. */
export interface ConversationHead {
  readonly id: string;
  /** The citizen's id in this conversation, drawn by us; says nothing of who she is. */
  readonly userId: string;
  /** Milliseconds since 1970. */
  readonly startedAt: number;
  /** Milliseconds since 1970: the last message of either side. */
  readonly lastAt: number;
  /** The number of the last activity; 0 when there is none. This is the watermark. */
  readonly lastSeq: number;
  /** False until the bot has been told that the citizen has come (conversationUpdate). */
  readonly greeted: boolean;
}

/** One activity as it was kept. `seq` counts 1, 2, 3 … within the conversation without gaps and never changes. */
export interface StoredActivity {
  readonly seq: number;
  readonly activity: JsonObject;
}

/** A citizen's message whose turn has not been completed: to be run once, by whichever node comes to it. */
export interface UnansweredActivity extends StoredActivity {
  readonly conversationId: string;
}

/** What comes out of one turn; written as one, so that after a crash either all of it is there or none. */
export interface CompletedTurn {
  /** The citizen's activity that is answered hereby; null for a turn that nobody asked for (the welcome). */
  readonly answers: number | null;
  readonly replies: readonly JsonObject[];
  /** The bot's whole memory of the conversation after the turn. */
  readonly state: JsonObject;
}

/** A file that the citizen sent, kept apart from the message that mentions it. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
}

/**
 * PORT: where conversations are kept: messages, replies, the bot's memory, uploads.
 *
 * Every promise that resolves after a write means that the write survives a power cut. A write that rejects has left
 * nothing behind. A method on a conversation that does not exist (never did, or was erased) rejects with
 * `conversation-unknown`; `find` gives null. A store that can no longer be trusted rejects every write with
 * `store-failed` and goes on answering reads. `store-unsure`: the store went away while it wrote, and the write may be
 * there; the same again, under the same client id or for the same message, finds out.
 *
 * Several nodes may work on one store. A conversation's turns are then run under `alone`; a turn that was run without, or
 * whose node lost its hold midway, is refused with `turn-overtaken` where another was written since.
 */
export interface ConversationStore {
  /** Rejects with `conversation-exists` when the id is taken. */
  create(conversation: { id: string; userId: string; startedAt: number }): Promise<ConversationHead>;
  find(conversationId: string): Promise<ConversationHead | null>;
  /**
   * Keeps a citizen's activity, durably. With a `clientId` that is already there, nothing is added and the first
   * `seq` comes back with `fresh: false`. `stamp` completes the activity with its number (the id is made of it)
   * before it is written.
   */
  receive(
    conversationId: string,
    activity: JsonObject,
    options: { at: number; clientId?: string; stamp: (activity: JsonObject, seq: number) => JsonObject },
  ): Promise<StoredActivity & { readonly fresh: boolean }>;
  /**
   * Keeps replies, memory and the mark *answered* in one atomic write; gives the replies as they were kept.
   * A turn whose `answers` is already answered adds nothing and gives the replies kept before.
   */
  completeTurn(
    conversationId: string,
    turn: CompletedTurn,
    options: { at: number; stamp: (activity: JsonObject, seq: number) => JsonObject },
  ): Promise<readonly StoredActivity[]>;
  /** The bot's memory after the last completed turn; an empty object before the first. */
  state(conversationId: string): Promise<JsonObject>;
  /** Activities with a number above `watermark`, in order, at most `limit` (default: all). */
  activitiesAfter(conversationId: string, watermark: number, limit?: number): Promise<readonly StoredActivity[]>;
  /** All unanswered messages of all conversations, oldest first within each. Cheap enough to be asked every few seconds. */
  unanswered(): Promise<readonly UnansweredActivity[]>;
  /** Those of one conversation, oldest first; none of one that does not exist. */
  waiting(conversationId: string): Promise<readonly StoredActivity[]>;
  /** Runs `work` once nobody else, on this node or another, runs any for that conversation: its turns come one after another. */
  alone<Result>(conversationId: string, work: () => Promise<Result>): Promise<Result>;
  saveUpload(conversationId: string, upload: Upload): Promise<void>;
  /** Null when there is none, or when its time is over. */
  findUpload(conversationId: string, uploadId: string): Promise<Upload | null>;
  /** Nothing of the conversation can be read from the disk afterwards. Erasing what is not there succeeds. */
  erase(conversationId: string): Promise<void>;
  /** Erases conversations whose last message is older than `chatsBefore` and uploads older than `filesBefore` (milliseconds since 1970). */
  eraseOlderThan(limits: { chatsBefore: number; filesBefore: number }): Promise<{ conversations: number; uploads: number }>;
  /**
   * Calls `changed` with a conversation's id after each write to it, on whatever node, and after its erasure; `missed` when
   * some may have gone unheard, so that everything is to be looked at anew. Gives the way to stop.
   */
  watch(changed: (conversationId: string) => void, missed?: () => void): () => void;
  /** Lets nothing more in, finishes what is under way and releases what is held. */
  close(): Promise<void>;
}
