/** PORT: where the text of a letter lies for as long as contract § 6 lets it; never in the bot's memory, never in a log. */
export interface LetterTexts {
  /** Keeps a text for this conversation; gives its id. */
  keep(conversationId: string, text: string): Promise<string>;
  /** Null when there is none, or when its time is over. */
  find(conversationId: string, id: string): Promise<string | null>;
}
