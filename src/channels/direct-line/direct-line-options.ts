import type { TurnContext } from 'botbuilder';
import type { DirectLineStore, JsonObject, StoredActivity } from './port';

/** Where codes, ids and durations go; never what people wrote. */
export interface DirectLineLog {
  info(code: string, fields?: Readonly<Record<string, string | number>>): void;
  warn(code: string, fields?: Readonly<Record<string, string | number>>): void;
  error(code: string, fields?: Readonly<Record<string, string | number>>): void;
}

/** The request that a line of the log comes from, where there is one. */
export const logged = (request: string | null): { request?: string } => (request === null ? {} : { request });

/** How often one address or one conversation may do things, a minute; and how many streams may be open. */
export interface DirectLineLimits {
  readonly tokensPerAddress: number;
  readonly conversationsPerAddress: number;
  /** From all addresses together: what the server can bear, whoever asks. */
  readonly conversationsInAll: number;
  readonly messagesPerConversation: number;
  readonly socketsPerConversation: number;
  readonly socketsInAll: number;
}

export const DEFAULT_LIMITS: DirectLineLimits = {
  tokensPerAddress: 120,
  conversationsPerAddress: 240,
  conversationsInAll: 12_000,
  messagesPerConversation: 120,
  socketsPerConversation: 5,
  socketsInAll: 20_000,
};

/** What the channel lends the bot for one turn. The memory is written away together with the replies. */
export interface LentTurn {
  /** The bot's memory of the conversation: plain JSON, to be changed or replaced. */
  state: JsonObject;
  /** The id of the request that the activity came with, for the log; null for a turn that is made up for. */
  readonly request: string | null;
  /** Set by the bot: the whole conversation is to be erased once this turn's replies have been sent. */
  eraseAfterTurn: boolean;
  /** All that was kept before this turn, and the activity that this turn answers. */
  activities(): Promise<readonly StoredActivity[]>;
}

/** All that the channel needs; it knows nothing else of the program it stands in. */
export interface DirectLineOptions {
  readonly store: DirectLineStore;
  /** Runs one turn of the bot. */
  readonly bot: (context: TurnContext, turn: LentTurn) => Promise<void>;
  /** Says to the user that a turn failed; what it sends is the turn's reply. */
  readonly onTurnError: (context: TurnContext, turn: LentTurn, fault: unknown) => Promise<void>;
  /** Takes out of an activity what must not be kept. */
  readonly clean: (activity: JsonObject) => JsonObject;
  /** At least 32 bytes; the same on every node and after a restart. */
  readonly tokenKey: Uint8Array;
  /** When set, a token is given only to who shows it. */
  readonly secret?: string;
  /** Where clients reach us, without a slash at the end. `forwarded` is what a trusted proxy says of this request, else null. */
  readonly publicUrl: (forwarded: string | null) => string;
  readonly allowedOrigins: readonly string[];
  /** Behind a proxy that sets `X-Forwarded-For`, `-Proto` and `-Host`; without one they are not believed. */
  readonly trustProxy: boolean;
  /** Milliseconds since 1970. */
  readonly now: () => number;
  readonly log: DirectLineLog;
  /** Seconds that an uploaded file can be fetched. */
  readonly fileSeconds?: number;
  readonly limits?: Partial<DirectLineLimits>;
}
