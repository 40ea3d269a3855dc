import { createHash } from 'node:crypto';
import { z } from 'zod';
import { LocalWork, type ExclusiveWork } from '../../domain/exclusive-work';
import type { NodeSession } from './node-session';
import { isGone, storeFailed } from './postgres-fault';

const Got = z.object({ got: z.boolean() });

/** Waits between looks whether another node has let go; a notice that it has comes sooner, as a rule. */
const LOOK_MS = [5, 10, 20, 40, 80] as const;
/** A database that restarts is back by then. */
const PATIENCE_MS = 3_000;

/**
 * Advisory locks over all nodes, held by this node's one session. They keep two from doing the same work; what the work
 * writes is guarded once more where it is written, since a session that breaks lets go of its locks at once.
 */
export class NodeLocks implements ExclusiveWork {
  private readonly local = new LocalWork();

  constructor(private readonly session: NodeSession) {}

  alone<Result>(name: string, work: () => Promise<Result>): Promise<Result> {
    return this.local.alone(name, async () => {
      const key = keyOf(name);
      await this.take(key);
      try {
        return await work();
      } finally {
        // A session that was lost meanwhile holds nothing any more.
        void this.session.rows('select pg_advisory_unlock($1::bigint)', [key]).catch(() => undefined);
      }
    });
  }

  /** Resolves when all work of this node is done. */
  idle(): Promise<void> {
    return this.local.idle();
  }

  private async take(key: string): Promise<void> {
    const end = performance.now() + PATIENCE_MS;
    for (let tries = 0; ; tries++) {
      try {
        const [row] = await this.session.rows('select pg_try_advisory_lock($1::bigint) as got', [key]);
        if (Got.parse(row).got) return;
      } catch (fault) {
        if (!isGone(fault) || performance.now() > end) throw storeFailed(fault);
      }
      await new Promise((wake) => setTimeout(wake, LOOK_MS[Math.min(tries, LOOK_MS.length - 1)]));
    }
  }
}

/** A number of 64 bits for a name, as text: JavaScript's numbers have 53. Two names of one number wait for each other and do no harm. */
function keyOf(name: string): string {
  return createHash('sha256').update(name).digest().readBigInt64BE(0).toString();
}
