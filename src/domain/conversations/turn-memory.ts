import type { JsonObject } from '../json';

/** One line of what was said, as a case keeps it. */
export interface TranscriptLine {
  /** ISO date and time with offset, Copenhagen time. */
  readonly at: string;
  readonly from: 'citizen' | 'bot' | 'adviser';
  readonly text: string;
  /** The phrase of the content that the bot's words came from. */
  readonly phrase?: string | undefined;
}

/**
 * What a channel lends the bot for one turn. The channel puts it on `TurnContext.turnState` under `TURN_MEMORY`,
 * and writes `state` away together with the replies when the turn is over.
 */
export interface TurnMemory {
  /** The bot's memory of the conversation: plain JSON, changed in place. */
  state: JsonObject;
  /** All that was said before this turn, and the message that this turn answers. */
  transcript(): Promise<readonly TranscriptLine[]>;
  /** The id of the request that the turn comes from, for the log; null where there is none. */
  readonly request: string | null;
  /** Set by the bot: the whole conversation is to be erased once this turn's replies have been sent. */
  eraseAfterTurn: boolean;
}

export const TURN_MEMORY = Symbol.for('vejviser.turn-memory');
