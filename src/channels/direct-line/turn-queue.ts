/** Turns of one conversation run one after another, those of different ones side by side. */
export class TurnQueue {
  private readonly tails = new Map<string, Promise<void>>();

  /** Runs `turn` after those of the conversation that came before; resolves or rejects as it does. */
  run(conversationId: string, turn: () => Promise<void>): Promise<void> {
    const result = (this.tails.get(conversationId) ?? Promise.resolve()).then(turn);
    const end = (): void => {
      if (this.tails.get(conversationId) === tail) this.tails.delete(conversationId);
    };
    const tail = result.then(end, end);
    this.tails.set(conversationId, tail);
    return result;
  }

  /** Conversations with a turn that runs or waits. */
  get size(): number {
    return this.tails.size;
  }

  /** Whether a turn of the conversation runs or waits here. */
  has(conversationId: string): boolean {
    return this.tails.has(conversationId);
  }

  /** Resolves when no turn is left. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values());
  }
}
