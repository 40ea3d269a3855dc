/**
 * So many at a time, the others in their order: who waits for a place waits for work to be done, and must not be taken for
 * one who cannot reach the database.
 */
export class Places {
  private readonly waiting: (() => void)[] = [];

  constructor(private free: number) {}

  /** False when there was no place within the time. */
  async take(withinMs: number): Promise<boolean> {
    if (this.free > 0) {
      this.free -= 1;
      return true;
    }
    return new Promise((resolve) => {
      const got = (): void => {
        clearTimeout(timer);
        resolve(true);
      };
      const timer = setTimeout(() => {
        this.waiting.splice(this.waiting.indexOf(got), 1);
        resolve(false);
      }, withinMs);
      this.waiting.push(got);
    });
  }

  giveBack(): void {
    const next = this.waiting.shift();
    if (next) next();
    else this.free += 1;
  }
}
