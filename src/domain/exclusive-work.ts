/**
 * PORT: work that only one at a time may do, on however many nodes the program runs. It keeps two from doing the same
 * thing twice; a node that dies lets go at once.
 */
export interface ExclusiveWork {
  /** Runs `work` once nobody else runs any of that name, here or on another node; gives what it gives. */
  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result>;
}

/** Work of one name runs one after another in this process: all that one node alone needs. */
export class LocalWork implements ExclusiveWork {
  private readonly tails = new Map<string, Promise<unknown>>();

  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    const result = (this.tails.get(name) ?? Promise.resolve()).then(work);
    const end = (): void => {
      if (this.tails.get(name) === tail) this.tails.delete(name);
    };
    const tail = result.then(end, end);
    this.tails.set(name, tail);
    return result;
  }

  /** Resolves when nothing is left to do. */
  async idle(): Promise<void> {
    while (this.tails.size > 0) await Promise.all(this.tails.values());
  }
}
