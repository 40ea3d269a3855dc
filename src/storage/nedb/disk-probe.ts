import { open } from 'node:fs/promises';

/** As much as the largest message: a disk that takes this takes the next one. */
const BYTES = Buffer.alloc(128 * 1024, 0x2e);
const VALID_MS = 500;

/** Tries the disk before a citizen does: a balancer that sends nobody here would never find out that it has room again. */
export class DiskProbe {
  private asked: Promise<boolean> | null = null;
  private at = Number.NEGATIVE_INFINITY;

  constructor(private readonly path: string) {}

  /** Asked ever so often, it writes twice a second at most. */
  takesWrites(): Promise<boolean> {
    if (this.asked === null || performance.now() - this.at > VALID_MS) {
      this.at = performance.now();
      this.asked = this.tryOnce();
    }
    return this.asked;
  }

  private async tryOnce(): Promise<boolean> {
    try {
      const handle = await open(this.path, 'w', 0o600);
      try {
        await handle.writeFile(BYTES);
        await handle.datasync();
        // The room is given back at once.
        await handle.truncate(0);
        return true;
      } finally {
        await handle.close();
      }
    } catch {
      return false;
    }
  }
}
