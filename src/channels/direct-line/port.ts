/** What can be written as JSON and read back the same. */
export type Json = null | boolean | number | string | Json[] | { [key: string]: Json };
export type JsonObject = { [key: string]: Json };

/** What the channel must know of a conversation apart from what was said in it. */
export interface ConversationHead {
  readonly id: string;
  /** The user's id in this conversation. */
  readonly userId: string;
  /** The number of the last activity; 0 when there is none. This is the watermark. */
  readonly lastSeq: number;
  /** False until a turn has been completed: the bot has not been told yet that the user has come. */
  readonly greeted: boolean;
}

/** One activity as it is kept. `seq` counts 1, 2, 3 … within the conversation without gaps and never changes. */
export interface StoredActivity {
  readonly seq: number;
  readonly activity: JsonObject;
}

/** A user's message whose turn has not been completed. */
export interface UnansweredActivity extends StoredActivity {
  readonly conversationId: string;
}

/** What comes out of one turn. */
export interface CompletedTurn {
  /** The number of the activity that is answered; null for a turn that nobody asked for (the welcome). */
  readonly answers: number | null;
  readonly replies: readonly JsonObject[];
  /** The bot's whole memory of the conversation after the turn. */
  readonly state: JsonObject;
}

/** A file that a user sent. */
export interface Upload {
  readonly id: string;
  readonly name: string;
  readonly contentType: string;
  readonly bytes: Uint8Array;
  /** Milliseconds since 1970. */
  readonly receivedAt: number;
}

/** Completes an activity with its number (its id is made of it) before it is written. */
type Stamp = (activity: JsonObject, seq: number) => JsonObject;

/**
 * PORT: all that the channel asks of whoever keeps conversations.
 *
 * A promise that resolves after a write means that the write will still be there after a crash; one that rejects has
 * left nothing behind. Faults are errors with a `code`: `conversation-unknown` for a conversation that never was or
 * was erased (`find` gives null instead), `store-failed` for a write that could not be made, `store-unsure` for one of
 * which nobody knows whether it was made, `turn-overtaken` for a turn that another node came before.
 */
export interface DirectLineStore {
  create(conversation: { id: string; userId: string; startedAt: number }): Promise<ConversationHead>;
  find(conversationId: string): Promise<ConversationHead | null>;
  /** Keeps a user's activity. With a `clientId` that is already there, nothing is added and the first comes back with `fresh: false`. */
  receive(conversationId: string, activity: JsonObject, options: { at: number; clientId?: string; stamp: Stamp }): Promise<StoredActivity & { readonly fresh: boolean }>;
  /** Keeps replies, memory and the mark *answered* as one. A turn whose `answers` is already answered adds nothing. */
  completeTurn(conversationId: string, turn: CompletedTurn, options: { at: number; stamp: Stamp }): Promise<readonly StoredActivity[]>;
  /** The bot's memory after the last completed turn; an empty object before the first. */
  state(conversationId: string): Promise<JsonObject>;
  /** Activities with a number above `watermark`, in order, at most `limit` (default: all). */
  activitiesAfter(conversationId: string, watermark: number, limit?: number): Promise<readonly StoredActivity[]>;
  /** All unanswered messages, oldest first within each conversation. */
  unanswered(): Promise<readonly UnansweredActivity[]>;
  /** Those of one conversation, oldest first; none of one that does not exist. */
  waiting(conversationId: string): Promise<readonly StoredActivity[]>;
  /** Runs `work` once nobody else, on this node or another, runs any for that conversation. */
  alone<Result>(conversationId: string, work: () => Promise<Result>): Promise<Result>;
  saveUpload(conversationId: string, upload: Upload): Promise<void>;
  /** Null when there is none, or when its time is over. */
  findUpload(conversationId: string, uploadId: string): Promise<Upload | null>;
  erase(conversationId: string): Promise<void>;
  /** Calls `changed` with a conversation's id after each write to it, on whatever node, and after its erasure; `missed` when some may have gone unheard. Gives the way to stop. */
  watch(changed: (conversationId: string) => void, missed?: () => void): () => void;
}

/** The code of a store's fault; null when it has none. */
export function faultCode(fault: unknown): string | null {
  return fault instanceof Error && 'code' in fault && typeof fault.code === 'string' ? fault.code : null;
}
