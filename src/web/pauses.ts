/** Pauses that can be cut short, when there is news worth looking at before their time. */
export class Pauses {
  private cutShort: () => void = () => {};

  /** Resolves after `ms`, or at the next `wake`. */
  wait(ms: number): Promise<void> {
    return new Promise((resolve) => {
      const timer = setTimeout(resolve, ms);
      this.cutShort = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Ends the pause under way, if there is one. */
  wake(): void {
    this.cutShort();
  }
}

/** Waits longer from one failure to the next, and not all windows alike: a server that comes back is not run over at once. */
export class Backoff {
  private failures = 0;

  constructor(
    private readonly firstMs: number,
    private readonly longestMs: number,
    private readonly pauses: Pauses,
  ) {}

  failed(): void {
    this.failures += 1;
  }

  worked(): void {
    this.failures = 0;
  }

  /** Resolves at once where nothing has failed since it last worked. */
  async beforeNext(): Promise<void> {
    if (this.failures === 0) return;
    await this.pauses.wait(Math.min(this.longestMs, this.firstMs * 2 ** this.failures) * (0.5 + Math.random() / 2));
  }
}

/** Resolves when `event` does, or after `ms`. */
export async function orAfter(event: Promise<void>, ms: number): Promise<void> {
  let timer: ReturnType<typeof setTimeout> | undefined;
  await Promise.race([event, new Promise<void>((resolve) => (timer = setTimeout(resolve, ms)))]);
  clearTimeout(timer);
}
