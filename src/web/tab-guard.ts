/**
 * Keeps a conversation to one tab. A duplicated tab brings a copy of the first one's session storage along, and would
 * so show what was said there; this asks around, and the tab that already holds the conversation answers.
 */
export class TabGuard {
  private readonly channel: BroadcastChannel | null = typeof BroadcastChannel === 'function' ? new BroadcastChannel('vejviser') : null;
  private held: string | null = null;

  constructor() {
    this.channel?.addEventListener('message', ({ data }: MessageEvent<unknown>) => {
      if (data === `who:${this.held}`) this.channel?.postMessage(`mine:${this.held}`);
    });
  }

  /** From now on this tab answers for the conversation; null: for none. */
  hold(conversationId: string | null): void {
    this.held = conversationId;
  }

  /**
   * Whether the conversation is this tab's own. Where the browser has no way to ask (before 2022), only a reload is
   * trusted to be the same tab.
   *
   * @param waitMs how long another tab has to answer
   */
  isOwn(conversationId: string, waitMs = 200): Promise<boolean> {
    const { channel } = this;
    if (!channel) return Promise.resolve(wasReloaded());
    return new Promise((resolve) => {
      const answered = ({ data }: MessageEvent<unknown>) => {
        if (data === `mine:${conversationId}`) settle(false);
      };
      const timer = setTimeout(() => settle(true), waitMs);
      const settle = (own: boolean) => {
        clearTimeout(timer);
        channel.removeEventListener('message', answered);
        resolve(own);
      };
      channel.addEventListener('message', answered);
      channel.postMessage(`who:${conversationId}`);
    });
  }

  /** Stops answering. */
  close(): void {
    this.channel?.close();
  }
}

function wasReloaded(): boolean {
  const [entry] = performance.getEntriesByType('navigation');
  return entry !== undefined && 'type' in entry && entry.type === 'reload';
}
